"""The Dutch of the workbook: its first sheet, and what stands above its columns."""

from typing import Final

WORKBOOK: Final = {
    "workbook.first": "Lees dit eerst",
    "workbook.what.page": (
        "Dit is de bladzijde als tabel: alle netwerken die je koos, niet alleen die van één scherm. "
        "De cijfers en woorden zijn precies die van de bladzijde. Preciezere cijfers zijn er niet."
    ),
    "workbook.what.now": (
        "Dit is de bladzijde als tabel, met alle netwerken die je koos. "
        "De cijfers en woorden zijn die van de bladzijde op deze dag. Preciezere cijfers zijn er niet."
    ),
    "workbook.what.networks": (
        "Dit zijn alle tabellen van het rapport over deze netwerken samen, in dezelfde volgorde. "
        "De cijfers zijn precies die van het rapport. Preciezere cijfers zijn er niet."
    ),
    "workbook.what.round": (
        "Dit zijn alle tabellen van het rapport, in dezelfde volgorde. Je kunt ermee rekenen of grafieken maken. "
        "De cijfers zijn precies die van het rapport. Preciezere cijfers zijn er niet."
    ),
    "workbook.care": (
        "Reken met zorg. Een gemiddelde van gemiddelden klopt bijna nooit. "
        "Probeer ook niet te raden wat iemand antwoordde: wij beloofden mensen dat dit niet kan."
    ),
    "workbook.left_out": (
        "Wat mensen in eigen woorden schreven en wie een actie doet, staat hier niet in. Dat staat in het rapport. "
        "Wat organisaties met hun naam schreven, staat hier wel."
    ),
    "workbook.nothing": "Er zijn geen tabellen: er waren te weinig antwoorden om cijfers te laten zien.",
    "workbook.of.round": "Deze ronde",
    "workbook.of.networks": "Dit rapport",
    "workbook.of.page": "Deze bladzijde",
    "workbook.of.now": "Deze bladzijde",
    "workbook.edition": "Uitgave",
    "workbook.edition.value": "{number}, gemaakt op {date}",
    "workbook.hash": "Kenmerk",
    "workbook.marks": "Zo lees je de cijfers",
    "workbook.mark": "Wat er staat",
    "workbook.meaning": "Wat het betekent",
    "workbook.mark.at_least": "‘of hoger’, ‘≥90%’",
    "workbook.meaning.at_least": (
        "Het echte cijfer is dit, of het is hoger. Bij zo’n kleine groep noemen we het precieze cijfer niet."
    ),
    "workbook.mark.at_most": "‘of lager’, ‘≤10%’",
    "workbook.meaning.at_most": "Het echte cijfer is dit, of het is lager.",
    "workbook.mark.above": "‘meer dan 30%’",
    "workbook.meaning.above": "Het echte cijfer is hoger dan dit.",
    "workbook.mark.below": "‘minder dan 10%’",
    "workbook.meaning.below": "Het echte cijfer is lager dan dit.",
    "workbook.mark.between": "‘2,6 tot 3,4’, ‘20–30%’",
    "workbook.meaning.between": (
        "Het echte cijfer ligt ergens tussen deze twee. Bij zo’n kleine groep noemen we het precieze cijfer niet."
    ),
    "workbook.mark.margin": "‘3,0 tot 4,0’ onder ‘Marge’",
    "workbook.meaning.margin": "Zo ver kan het gemiddelde door toeval ongeveer lager of hoger liggen.",
    "workbook.mark.half": "‘3,1 tot 3,5’ onder ‘Middelste helft’",
    "workbook.meaning.half": (
        "De helft van de netwerken ligt hiertussen. Een kwart ligt lager, een kwart hoger. Het is geen marge."
    ),
    "workbook.mark.others": "‘3,4 (3,1 tot 3,5)’",
    "workbook.meaning.others": (
        "Het midden van andere netwerken, met tussen haakjes hun middelste helft. "
        "De helft van die netwerken ligt tussen die twee."
    ),
    "workbook.mark.counted": "‘minstens’",
    "workbook.meaning.counted": (
        "Zoveel is er geteld, en niet elke organisatie telt mee. "
        "Een mens kan dubbel zijn geteld, dus het echte aantal mensen kan ook lager zijn."
    ),
    "workbook.mark.few": "‘< 5’",
    "workbook.meaning.few": "Het gaat om één tot en met vier mensen. In een som tellen zij niet mee.",
    "workbook.mark.part": "‘een deel’",
    "workbook.meaning.part": "Niet allemaal, maar wel sommigen. Het precieze aantal noemen we niet.",
    "workbook.mark.withheld": "–",
    "workbook.meaning.withheld": "Dit laten we niet zien, of het is er niet. Het betekent nooit nul.",
    "workbook.mark.percent": "60%",
    "workbook.meaning.percent": "Een deel van de mensen die antwoordden, in stappen van 5%.",
    "workbook.columns": "De kolommen",
    "workbook.column": "Kolommen",
    "workbook.zone.shown": "Zoals in het rapport",
    "workbook.zone.shown.page": "Zoals op de bladzijde",
    "workbook.zone.numbers": "Als getal",
    "workbook.zone.exactness": "Hoe precies",
    "workbook.about.shown": "De tabel zoals je hem kent, als tekst.",
    "workbook.about.numbers": "Hetzelfde als getal, om mee te rekenen. Leeg als er geen getal is.",
    "workbook.about.limits": (
        "Bij ‘of hoger’, ‘of lager’, ‘meer dan’ en ‘minder dan’ is het de grens. Kijk dus altijd ook bij ‘Hoe precies’."
    ),
    "workbook.about.exactness": "Wat het getal zegt, bijvoorbeeld ‘precies’.",
    "workbook.as_number": "{heading}, als getal",
    "workbook.how_exact": "{heading}, hoe precies",
    "workbook.up_to": "{heading}, tot en met",
    "workbook.sheets": "De bladen",
    "workbook.sheet": "Blad",
    "workbook.contents": "Wat erin staat",
    "workbook.exactness.exact": "precies",
    "workbook.exactness.at_least": "dit of hoger",
    "workbook.exactness.at_most": "dit of lager",
    "workbook.exactness.above": "hoger dan dit",
    "workbook.exactness.below": "lager dan dit",
    "workbook.exactness.between": "hiertussen",
    "workbook.exactness.half": "de helft ligt hiertussen",
    "workbook.exactness.counted": "zoveel is er geteld",
    "workbook.exactness.withheld": "niet getoond",
    "workbook.exactness.few": "één tot en met vier",
    "workbook.exactness.part": "een deel",
    "workbook.exactness.unknown": "niet bekend",
    "workbook.talk": "Vragen om mee te beginnen",
    "workbook.talk.question": "Vraag",
    "workbook.talk.reason": "Waarom dit onderwerp",
    "workbook.talk.action": "Wat jullie kunnen doen",
    "workbook.talk.owners": "Wie",
    "workbook.talk.term": "Hoe lang ongeveer",
    "workbook.action": "Actie",
    "workbook.action.state": "Hoe ver",
    "workbook.actions.previous": "Wat jullie eerder afspraken",
    "workbook.actions.empty": "Om samen in te vullen",
}

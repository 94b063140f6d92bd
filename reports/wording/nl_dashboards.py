"""The Dutch of the pages over many networks."""

from typing import Final

DASHBOARDS: Final = {
    "compare.network": "Netwerk",
    "compare.closed": "Ronde gesloten op",
    "compare.table": "Alle cijfers van deze netwerken",
    "compare.how": (
        "Elk cijfer is het gemiddelde van één netwerk op één onderwerp. Het staat zo in het rapport van dat netwerk. "
        "Hoe donkerder, hoe hoger. Wijs een cijfer aan: dan lees je de marge, de status en het aantal antwoorden."
    ),
    "compare.has-other": (
        "Een cijfer met een sterretje komt van andere vragen dan de rest van de kolom. Het is niet te vergelijken."
    ),
    "compare.not-asked": "{theme}: niet gevraagd in deze ronde",
    "compare.margin": "marge {margin}",
    "compare.answers.one": "1 antwoord",
    "compare.answers.many": "{number} antwoorden",
    "compare.other-questions": "andere vragen, niet te vergelijken",
    "compare.edition": (
        "De grijze band is de middelste helft van alle netwerken, zoals vastgelegd op {date}. "
        "Hij verandert niet als je netwerken kiest."
    ),
    "compare.no-edition": (
        "Er zijn nog te weinig netwerken om een middelste helft van te laten zien. Daarvoor zijn er tien nodig."
    ),
    "compare.key": "gemiddelde van het netwerk, met marge",
    "compare.answer": "{theme}: {counts}.",
    "compare.count.too_few.one": "één netwerk met te weinig antwoorden",
    "compare.count.too_few.many": "{number} netwerken met te weinig antwoorden",
    "compare.count.unknown.one": "één onbekend",
    "compare.count.unknown.many": "{number} onbekend",
    "compare.count.divided.one": "één verdeeld",
    "compare.count.divided.many": "{number} verdeeld",
    "compare.count.attention.one": "één vraagt aandacht",
    "compare.count.attention.many": "{number} vragen aandacht",
    "compare.count.on_the_way.one": "één op weg",
    "compare.count.on_the_way.many": "{number} op weg",
    "compare.count.strong.one": "één sterk",
    "compare.count.strong.many": "{number} sterk",
    "compare.count.between.one": "één tussen twee namen in",
    "compare.count.between.many": "{number} tussen twee namen in",
    "compare.dots": "Een stip is een gemiddelde, de streep is de marge.",
    "compare.dots.band": (
        "Een stip is een gemiddelde, de streep is de marge. De grijze band is de middelste helft van alle netwerken."
    ),
    "compare.dots.alt": "Van elk netwerk het gemiddelde van {theme}. Alle cijfers staan in de tabel hieronder.",
    "compare.dots.table": "Gemiddelde van {theme} per netwerk; alle netwerken samen: {others}",
    "board.made": "Gemaakt op",
    "board.kicker": "Over meer netwerken",
    "board.mirror": (
        "Dit zijn cijfers uit de rapporten van meer netwerken naast elkaar. Ze zijn gemaakt om over te praten. "
        "Ze zijn niet bedoeld om netwerken te beoordelen of te rangschikken, of om over subsidie te beslissen."
    ),
    "board.chosen": "Gekozen",
    "said.commitment": "Inzet van gemeenten",
    "said.commitment.table": "In hoeveel netwerken welke zin is gekozen",
    "said.commitment.how": (
        "Een netwerk met meer gemeenten kan bij meer zinnen meetellen. "
        "Bij ‘alle invullers’ telt een netwerk alleen mee als één zin duidelijk het vaakst is gekozen."
    ),
    "said.step": "Zin",
    "said.municipality.now": "Gemeente zelf, nu",
    "said.municipality.needed": "Gemeente zelf, nodig over twee jaar",
    "said.everyone.now": "Alle invullers, nu",
    "said.everyone.needed": "Alle invullers, nodig over twee jaar",
    "said.tasks": "Wie doet wat?",
    "said.tasks.table": "In hoeveel netwerken een taak zo is verdeeld",
    "said.tasks.answer": "Het vaakst zonder iemand die het doet, zonder leiding, of met meer dan één leiding: {tasks}.",
    "said.tasks.none": "Elke taak is in elk netwerk verdeeld, met één leiding.",
    "said.tasks.how": (
        "Organisaties zeggen dit zelf. Bovenaan staan de taken die in de meeste netwerken om een gesprek vragen."
    ),
    "said.task": "Taak",
    "said.groups": "Wie bereiken netwerken?",
    "said.groups.table": "In hoeveel netwerken een groep mensen een blinde vlek, weinig gezien of een kans is",
    "said.groups.answer": "Het vaakst een blinde vlek: {groups}.",
    "said.groups.none": "Geen groep is in een van deze netwerken een blinde vlek.",
    "said.group": "Groep mensen",
    "said.numbers": "Aantallen mensen",
    "said.numbers.table": "Alle netwerken samen",
    "said.numbers.how": (
        "Een mens kan dubbel zijn geteld: bij twee organisaties, of in twee netwerken. Tel deze aantallen dus niet op."
    ),
    "said.numbers.what": "Wat",
    "said.numbers.total": "Samen",
    "said.numbers.networks": "Netwerken",
    "said.numbers.note": "Van hoeveel organisaties",
    "said.at-least": "minstens {number}",
    "said.of.one": "van 1 organisatie",
    "said.of.many": "van {number} organisaties",
    "said.missing.one": "1 organisatie telt niet mee",
    "said.missing.many": "{number} organisaties tellen niet mee",
    "said.nothing": "Hierover is in deze netwerken niets gezegd.",
}

"""The Dutch of the pages over many networks."""

from typing import Final

DASHBOARDS: Final = {
    "compare.network": "Netwerk",
    "compare.closed": "Ronde gesloten op",
    "compare.table": "Alle cijfers van deze netwerken",
    "compare.how": (
        "Elk cijfer is het gemiddelde van één netwerk op één onderwerp. Het staat zo in het rapport van dat netwerk. "
        "Hoe donkerder, hoe hoger."
    ),
    "compare.has-coded": "Een streepjesrand: van een kleine groep noemen we het precieze cijfer niet.",
    "compare.has-other": (
        "Een cijfer met een sterretje komt van andere vragen dan de rest van de kolom. Het is niet te vergelijken."
    ),
    "compare.not-asked": "{theme}: niet gevraagd in deze ronde",
    "compare.margin": "marge {margin}",
    "compare.answers.one": "1 antwoord",
    "compare.answers.many": "{number} antwoorden",
    "compare.other-questions": "andere vragen, niet te vergelijken",
    "compare.edition": (
        "De grijze band in een grafiek is de middelste helft van alle netwerken, zoals vastgelegd op {date}. "
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
    "compare.count.between.one": "één op de grens van twee woorden",
    "compare.count.between.many": "{number} op de grens van twee woorden",
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
    "board.mirror.needs": (
        "Dit is hoe het nu gaat met elk netwerk: de ronde, de respons en de acties. "
        "Daarnaast staat van elk onderwerp het woord uit het laatste rapport. Dat woord is om over te praten. "
        "Het is niet bedoeld om netwerken te beoordelen of te rangschikken, of om over subsidie te beslissen."
    ),
    "board.mirror.places": (
        "Dit laat zien in welke provincie en regio netwerken zijn, en hoe ver hun ronde is. "
        "Het zijn aantallen netwerken. Uitkomsten staan er niet in."
    ),
    "board.chosen": "Gekozen",
    "counted.answer.one": "{theme} (één netwerk): {counts}.",
    "counted.answer.many": "{theme} ({number} netwerken): {counts}.",
    "counted.word": "{word} in {number}",
    "difference.margin": "{difference} (marge {margin})",
    "development.word.rise": "gestegen",
    "development.word.fall": "gedaald",
    "development.word.unclear": "kan toeval zijn",
    "development.word.not_comparable": "niet te vergelijken",
    "development.word.first": "eerste ronde",
    "development.word.not_shown": "niet te zeggen",
    "development.before": "was {value} ({date})",
    "development.now": "nu {value} ({date})",
    "development.other-questions": "de vragen zijn veranderd",
    "development.composition": "er deden andere mensen mee",
    "development.how": (
        "Elk woord vergelijkt de laatste ronde van een netwerk met de ronde ervoor. “Niet te vergelijken” betekent: "
        "de vragen zijn veranderd. “Niet te zeggen” betekent: een van beide cijfers is er niet, of is niet precies."
    ),
    "development.chance": (
        "“Gestegen” of “gedaald” staat er alleen als het verschil groter is dan toeval alleen zou geven. "
        "Deden er andere mensen mee? Dan zegt het verschil minder."
    ),
    "development.table": "Alle cijfers van de laatste ronde en de ronde ervoor",
    "development.closed-before": "Vorige ronde",
    "development.closed-now": "Laatste ronde",
    "development.mean-before": "Was",
    "development.mean-now": "Nu",
    "development.difference": "Verschil",
    "development.what": "Sinds de ronde ervoor",
    "development.people": "Wie er meededen",
    "lines.answer": "{theme}: {word}.",
    "lines.word.rise": "in de laatste ronde gestegen",
    "lines.word.fall": "in de laatste ronde gedaald",
    "lines.word.unclear": "het verschil tussen de laatste twee rondes kan toeval zijn",
    "lines.word.not_comparable": "de laatste ronde is niet te vergelijken, want de vragen zijn veranderd",
    "lines.word.first": "er is nog maar één ronde",
    "lines.word.not_shown": "over het verschil met de ronde ervoor is niets te zeggen",
    "lines.people": "In de laatste ronde deden andere mensen mee.",
    "lines.how": (
        "1 is helemaal oneens, 5 is helemaal eens. Een stip is het gemiddelde van een ronde. Een lijn verbindt twee "
        "rondes na elkaar, met dezelfde vragen en bijna dezelfde mensen. "
        "Waar geen lijn is, zijn rondes niet te vergelijken, of is een cijfer niet precies."
    ),
    "lines.alt": "Het gemiddelde van {theme} per ronde. Alle cijfers staan in de tabel hieronder.",
    "lines.table": "Alle rondes van {network}",
    "sides.library": "bibliotheek",
    "sides.welfare": "welzijn",
    "sides.word.different": "verschillend",
    "sides.word.same": "ongeveer gelijk",
    "sides.word.unclear": "niet zeker",
    "sides.word.untold": "niet te zeggen",
    "sides.word.not_shown": "te weinig antwoorden van de bibliotheek of welzijn",
    "sides.value": "{name} {value}",
    "sides.difference": "verschil {difference}",
    "sides.how": (
        "Elk cijfer is het gemiddelde van één groep in één netwerk. Het staat zo in het rapport van dat netwerk."
    ),
    "sides.chance": (
        "“Verschillend” staat er alleen als het verschil groter is dan toeval alleen zou geven. In kleine groepen is "
        "dat pas bij een groot verschil. Een verschil is geen fout: praat erover met beide kanten."
    ),
    "sides.median.how": (
        "Onderaan staat de middelste van de gepubliceerde verschillen van alle netwerken, zoals vastgelegd op {date}. "
        "Een plus betekent: de bibliotheek is positiever. Dit cijfer verandert niet als je netwerken kiest."
    ),
    "sides.median.says": "{theme}: het middelste verschil van {networks} netwerken is {median}, vastgelegd op {date}",
    "sides.median.none": "{theme}: nog geen tien netwerken met een verschil over dezelfde vragen",
    "sides.no-median": (
        "Een cijfer van alle netwerken samen is er nog niet. Daarvoor moeten tien netwerken een verschil laten zien "
        "over dezelfde vragen."
    ),
    "sides.table": "Alle cijfers van bibliotheek en welzijn",
    "sides.column.library": "Bibliotheek",
    "sides.column.welfare": "Welzijn",
    "sides.column.difference": "Verschil",
    "sides.column.median": "Middelste van alle netwerken",
    "sides.column.word": "Samen",
    "sides.column.library-says": "Bibliotheek zegt",
    "sides.column.welfare-says": "Welzijn zegt",
    "sides.voices.how": (
        "Dit zeggen organisaties zelf, namens hun organisatie. Het telt niet mee in de cijfers hierboven. "
        "Wie het zegt, staat in het rapport van het netwerk."
    ),
    "sides.voices.table": "Wat bibliotheken en welzijnsorganisaties zelf zeggen",
    "sides.times": "{answer} ({number})",
    "sides.stuck.one": "{theme}: in één netwerk zegt een bibliotheek of welzijnsorganisatie dat het knelt.",
    "sides.stuck.many": "{theme}: in {number} netwerken zegt een bibliotheek of welzijnsorganisatie dat het knelt.",
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
    "said.about.one": "Dit gaat over één netwerk: daar vulden genoeg organisaties dit in.",
    "said.about.many": "Dit gaat over {number} netwerken: daar vulden genoeg organisaties dit in.",
    "said.groups": "Wie bereiken netwerken?",
    "said.groups.table": "In hoeveel netwerken een groep mensen een blinde vlek, weinig gezien of een kans is",
    "said.groups.answer": "Het vaakst een blinde vlek: {groups}.",
    "said.groups.none": "Geen groep is in een van deze netwerken een blinde vlek.",
    "said.group": "Groep mensen",
    "said.numbers": "Aantallen mensen",
    "said.numbers.table": "Deze netwerken samen",
    "said.numbers.how": (
        "Een mens kan dubbel zijn geteld: bij twee organisaties, of in twee netwerken. "
        "Het echte aantal mensen kan dus lager zijn. "
        "‘Minstens’ betekent: zoveel is er geteld, en niet elke organisatie telt mee."
    ),
    "said.numbers.what": "Wat",
    "said.numbers.total": "Samen geteld",
    "said.numbers.networks": "Netwerken",
    "said.numbers.note": "Van hoeveel organisaties",
    "said.at-least": "minstens {number}",
    "said.of.one": "van 1 organisatie",
    "said.of.many": "van {number} organisaties",
    "said.missing.one": "1 organisatie telt niet mee",
    "said.missing.many": "{number} organisaties tellen niet mee",
    "said.nothing": "In deze netwerken vulden te weinig organisaties hierover iets in.",
    "places.provinces.one": "in één provincie",
    "places.provinces.many": "in {number} provincies",
    "places.networks.one": "Er is één netwerk",
    "places.networks.many": "Er zijn {number} netwerken",
    "places.answer": "{networks}, {where}: {stages}.",
    "places.count.open.one": "één met een ronde die loopt",
    "places.count.open.many": "{number} met een ronde die loopt",
    "places.count.closed.one": "één waarvan het rapport nog niet vrij is",
    "places.count.closed.many": "{number} waarvan het rapport nog niet vrij is",
    "places.count.planned.one": "één met een ronde in de planning",
    "places.count.planned.many": "{number} met een ronde in de planning",
    "places.count.released.one": "één met een rapport",
    "places.count.released.many": "{number} met een rapport",
    "places.count.none.one": "één zonder ronde",
    "places.count.none.many": "{number} zonder ronde",
    "places.stage.open": "ronde loopt",
    "places.stage.closed": "gesloten, rapport nog niet vrij",
    "places.stage.planned": "ronde gepland",
    "places.stage.released": "rapport klaar",
    "places.stage.none": "nog geen ronde",
    "places.how": "Elk vlak is een provincie. De getallen zijn aantallen netwerken.",
    "places.empty.one": "In één arbeidsmarktregio is geen netwerk.",
    "places.empty.many": "In {number} arbeidsmarktregio's is geen netwerk.",
    "places.empty.named": "Geen netwerk in {regions}.",
    "places.alt": "De provincies als vlakken, met hun netwerken. Alle aantallen staan in de tabel hieronder.",
    "places.no-region": "regio niet ingevuld",
    "places.table": "Netwerken per provincie en arbeidsmarktregio",
    "places.province": "Provincie",
    "places.region": "Arbeidsmarktregio",
    "places.column": "Netwerken",
    "places.all": "Samen",
}

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
}

"""The Dutch of how a report was made."""

from typing import Final

METHOD: Final = {
    "method": "Over dit rapport",
    "method.k": (
        "Een gemiddelde laten we zien bij {k} of meer mensen. Wat mensen van een zin vinden, laten we zien "
        "bij {k_item} of meer. Een groep staat er alleen apart als je dan niet kunt uitrekenen wat anderen antwoordden."
    ),
    "method.edges": (
        "Is bijna iedereen het eens of oneens? Het precieze cijfer noemen we dan niet. "
        "Er staat ‘of hoger’ of ‘of lager’ bij, of een teken: ≤ is zoveel of minder, ≥ is zoveel of meer. "
        "Bij een streepje (–) laten we niets zien. Dat betekent nooit nul."
    ),
    "method.margin": (
        "De marge hangt alleen af van het aantal antwoorden. Hoe minder mensen, hoe langer de streep. "
        "Met andere mensen, of op een andere dag, komt er een iets ander cijfer uit."
    ),
    "method.once": (
        "De uitkomsten zijn één keer berekend bij de sluiting en veranderen niet meer. "
        "Daarna zijn de antwoorden losgemaakt van de namen."
    ),
    "method.words": (
        "Eigen woorden leest één adviseur, zonder naam, en alleen als de schrijver dat aankruist. "
        "Ze staan in geen werkblad of databestand."
    ),
    "method.profile-part": (
        "Wat namens een organisatie is ingevuld, staat hier met de naam erbij. "
        "We tellen het nooit op bij de antwoorden van mensen."
    ),
    "method.no-ranking": "We maken geen ranglijst van netwerken of organisaties.",
    "method.not-anonymous": (
        "Helemaal anoniem is het niet. Als mensen samenwerken, of veel van elkaar weten, kunnen zij soms iets afleiden."
    ),
    "method.questionnaire": "Vragenlijst",
    "method.profile": "Namens organisaties",
    "method.policy": "Rekenregels",
    "method.policy.version": "versie {version}",
    "method.opened": "Open van",
    "method.opened.dates": "{opened} tot en met {closed}",
    "method.benchmark": "Andere netwerken",
    "method.benchmark.date": "cijfers van {date}",
    "method.hash": "Kenmerk van de resultaten",
}

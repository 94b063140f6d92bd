"""A report with every kind of block, for who draws it."""

from datetime import UTC, date, datetime
from typing import Final

from reports.report import (
    ActionCard,
    ActionCards,
    Block,
    Cover,
    EditionMark,
    Fact,
    Facts,
    Guidance,
    Highlight,
    Highlights,
    Notice,
    Paragraph,
    Quotes,
    Report,
    Section,
    Suggestion,
    Suggestions,
    Talk,
    Talks,
    Units,
)
from tests.unit.reports.every_figure import BARS, DOTS, FOLDED, GROUPS, HEAT, HOSTILE, REACH, TIES

_FIELDS: Final = ("Wat", "Wie", "Klaar op", "Eerste stap")


def sections() -> tuple[Section, ...]:
    """Return a section for each kind of block."""
    made: dict[str, tuple[str, tuple[Block, ...]]] = {
        "highlights": ("Dit valt op", (Highlights((Highlight(DOTS.answer, "Bekijk de onderwerpen", "themes"),)),)),
        "response": (
            "Wie antwoordde",
            (
                Paragraph("18 van de 24 genodigden (75%) hebben geantwoord.", "lead"),
                Units(18, 24, "18 van de 24 vakjes zijn gevuld."),
                Notice("Dit is een beeld van de invullers", "De cijfers gaan over wie de vragen invulde.", "attention"),
            ),
        ),
        "themes": ("De onderwerpen", (DOTS, Paragraph("We maken geen ranglijst.", "small"))),
        "groups": ("Bibliotheek, welzijn en de anderen", (GROUPS,)),
        "statements": ("De zinnen", (BARS, FOLDED)),
        "roles": ("Rollen", (HEAT,)),
        "reach": ("Bereik", (REACH, Notice("Kan dubbel geteld zijn", "Tel deze aantallen niet bij elkaar op."))),
        "relations": ("Wie kent wie", (TIES,)),
        "words": ("In eigen woorden", tuple(Quotes("Wat gaat goed?", HOSTILE) for _ in range(1))),
        "talk": (
            "Om over te praten",
            (
                Guidance(
                    "Zo leid je het gesprek", (Fact("0–10 minuten", "Waarom we dit doen."), Fact("10–25", "Lees zelf."))
                ),
                Talks(
                    (
                        Talk(
                            "Rollen",
                            "Het gemiddelde is 2,9.",
                            ("Wie doet welke stap?", "Wat doen we dubbel?", "En nu?"),
                        ),
                    )
                ),
                Suggestions("Rollen", (Suggestion("Leg de rollenkaart op tafel.", "de adviseur", "4 weken"),)),
            ),
        ),
        "previous": (
            "Wat jullie afspraken",
            (
                ActionCards(
                    (
                        ActionCard(
                            "Maak een doorstuurkaart.",
                            (Fact("Wie", HOSTILE[0]), Fact("Klaar op", "1 maart 2026")),
                            "previous",
                            "klaar",
                        ),
                    )
                ),
            ),
        ),
        "actions": (
            "Acties",
            (
                ActionCards(
                    tuple(ActionCard(f"Actie {n}", tuple(Fact(each, "") for each in _FIELDS)) for n in (1, 2, 3))
                ),
            ),
        ),
        "method": ("Over dit rapport", (Facts((Fact("Vragenlijst", "Taalnetwerkspiegel 1.0.0"),)),)),
    }
    return tuple(Section(name, title, blocks, f"{title}: in één zin.") for name, (title, blocks) in made.items())


def every_block(language: str = "nl", network: str = "Taalnetwerk Waterdam") -> Report:
    """Return the report; its words are Dutch in either language."""
    return Report(
        language=language,
        title=f"Rapport {network}, najaar 2026",
        cover=Cover("Rapport voor de deelnemers, najaar 2026", network, (Fact("Antwoorden", "18 van de 24 mensen"),)),
        mirror="Dit rapport is een spiegel, geen rapportcijfer.",
        sections=sections(),
        closed_on=date(2026, 11, 13),
        edition=EditionMark(1, "a" * 64, datetime(2026, 11, 16, 12, tzinfo=UTC)),
    )

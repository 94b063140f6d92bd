"""The sample report that everybody may read: an invented network, published by the same rules as any other."""

from datetime import date
from functools import cache
from typing import Final

from reports.forms.kinds import FORMS
from reports.report import AgreedAction, ReleasedWords, Report, build
from survey.demo.invented import Invented, invented_input
from survey.demo.patterns import Pattern
from survey.services.drawing import guarded

_PATTERN: Final = Pattern(
    level=3.5,
    shifts={"contact-trust": 0.6, "shared-purpose": 0.4, "municipality": -0.7, "learning-action": -0.5},
    views={
        "library": {"roles": 0.7, "joint-reach": 0.4},
        "welfare": {"roles": -0.9, "joint-reach": -0.5, "differences": -0.5},
    },
    drift={"learning-action": 0.9, "conditions": -0.3},
)

_ACTIONS: Final = (
    AgreedAction(
        id="1",
        what="Leg de rollenkaart op tafel en kies per taak één organisatie die de leiding heeft.",
        status="done",
        agreed_on=date(2025, 11, 13),
        theme="roles",
        owner="Bibliotheek Voorbeeldstad",
        due_on=date(2026, 1, 15),
        proof="Bij elke taak staat één naam.",
    ),
    AgreedAction(
        id="2",
        what="Vraag de wethouder om een half uur. Neem twee cijfers en één verhaal mee.",
        status="busy",
        agreed_on=date(2025, 11, 13),
        theme="municipality",
        owner="Welzijn Voorbeeldstad",
        due_on=date(2026, 3, 1),
        first_step="Een afspraak maken met het secretariaat.",
    ),
)

_WORDS: Final = (
    ReleasedWords(
        "op-keep",
        (
            "We kennen elkaar en weten elkaar snel te vinden.",
            "De taalcafés samen met het buurthuis moeten blijven.",
            "Elke maand even bij elkaar zitten.",
        ),
    ),
    ReleasedWords(
        "op-first",
        (
            "Afspreken wie de eerste gesprekken voert.",
            "Samen naar de gemeente met één verhaal.",
            "Een blad met alle namen en nummers.",
            "Bij schuldhulp langsgaan.",
        ),
    ),
)

SAMPLE: Final = Invented(
    name="Taalnetwerk Voorbeeldstad",
    sent_in={"library": 9, "welfare": 9, "municipality": 3, "volunteer-provider": 4, "formal-provider": 3},
    organisations={
        "library": ("Bibliotheek Voorbeeldstad",),
        "welfare": ("Welzijn Voorbeeldstad", "Buurthuis De Brug"),
        "municipality": ("Gemeente Voorbeeldstad",),
        "volunteer-provider": ("Taalmaatjes", "Gilde Voorbeeldstad"),
        "formal-provider": ("Roc De Linde",),
    },
    invited=34,
    invited_before=29,
    pattern=_PATTERN,
    seed=2026,
    meeting_place="13.30 uur, Bibliotheek Voorbeeldstad",
    actions=_ACTIONS,
    words=_WORDS,
)


@cache
def report(language: str) -> Report:
    """Return the sample report in one language: its second round, with the first to compare with."""
    given, asked = invented_input(SAMPLE)
    return build(given, asked, language=language)


def draw_pdf(language: str) -> bytes:
    """Return the sample report as a document, when it is its turn; raises as ``drawing.draw`` does."""
    from reports.forms.pdf import pdf

    made = report(language)
    return guarded(FORMS["pdf"], lambda: pdf(made))

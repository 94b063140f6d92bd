"""Networks to make whole reports of: small, middling, divided, large, with nothing to show, first ever, and a scan.

Each is published and frozen as a real one; made once for a run.
"""

from dataclasses import replace
from functools import cache
from typing import Final

from reports.report import Asked, Audience, Report, ReportInput, build
from survey.demo.invented import Invented, invented_input
from survey.demo.patterns import ALL, Pattern
from survey.services.sample import SAMPLE

SMALL: Final = Invented(
    name="Taalnetwerk Klein",
    sent_in={"library": 2, "welfare": 3, "municipality": 1, "volunteer-provider": 2},
    organisations={
        "library": ("Bibliotheek Klein",),
        "welfare": ("Welzijn Klein",),
        "municipality": ("Gemeente Klein",),
        "volunteer-provider": ("Taalmaatjes",),
    },
    invited=11,
    pattern=Pattern(level=3.4),
    seed=8,
)
DIVIDED: Final = Invented(
    name="Taalnetwerk Tweestromen",
    sent_in={"library": 8, "welfare": 7, "municipality": 3, "formal-provider": 2},
    organisations={
        "library": ("Bibliotheek Tweestromen",),
        "welfare": ("Welzijn Oost", "Welzijn West"),
        "municipality": ("Gemeente Tweestromen",),
        "formal-provider": ("Roc Midden",),
    },
    invited=24,
    pattern=Pattern(level=3.0, sides={"roles": 2.4, "conditions": 2.2}, dont_know={ALL: 0.03, "municipality": 0.5}),
    seed=20,
    invited_before=20,
)
LARGE: Final = Invented(
    name="Taalnetwerk van de samenwerkende gemeenten Groot, Grootdorp en Grootstad aan Zee",
    sent_in={
        "library": 45, "municipality": 30, "municipality-desk": 20, "welfare": 40, "formal-provider": 20,
        "volunteer-provider": 25, "digital-support": 10, "community": 10,
    },
    organisations={
        "library": ("Bibliotheek Groot", "Bibliotheek Grootdorp", "Bibliotheek aan Zee"),
        "municipality": ("Gemeente Groot", "Gemeente Grootdorp"),
        "welfare": ("Welzijn Noord", "Welzijn Zuid", "Buurtwerk", "De Wijkkamer"),
        "formal-provider": ("Roc Groot", "Taalschool Zee"),
        "volunteer-provider": ("Gilde", "Taalmaatjes", "Samen Lezen"),
        "digital-support": ("Digihulp",),
        "community": ("Vrouwen van Groot", "Moskee Al Noor", "Parochie Sint Jan"),
    },
    invited=260,
    pattern=Pattern(level=3.6, shifts={"municipality": -0.6, "contact-trust": 0.5}, drift={"roles": 0.5}),
    seed=200,
    invited_before=240,
)  # fmt: skip
SILENT: Final = Invented(
    name="Taalnetwerk Stil", sent_in={"library": 2, "welfare": 1}, organisations={}, invited=12,
    pattern=Pattern(), seed=3,
)  # fmt: skip
SCAN: Final = Invented(
    name="Taalnetwerk Snel", sent_in={"library": 6, "welfare": 8}, organisations={}, invited=18,
    pattern=Pattern(level=3.4), seed=14, questionnaire="quick-scan",
)  # fmt: skip

NETWORKS: Final = {
    "small": SMALL,
    "middling": SAMPLE,
    "divided": DIVIDED,
    "large": LARGE,
    "silent": SILENT,
    "scan": SCAN,
}


@cache
def given(name: str) -> tuple[ReportInput, Asked]:
    """Return what the report of one of the networks is made of."""
    return invented_input(NETWORKS[name])


def report_of(name: str, language: str = "nl", audience: Audience = "participant", **changed: object) -> Report:
    """Make the report of one of the networks, with some of its input changed."""
    made_of, asked = given(name)
    return build(replace(made_of, **changed), asked, language=language, audience=audience)

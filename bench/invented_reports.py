"""Networks that exist nowhere, and their released reports in a database, for bench/report.py."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Final

from sqlalchemy.orm import Session

from reports.report import Asked, ReportInput
from survey import clock, tokens
from survey.demo.invented import NOW, Invented, invented_input
from survey.demo.patterns import Pattern
from survey.models import Account, PublishedResults, ReportEdition, Round
from survey.services import networks
from survey.services.sample import SAMPLE

_SMALL: Final = Invented(
    name="Taalnetwerk Acht",
    sent_in={"library": 2, "welfare": 3, "municipality": 1, "volunteer-provider": 2},
    organisations={"library": ("Bibliotheek",), "welfare": ("Welzijn",), "municipality": ("Gemeente",)},
    invited=11,
    pattern=Pattern(level=3.4),
    seed=8,
)
_LARGE: Final = Invented(
    name="Taalnetwerk Tweehonderd",
    sent_in={"library": 60, "welfare": 50, "municipality": 40, "formal-provider": 25, "volunteer-provider": 25},
    organisations={
        "library": ("Bibliotheek Noord", "Bibliotheek Zuid", "Bibliotheek Oost"),
        "welfare": ("Welzijn Noord", "Welzijn Zuid", "Buurtwerk", "De Wijkkamer"),
        "municipality": ("Gemeente Noord", "Gemeente Zuid"),
        "formal-provider": ("Roc Noord", "Taalschool Zuid"),
        "volunteer-provider": ("Gilde", "Taalmaatjes", "Samen Lezen"),
    },
    invited=260,
    invited_before=240,
    pattern=Pattern(level=3.6, shifts={"municipality": -0.6, "contact-trust": 0.5}, drift={"roles": 0.5}),
    seed=200,
)
_THIRTY: Final = replace(
    SAMPLE, sent_in={"library": 9, "welfare": 9, "municipality": 5, "volunteer-provider": 4, "formal-provider": 3}
)

#: By the number of people who answered.
NETWORKS: Final = {8: _SMALL, 30: _THIRTY, 200: _LARGE}


@cache
def given(people: int) -> tuple[ReportInput, Asked]:
    """Return what the report of one of the networks is made of."""
    return invented_input(NETWORKS[people])


def many(number: int, different: int) -> Iterator[tuple[ReportInput, Asked]]:
    """Give what so many networks' reports are made of: each has a name of its own, ``different`` have own figures."""
    made = [invented_input(replace(_THIRTY, seed=seed)) for seed in range(different)]
    for place in range(number):
        given, asked = made[place % different]
        yield replace(given, network=f"Taalnetwerk Meting {place}"), asked


def adviser(session: Session) -> Account:
    """Add a support organisation with somebody who looks after networks."""
    networks.mark_instance(session, kind="production", at=clock.now())
    support = networks.add_support_organisation(session, name="Taalsteun Meting")
    return networks.add_adviser(session, support=support, name="Joris Meting", address="joris@meting.example")


def release(session: Session, looked_after_by: Account, given: ReportInput, asked: Asked, *, key: bytes) -> str:
    """Add a network with a round whose report can be read, and return the token of its link."""
    network = networks.add_network(session, adviser=looked_after_by, name=given.network, province="PV26")
    token, at = tokens.make_token(key, "report", network.id, 1), datetime(*NOW[1].timetuple()[:3], 18, tzinfo=UTC)
    results = given.results
    session.add(
        closed := Round(
            network_id=network.id,
            number=2,
            questionnaire_id=results.questionnaire,
            questionnaire_version=results.questionnaire_version,
            questionnaire_hash=asked.questionnaire.content_hash,
            plan=[],
            opened_at_utc=datetime(*NOW[0].timetuple()[:3], 8, tzinfo=UTC),
            closes_on=NOW[1],
            closed_at_utc=at,
            released_at_utc=at,
            report_token_hash=tokens.hash_token(token),
        )
    )
    session.flush()
    session.add(
        PublishedResults(
            round_id=closed.id,
            document=results.to_json(),
            document_hash=results.hash,
            questionnaire_id=results.questionnaire,
            questionnaire_version=results.questionnaire_version,
            policy_version=results.policy,
            published_at_utc=at,
        )
    )
    session.add(
        ReportEdition(round_id=closed.id, number=1, document=given.to_json(), document_hash=given.hash, made_at_utc=at)
    )
    session.flush()
    return token

"""What organisations said of a network, kept as one text: over ten thousand networks that is read and counted at once.

The text holds each thing once (:class:`reports.standing.Fact`), as ``task:intake:open``, and of each measure of which
anything is said its name, as ``task::``, with spaces between.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from reports.standing import Fact, FactMeasure
from survey.models import Network, RoundStanding
from survey.queries.people import Person
from survey.queries.standings.choosing import Chosen, about

#: A measure, a subject and a choice; without subject: that anything of this measure is said.
Said = tuple[FactMeasure, str, str]


def as_text(facts: Iterable[Fact]) -> str:
    """Return what is said of one network as its standing keeps it."""
    words = {f"{each.measure}::" for each in facts}
    words |= {f"{each.measure}:{each.subject}:{each.choice}" for each in facts if each.choice}
    return " ".join(sorted(words))


def counted(texts: Iterable[str]) -> dict[Said, int]:
    """Return of how many networks each thing is said, in no order that means anything; a text for each network."""
    found = Counter[str]()
    for text in texts:
        found.update(text.split())
    return {cast("Any", tuple(word.split(":"))): networks for word, networks in found.items()}


def count(session: Session, somebody: Person, chosen: Chosen) -> dict[Said, int]:
    """Return the same of the networks that fit."""
    statement = select(RoundStanding.said).join(Network, Network.id == RoundStanding.network_id)
    return counted(session.scalars(statement.where(*about(somebody, chosen), RoundStanding.said != "")))

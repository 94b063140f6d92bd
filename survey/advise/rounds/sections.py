"""What stands on the page of a round, from top to bottom: each section is made by a function of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from survey.errors import retold
from survey.services.round_page import RoundPage


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its template, in ``advise/round``, and what that needs."""

    template: str
    values: dict[str, Any]


#: Returns the section, or ``None`` where it has nothing to say.
Maker = Callable[[Session, RoundPage], Section | None]


def state(session: Session, page: RoundPage) -> Section:
    """Say where the round is on its way."""
    refusal = page.plan.refused_because if page.plan else None
    return Section("state", {"refusal": retold(refusal) if refusal else None})


#: From top to bottom.
MAKERS: Final[tuple[Maker, ...]] = (state,)

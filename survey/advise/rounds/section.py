"""A part of the page of a round, and what makes one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from survey.services.round_page import RoundPage


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its template, in ``advise/round``, and what that needs."""

    template: str
    values: dict[str, Any]


#: Returns the section, or ``None`` where it has nothing to say.
Maker = Callable[[Session, RoundPage], Section | None]

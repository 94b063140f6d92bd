"""What the macros draw as answered and as out of sight: by form fields, as a browser would send them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from markupsafe import Markup, escape

from questionnaires.conditions import And, Condition, Leaf, Not, Or, written
from questionnaires.respondent import Respondent
from questionnaires.showing import Showing
from questionnaires.types.base import FieldView, Question
from questionnaires.types.parts import Answer, Posted
from questionnaires.types.texts import TICK


class Marks(Protocol):
    """What a question's macro draws beside its words."""

    def mark(self, name: str, value: str) -> str:
        """Return the attribute that marks an option, or nothing."""
        ...

    def pick(self, name: str, value: str) -> str:
        """Return the attribute that picks an option of a list that unfolds, or nothing."""
        ...

    def text(self, name: str) -> str:
        """Return what is in a text field."""
        ...

    def tick(self, name: str) -> str:
        """Return the attribute that ticks an open answer's box, or nothing."""
        ...

    def sight(self, view: FieldView) -> str:
        """Return the attributes of what depends on answers: its condition, and whether it is out of sight."""
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """Answers as they are; ``now`` tells what is asked, and ``page`` which questions stand on this page."""

    posted: Posted
    now: Showing | None = None
    page: frozenset[str] = field(default_factory=frozenset[str])

    def mark(self, name: str, value: str) -> str:
        """Mark an option that was chosen."""
        return " checked" if value in self.posted.get(name, ()) else ""

    def pick(self, name: str, value: str) -> str:
        """Pick an option that was chosen."""
        return " selected" if value in self.posted.get(name, ()) else ""

    def text(self, name: str) -> str:
        """Return what was written."""
        return self.posted.get(name, ("",))[0]

    def tick(self, name: str) -> str:
        """Tick what may be in the report."""
        return self.mark(name + TICK, "on")

    def sight(self, view: FieldView) -> str:
        """Hide what is not asked; what depends on this page's answers carries its condition for the script."""
        if view.show_when is None or self.now is None:
            return ""
        left = reduced(view.show_when, self.now, self.page)
        hidden = Markup("") if self.now.holds(view.show_when) else Markup(" hidden")
        if isinstance(left, bool):
            return hidden
        return Markup(' data-when="{}"{}').format(json.dumps(written(left), ensure_ascii=False), hidden)


def marks_of(posted: Posted) -> dict[str, str]:
    """Return what fills the gaps of a drawn page, for answers as they are stored."""
    values: dict[str, str] = {}
    for name, given in posted.items():
        if given:
            values[name] = str(escape(given[0]))
            values[f"{name}:{given[0]}"] = " selected"
            values.update((f"{name}={value}", " checked") for value in given)
    return values


def reduced(condition: Condition, now: Showing, page: frozenset[str]) -> Condition | bool:
    """Return what is left of a condition when all that does not stand on this page is filled in."""
    match condition:
        case Leaf():
            return condition if _is_here(condition, page) else now.holds(condition)
        case Not():
            inner = reduced(condition.of, now, page)
            return not inner if isinstance(inner, bool) else Not(inner)
        case And():
            return _combined(condition, now, page, decides=False)
        case Or():
            return _combined(condition, now, page, decides=True)


def _combined(condition: And | Or, now: Showing, page: frozenset[str], *, decides: bool) -> Condition | bool:
    parts: list[Any] = [reduced(each, now, page) for each in condition.of]
    if decides in [part for part in parts if isinstance(part, bool)]:
        return decides
    left = tuple(part for part in parts if not isinstance(part, bool))
    if not left:
        return not decides
    return left[0] if len(left) == 1 else type(condition)(left)


def _is_here(leaf: Leaf, page: frozenset[str]) -> bool:
    return leaf.source == "question" and leaf.name in page


def posted_of(questions: Iterable[Question], answers: Mapping[str, Answer], respondent: Respondent) -> Posted:
    """Return the form fields of stored answers to these questions."""
    posted: Posted = {}
    for question in questions:
        posted |= question.posted(answers.get(question.id), respondent)
    return posted

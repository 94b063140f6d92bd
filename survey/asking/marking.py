"""What the macros draw as answered and as out of sight: by form fields, as a browser would send them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from markupsafe import Markup, escape

from questionnaires.conditions import Leaf, written
from questionnaires.respondent import Respondent
from questionnaires.showing import Showing, reduced
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
        left = reduced(view.show_when, self.now, self._is_here)
        hidden = Markup("") if self.now.holds(view.show_when) else Markup(" hidden")
        if isinstance(left, bool):
            return hidden
        return Markup(' data-when="{}"{}').format(json.dumps(written(left), ensure_ascii=False), hidden)

    def _is_here(self, leaf: Leaf) -> bool:
        return leaf.source == "question" and leaf.name in self.page


def marks_of(posted: Posted) -> dict[str, str]:
    """Return what fills the gaps of a drawn page, for answers as they are stored."""
    values: dict[str, str] = {}
    for name, given in posted.items():
        if given:
            values[name] = str(escape(given[0]))
            values[f"{name}:{given[0]}"] = " selected"
            values.update((f"{name}={value}", " checked") for value in given)
    return values


def posted_of(questions: Iterable[Question], answers: Mapping[str, Answer], respondent: Respondent) -> Posted:
    """Return the form fields of stored answers to these questions."""
    posted: Posted = {}
    for question in questions:
        posted |= question.posted(answers.get(question.id), respondent)
    return posted

"""What every step of an import works with: the texts, lists and ids of one form, and what was asked so far."""

from dataclasses import dataclass, field
from typing import Any, Literal

from questionnaires.conditions import Condition
from questionnaires.xlsform.constraints import Limits, read_limits
from questionnaires.xlsform.expressions import Unreadable
from questionnaires.xlsform.importing.conditions import Source, read_condition, together
from questionnaires.xlsform.importing.lists import ChoiceLists
from questionnaires.xlsform.importing.names import Names
from questionnaires.xlsform.importing.texts import Texts
from questionnaires.xlsform.importing.tree import Node
from questionnaires.xlsform.notes import Notes

AnsweredBy = Literal["person", "organisation"]


@dataclass(frozen=True, slots=True)
class Form:
    """One form under way."""

    answered_by: AnsweredBy
    notes: Notes
    names: Names
    texts: Texts
    lists: ChoiceLists
    #: What was asked so far, by the names of the form.
    asked: dict[str, Source] = field(default_factory=dict[str, Source])

    def condition(self, node: Node, outer: Condition | None = None) -> Condition | None:
        """Return when a row is shown, in a group that is shown when ``outer`` holds; what cannot be read is said."""
        text = node.condition
        if not text:
            return outer
        try:
            return together(outer, read_condition(text, self.asked))
        except Unreadable as because:
            sentence = f'it is always asked, for its condition "{text}" is not supported: {because}.'
            self.notes.add(node.number, sentence)
            return outer

    def limits(self, node: Node, *allowed: str) -> Limits:
        """Return what may be answered, as far as this type of question ``allowed`` has limits."""
        text = node.row.get("constraint")
        if not text:
            return Limits()
        found = read_limits(text)
        if found is None or any(getattr(found, name) for name in _LIMITS if name not in allowed):
            self.notes.add(node.number, f'the constraint "{text}" is not supported, so it is left out.')
            return Limits()
        return found

    def note_hint(self, group: Node) -> None:
        """Say that a group has no hint here."""
        if self.texts.hint(group.row, group.number):
            self.notes.add(group.number, "a page or block has no hint, so it is left out.")

    def line(self, node: Node) -> dict[str, str]:
        """Return the text of a row that is a part of a question; such a part has no hint."""
        if self.texts.hint(node.row, node.number):
            self.notes.add(node.number, "it is a part of a question, so its hint is left out.")
        return self.texts.label(node.row, node.number)

    def start(self, node: Node, kind: str, **special: Any) -> dict[str, Any]:
        """Return the first settings of a question: its id, its type, what its type needs, its texts."""
        name = self.names.take(node.name or f"row-{node.number}")
        hint = self.texts.hint(node.row, node.number)
        text = {"text": self.texts.label(node.row, node.number), **({"hint": hint} if hint else {})}
        return {"id": name, "type": kind, **special, **text}


_LIMITS = ("at_most", "alone", "length", "lowest", "highest")

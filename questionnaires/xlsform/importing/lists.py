"""The lists of choices of a form: which of them are scales, and which are the grades."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from questionnaires.types.summary import DONT_KNOW
from questionnaires.xlsform.importing.names import Names
from questionnaires.xlsform.importing.texts import Texts
from questionnaires.xlsform.notes import Notes
from questionnaires.xlsform.rows import FIRST, Row

_SCALE: Final = ("1", "2", "3", "4", "5")
_GRADES: Final = tuple(str(grade) for grade in range(1, 11))
_DONT_KNOW: Final = {"nl": "weet ik niet", "en": "don't know"}


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """One list: the texts of each choice by the name that the form gives it, and the ids here."""

    name: str
    row: int
    texts: dict[str, dict[str, str]]
    ids: dict[str, str]

    @property
    def is_scale(self) -> bool:
        """Whether it has five numbered choices, and perhaps "dk"."""
        return {*self.texts} - {DONT_KNOW} == {*_SCALE}

    @property
    def is_grades(self) -> bool:
        """Whether it has the numbers 1 to 10, without other words for them."""
        return {*self.texts} == {*_GRADES} and all({*text.values()} == {name} for name, text in self.texts.items())

    def options(self, alone: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
        """Return the choices as options; ``alone`` are those that go with no other."""
        return [self._option(name, name in alone) for name in self.texts]

    def _option(self, name: str, is_alone: bool) -> dict[str, Any]:
        if name == DONT_KNOW:
            return {"id": self.ids[name], "text": self.texts[name], "dont_know": True}
        return {"id": self.ids[name], "text": self.texts[name]} | ({"exclusive": True} if is_alone else {})


class ChoiceLists:
    """All lists of a form by name, and the scales that statements use."""

    def __init__(self, rows: Sequence[Row], texts: Texts, names: Names, notes: Notes) -> None:
        self._texts, self._names, self._notes = texts, names, notes
        self._found: dict[str, list[tuple[int, Row]]] = {}
        self._made: dict[str, ChoiceList] = {}
        self.scales: dict[str, dict[str, Any]] = {}
        for number, row in enumerate(rows, FIRST):
            self._put(number, row)

    def _put(self, number: int, row: Row) -> None:
        listed, name = row.get("list_name") or row.get("list name", ""), row.get("name") or row.get("value", "")
        if not row:
            return
        if not listed:
            self._notes.add(number, "it has no list_name, so it is left out.", sheet="choices")
        elif not name:
            self._notes.add(number, f'a choice of the list "{listed}" has no name, so it is left out.', sheet="choices")
        elif any(name == (other.get("name") or other.get("value")) for _, other in self._found.get(listed, ())):
            sentence = f'the list "{listed}" has "{name}" twice: the first of them is kept.'
            self._notes.add(number, sentence, sheet="choices")
        else:
            self._found.setdefault(listed, []).append((number, row))

    def get(self, name: str) -> ChoiceList | None:
        """Return a list, ``None`` when there is none of this name."""
        if name not in self._found:
            return None
        if name not in self._made:
            rows = self._found[name]
            texts = {
                row.get("name") or row["value"]: self._texts.label(row, number, sheet="choices") for number, row in rows
            }
            self._made[name] = ChoiceList(name, rows[0][0], texts, self._names.options(texts))
        return self._made[name]

    def scale(self, listed: ChoiceList) -> str:
        """Return the id of the scale that a list is, and keep the scale."""
        if listed.name not in self.scales:
            options = [listed.texts[number] for number in _SCALE]
            self.scales[listed.name] = {
                "id": self._names.take(listed.name),
                "options": options,
                "dont_know": listed.texts.get(DONT_KNOW) or self._apart(listed),
            }
            if [name for name in listed.texts if name in _SCALE] != list(_SCALE):
                sentence = f'the list "{listed.name}" is put in the order 1 to 5: look whether 5 is "fully agree".'
                self._notes.add(listed.row, sentence, sheet="choices")
        return self.scales[listed.name]["id"]

    def _apart(self, listed: ChoiceList) -> dict[str, str]:
        sentence = f'the scale "{listed.name}" has no choice "{DONT_KNOW}": "don\'t know" is added to it.'
        self._notes.add(listed.row, sentence, sheet="choices")
        return self._texts.in_words(_DONT_KNOW)

    def note_unused(self) -> None:
        """Say which lists no question uses."""
        for name, rows in self._found.items():
            if name not in self._made:
                self._notes.add(rows[0][0], f'no question uses the list "{name}": it is left out.', sheet="choices")

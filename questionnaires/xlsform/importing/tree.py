"""The rows of the survey as a tree of groups."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from questionnaires.xlsform.notes import Notes
from questionnaires.xlsform.rows import FIRST, Row

#: How the same type can be written, and what it is called from here on.
_TYPES: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), name)
    for pattern, name in (
        (r"begin[ _]group", "begin_group"),
        (r"end[ _]group", "end_group"),
        (r"begin[ _](?:repeat|lgroup|loop|looped group)", "begin_repeat"),
        (r"end[ _](?:repeat|lgroup|loop|looped group)", "end_repeat"),
        (r"(?:select[ _]?one|select1|add select one prompt using)(?: from)? (?P<listed>.+)", "select_one"),
        (r"(?:select[ _]multiple|select all that apply)(?: from)? (?P<listed>.+)", "select_multiple"),
        (r"text|string|add text prompt", "text"),
        (r"integer|int|add integer prompt", "integer"),
        (r"note|add note prompt", "note"),
        (r"acknowledge|trigger|add acknowledge prompt", "acknowledge"),
    )
)
_OTHER: Final = re.compile(r"\s+(?:or[ _]other|or specify other)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Node:
    """A row, with what is in it when it is a group; ``listed`` names the list of a question with choices."""

    row: Row
    number: int
    kind: str
    listed: str = ""
    inside: "list[Node]" = field(default_factory=list["Node"])

    @property
    def name(self) -> str:
        """What the form calls it."""
        return self.row.get("name", "")

    @property
    def condition(self) -> str:
        """When it is shown, as the form says it; empty when always."""
        return self.row.get("relevant") or self.row.get("relevance", "")

    @property
    def is_group(self) -> bool:
        """Whether it is a group of rows."""
        return self.kind == "group"

    def rows(self) -> "Iterator[Node]":
        """Go through the rows that are in it, at any depth."""
        for each in self.inside:
            yield each
            yield from each.rows()


def tree(survey: Sequence[Row], notes: Notes) -> list[Node]:
    """Put the rows into their groups; what is not closed ends with the form."""
    top = Node({}, 0, "form")
    way = [top]
    for number, row in enumerate(survey, FIRST):
        kind, listed = _kind(row, number, notes)
        if kind in ("end_group", "end_repeat"):
            _close(way, kind, number, notes)
        elif kind.startswith("begin_"):
            node = Node(row, number, kind.removeprefix("begin_"))
            way[-1].inside.append(node)
            way.append(node)
        elif kind:
            way[-1].inside.append(Node(row, number, kind, listed))
    for node in way[1:]:
        notes.add(node.number, f'the {node.kind} "{node.name}" is never closed: it ends with the form.')
    return top.inside


def _close(way: list[Node], kind: str, number: int, notes: Notes) -> None:
    wanted = kind.removeprefix("end_")
    if len(way) == 1:
        notes.add(number, f"this closes a {wanted}, and none is open.")
        return
    if way[-1].kind != wanted:
        notes.add(number, f"this closes a {wanted}, and a {way[-1].kind} is open: that one is closed.")
    way.pop()


def _kind(row: Row, number: int, notes: Notes) -> tuple[str, str]:
    """Return the type of a row and its list; an empty type when the row is to be left out."""
    written = " ".join(row.get("type", row.get("command", "")).split())
    if not written:
        if row:
            notes.add(number, "it has no type, so it is left out.")
        return "", ""
    if row.get("disabled", "").strip().lower() in ("yes", "true", "true()"):
        notes.add(number, "it is marked as disabled, so it is left out.")
        return "", ""
    for pattern, name in _TYPES:
        if match := pattern.fullmatch(written):
            return name, _listed(match, number, notes)
    return written.split()[0].lower() if written.lower().startswith("select") else written.lower(), ""


def _listed(match: re.Match[str], number: int, notes: Notes) -> str:
    """Return the name of the list in a type."""
    listed: str = match.groupdict().get("listed") or ""
    without = _OTHER.sub("", listed)
    if without != listed:
        notes.add(number, '"or_other" is not supported: give the list an option for it.')
    return without

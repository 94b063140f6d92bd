"""What a form says in columns that mean nothing here: said, row by row."""

from collections.abc import Iterable
from typing import Final

from questionnaires.xlsform.importing.texts import Texts
from questionnaires.xlsform.importing.tree import Node
from questionnaires.xlsform.notes import Notes
from questionnaires.xlsform.rows import FIRST, Row, Sheets

#: Read where they mean something; what cannot be done with them is said there.
_READ: Final = {"type", "command", "name", "relevant", "relevance", "constraint", "appearance", "disabled"}
_READ_CHOICES: Final = {"list_name", "list name", "name", "value"}
_READ_SETTINGS: Final = {"form_title", "form_id", "id_string", "title", "version", "default_language"}

_WHY: Final = {
    "required": "every question may be skipped here",
    "default": "no question is answered beforehand here",
    "calculation": "nothing is calculated while somebody answers",
    "choice_filter": "all choices of a list are always offered",
    "readonly": "what cannot be answered is no question here",
    "read_only": "what cannot be answered is no question here",
    "constraint_message": "the pages have words of their own for it",
    "required_message": "every question may be skipped here",
}
_NO: Final = ("no", "false", "false()")
_APPEARANCES: Final = {"group": {"field-list", "table-list"}, "text": {"multiline"}}


def note_columns(sheets: Sheets, nodes: Iterable[Node], texts: Texts, notes: Notes) -> None:
    """Say of every row what in it is not read."""
    for node in nodes:
        _note_row(node.row, node.number, _READ, texts, notes, "survey")
        _note_appearance(node, notes)
    for number, row in enumerate(sheets.choices, FIRST):
        _note_row(row, number, _READ_CHOICES, texts, notes, "choices")
    for number, row in enumerate(sheets.settings, FIRST):
        _note_row(row, number, _READ_SETTINGS, texts, notes, "settings")
    for name in sheets.unread:
        notes.add_general(f'The sheet "{name}" is not read.')


def _note_row(row: Row, number: int, read: set[str], texts: Texts, notes: Notes, sheet: str) -> None:
    for column, cell in row.items():
        if column in read or texts.is_text(column) or cell.strip().lower() in _NO:
            continue
        name = column.split(":")[0].strip()
        because = f": {_WHY[name]}" if name in _WHY else ""
        notes.add(number, f'"{column}" is left out{because}.', sheet=sheet)


def _note_appearance(node: Node, notes: Notes) -> None:
    for word in node.row.get("appearance", "").split():
        if word not in _APPEARANCES.get(node.kind, ()):
            notes.add(node.number, f'the appearance "{word}" is left out: questions of a type look alike here.')

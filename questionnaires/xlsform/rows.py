"""An XLSForm in memory: three sheets of rows, each row a cell per column. Empty cells are left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

#: One row: the text in each column.
Row = dict[str, str]

#: Choices for a grade, from 1 to 10; the one list that has no question or scale to be named after.
GRADES: Final = "grade-10"

#: The notes with the introduction of a page and the hint of a question that is a group here.
INTRO: Final = ".intro"
HINT: Final = ".hint"

#: The group around a number and how sure it is.
NUMBER: Final = ".number"

#: The first row of a sheet that is no heading.
FIRST: Final = 2

_SURVEY: Final = ("type", "name", "label", "hint", "appearance", "relevant", "constraint")
_CHOICES: Final = ("list_name", "name", "label")
_SETTINGS: Final = ("form_title", "form_id", "version", "default_language")


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a form. ``unread`` names the sheets of a workbook that an XLSForm does not have."""

    survey: Sequence[Row]
    choices: Sequence[Row] = ()
    settings: Sequence[Row] = ()
    unread: tuple[str, ...] = ()

    def tables(self) -> dict[str, tuple[tuple[str, ...], Sequence[Row]]]:
        """Return for each sheet its columns, in the usual order, and its rows."""
        return {
            "survey": (_columns(self.survey, _SURVEY), self.survey),
            "choices": (_columns(self.choices, _CHOICES), self.choices),
            "settings": (_columns(self.settings, _SETTINGS), self.settings),
        }


def _columns(rows: Iterable[Row], order: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns in use; those of texts have a column per language, in the order of the rows."""
    used = dict.fromkeys(column for row in rows for column in row)
    return tuple(column for name in order for column in used if column.split("::")[0] == name)

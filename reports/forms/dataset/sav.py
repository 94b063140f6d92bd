"""The research dataset as a file for SPSS, which PSPP, R and pandas read as well."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import Any, Final, Literal

from reports.forms.dataset.codebook import notes
from reports.forms.dataset.rows import DataRow
from reports.forms.dataset.tables import in_order
from reports.forms.dataset.variables import Variable
from reports.wording import words

#: The most that the format holds, in bytes of UTF-8.
LONGEST_LABEL: Final = 256
LONGEST_VALUE_LABEL: Final = 120
LONGEST_FILE_LABEL: Final = 64
#: Of one line of the notes, in characters: most of ours are one byte, and the format holds 80.
LONGEST_NOTE: Final = 72

#: Where the header tells when the file was made: nine bytes of a date, and eight of a time.
_MADE_AT: Final = 92
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def sav(rows: Iterable[DataRow], variables: Sequence[Variable], *, at: datetime, language: str = "nl") -> bytes:
    """Return the rows as an SPSS system file, with labels and with what is not shown declared as missing.

    ``at`` is the only time in it: the same rows at the same time are the same bytes.
    """
    import pyreadstat  # only who writes this file waits for it

    with TemporaryDirectory() as folder:
        path = Path(folder) / "dataset.sav"
        pyreadstat.write_sav(
            _frame(in_order(rows), variables),
            path,
            file_label=cut(words(language).say("dataset"), LONGEST_FILE_LABEL),
            note=_lines(notes(language)),
            column_labels={each.name: cut(each.label, LONGEST_LABEL) for each in variables},
            variable_value_labels={each.name: _values(each) for each in variables if each.values},
            missing_ranges={each.name: [each.withheld] for each in variables if each.withheld is not None},
            variable_format={each.name: f"F8.{each.decimals}" for each in variables if each.kind == "number"},
            variable_measure={each.name: _level(each) for each in variables},
        )
        return _made_at(path.read_bytes(), at)


def _lines(texts: Sequence[str]) -> list[str]:
    """Return texts in lines that fit the notes of the format, broken between words."""
    return [line for text in texts for line in wrap(text, LONGEST_NOTE)]


def cut(text: str, longest: int) -> str:
    """Return as much of a text as fits in so many bytes, never half a character.

    Examples
    --------
    >>> cut("één", 4)
    'éé'
    """
    return text.encode()[:longest].decode(errors="ignore")


def _frame(rows: Sequence[DataRow], variables: Sequence[Variable]) -> Any:
    import pandas as pd

    columns = {
        each.name: pd.Series([_stored(row, each) for row in rows], dtype="float64" if each.kind == "number" else "str")
        for each in variables
    }
    return pd.DataFrame(columns)


def _stored(row: DataRow, variable: Variable) -> float | str | None:
    value = row.get(variable.name)
    if variable.kind == "text":
        return "" if value is None else str(value)
    return None if value is None else float(value)


def _level(variable: Variable) -> Literal["nominal", "scale"]:
    return "nominal" if variable.kind == "text" or variable.is_coded else "scale"


def _values(variable: Variable) -> dict[int | float, str]:
    return {code: cut(text, LONGEST_VALUE_LABEL) for code, text in variable.values}


def _made_at(file: bytes, at: datetime) -> bytes:
    """Put the moment into the header, in the place of that of writing."""
    moment = at.astimezone(UTC)
    written = f"{moment.day:02} {_MONTHS[moment.month - 1]} {moment:%y%H:%M:%S}".encode()
    return file[:_MADE_AT] + written + file[_MADE_AT + len(written) :]

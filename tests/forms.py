"""XLSForms for tests: made with openpyxl, as others make them, and read as the import command does."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from questionnaires.xlsform.importing import Imported, Reading, imported
from questionnaires.xlsform.notes import Notes
from questionnaires.xlsform.reading import read_form
from questionnaires.yaml_text import yaml_text

#: A sheet as people see it: its headings, then its rows; ``None`` is an empty cell.
Cells = Sequence[Sequence[Any]]

Make = Callable[..., Path]


def write_form(path: Path, **sheets: Cells) -> Path:
    """Write a workbook with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def read_back(path: Path, reading: Reading | None = None) -> Imported:
    """Read a workbook as a definition."""
    notes = Notes()
    return imported(read_form(path, notes), reading or Reading(), notes)


def loaded(made: Imported | Mapping[str, Any], folder: Path) -> Questionnaire:
    """Write a definition that was made of a form, and read it as any other file."""
    definition = made.definition if isinstance(made, Imported) else made
    path = folder / "imported.yaml"
    path.write_text(yaml_text(definition), encoding="utf-8")
    return catalogue.load(path)

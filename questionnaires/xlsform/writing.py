"""A form into a spreadsheet file."""

from questionnaires.workbook import Table, workbook
from questionnaires.xlsform.rows import Sheets


def form_workbook(sheets: Sheets) -> bytes:
    """Return a form as a workbook in which every cell is text."""
    return workbook(
        Table(name, columns, [[row.get(column, "") for column in columns] for row in rows])
        for name, (columns, rows) in sheets.tables().items()
    )

"""Put the workbook together."""

from datetime import datetime
from io import BytesIO
from typing import Any, Final

from reports.forms.packages import fixed
from reports.forms.withholding import without_persons_and_own_words
from reports.forms.workbook.cells import fitting
from reports.forms.workbook.explaining import write_first
from reports.forms.workbook.formats import formats
from reports.forms.workbook.names import sheet_names
from reports.forms.workbook.sheets import write_section
from reports.report import Report, tables
from reports.wording import words

#: What is typed as text stays text: no formulas, no links, no numbers.
_OPTIONS: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_A4: Final = 9
#: The section of own words has nothing else.
_OWN_WORDS: Final = "words"


def workbook(report: Report, *, at: datetime) -> bytes:
    """Return a report as a workbook: a sheet for every section, with its tables exactly as published.

    What people wrote in their own words is in no workbook (disclosure rule R8), neither are the persons of actions,
    nor how to lead the conversation. Without any table there is only the first sheet, which says so.

    Parameters
    ----------
    report
        In any language, for any audience: the numbers are the same.
    at
        The only time in the file; the same report at the same time gives the same content.
    """
    from xlsxwriter import Workbook  # only who writes a workbook waits for it

    target, said = BytesIO(), words(report.language)
    told = without_persons_and_own_words(report, said).sections if any(tables(report)) else ()
    sections = [section for section in told if section.id != _OWN_WORDS]
    first, *others = sheet_names([said.say("workbook.first"), *(section.title for section in sections)])
    named = list(zip(others, sections, strict=True))
    book: Any = Workbook(target, dict(_OPTIONS))
    book.set_properties({"title": fitting(report.title), "created": at.replace(tzinfo=None)})
    looks = formats(book)
    write_first(_sheet(book, first), report, named, looks, said)
    for name, section in named:
        write_section(_sheet(book, name), section, looks, said)
    book.close()
    return fixed(target.getvalue(), at=at)


def _sheet(book: Any, name: str) -> Any:
    """Add a sheet that prints on pages of its own width, and of which figures in words are no mistakes."""
    sheet = book.add_worksheet(name)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return sheet

"""Every form that a report is handed out in: the one list that pages, commands and tests go by.

A form is one entry. What it is called in words, and for what it is good, stands with the pages.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from reports.forms.pdf import pdf
from reports.report import Asked, Report, ReportInput

FormName = Literal["pdf", "slides", "workbook", "csv", "json", "cards"]


@dataclass(frozen=True, slots=True)
class Made:
    """A report, what it was made of, and the moment that its files bear."""

    report: Report
    given: ReportInput
    asked: Asked
    at: datetime


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a report.

    ``file`` is the last part of its address. ``has_words``: what people wrote in their own words is in it (R8).
    ``stable``: made again of the same edition, it has the same bytes, or the same content in another packing.
    """

    name: FormName
    file: str
    mimetype: str
    make: Callable[[Made], bytes]
    has_words: bool = False
    stable: Literal["bytes", "content"] = "bytes"

    @property
    def suffix(self) -> str:
        """How its files' names end, with the point."""
        return "." + self.file.rpartition(".")[2]


def _pdf(made: Made) -> bytes:
    return pdf(made.report)


_ALL: Final = (Form("pdf", "rapport.pdf", "application/pdf", _pdf, has_words=True),)
#: By name, in the order in which they are offered.
FORMS: Final[Mapping[FormName, Form]] = {form.name: form for form in _ALL}

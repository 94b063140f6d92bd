"""Every form that a report is handed out in: the one list that pages, commands and tests go by.

A form is one entry. What it is called in words, and for what it is good, stands with the pages.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from reports.forms.cards import card_sheets, cards, empty_cards
from reports.forms.data import published_json, results_csv
from reports.forms.pdf import pdf
from reports.forms.typesetting import Compile, apart
from reports.report import ActionCard, ActionCards, Asked, Report, ReportInput
from reports.report.input import OVER
from reports.wording import words

FormName = Literal["pdf", "slides", "workbook", "csv", "json", "cards", "sheets"]


@dataclass(frozen=True, slots=True)
class Made:
    """A report, what it was made of, the moment that its files bear, and what compiles them if they are set."""

    report: Report
    given: ReportInput
    asked: Asked
    at: datetime
    by: Compile = apart


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a report.

    ``file`` is the last part of its address. ``has_words``: what people wrote in their own words is in it (R8).
    ``is_for_partners``: all that each organisation said by name is in it (R11), which the report itself does not show;
    it opens by no link that was passed on. ``stable``: made again of the same edition, it has the same bytes, or the
    same content in another packing.
    """

    name: FormName
    file: str
    mimetype: str
    make: Callable[[Made], bytes]
    has_words: bool = False
    is_for_partners: bool = False
    stable: Literal["bytes", "content"] = "bytes"

    @property
    def suffix(self) -> str:
        """How its files' names end, with the point."""
        return "." + self.file.rpartition(".")[2]


def _pdf(made: Made) -> bytes:
    return pdf(made.report, by=made.by)


def _slides(made: Made) -> bytes:
    from reports.forms.slides import slides  # slow to load, and few ask for it

    return slides(made.report, at=made.at)


def _cards(made: Made) -> bytes:
    return cards(_told(made), language=made.report.language, title=made.report.title, at=made.at, by=made.by)


def _sheets(made: Made) -> bytes:
    return card_sheets(_told(made), language=made.report.language, title=made.report.title, at=made.at, by=made.by)


def _told(made: Made) -> list[ActionCard]:
    """Return a card of every action that the report tells of, what is over at the end; and empty ones before that."""
    blocks = (block for section in made.report.sections for block in section.blocks)
    told = [card for block in blocks if isinstance(block, ActionCards) for card in block.cards if card.kind != "empty"]
    said = words(made.report.language)
    is_over = {said.say(f"previous.status.{status}") for status in OVER}
    to_do, over = ([card for card in told if (card.status in is_over) is wanted] for wanted in (False, True))
    return [*to_do, *empty_cards(made.given.actions, said), *over]


def _workbook(made: Made) -> bytes:
    from reports.forms.workbook import workbook  # slow to load, and few ask for it

    return workbook(made.report, at=made.at)


def _csv(made: Made) -> bytes:
    return results_csv(made.given, made.asked, made.report.language)


def _json(made: Made) -> bytes:
    return published_json(made.given)


_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_PPTX: Final = f"{_OFFICE}.presentationml.presentation"
_XLSX: Final = f"{_OFFICE}.spreadsheetml.sheet"
_ALL: Final = (
    Form("pdf", "rapport.pdf", "application/pdf", _pdf, has_words=True),
    Form("slides", "dias.pptx", _PPTX, _slides, stable="content"),
    Form("sheets", "kaartjes-a4.pdf", "application/pdf", _sheets),
    Form("cards", "kaartjes.pdf", "application/pdf", _cards),
    Form("workbook", "werkblad.xlsx", _XLSX, _workbook, stable="content"),
    Form("csv", "cijfers.csv", "text/csv", _csv, is_for_partners=True),
    Form("json", "cijfers.json", "application/json", _json, is_for_partners=True),
)
#: By name, in the order in which they are offered.
FORMS: Final[Mapping[FormName, Form]] = {form.name: form for form in _ALL}

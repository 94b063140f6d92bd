"""Whatever a report is made of, every form of it is made, opens, and says something true and useful."""

import csv
import json
from collections.abc import Callable
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from flask import Flask
from openpyxl import load_workbook
from pptx import Presentation

from reports.forms.kinds import FORMS, Made
from reports.forms.typesetting import printable, softened
from reports.report import Asked, Audience, Report, ReportInput, build
from tests.every_form.hard_cases import CASES, full
from tests.every_form.made import AT
from tests.integration.test_report_blocks import words
from tests.pages import PageClient
from tests.pdf_reading import check, pages, squeezed, text_of
from tests.report_pages import serve
from tests.unit.reports.slides_reading import words as on_slide

#: What may be on paper; a cover, contents and half a page on how it was made are among them.
_MOST = 16
#: Signs that no font of the paper has are printed as question marks.
_UNPRINTABLE = ("emoji", "right to left")
LANGUAGES = ("nl", "en")

every_case = pytest.mark.parametrize("case", CASES)


@cache
def made(case: str) -> Made:
    made_of, asked = CASES[case]()
    return Made(build(made_of, asked, language="nl", audience="adviser"), made_of, asked, AT)


@every_case
def test_the_pdf(case: str, tmp_path: Path) -> None:
    of = made(case)
    document = FORMS["pdf"].make(of)

    check(document, tmp_path)
    text = squeezed(text_of(document))
    assert squeezed(of.report.mirror) in text
    assert [each.title for each in of.report.sections if squeezed(each.title) not in text] == []
    if case not in _UNPRINTABLE:
        assert squeezed(softened(of.given.network)) in text


@every_case
def test_the_cards(case: str, tmp_path: Path) -> None:
    cards = FORMS["cards"].make(made(case))

    check(cards, tmp_path)
    assert pages(cards) >= 1


@every_case
def test_the_slides(case: str) -> None:
    of = made(case)
    slides = list(Presentation(BytesIO(FORMS["slides"].make(of))).slides)

    assert 5 <= len(slides) <= _MOST
    title = slides[0].shapes.title
    assert title is not None
    assert printable(of.given.network).startswith(title.text_frame.text.removesuffix(" …"))
    assert of.report.mirror in "\n".join(map(on_slide, slides))


@every_case
def test_the_workbook(case: str) -> None:
    of = made(case)
    book = load_workbook(BytesIO(FORMS["workbook"].make(of)))

    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert any(printable(of.given.network) in str(cell.value) for cell in cells)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@every_case
def test_the_data(case: str) -> None:
    of = made(case)
    rows = list(csv.reader(StringIO(FORMS["csv"].make(of).decode("utf-8-sig"), newline=""), delimiter=";"))

    assert {row[1].removeprefix("'") for row in rows[1:]} == {of.given.network}
    assert not [field for row in rows for field in row if field.startswith(("=", "+", "-", "@"))]
    assert json.loads(FORMS["json"].make(of))["network"] == of.given.network


@pytest.fixture
def read(make_app: Callable[..., Flask]) -> PageClient:
    app = make_app("sqlite")
    serve(app, {case.replace(" ", "-"): made(case).report for case in CASES})
    return PageClient(app)


def test_the_page(read: PageClient) -> None:
    for case in CASES:
        page, of = read.get(f"/proefrapport/{case.replace(' ', '-')}"), made(case)
        assert " ".join(of.given.network.split()) in words(page.one("h1")), case
        assert of.report.mirror in page.words, case
        assert [each.id for each in of.report.sections] == [each.get("id") for each in page.all("section")], case


def test_what_is_not_shown_is_told_in_words() -> None:
    silent = made("silent")
    said = "Nog geen cijfers, wel een gesprek"
    slides = list(Presentation(BytesIO(FORMS["slides"].make(silent))).slides)

    assert squeezed(said) in squeezed(text_of(FORMS["pdf"].make(silent)))
    assert said in "\n".join(map(on_slide, slides))


@pytest.mark.parametrize("name", ["small", "middling", "divided", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", ["participant", "adviser"])
def test_a_report_with_everything_is_at_most_sixteen_pages(name: str, language: str, audience: Audience) -> None:
    made_of, asked = full(name)

    assert pages(FORMS["pdf"].make(_made(made_of, asked, language, audience))) <= _MOST


def _made(made_of: ReportInput, asked: Asked, language: str, audience: Audience) -> Made:
    report: Report = build(made_of, asked, language=language, audience=audience)
    return Made(report, made_of, asked, AT)

"""Reports of whole networks on paper: sound, short enough, and with every value that is published."""

from datetime import date
from pathlib import Path

import pytest

from reports.forms.pdf import pdf
from reports.forms.pdf.document import MOST_PAGES, pages_in
from reports.report import AgreedAction, Bars, Figure, Heat, Report
from reports.report.input import ActionStatus
from reports.report.ledger import table_of
from reports.report.sections.words import MOST_OF_ALL
from tests.pdf_reading import as_printed, check, pages, squeezed, text_of
from tests.unit.reports.fullest import fullest_report
from tests.unit.reports.networks import NETWORKS, report_of

every = pytest.mark.parametrize("language", ["nl", "en"])


@every
@pytest.mark.parametrize("name", NETWORKS)
def test_it_is_sound_and_short_and_says_every_published_value(name: str, language: str, tmp_path: Path) -> None:
    report = report_of(name, language)
    made = pdf(report)

    check(made, tmp_path)
    assert 3 <= pages(made) <= MOST_PAGES
    assert pages_in(made) == pages(made)
    text = squeezed(text_of(made, order="-raw"))
    assert [value for value in _values(report) if squeezed(value) not in text] == []
    assert [row for row in _rows(report) if squeezed(row) not in text] == []


@pytest.mark.parametrize("name", ["middling", "large"])
def test_an_advisers_report_is_as_short(name: str) -> None:
    assert pages(pdf(report_of(name, "nl", "adviser"))) <= MOST_PAGES


def test_the_fullest_report_is_as_short_and_still_says_everything(tmp_path: Path) -> None:
    """As many organisations as a map has, three actions with all their fields, and own words to every question."""
    report = fullest_report("adviser")
    made = pdf(report)

    check(made, tmp_path)
    assert pages(made) <= MOST_PAGES
    text = squeezed(text_of(made, order="-raw"))
    assert [value for value in _values(report) if squeezed(value) not in text] == []
    assert text.count(squeezed("Wij missen een vast moment")) == MOST_OF_ALL


def test_a_large_network_has_its_contacts_on_paper_and_reads_where_the_rest_is() -> None:
    text = " ".join(text_of(pdf(report_of("large")), order="-raw").split())
    assert "Contact per organisatie" in text
    assert "Meer tabellen hierbij staan op de webpagina en in het werkblad." in text
    middling = " ".join(text_of(pdf(report_of("middling"))).split())
    assert (text.count("Meer tabellen hierbij"), middling.count("Meer tabellen hierbij")) == (3, 1)


@pytest.mark.parametrize("status", ["open", "busy", "done", "stopped"])
def test_an_action_of_which_only_the_what_is_known_is_printed(status: ActionStatus) -> None:
    bare = AgreedAction("a", "Bel de taalaanbieder", status, date(2026, 5, 1))
    assert "Bel de taalaanbieder" in " ".join(text_of(pdf(report_of("small", actions=(bare,))), order="-raw").split())


def test_every_section_has_a_title_in_the_contents() -> None:
    report = report_of("middling")
    contents = text_of(pdf(report)).split("\f")[1]
    assert [section.title for section in report.sections if section.title not in contents] == []


def _rows(report: Report) -> list[str]:
    """Return the rows of tables that stand there as tables: each is printed in one piece."""
    found: list[str] = []
    for section in report.sections:
        for block in section.blocks:
            table = table_of(block)
            drawn = isinstance(block, Figure) and isinstance(block.drawing, Bars | Heat)
            if table is not None and table.reach == "all" and not drawn:
                found += ["".join(value.text for value in row) for row in as_printed(table)]
    return found


def _values(report: Report) -> list[str]:
    """Return every published value as the PDF prints it."""
    found: list[str] = []
    for section in report.sections:
        for block in section.blocks:
            table = table_of(block)
            if table is not None and table.reach == "all":
                values = [value for row in table.rows for value in row if value.kind != "text"]
                found += [value.text for value in values]
    return found

"""What holds for the report of every network, in both languages and for both audiences."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from questionnaires.readability import examine_text
from reports.report import (
    Audience,
    Guidance,
    Highlights,
    Notice,
    Paragraph,
    Report,
    ReportInput,
    Section,
    build,
    ledger,
    tables,
)
from reports.report.ledger import Entry
from tests.unit.reports.networks import NETWORKS, given, report_of
from tests.unit.reports.test_report_printed import numbers, texts

#: Sections made from the personal part; the others say what organisations said.
PERSONAL = (
    "highlights", "sentences", "response", "themes", "trend", "groups", "statements", "unknown", "overall", "talk",
    "method",
)  # fmt: skip
ORDER = (
    "highlights", "sentences", "response", "themes", "trend", "groups", "voices", "statements", "unknown", "overall",
    "municipality", "roles", "reach", "form", "relations", "words", "talk", "previous", "actions", "method",
)  # fmt: skip

#: The part that sent in is told in the section on response only.
PERCENT = re.compile(r"(\d+)%")

everywhere = pytest.mark.parametrize("name", NETWORKS)
in_both = pytest.mark.parametrize("language", ["nl", "en"])


def personal(of: Report) -> Iterator[Section]:
    return (each for each in of.sections if each.id in PERSONAL)


def printed(of: Report) -> str:
    return "\n".join(str(value) for _, table in tables(of) for row in table.rows for value in row)


@everywhere
@in_both
def test_sections_stand_in_order_with_a_sentence_each(name: str, language: str) -> None:
    made = report_of(name, language)
    places = [ORDER.index(each.id) for each in made.sections]
    assert places == sorted(places)
    assert [each.id for each in personal(made) if not each.summary.strip()] == []
    assert [each.id for each in made.sections if not each.blocks] == []


@everywhere
@in_both
def test_every_number_in_a_sentence_stands_in_a_table(name: str, language: str) -> None:
    made = report_of(name, language)
    rows = [
        {number for value in row for number in numbers(str(value))} for _, table in tables(made) for row in table.rows
    ]
    stands = {number for row in rows for number in row}
    between = {abs(one - other) for row in rows for one in row for other in row}
    percents = set(PERCENT.findall(printed(made)))
    for section in personal(made):
        said = list(texts(section))
        assert {number for text in said for number in numbers(text)} <= stands | between
        if section.id not in ("response", "sentences"):
            assert {number for text in said for number in PERCENT.findall(text)} <= percents


@everywhere
@in_both
def test_numbers_are_the_same_for_everybody(name: str, language: str) -> None:
    one, other = (report_of(name, language, audience) for audience in audiences())
    assert ledger(one) == ledger(other)
    assert printed(one) == printed(other)
    without = [block for each in other.sections for block in each.blocks if not isinstance(block, Guidance)]
    assert [block for each in one.sections for block in each.blocks] == without


def audiences() -> tuple[Audience, Audience]:
    return "participant", "adviser"


@everywhere
def test_highlights_lead_to_sections_that_are_there(name: str) -> None:
    made = report_of(name)
    found = [block for each in made.sections for block in each.blocks if isinstance(block, Highlights)]
    linked = {item.section for block in found for item in block.items}
    assert linked <= {each.id for each in made.sections}
    assert all(len(block.items) <= 3 for block in found)


@everywhere
def test_a_report_follows_from_what_is_stored(name: str) -> None:
    made_of, asked = given(name)
    again = ReportInput.from_json(made_of.to_json())
    assert build(again, asked, language="nl") == report_of(name)


def worth(entry: Entry) -> tuple[object, ...]:
    return entry.value.kind, entry.value.exactness, entry.value.low, entry.value.high


@everywhere
def test_both_languages_hold_the_same_values(name: str) -> None:
    dutch, english = (ledger(report_of(name, language)) for language in ("nl", "en"))
    assert [(each.value.about, *worth(each)) for each in dutch] == [
        (each.value.about, *worth(each)) for each in english
    ]


@everywhere
def test_every_value_is_the_published_one(name: str) -> None:
    made_of, _ = given(name)
    stored = {"/".join(cell.key): cell for cell in made_of.results.cells}
    told = [entry.value for entry in ledger(report_of(name)) if entry.section in PERSONAL and entry.section != "trend"]
    known = [value for value in told if value.about in stored]
    assert known or name == "silent"
    for value in known:
        cell = stored[value.about]
        assert (value.exactness, value.low, value.high) == (cell.kind, cell.low, cell.high)
    assert {value.exactness for value in told if value.kind != "number" and value.about not in stored} <= {"withheld"}


@everywhere
def test_a_withheld_value_is_a_dash_and_never_a_number(name: str) -> None:
    hidden = [entry for entry in ledger(report_of(name)) if entry.value.exactness == "withheld"]
    assert {(str(entry.value), entry.value.low, entry.value.high) for entry in hidden} <= {("–", None, None)}


@everywhere
def test_no_number_of_answers_stands_beside_a_statement(name: str) -> None:
    for section in report_of(name).sections:
        if section.id in ("statements", "unknown", "overall"):
            assert not [text for text in texts(section) if "n =" in text]


@everywhere
def test_what_a_dutch_report_says_is_easy_to_read(name: str) -> None:
    said = [
        block.text
        for section in personal(report_of(name, "nl", "adviser"))
        if section.id
        not in ("groups", "statements", "sentences", "overall")  # these name statements, themes and questions in full
        for block in section.blocks
        if isinstance(block, (Paragraph, Notice)) and "gingen over" not in block.text
    ]
    assert [each for text in said for each in examine_text(text) if each.rule == "long-sentence"] == []


def test_two_rounds_with_other_answers_and_the_same_results_are_told_alike() -> None:
    """A change in what the report is made of shows; one that is not in it cannot."""
    made_of, asked = given("middling")
    other = replace(made_of.results, cells=tuple(replace(cell) for cell in made_of.results.cells))
    assert build(replace(made_of, results=other), asked, language="nl") == report_of("middling")
    moved = tuple(
        replace(cell, low=cell.low + Decimal("0.1"), high=cell.high + Decimal("0.1"))
        if cell.measure == "theme_mean" and cell.kind == "exact" and cell.low and cell.high
        else cell
        for cell in made_of.results.cells
    )
    changed = replace(made_of, results=replace(made_of.results, cells=moved))
    assert build(changed, asked, language="nl") != report_of("middling")

"""What a report prints: its texts, and the averages that may stand anywhere in any form of it."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.report import Figure, Report, Table
from reports.results import Results
from tests.unit.reports.test_report_samples import THEMES, report, results, rich

#: An average, a margin's end or a difference: one digit, a decimal sign, one digit; a version has more.
NUMBER = re.compile(r"(?<![\d.])\d[.,]\d(?![.,]?\d)")


def texts(part: object) -> Iterator[str]:
    """Walk through every text of a report."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from texts(getattr(part, field.name))


def figures(of: Report) -> list[Figure]:
    return [block for section in of.sections for block in section.blocks if isinstance(block, Figure)]


def numbers(text: str) -> set[Decimal]:
    return {Decimal(found.replace(",", ".")) for found in NUMBER.findall(text)}


def in_tables(of: Report) -> set[Decimal]:
    return {number for figure in figures(of) for text in texts(figure.table.rows) for number in numbers(text)}


def allowed(of: Report) -> set[Decimal]:
    """Return the numbers of the tables, and the differences that can be read off a row of them."""
    rows = [row for figure in figures(of) for row in figure.table.rows]
    pairs = [pair for row in rows for pair in combinations(sorted(numbers(" ".join(map(str, row)))), 2)]
    return in_tables(of) | {high - low for low, high in pairs}


def test_the_helpers_see_a_whole_report() -> None:
    made = report(rich())
    assert {"Dit valt op", "Taalnetwerk Waterdam", "3,9 of hoger"} <= set(texts(made))
    assert Decimal("3.9") in in_tables(made)
    assert all(isinstance(figure.table, Table) for figure in figures(made))
    assert numbers("versie 1.0.0, van 3,7 tot 4.2, 13 november") == {Decimal("3.7"), Decimal("4.2")}


tenths = st.integers(12, 48).map(lambda value: f"{Decimal(value) / 10:.1f}")
written = st.one_of(
    st.just("-"),
    st.builds("{} ({})".format, tenths, st.integers(5, 40)),
    st.builds("{}+ ({})".format, tenths, st.integers(5, 40)),
    st.builds("{}- ({})".format, tenths, st.integers(5, 40)),
    st.builds(
        "{}~{} ({})".format, st.sampled_from(["1.4", "2.2"]), st.sampled_from(["3.8", "4.4"]), st.integers(5, 40)
    ),
)
rounds = st.builds(
    lambda rows, invited, sent_in, returned: results(
        dict(zip(THEMES, rows, strict=False)),
        plan=("library", "rest"),
        response=(invited + returned, sent_in, returned),
    ),
    st.lists(st.tuples(written, written, written), min_size=1, max_size=8),
    st.integers(0, 40),
    st.integers(0, 50),
    st.integers(0, 20),
)


@settings(max_examples=60, deadline=None)
@given(now=rounds, earlier=st.none() | rounds, language=st.sampled_from(["nl", "en"]))
def test_every_number_in_a_report_stands_in_its_tables(now: Results, earlier: Results | None, language: str) -> None:
    made = report(now, language, previous=earlier and replace(earlier, closed_on=date(2025, 11, 13)))
    assert {number for text in texts(made) for number in numbers(text)} <= allowed(made)

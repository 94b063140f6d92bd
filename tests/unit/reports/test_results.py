"""The stored text: canonical, readable back without loss, and refusing what is not a result."""

import json
from dataclasses import FrozenInstanceError, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.disclosure.coded import Coded
from reports.disclosure.dont_know import code_unknown
from reports.disclosure.item_words import code_item
from reports.results import TOTAL, Cell, InvalidResults, Kind, PlanGroup, PublishedTheme, Response, Results
from reports.results.cells import GRIDS, Measure

EXACT = Cell("theme_mean", "roles", TOTAL, "exact", Decimal("3.6"), Decimal("3.6"), 18)
HIDDEN = Cell("theme_mean", "roles", "library", "withheld", reason="group")
RESULTS = Results(
    policy="1",
    questionnaire="spiegel",
    questionnaire_version="1.0.0",
    questionnaire_hash="ab" * 32,
    opened_on=date(2026, 9, 1),
    closed_on=date(2026, 9, 30),
    plan=(PlanGroup("library"), PlanGroup("rest")),
    response=Response(24, 18, 20),
    themes=(PublishedTheme("roles", (("ro-1", 1), ("ro-2", 3)), "mean"),),
    cells=(EXACT, HIDDEN),
)

tenths = st.integers(10, 50).map(lambda count: Decimal(count).scaleb(-1))
pairs = st.lists(tenths, min_size=2, max_size=2, unique=True).map(sorted)
words = st.sampled_from(["roles", "reach", "total", "welzijn én zorg", '"', "\\", "û\u2028", ""])


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    kind = draw(st.sampled_from(["exact", "at_least", "at_most", "between", "withheld"]))
    about = ("theme_mean", draw(words), draw(words), kind)
    if kind == "withheld":
        return Cell(*about, reason=draw(st.sampled_from(["too_few", "group"])))
    low, high = draw(pairs)
    bounds = {"exact": (low, low), "at_least": (low, None), "at_most": (None, high), "between": (low, high)}
    return Cell(*about, *bounds[kind], n=draw(st.integers(5, 99)))


def test_the_text_is_canonical():
    text = RESULTS.to_json()
    document = json.loads(text)
    assert text == json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert document["format"] == 2
    assert document["opened_on"] == "2026-09-01"
    assert document["cells"][0]["low"] == "3.6"
    assert RESULTS.hash == sha256(text.encode()).hexdigest()


def test_the_hash_notices_a_tenth():
    changed = replace(RESULTS, cells=(replace(EXACT, low=Decimal("3.7"), high=Decimal("3.7")), HIDDEN))
    assert changed.hash != RESULTS.hash


@given(st.lists(cells(), max_size=6, unique_by=lambda cell: cell.key))
def test_round_trip_is_identity(made: list[Cell]):
    results = replace(RESULTS, cells=tuple(made))
    again = Results.from_json(results.to_json())
    assert again == results
    assert (again.to_json(), again.hash) == (results.to_json(), results.hash)


def test_results_of_before_are_read_as_they_were_stored():
    """A withheld share had the step of averages once; what is stored stays as it is, and so does its hash."""
    before = replace(RESULTS, cells=(EXACT, Cell("share", "ro-1", TOTAL, "withheld", reason="too_few")))
    assert '"step":"0.1","subject":"ro-1"' in before.to_json()
    assert Results.from_json(before.to_json()).hash == before.hash


def test_everything_is_frozen():
    with pytest.raises(FrozenInstanceError):
        RESULTS.policy = "2"
    assert hash(RESULTS) == hash(Results.from_json(RESULTS.to_json()))


def test_looking_up():
    assert RESULTS.cell("theme_mean", "roles") is EXACT
    assert RESULTS.cell("theme_mean", "roles", "library") is HIDDEN
    assert RESULTS.theme("roles") == RESULTS.themes[0]
    assert RESULTS.theme("reach") is None
    with pytest.raises(KeyError, match="rest"):
        RESULTS.cell("theme_mean", "roles", "rest")


def _with(path: str, value: object) -> str:
    """Return the stored text with one value replaced; ``path`` as ``cells.0.low``."""
    document = json.loads(RESULTS.to_json())
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    place = document
    for parent in parents:
        place = place[parent]
    place[last] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "At the document: Invalid JSON"),
        ("[]", "At the document"),
        (_with("format", 1), "At format: Input should be 2"),
        (_with("surplus", 1), "At surplus"),
        (_with("closed_on", "30 september"), "At closed_on"),
        (_with("response.invited", "24"), "At response.invited"),
        (_with("response.invited", -1), "below zero"),
        (_with("response.invited_before", 25), "25 of 24"),
        (_with("plan.0.id", "total"), "cannot be called 'total'"),
        (_with("plan.0.invited", 6), "At plan.0.invited"),
        (_with("cells.0.kind", "secret"), "At cells.0.kind"),
        (_with("cells.0.measure", "item_mean"), "At cells.0.measure"),
        (_with("cells.0.n", None), "lacks a part"),
        (_with("cells.0.n", 4), "fewer than 5"),
        (_with("cells.0.low", None), "lacks a part"),
        (_with("cells.1.n", 3), "one too many"),
        (_with("cells.0.reason", "group"), "one too many"),
        (_with("cells.0.low", "3.5"), "bounds that do not fit 'exact'"),
        (_with("cells.0.kind", "between"), "bounds that do not fit 'between'"),
        (_with("cells.0.low", "3.60"), "in steps of 0.1"),
        (_with("cells.0.low", "3.63"), "in steps of 0.1"),
        (_with("cells.0.high", "5.1"), "not on the scale"),
        (_with("cells.0.low", "NaN"), "At cells.0.low"),
        (_with("cells.0.step", "0"), "in steps of 0"),
        (_with("cells.1.group", TOTAL), "same subject and group"),
    ],
)
def test_what_is_not_a_result_is_refused(text: str, message: str):
    with pytest.raises(InvalidResults, match="not readable results") as caught:
        Results.from_json(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("measure", "kind", "end", "coded_at_the_end"),
    [
        ("dont_know", "at_most", "0.10", code_unknown(10, 5, 50)),
        ("dont_know", "at_least", "0.30", code_unknown(10, 15, 50)),
        ("item_word", "at_most", "2.5", code_item(15, 6)),
        ("item_word", "at_least", "3.5", code_item(21, 6)),
    ],
)
def test_an_end_is_strict_where_the_value_itself_is_told_otherwise(
    measure: Measure, kind: Kind, end: str, coded_at_the_end: Coded
):
    low, high = (None if side != kind else Decimal(end) for side in ("at_least", "at_most"))
    cell = Cell(measure, "roles", TOTAL, kind, low, high, step=GRIDS[measure].step)

    assert cell.is_strict == (coded_at_the_end.kind != kind)

"""Shares on the page: what lies where, what is hatched, and where the labels stand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.forms.figures import Form
from reports.forms.figures.bar_places import bar_plan
from reports.forms.figures.sizes import AIR
from reports.report import BarRow, Bars, Figure, Part
from tests.unit.reports.every_figure import BARS, part
from tests.unit.reports.test_figures import FORMS, drawing, notes

EACH_FORM = pytest.mark.parametrize("form", FORMS)


def with_rows(*rows: BarRow) -> Figure:
    return replace(BARS, drawing=Bars(rows))


def row(*parts: tuple[str, str, str], label: str = "Een zin.", word: str = "gemengd") -> BarRow:
    return BarRow(label, tuple(part(*each)[0] for each in parts), word)


def traces(drawn: dict) -> dict[str, dict]:
    """Return the classes of a chart by their names; they stand in the order of the key."""
    return dict(zip((series.id for series in BARS.key), drawn["data"], strict=True))


@EACH_FORM
def test_disagree_lies_left_of_the_middle_and_agree_right_and_neither_apart(form: Form) -> None:
    drawn = drawing(BARS, form)
    classes, (low, high) = traces(drawn), drawn["layout"]["xaxis"]["range"]
    assert classes["disagree"]["x"] == [-10, -35, -5]
    assert classes["agree"]["x"] == [70, 55, 90]
    assert classes["neither"]["x"] == [20, 10, 5]
    apart = classes["neither"]["base"]
    assert low <= -35
    assert apart > 90
    assert apart + 20 <= high
    assert "base" not in classes["agree"]


@EACH_FORM
def test_what_is_coded_is_hatched_and_its_label_stands_beside_it(form: Form) -> None:
    classes = traces(drawing(BARS, form))
    assert classes["disagree"]["marker"]["pattern"]["shape"] == ["/", "", "/"]
    assert classes["disagree"]["textposition"][::2] == ["outside", "outside"]
    assert [label.strip() for label in classes["disagree"]["text"]] == ["≤10%", "35%", "≤5%"]
    assert classes["agree"]["textposition"][-1] == "outside"


def test_nothing_is_hatched_when_nothing_is_coded() -> None:
    (trace,) = drawing(with_rows(row(("agree", "0.70", "exact"))))["data"]
    assert "pattern" not in trace["marker"]


def test_a_short_bar_has_its_label_beside_it() -> None:
    drawn = drawing(with_rows(row(("agree", "0.05", "exact")), row(("agree", "0.60", "exact"))), "slim")
    assert drawn["data"][0]["textposition"] == ["outside", "inside"]


def test_bars_take_the_room_of_words_that_are_not_there() -> None:
    broad = drawing(with_rows(row(("agree", "0.60", "exact"), word="")))["layout"]
    beside = drawing(with_rows(row(("agree", "0.60", "exact"))))["layout"]
    assert broad["margin"]["r"] < AIR < beside["margin"]["r"]


@EACH_FORM
@pytest.mark.parametrize(("name", "side"), [("disagree", -1), ("agree", 1), ("neither", 1)])
def test_a_range_is_hatched_to_its_far_end_and_solid_to_its_near_one(form: Form, name: str, side: int) -> None:
    between = Part(name, "between", Decimal("0.20"), Decimal("0.40"), "20–40%")
    other = part(name, "0.30")[0]
    rows = BarRow("Een zin.", (between,), "niet zeker"), BarRow("Nog een.", (other,), "gemengd")
    whole, sure = drawing(with_rows(*rows), form)["data"]
    assert whole["x"] == [side * 40, side * 30]
    assert whole["marker"]["pattern"]["shape"] == ["/", ""]
    assert whole["text"][0].strip() == "20–40%"
    assert sure["x"] == [side * 20]
    assert sure["y"] == whole["y"][:1]
    assert sure.get("base") == whole.get("base")
    assert sure["marker"]["color"] == whole["marker"]["color"]
    assert "pattern" not in sure["marker"]
    assert "text" not in sure


@EACH_FORM
@pytest.mark.parametrize("kind", ["at_least", "at_most"])
def test_only_a_range_has_a_certain_part(form: Form, kind: str) -> None:
    assert len(drawing(with_rows(row(("agree", "0.90", kind))), form)["data"]) == 1


@EACH_FORM
def test_a_withheld_row_has_a_dash_and_no_bar(form: Form) -> None:
    drawn = drawing(BARS, form)
    words = {note["text"]: note["y"] for note in notes(drawn)}
    assert "We vieren wat lukt." in words
    assert all(words["–"] not in trace["y"] for trace in drawn["data"])
    assert {len(trace["y"]) for trace in drawn["data"]} == {3}
    middles = {(shape["y0"] + shape["y1"]) // 2 for shape in drawn["layout"]["shapes"]}
    assert middles == set(drawn["data"][0]["y"])


@EACH_FORM
def test_a_chart_with_everything_withheld_has_its_labels_only(form: Form) -> None:
    drawn = drawing(with_rows(BarRow("Een zin.", (), "–"), BarRow("Nog een zin.", (), "–")), form)
    assert drawn["data"] == []
    assert {"Een zin.", "Nog een zin.", "–"} <= {note["text"] for note in notes(drawn)}


@EACH_FORM
def test_every_word_of_a_row_is_written(form: Form) -> None:
    texts = " ".join(note["text"] for note in notes(drawing(BARS, form)))
    assert isinstance(BARS.drawing, Bars)
    for each in BARS.drawing.rows:
        assert each.label in texts
        assert all(word in texts for word in each.word.split())
    assert all(series.label in texts for series in BARS.key)


@EACH_FORM
@pytest.mark.parametrize("word", ["Een woord", "Meerdereorganisatiesamenwerking" * 4, "x " * 200, "<b>", ""])
def test_rows_stand_below_each_other_whatever_they_say(form: Form, word: str) -> None:
    rows = [row(("disagree", "0.30", "exact"), ("agree", "0.70", "exact"), label=word) for _ in range(3)]
    chart = bar_plan(Bars(tuple(rows)), BARS.key, form)
    middles = [place.bar for place in chart.places]
    assert middles == sorted(set(middles))
    assert all(place.label - 10 >= above.bottom for above, place in zip(chart.places, chart.places[1:], strict=False))
    assert chart.places[-1].bottom < chart.height


@EACH_FORM
@pytest.mark.parametrize("longest", [("disagree", "1"), ("agree", "1"), ("neither", "1"), ("agree", "0.05")])
def test_the_longest_bars_fit_in_their_places(form: Form, longest: tuple[str, str]) -> None:
    rows = [row((*longest, "at_most")), *(row((name, "1", "exact")) for name in ("disagree", "agree", "neither"))]
    chart = bar_plan(Bars(tuple(rows)), BARS.key, form)
    assert chart.low <= -100
    assert chart.apart >= 100
    assert chart.high - chart.apart >= 100


def test_most_charts_have_one_scale() -> None:
    ends = [
        drawing(with_rows(row(("disagree", low, "exact"), ("agree", high, "exact"))))["layout"]["xaxis"]["range"]
        for low, high in (("0.10", "0.60"), ("0.35", "0.55"), ("0.20", "0.65"))
    ]
    assert ends[0] == ends[1] == ends[2]


def test_markup_is_text() -> None:
    drawn = drawing(with_rows(row(("agree", "0.70", "exact"), label="<b>Vet</b> & meer")))
    assert "&lt;b&gt;Vet&lt;/b&gt; &amp; meer" in [note["text"] for note in notes(drawn)]

"""From sealed answers to results: the frame, the facts, every cell, and the round with almost nobody in it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from questionnaires.definition import Page, Questionnaire, Theme
from questionnaires.text import Text
from questionnaires.types.parts import Answer
from questionnaires.types.statement import Scale, Statement
from reports.answers import GROUP, SealedRow, answer_frame
from reports.disclosure.policy import VERSION
from reports.results import Cell, ClosedRound, PlanGroup, PublishedTheme, Response, Results, publish
from reports.scoring import InvalidAnswers

SCALE = Scale(id="agree", options=(Text(nl="-"),) * 5, dont_know=Text(nl="?"))
PLAN = ("library", "welfare", "rest")


def statement(item: str, *, reverse: bool = False) -> Statement:
    return Statement(id=item, type="statement", text=Text(nl=item), scale=SCALE, reversed=reverse, level="network")


def theme(name: str, items: int, *, reverse_last: bool = False) -> Theme:
    numbers = range(1, items + 1)
    made = tuple(statement(f"{name}-{number}", reverse=reverse_last and number == items) for number in numbers)
    return Theme(id=name, title=Text(nl=name), short=Text(nl=name), items=made)


def questionnaire(*themes: Theme) -> Questionnaire:
    extra = (statement("beside-themes"),)
    return Questionnaire(
        id="spiegel",
        version="1.0.0",
        title=Text(nl="Spiegel"),
        languages=("nl",),
        scales={"agree": SCALE},
        themes=themes,
        pages=tuple(
            Page(id=f"page-{number}", title=Text(nl="-"), parts=questions)
            for number, questions in enumerate([*(theme.items for theme in themes), extra])
        ),
        minutes={},
        content_hash="0" * 64,
    )


ROLES = theme("roles", 5, reverse_last=True)
SPIEGEL = questionnaire(ROLES)


def closed(*groups: str, invited: int = 30, invited_before: int | None = None) -> ClosedRound:
    plan = tuple(PlanGroup(group) for group in groups or PLAN)
    return ClosedRound(date(2026, 9, 1), date(2026, 9, 30), plan, invited, invited_before)


def person(group: str | None, *answers: Answer, name: str = "roles") -> SealedRow:
    return group, {f"{name}-{number}": answer for number, answer in enumerate(answers, 1)}


def published(rows: list[SealedRow], facts: ClosedRound | None = None, asked: Questionnaire = SPIEGEL) -> Results:
    return publish(answer_frame(rows, asked), questionnaire=asked, closed=facts or closed())


def said(results: Results, group: str = "total", name: str = "roles") -> str:
    cell = results.cell("theme_mean", name, group)
    return f"{cell.kind} {cell.low}-{cell.high} n={cell.n}" if cell.shown else f"withheld {cell.reason}"


#: Score 3.0, by answers that differ.
MIDDLE = (3, 2, 4, 1, 1)


# --- the frame ------------------------------------------------------------------------------------------------


def test_the_frame_holds_numbers_and_nothing_else():
    rows: list[SealedRow] = [person("library", 1, 5, "dk", None), (None, {"beside-themes": 4, "roles-5": 2})]
    frame = answer_frame(rows, SPIEGEL)
    assert list(frame.columns) == [GROUP, "roles-1", "roles-2", "roles-3", "roles-4", "roles-5", "beside-themes"]
    assert frame[GROUP].tolist() == ["library", None]
    # don't know is -1
    assert frame.drop(columns=GROUP).to_numpy().tolist() == [[1, 5, -1, 0, 0, 0], [0, 0, 0, 0, 2, 4]]
    assert set(frame.dtypes.drop(GROUP)) == {np.dtype(np.int8)}


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"roles-6": 3}, "spiegel 1.0.0 does not have: roles-6"),
        ({"roles-1": 6}, "'roles-1' is not one that it offers"),
        ({"roles-1": 0}, "'roles-1' is not one that it offers"),
        ({"roles-1": "3"}, "'roles-1' is not one that it offers"),
        ({"roles-1": True}, "'roles-1' is not one that it offers"),
        ({"roles-2": {"text": "x"}}, "'roles-2' is not one that it offers"),
    ],
)
def test_an_impossible_answer_is_named(answers: Mapping[str, Answer], message: str):
    with pytest.raises(InvalidAnswers, match=message):
        answer_frame([("library", answers)], SPIEGEL)


def test_a_group_outside_the_plan_is_named():
    with pytest.raises(InvalidAnswers, match="does not have: municipality"):
        published([person("municipality", 3, 3, 3, 3, 3)])


@pytest.mark.parametrize("values", [np.array([259]), np.array([2.5]), np.array([6], np.int8), np.array([-2], np.int8)])
def test_numbers_that_no_answers_give_are_refused(values: np.ndarray):
    """259 in one byte would be a 3."""
    frame = answer_frame([person("library", 3)], SPIEGEL).assign(**{"roles-1": values})
    with pytest.raises(InvalidAnswers, match="'roles-1' are whole numbers in one byte"):
        publish(frame, questionnaire=SPIEGEL, closed=closed())


def test_a_statement_without_a_column_is_named():
    frame = answer_frame([person("library", 3)], SPIEGEL).drop(columns="roles-2")
    with pytest.raises(InvalidAnswers, match="no answers to 'roles-2'"):
        publish(frame, questionnaire=SPIEGEL, closed=closed())


# --- the facts ------------------------------------------------------------------------------------------------


def test_the_facts_beside_the_averages():
    results = published([person(None, 3)] * 4, closed(invited=12, invited_before=9))
    assert results.response == Response(invited=12, sent_in=4, invited_before=9)
    assert (results.policy, results.questionnaire, results.questionnaire_version) == (VERSION, "spiegel", "1.0.0")
    assert (results.opened_on, results.closed_on) == (date(2026, 9, 1), date(2026, 9, 30))
    assert results.questionnaire_hash == "0" * 64
    items = tuple((f"roles-{number}", 1) for number in range(1, 6))
    assert results.themes == (
        PublishedTheme("roles", items, "mean of answered, at least 2/3 answered, reversed: roles-5"),
    )


def test_themes_of_one_or_two_items_have_no_average():
    asked = questionnaire(theme("short", 2), theme("long", 3), theme("single", 1))
    results = published([person("library", 3, 3, 3, name="long")] * 6, asked=asked)
    assert [named.id for named in results.themes] == ["long"]
    assert {cell.subject for cell in results.cells if cell.measure == "theme_mean"} == {"long"}


def test_cells_are_in_fixed_order():
    asked = questionnaire(theme("first", 3), theme("second", 3))
    order = [(cell.subject, cell.group) for cell in published([], asked=asked).cells if cell.group != "total"]
    subjects = ["first", *(f"first-{item}" for item in (1, 2, 3)), "second", *(f"second-{item}" for item in (1, 2, 3))]
    assert order == [(subject, group) for subject in subjects for group in PLAN]
    totals = [(cell.measure, cell.subject) for cell in published([], asked=asked).cells if cell.group == "total"]
    assert totals[:5] == [("theme_mean", "first"), *(("share", each) for each in subjects[1:4]), ("dont_know", "first")]
    assert totals[-1] == ("share", "beside-themes")


# --- the cells ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [[], [person("library", *MIDDLE)] * 4, [person(None, *MIDDLE)] * 30])
def test_too_few_say_nothing_about_any_group(rows: list[SealedRow]):
    results = published(rows)
    assert [said(results, group) for group in ("total", *PLAN)] == ["withheld too_few"] * 4


def test_answers_outside_the_groups_do_not_help_four_to_five():
    assert said(published([person("library", *MIDDLE)] * 4 + [person(None, *MIDDLE)])) == "withheld too_few"


def test_six_organisations_with_one_person_each_show_the_network_only():
    """domain.md 4.15, test 1: no group ever appears, the network's view appears from five answers."""
    groups = ["library", "welfare", "rest", "rest", "rest", "welfare"]
    results = published([person(group, *MIDDLE) for group in groups[:5]])
    assert said(results) == "exact 3.0-3.0 n=5"
    assert [said(results, group) for group in PLAN] == ["withheld group"] * 3
    assert said(published([person(group, *MIDDLE) for group in groups])) == "exact 3.0-3.0 n=6"


def test_eight_in_the_library_and_four_elsewhere():
    """domain.md 4.15, test 2: the library is not shown, because the other four could be computed."""
    rows = [person("library", 4, 4, 4, 4, 2)] * 8 + [person(group, *MIDDLE) for group in ("welfare", "rest") * 2]
    results = published(rows)
    assert said(results) == "exact 3.7-3.7 n=12"
    assert said(results, "library") == said(results, "rest") == "withheld group"


def test_a_score_of_395_and_one_just_below():
    """domain.md 4.15, test 5: 3.95 is printed as 4.0 and what is just below it as 3.9, half up."""
    twenty = [person("library", 4, 4, 4, 4, 2)] * 19
    assert said(published([*twenty, person("library", 3, 3, 3, 3, 3)])) == "exact 4.0-4.0 n=20"  # 3.95
    below = [*twenty, person("library", 3, 3, 3, 2, 3)]  # 3.94
    assert said(published(below)) == "exact 3.9-3.9 n=20"


def test_agreeing_everywhere_with_a_reversed_item():
    """domain.md 4.15, test 6."""
    assert said(published([person("library", 4, 4, 4, 4, 4)] * 10)) == "exact 3.6-3.6 n=10"
    plain = questionnaire(theme("roles", 5))
    assert said(published([person("library", 4, 4, 4, 4, 4)] * 10, asked=plain)) == "exact 4.0-4.0 n=10"


def test_five_unanimous_fives():
    results = published([person("rest", 5, 5, 5, 5, 1)] * 5)
    assert said(results) == said(results, "rest") == "at_least 3.8-None n=5"


def test_sizes_are_of_valid_scores_per_theme():
    """Four of five items must be answered; with 'don't know' a group can drop out of one theme and not another."""
    asked = questionnaire(ROLES, theme("reach", 3))
    reach = {f"reach-{number}": 3 for number in (1, 2, 3)}
    knows = [("library", {**dict(person("library", *MIDDLE)[1]), **reach})] * 4
    unsure = [("library", {**dict(person("library", 3, 3, 3, "dk", "dk")[1]), **reach})]
    others = [("rest", {**dict(person("rest", *MIDDLE)[1]), **reach})] * 6
    results = published([*knows, *unsure, *others], asked=asked)
    assert said(results, "library", "reach") == "exact 3.0-3.0 n=5"
    assert said(results, "library", "roles") == "withheld group"
    assert said(results, "rest", "roles") == "withheld group"
    assert said(results, name="roles") == "exact 3.0-3.0 n=10"


def test_a_plan_of_one_group_and_of_four():
    rows = [person("library", *MIDDLE)] * 6
    one = published(rows, closed("library"))
    assert (said(one), said(one, "library")) == ("exact 3.0-3.0 n=6", "withheld group")  # a single group is the total
    four = published([*rows, *[person("education", *MIDDLE)] * 5], closed("library", "welfare", "education", "rest"))
    assert [said(four, group) for group in ("library", "welfare", "education", "rest")] == [
        "exact 3.0-3.0 n=6",
        "withheld group",
        "exact 3.0-3.0 n=5",
        "withheld group",
    ]


def test_a_coded_remainder_leaves_the_total_a_range():
    rows = [person("library", *MIDDLE)] * 8 + [person(group, 5, 5, 5, 5, 1) for group in ("welfare", "rest") * 3]
    results = published(rows)
    assert said(results, "library") == "exact 3.0-3.0 n=8"
    assert said(results) == "between 3.3-3.9 n=14"


def test_answers_outside_the_groups_join_a_total_without_groups():
    scattered = [person(group, *MIDDLE) for group in ("library", "library", "welfare", "welfare", "rest")]
    outside = [person(None, 4, 4, 4, 4, 2)] * 5
    assert said(published(scattered + outside)) == "exact 3.5-3.5 n=10"
    shown = published([person("library", *MIDDLE)] * 5 + outside)
    assert said(shown) == said(shown, "library") == "exact 3.0-3.0 n=5"


def test_order_of_rows_does_not_matter():
    rows = [person(group, *MIDDLE) for group in PLAN * 3] + [person("library", 5, 4, 3, 2, 1)] * 4
    assert published(rows) == published(rows[::-1])


def test_every_cell_can_be_stored():
    results = published([person("rest", 5, 5, 5, 5, 1)] * 5 + [person("library", *MIDDLE)] * 6)
    assert Results.from_json(results.to_json()) == results
    cell = results.cell("theme_mean", "roles", "library")
    assert cell == Cell("theme_mean", "roles", "library", "exact", Decimal("3.0"), Decimal("3.0"), 6)

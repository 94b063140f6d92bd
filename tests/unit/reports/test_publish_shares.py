"""Shares of items and options, how much is not known, and the words of a scan: what is published beside averages."""

from datetime import date
from decimal import Decimal

import pytest

from questionnaires import catalogue
from questionnaires.definition import Page, Questionnaire
from questionnaires.text import Text
from questionnaires.types import AnyQuestion
from questionnaires.types.grade import Grade
from questionnaires.types.multiple_choice import MultipleChoice
from questionnaires.types.options import Line, Tick
from questionnaires.types.parts import Answer
from questionnaires.types.role_cards import RoleCards
from questionnaires.types.statement import Statement
from reports.answers import SealedRow, answer_frame
from reports.results import ClosedRound, PlanGroup, Results, publish
from reports.results.cells import GRIDS
from tests.unit.reports.test_publish import SCALE, statement, theme

NL = Text(nl="-")
GRADE = Grade(id="grade", type="grade", text=NL)
WORTH = statement("worth")
REACH = MultipleChoice(
    id="reach",
    type="multiple_choice",
    text=NL,
    options=(Tick(id="older", text=NL), Tick(id="young", text=NL), Tick(id="dk", text=NL, dont_know=True)),
)
CARDS = RoleCards(
    id="cards", type="role_cards", text=NL, tasks=(Line(id="intake", text=NL),), now=NL, lead=NL, other=NL, nobody=NL,
    dont_know=NL,
)  # fmt: skip
PLAN = ("library", "welfare", "rest")


def asked(*items: int, beside: tuple[AnyQuestion, ...] = ()) -> Questionnaire:
    """Themes ``a``, ``b`` ... of so many items, of which the last is reversed; and questions beside them."""
    themes = tuple(theme(name, number, reverse_last=True) for name, number in zip("abc", items, strict=False))
    pages = [*(each.items for each in themes), *([beside] if beside else [])]
    return Questionnaire(
        id="spiegel",
        version="1.0.0",
        title=NL,
        languages=("nl",),
        scales={"agree": SCALE},
        themes=themes,
        pages=tuple(Page(id=f"page-{n}", title=NL, parts=parts) for n, parts in enumerate(pages)),
        minutes={},
        content_hash="0" * 64,
    )


def published(rows: list[SealedRow], questionnaire: Questionnaire, *plan: str, kinds: tuple[str, ...] = ()) -> Results:
    groups = tuple(PlanGroup(group) for group in plan)
    closed = ClosedRound(date(2026, 9, 1), date(2026, 9, 30), groups, invited=99, kinds=kinds)
    return publish(answer_frame(rows, questionnaire, kinds), questionnaire=questionnaire, closed=closed)


def people(group: str | None, **answers: tuple[Answer, ...]) -> list[SealedRow]:
    """One person for each place; an underscore stands for a hyphen."""
    columns = {name.replace("_", "-"): given for name, given in answers.items()}
    number = len(next(iter(columns.values())))
    return [(group, {name: given[place] for name, given in columns.items()}) for place in range(number)]


def said(results: Results, subject: str, group: str = "total") -> dict[str, str]:
    signs = {"exact": "", "at_least": ">=", "at_most": "<=", "between": "~"}
    return {
        option: signs[cell.kind] + str(cell.high if cell.low is None else cell.low)
        for option, cell in results.shares(subject, group).items()
    }


# --- items ----------------------------------------------------------------------------------------------------


def test_an_item_shows_three_classes_as_they_were_answered():
    """The last item is reversed: its shares are of the answers, not of the scores."""
    rows = people("library", **{f"a_{n}": (1, 2, 2, 3, 3, 4, 4, 4, 5, 5) for n in (1, 2, 3)})
    results = published(rows, asked(3), "library", "rest")
    for item in ("a-1", "a-3"):
        assert said(results, item) == {"disagree": "0.30", "neither": "<=0.20", "agree": "0.50"}
    assert all(cell.n is None for cell in results.cells if cell.measure == "share")


def test_nine_answers_say_nothing_of_an_item_beside_an_average():
    rows = people("library", **{f"a_{n}": (1, 2, 3, 3, 3, 4, 4, 5, 5) for n in (1, 2, 3)})
    results = published(rows, asked(3), "library", "rest")
    assert results.cell("theme_mean", "a").kind == "exact"
    assert said(results, "a-1") == {}
    assert results.cell("share", "a-1").reason == "too_few"
    assert [cell for cell in results.cells if cell.measure == "item_word"] == []


def test_dont_know_and_skipped_are_no_answers_to_an_item():
    rows = people("library", a_1=(4,) * 9 + ("dk",), a_2=(4, 2) * 5, a_3=(3,) * 9 + (None,))
    results = published(rows, asked(3), "library", "rest")
    assert said(results, "a-1") == said(results, "a-3") == {}
    assert said(results, "a-2") == {"disagree": "0.50", "neither": "<=0.20", "agree": "0.50"}


def test_a_group_has_shares_of_its_own_from_ten_with_ten_left_over():
    mixed: tuple[Answer, ...] = (1, 2, 2, 3, 3, 3, 4, 4, 4, 5)
    rows = people("library", a_1=mixed) + people("rest", a_1=(5,) * 10) + people("welfare", a_1=mixed[:9])
    results = published(rows, asked(1), *PLAN)
    assert said(results, "a-1", "library") == {"disagree": "0.30", "neither": "0.30", "agree": "0.40"}
    # nine of welfare are less than ten left over, so the smallest shown group goes: of equals the later
    assert said(results, "a-1", "rest") == said(results, "a-1", "welfare") == {}
    assert results.cell("share", "a-1", "welfare").reason == "group"


def test_the_total_follows_from_the_coded_parts():
    """Ten unanimous people are left over: printed exactly, the total would give them away."""
    mixed: tuple[Answer, ...] = (1, 1, 1, 3, 3, 3, 3, 5, 5, 5)
    results = published(people("library", a_1=mixed) + people("welfare", a_1=(5,) * 9 + (1,)), asked(1), *PLAN)
    assert said(results, "a-1", "welfare")["agree"] == ">=0.80"
    cell = results.shares("a-1")["agree"]
    assert (cell.kind, cell.low, cell.high) == ("between", Decimal("0.50"), Decimal("0.70"))


@pytest.mark.parametrize(("others", "agree"), [(0, "0.50"), (5, "0.65")])
def test_people_outside_the_groups_join_exact_shares_only(others: int, agree: str):
    """Of ten, in two groups that cannot be shown; all their classes are exact."""
    mixed: tuple[Answer, ...] = (1, 3, 3, 5, 5)
    personal = people("library", a_1=(1, *mixed[1:])) + people("rest", a_1=(1, 2, 3, 5, 5)) + people("rest", a_1=(5, 5))
    outside = people(None, a_1=(5,) * others) if others else []
    assert said(published(personal + outside, asked(1), *PLAN), "a-1")["agree"] == agree


def test_people_outside_the_groups_do_not_join_where_a_class_is_coded():
    personal = people("library", a_1=(5,) * 6) + people("rest", a_1=(5,) * 4)
    assert said(published(personal + people(None, a_1=(1,) * 20), asked(1), *PLAN), "a-1")["agree"] == ">=0.80"


# --- what is not known ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unknown", "kind"), [(0, "at_most"), (2, "at_most"), (3, "between"), (9, "between"), (10, "at_least")]
)
def test_how_much_of_a_theme_is_not_known(unknown: int, kind: str):
    """Ten people, three items: few below 3 of 30, many above 9."""
    answers: list[Answer] = ["dk"] * unknown + [3] * (30 - unknown)
    rows = people("library", a_1=tuple(answers[:10]), a_2=tuple(answers[10:20]), a_3=tuple(answers[20:]))
    cell = published(rows, asked(3), "library", "rest").cell("dont_know", "a")
    assert cell.kind == kind
    assert cell.n is None


def test_who_skipped_a_whole_theme_says_nothing_of_what_is_known():
    rows = people("library", a_1=("dk",) * 4 + (None,) * 6, a_2=(None,) * 10, a_3=(None,) * 10)
    assert published(rows, asked(3), "library", "rest").cell("dont_know", "a").reason == "too_few"
    rows += people(None, a_1=("dk",), a_2=(None,), a_3=(None,))
    assert not published(rows, asked(3), "library", "rest").cell("dont_know", "a").shown


# --- a scan: items without an average -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ((1, 2, 3, 3, 3), "at_most"),  # 2.4
        ((2, 2, 3, 3, 2, 3), "between"),  # 2.5
        ((4, 4, 3, 3, 3), "between"),  # 3.4
        ((4, 4, 3, 3), None),
        ((4, 4, 3, 3, 4, 3), "at_least"),  # 3.5
        ((3,) * 10, None),
    ],
)
def test_five_to_nine_answers_give_a_word_where_no_theme_has_an_average(answers: tuple[Answer, ...], kind: str | None):
    results = published(people("library", a_1=answers), asked(2), "library", "rest")
    cell = results.cell("item_word", "a-1")
    assert (cell.kind if cell.shown else None) == kind
    assert bool(said(results, "a-1")) == (len(answers) >= 10)


def test_a_word_is_of_the_answers_also_when_the_item_is_reversed():
    results = published(people("library", a_1=(5,) * 6, a_2=(5,) * 6), asked(2), "library", "rest")
    assert [results.cell("item_word", item).kind for item in ("a-1", "a-2")] == ["at_least", "at_least"]


def test_a_round_by_open_code_alone_shows_the_total_only():
    rows = people(None, a_1=(1, 2, 2, 3, 3, 4, 4, 4, 5, 5))
    results = published(rows, asked(1))
    assert said(results, "a-1") == {"disagree": "0.30", "neither": "<=0.20", "agree": "0.50"}
    assert {cell.group for cell in results.cells} == {"total"}
    assert published(rows[:9], asked(1)).cell("item_word", "a-1").kind == "between"
    assert not published(rows[:4], asked(1)).cell("item_word", "a-1").shown


def test_answers_by_open_code_do_not_reach_a_minimum_beside_personal_ones():
    rows = people(None, a_1=(1, 2, 2, 3, 3, 4, 4, 4, 5, 5))
    assert not any(cell.shown for cell in published(rows, asked(1), "library", "rest").cells)


@pytest.mark.parametrize("people", [5, 9, 10])
def test_the_quick_scan_gives_words_and_from_ten_on_shares(people: int):
    scan = catalogue.latest("quick-scan")
    statements = [item.id for item in scan.questions.values() if isinstance(item, Statement)]
    results = published([(None, dict.fromkeys(statements, 4))] * people, scan)
    words = [results.cell("item_word", item).kind for item in statements]
    assert words == (["withheld"] if people == 10 else ["at_least"]) * 8
    assert [bool(results.shares(item)) for item in statements] == [people == 10] * 8


# --- everything else (R15) ------------------------------------------------------------------------------------


def test_grades_and_worth_have_three_classes_and_no_average():
    rows = people("library", grade=(4, 5, 6, 6, 7, 7, 7, 8, 8, 9), worth=(1, 1, 2, 3, 3, 3, 5, 5, 5, "dk"))
    results = published(rows, asked(1, beside=(GRADE, WORTH)), "library", "rest")
    assert said(results, "grade") == {"1-5": "<=0.20", "6-7": "0.50", "8-10": "0.30"}
    assert said(results, "worth") == {}  # nine valid answers
    assert {cell.measure for cell in results.cells} == {"share", "dont_know", "item_word"}


def test_each_tick_is_a_table_of_its_own():
    """Who ticks 'weet ik niet' gave no valid answer about the other options."""
    ticks: tuple[Answer, ...] = (["older"],) * 5 + (["older", "young"],) * 4 + (["young"],) + (["dk"],) * 2
    results = published(people("library", reach=ticks), asked(1, beside=(REACH,)), "library", "rest")
    assert said(results, "reach") == {"older": ">=0.80", "young": "0.50", "dk": "<=0.20"}
    few = published(people("library", reach=ticks[:9] + ticks[10:]), asked(1, beside=(REACH,)), "library", "rest")
    assert said(few, "reach") == {"dk": "<=0.20"}
    assert [(cell.option, cell.reason) for cell in few.cells if cell.subject == "reach" and not cell.shown] == [
        ("older", "too_few"),
        ("young", "too_few"),
    ]


def test_role_cards_show_the_kinds_that_were_offered():
    now = {"intake": {"now": ["library"], "lead": "welfare"}}
    nobody = {"intake": {"now": ["nobody"], "lead": "dk"}}
    rows = people("library", cards=(now,) * 6 + (nobody,) * 4)
    results = published(rows, asked(1, beside=(CARDS,)), "library", "rest", kinds=("library", "welfare"))
    assert said(results, "cards.intake.now") == {
        "library": "0.60", "welfare": "<=0.20", "other": "<=0.20", "nobody": "0.40", "dk": "<=0.20",
    }  # fmt: skip
    assert said(results, "cards.intake.lead") == {
        "library": "<=0.20", "welfare": "0.60", "other": "<=0.20", "dk": "0.40",
    }  # fmt: skip


def test_no_group_is_told_apart_outside_the_themes():
    rows = people("library", grade=(6,) * 20) + people("rest", grade=(8,) * 20)
    results = published(rows, asked(1, beside=(GRADE,)), "library", "rest")
    assert {cell.group for cell in results.cells if cell.subject == "grade"} == {"total"}


def test_what_people_outside_the_groups_chose_joins_exact_shares():
    beside, outside = asked(1, beside=(GRADE,)), people(None, grade=(8,) * 10)
    exact_ones = people("library", grade=(4, 4, 4, 6, 6, 6, 6, 8, 8, 8)) + outside
    assert said(published(exact_ones, beside, "library", "rest"), "grade")["8-10"] == "0.65"
    coded = people("library", grade=(4,) * 10) + outside
    assert said(published(coded, beside, "library", "rest"), "grade")["8-10"] == "<=0.20"


@pytest.mark.parametrize("items", [1, 3])
def test_what_is_withheld_is_in_the_steps_of_what_is_shown(items: int):
    """One precision in the stored text (R9), whatever is said."""
    rows = people("library", **{f"a_{n}": (1, 2, 4) for n in range(1, items + 1)}, grade=(6, 7, 8))
    results = published(rows, asked(items, beside=(GRADE,)), "library", "rest")
    hidden = [cell for cell in results.cells if not cell.shown]
    assert {cell.measure for cell in hidden} == {"share", "dont_know", "theme_mean" if items == 3 else "item_word"}
    assert [cell.key for cell in hidden if cell.step != GRIDS[cell.measure].step] == []

"""Role cards from facts, and what people think beside them from published shares."""

import pytest

from reports.profile import PairPicture, RoleCard, RoleStatus, TaskOpinion, Verdict, opinions, role_cards
from reports.results import Cell
from tests.network_profiles import does, network, published, shares, withheld

DO, LEAD, BOTH, WANT, NOTHING = ("do",), ("lead",), ("do", "lead"), ("want",), ()


def card(*ticks: tuple[str, ...], task: str = "intake", **kinds: str) -> RoleCard:
    """The card of one task in a network of organisations a, b, c ... with these ticks."""
    made = network({name: does(*each, task=task) for name, each in zip("abcdef", ticks, strict=False)}, **kinds)
    return next(each for each in role_cards(made) if each.task.id == task)


@pytest.mark.parametrize(
    ("ticks", "task", "status"),
    [
        ([NOTHING, WANT], "intake", RoleStatus.OPEN),
        # Nobody does it: open comes first, whoever says to lead.
        ([LEAD, LEAD], "intake", RoleStatus.OPEN),
        ([DO, NOTHING], "intake", RoleStatus.LEADERLESS),
        ([DO, DO, DO], "intake", RoleStatus.LEADERLESS),
        ([DO, DO, DO], "signal", RoleStatus.LEADERLESS),
        ([BOTH, LEAD], "intake", RoleStatus.CONTESTED),
        # Contested comes before double.
        ([BOTH, BOTH, DO], "intake", RoleStatus.CONTESTED),
        ([BOTH, DO, DO], "intake", RoleStatus.DOUBLE),
        ([LEAD, DO, DO], "intake", RoleStatus.CLEAR),
        ([LEAD, DO, DO, DO], "intake", RoleStatus.DOUBLE),
        ([BOTH, DO, DO], "signal", RoleStatus.MANY_HANDS),
        ([BOTH, DO], "signal", RoleStatus.CLEAR),
        ([BOTH], "intake", RoleStatus.CLEAR),
        ([LEAD, DO], "intake", RoleStatus.CLEAR),
    ],
)
def test_status_is_the_first_rule_that_fits(ticks: list[tuple[str, ...]], task: str, status: RoleStatus):
    assert card(*ticks, task=task).status is status


def test_a_card_names_who_does_leads_and_wants():
    found = card(("do", "want"), LEAD, DO, WANT).task
    assert (found.doers, found.leaders, found.wanting) == (("a", "c"), ("b",), ("a", "d"))


def test_who_leads_without_doing_is_named():
    assert card(LEAD, DO).idle_leaders == ("a",)
    assert card(BOTH, DO).idle_leaders == ()
    assert card(LEAD, LEAD).idle_leaders == ("a", "b")


def test_all_fourteen_tasks_in_questionnaire_order():
    cards = role_cards(network({"a": does("do")}))
    assert len(cards) == 14
    assert [each.task.id for each in cards[:5]] == ["signal", "train-finders", "promote", "refer", "intake"]


def test_nothing_is_open_when_nobody_answered():
    assert role_cards(network({"a": None, "b": {"we-see": ["older"]}})) == ()


@pytest.mark.parametrize(
    ("ticks", "status"),
    [
        ([NOTHING], RoleStatus.UNKNOWN),
        ([DO], RoleStatus.UNKNOWN),
        ([BOTH], RoleStatus.UNKNOWN),
        ([BOTH, BOTH], RoleStatus.CONTESTED),
        ([BOTH, DO, DO], RoleStatus.DOUBLE),
    ],
)
def test_of_few_answers_only_what_the_others_cannot_change_is_named(
    ticks: list[tuple[str, ...]], status: RoleStatus
):  # fmt: skip
    answers = {name: does(*each) for name, each in zip("abc", ticks, strict=False)}
    silent = dict.fromkeys(("x", "y", "z")[: 3 if len(ticks) > 1 else 1])
    assert next(each for each in role_cards(network(answers | silent)) if each.task.id == "intake").status is status


def test_seven_of_ten_speak_for_all():
    seven = {f"o{number}": does("do", "lead") for number in range(7)}
    silent = {f"s{number}": None for number in range(3)}
    assert role_cards(network(seven | silent))[0].status is RoleStatus.OPEN
    assert role_cards(network(seven | silent | {"t": None}))[0].status is RoleStatus.UNKNOWN


@pytest.mark.parametrize(
    ("library", "welfare", "picture"),
    [
        (DO, DO, PairPicture.TALK),
        (BOTH, DO, PairPicture.TALK),
        (BOTH, NOTHING, PairPicture.CONFIRM),
        (NOTHING, LEAD, PairPicture.CONFIRM),
        (DO, LEAD, PairPicture.CONFIRM),
        (NOTHING, NOTHING, PairPicture.CHANCE),
        (WANT, NOTHING, PairPicture.CHANCE),
        (LEAD, LEAD, PairPicture.CHANCE),
        (DO, NOTHING, None),
    ],
)
def test_library_beside_welfare(library: tuple[str, ...], welfare: tuple[str, ...], picture: PairPicture | None):
    assert card(library, welfare, DO, a="library", b="welfare").pair is picture


def test_no_picture_without_an_answer_of_both():
    assert card(DO, DO, a="library").pair is None
    made = network({"a": does("do"), "b": None}, a="library", b="welfare")
    assert {each.pair for each in role_cards(made)} == {None}


def test_a_picture_is_of_all_libraries_together():
    assert card(NOTHING, DO, DO, a="library", b="library", c="welfare").pair is PairPicture.TALK


def opinion(*cells: Cell) -> TaskOpinion:
    found = opinions(published(*cells, *shares("ro-1", agree="0.50")))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("written", "often"),
    [
        ("0.30", Verdict.YES),
        ("0.25", Verdict.NO),
        ("0.80+", Verdict.YES),
        ("0.20-", Verdict.NO),
        # The threshold falls inside the coded edge.
        ("0.30-", Verdict.UNCLEAR),
        ("0.25+", Verdict.UNCLEAR),
    ],
)
def test_often_is_from_30_percent(written: str, often: Verdict):
    found = opinion(*shares("roles-find.signal.now", nobody=written, dk="0.10"))
    assert (found.task, found.often_nobody, found.often_unknown) == ("signal", often, Verdict.NO)
    assert opinion(*shares("roles-learn.steer.now", dk=written)).often_unknown is often


@pytest.mark.parametrize(
    ("written", "lead"),
    [
        ({"library": "0.40", "welfare": "0.35", "other": "0.10-"}, "library"),
        ({"library": "0.40", "welfare": "0.40"}, None),
        ({"library": "0.20-", "welfare": "0.20-"}, None),
        ({"library": "0.80+", "welfare": "0.20-"}, "library"),
        ({"library": "0.20", "welfare": "0.20-"}, None),
        ({"other": "0.50", "library": "0.20-"}, "other"),
        # Most people do not know: that is no kind of organisation.
        ({"dk": "0.60", "library": "0.25", "welfare": "0.20-"}, "library"),
    ],
)
def test_the_kind_named_most_often_is_ahead_of_every_other(written: dict[str, str], lead: str | None):
    assert opinion(*shares("roles-find.signal.lead", **written)).lead == lead


def test_hidden_shares_say_nothing():
    unclear = TaskOpinion("signal", Verdict.UNCLEAR, Verdict.UNCLEAR, None)
    assert opinion(withheld("roles-find.signal.now"), withheld("roles-find.signal.lead")) == unclear


def test_no_opinions_where_nothing_was_asked():
    assert opinions(published(*shares("mc-lines.mc-money", yes="0.50"))) == ()

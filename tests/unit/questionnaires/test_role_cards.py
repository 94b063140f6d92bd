"""Role cards: for each task, which kinds of partner do it and which should lead."""

import pytest

from questionnaires.kinds import partner_kinds
from questionnaires.respondent import Respondent
from questionnaires.types.base import ANYBODY
from questionnaires.types.parts import Answer, Problem, Reading
from tests.unit.questionnaires.asking import EN, NL, question, read

CARDS = question("role_cards", "r-1")
NOW, LEAD = "r-1.signal.now", "r-1.signal.lead"
ANSWER: Answer = {"signal": {"now": ["library", "other"], "lead": "welfare"}, "intake": {"now": ["dk"]}}


def test_each_task_holds_who_does_it_and_who_should_lead() -> None:
    fields = [(NOW, ""), (NOW, "other"), (NOW, "library"), (LEAD, "welfare"), ("r-1.intake.now", "dk")]
    assert read(CARDS, *fields) == Reading(ANSWER)
    assert CARDS.is_sound(ANSWER)


def test_it_is_posted_as_it_was_filled_in() -> None:
    assert CARDS.posted(ANSWER, NL) == {
        NOW: ("", "library", "other"),
        LEAD: ("welfare",),
        "r-1.intake.now": ("", "dk"),
        "r-1.intake.lead": ("",),
    }


def test_what_is_absent_keeps_what_was_stored() -> None:
    assert read(CARDS, (LEAD, "library"), stored={"signal": {"now": ["library"]}}) == Reading(
        {"signal": {"now": ["library"], "lead": "library"}}
    )
    assert read(CARDS, stored=ANSWER) == Reading(ANSWER)


def test_the_empty_choice_of_who_leads_takes_the_answer_back() -> None:
    assert read(CARDS, (LEAD, ""), stored={"signal": {"now": ["library"], "lead": "library"}}) == Reading(
        {"signal": {"now": ["library"]}}
    )
    assert read(CARDS, (LEAD, ""), (NOW, ""), stored={"signal": {"lead": "dk"}}) == Reading(None)


@pytest.mark.parametrize(
    ("field", "values", "problem", "typed"),
    [
        (NOW, ["library", "nobody"], Problem(NOW, "not_together", {"option": "nobody"}), ("library", "nobody")),
        (NOW, ["dk", "welfare"], Problem(NOW, "not_together", {"option": "dk"}), ("welfare", "dk")),
        (NOW, ["library", "police"], Problem(NOW, "not_an_option"), ("library",)),
        (NOW, ["health"], Problem(NOW, "not_an_option"), ()),
        (LEAD, ["nobody"], Problem(LEAD, "not_an_option"), ("nobody",)),
        (LEAD, ["health"], Problem(LEAD, "not_an_option"), ("health",)),
    ],
)
def test_what_is_wrong_is_refused_at_its_field_and_the_rest_is_kept(
    field: str, values: list[str], problem: Problem, typed: tuple[str, ...]
) -> None:
    stored: Answer = {"signal": {"now": ["welfare"], "lead": "other"}}
    reading = read(CARDS, *((field, value) for value in values), ("r-1.intake.lead", "dk"), stored=stored)
    expected: Answer = {"signal": {"now": ["welfare"], "lead": "other"}, "intake": {"lead": "dk"}}
    assert reading == Reading(expected, (problem,), {field: typed})


@pytest.mark.parametrize(
    "answer",
    [
        "library",
        1,
        [],
        {},
        {"signal": {}},
        {"signal": None},
        {"signal": ["library"]},
        {"signal": {"now": "library"}},
        {"signal": {"now": []}},
        {"signal": {"now": ["welfare", "library"]}},
        {"signal": {"now": ["library", "nobody"]}},
        {"signal": {"now": ["police"]}},
        {"signal": {"lead": "nobody"}},
        {"signal": {"lead": ["library"]}},
        {"signal": {"lead": ""}},
        {"signal": {"later": ["library"]}},
        {"sing": {"now": ["library"]}},
    ],
)
def test_an_answer_of_another_shape_is_not_sound(answer: Answer) -> None:
    assert not CARDS.is_sound(answer)


def test_an_answer_is_sound_whatever_kinds_the_network_has() -> None:
    assert CARDS.is_sound({"signal": {"now": ["health", "support"], "lead": "housing"}})
    assert CARDS.is_sound(None)


def test_it_is_drawn_as_a_card_for_each_task_with_both_questions() -> None:
    view = CARDS.view(EN)
    assert (view.macro, [card.macro for card in view.parts]) == ("cards", ["card", "card"])
    assert [card.label for card in view.parts] == ["Seeing signals", "A first talk"]
    now, lead = view.parts[0].parts
    assert (now.name, now.macro, now.label) == (NOW, "ticks", "Who does this now?")
    assert (lead.name, lead.macro, lead.label) == (LEAD, "unfolding", "Who should lead?")


def test_it_offers_the_kinds_of_this_network_and_what_stands_apart() -> None:
    now, lead = CARDS.view(NL).parts[0].parts
    assert [option.label for option in now.options] == [
        "bibliotheek",
        "welzijnsorganisatie",
        "anders",
        "niemand",
        "weet ik niet",
    ]
    assert [option.value for option in now.options if option.apart] == ["nobody", "dk"]
    assert [option.value for option in lead.options] == ["library", "welfare", "other", "dk"]


def test_where_the_network_is_not_known_it_offers_every_kind() -> None:
    now, _ = CARDS.view(ANYBODY).parts[0].parts
    assert [option.value for option in now.options] == [*partner_kinds(), "other", "nobody", "dk"]
    assert CARDS.view(Respondent("nl", kinds=())) == CARDS.view(ANYBODY)


def test_it_is_read_back_per_task() -> None:
    assert CARDS.said(ANSWER, NL) == (
        ("Signalen zien: Wie doet dit nu?", "bibliotheek, anders"),
        ("Signalen zien: Wie moet leiden?", "welzijnsorganisatie"),
        ("Een eerste gesprek: Wie doet dit nu?", "weet ik niet"),
    )
    assert CARDS.read_back({"intake": {"lead": "dk"}}, EN) == "A first talk: Who should lead: don't know"
    assert CARDS.said(None, NL) == ()


def test_a_kind_that_left_the_network_is_still_read_back_by_its_name() -> None:
    assert CARDS.read_back({"signal": {"lead": "health"}}, EN).endswith(": care and health")


def test_the_codebook_has_two_variables_for_each_task() -> None:
    variables = CARDS.variables("en")
    assert [(each.name, each.kind) for each in variables] == [
        (NOW, "several"),
        (LEAD, "one"),
        ("r-1.intake.now", "several"),
        ("r-1.intake.lead", "one"),
    ]
    assert variables[0].wording == "Seeing signals: Who does this now?"
    assert variables[0].values[-3:] == (("other", "other"), ("nobody", "nobody"), ("dk", "don't know"))
    assert [code for code, _ in variables[1].values] == [*partner_kinds(), "other", "dk"]


def test_who_does_it_is_counted_kind_by_kind_and_who_leads_in_one_table() -> None:
    measures = {measure.name: measure for measure in CARDS.measures()}
    assert len(measures) == 2 * (len(partner_kinds()) + 3 + 1)
    library, lead = measures[f"{NOW}.library"], measures[LEAD]
    assert (library.path, lead.path) == (("signal", "now"), ("signal", "lead"))
    answers: list[Answer] = [ANSWER, {"signal": {"now": ["nobody"], "lead": "dk"}}, {"intake": {"lead": "dk"}}, None]
    assert library.tally(answers) == {"yes": 1, "no": 1}
    assert {name: count for name, count in lead.tally(answers).items() if count} == {"welfare": 1, "dk": 1}
    assert lead.order == (*partner_kinds(), "other", "dk")


def test_a_definition_can_name_the_kinds_itself() -> None:
    cards = question("frisian", "r-1")
    who = Respondent("fy", kinds=("library", "municipality"))
    now, _ = cards.view(who).parts[0].parts
    assert [option.label for option in now.options] == [
        "biblioteek",
        "gemeente: belied",
        "oars",
        "gjinien",
        "wit ik net",
    ]
    assert (
        cards.read_back({"signal": {"lead": "library"}}, who) == "Sinjalen sjen: Wa moat de lieding hawwe: biblioteek"
    )
    assert cards.variables("fy")[0].values[0] == ("library", "biblioteek")

"""The answers to a theme as tables and attackers take them."""

from dataclasses import replace
from fractions import Fraction

from reports.answers import answer_frame
from reports.disclosure.averages import Tally
from reports.disclosure.theme_answers import ThemeAnswers
from tests.attacks.themes import theme_of
from tests.unit.reports.test_publish_shares import asked

#: One of a skipped the last item; one of b has too few answers for a score; somebody is in no group.
THEME = theme_of([[(1, 3, 5), (2, 4, 0)], [(5, 0, 0), (1, 3, 5)]], outside=[(4, 4, 4)])


def test_a_theme_is_taken_from_a_frame_in_the_favourable_direction():
    """The last of three items is reversed: 2 counts as 4; don't-know and skipped are no number."""
    questionnaire = asked(3)
    rows = [("b", {"a-1": 5, "a-2": 1, "a-3": 2}), (None, {"a-1": 4, "a-2": "dk"})]
    theme = ThemeAnswers.of(questionnaire.themes[0], answer_frame(rows, questionnaire), ["b", "c"])
    assert theme.items == tuple(item.id for item in questionnaire.themes[0].items)
    assert theme.is_reversed == (False, False, True)
    assert theme.plan == ("b", "c")
    assert [group for group, _ in theme.people] == ["b", None]
    assert theme.people[0][1] == ((5, 1, 4), 10 * theme.unit // 3)
    assert theme.people[1][1] == ((4, 0, 0), None)


def test_numbers_and_sums_are_of_those_who_have_a_score():
    assert THEME.required == 2
    assert THEME.tally("a") == Tally(2, Fraction(3) + Fraction(3))
    assert THEME.tally("b") == Tally(1, Fraction(3))
    assert THEME.tally(None) == Tally(1, Fraction(4))
    assert THEME.sent_in(["a", "b"]) == 4


def test_classes_are_counted_in_both_directions():
    turned = replace(THEME, is_reversed=(True, False, False))
    assert turned.recoded_counts(0, "a") == (2, 0, 0)
    assert turned.counts(0, "a") == {"disagree": 0, "neither": 0, "agree": 2}
    assert turned.counts(1, "a") == {"disagree": 0, "neither": 1, "agree": 1}
    assert turned.counts(2, "a") == {"disagree": 0, "neither": 0, "agree": 1}  # one skipped it
    assert turned.given_total(0, "a") == 5 + 4
    assert THEME.given_total(2, "a") == 5


def test_other_answers_have_other_scores():
    changed = THEME.changed({(0, 0): 4, (2, 1): 2, (0, 2): 1})
    assert changed.people[0] == ("a", ((4, 3, 1), 8 * THEME.unit // 3))
    assert changed.people[2] == ("b", ((5, 2, 0), 7 * THEME.unit // 2))
    assert [changed.people[number] for number in (1, 3, 4)] == [THEME.people[number] for number in (1, 3, 4)]
    assert (changed.answer(0, 0), THEME.answer(0, 0)) == (4, 1)


def test_who_answered_the_same_is_one_insider():
    same = theme_of([[(1, 3, 5)] * 3, [(1, 3, 5), (2, 2, 2)]])
    assert [group for group, _ in same.insiders()] == ["a", "b", "b"]

"""The guide: what to talk about and what to do, per theme and status; and what is wrong in a guide."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.definition import Questionnaire
from questionnaires.guide import GUIDES, STATUSES, Guide, find_guide, guides, load_guide
from questionnaires.mistakes import DefinitionErrors
from tests.unit.questionnaires.asking import definition

Write = Callable[[str], Path]


@pytest.fixture(scope="module")
def guide() -> Guide:
    return find_guide("taalnetwerk")


def test_it_is_for_the_themes_of_the_instrument(guide: Guide, spiegel: Questionnaire) -> None:
    assert [theme.id for theme in guide.themes] == [theme.id for theme in spiegel.themes]
    assert guide.languages == ("nl", "en")


def test_it_has_three_conversation_questions_and_nine_actions_for_every_theme(guide: Guide) -> None:
    for theme in guide.themes:
        assert len(theme.conversation) == 3
        assert Counter(action.status for action in theme.actions) == {"low": 3, "mid": 2, "high": 2, "divided": 2}


def test_it_has_twenty_four_questions_and_seventy_two_actions_and_three_for_any_theme(guide: Guide) -> None:
    assert sum(len(theme.conversation) for theme in guide.themes) == 24
    assert sum(len(theme.actions) for theme in guide.themes) == 72
    assert [action.id for action in guide.unknown] == ["unk-a", "unk-b", "unk-c"]


def test_every_action_has_an_owner_and_a_term(guide: Guide) -> None:
    actions = [*(action for theme in guide.themes for action in theme.actions), *guide.unknown]
    assert all(action.owners and 1 <= action.weeks <= 52 for action in actions)
    assert Counter(owner for action in actions for owner in action.owners).keys() == {
        "coordinator",
        "municipality",
        "library",
        "welfare",
        "everyone",
        "adviser",
    }


def test_spot_checks_of_the_words_owners_and_terms(guide: Guide) -> None:
    actions = {action.id: action for theme in guide.themes for action in theme.actions}
    lead = actions["ro-low-c"]
    assert (
        lead.text["nl"] == "Laat bibliotheek en welzijn samen drie taken verdelen. Kijk na drie maanden of het werkt."
    )
    assert (lead.owners, lead.weeks, lead.status) == (("library", "welfare"), 12, "low")
    assert (actions["la-low-c"].weeks, actions["co-high-a"].owners) == (1, ("municipality",))
    first = guide.theme("shared-purpose")
    assert first is not None
    assert first.conversation[2].text["nl"] == "Waar gaan we juist niet aan werken?"


def test_actions_are_found_by_theme_and_status(guide: Guide) -> None:
    assert [action.id for action in guide.actions("municipality", "divided")] == ["mu-div-a", "mu-div-b"]
    assert guide.actions("municipality", "unknown") == guide.unknown == guide.actions("roles", "unknown")
    assert guide.actions("nowhere", "low") == ()
    assert guide.theme("nowhere") is None
    assert STATUSES == ("low", "mid", "high", "divided", "unknown")


def test_a_questionnaire_hands_on_the_conversation_of_its_guide() -> None:
    assert [question.id for question in definition("guided").conversation("roles")] == ["ro-q1", "ro-q2", "ro-q3"]
    assert definition("guided").conversation("nowhere") == ()
    assert definition("small").conversation("contact") == ()


def test_every_guide_in_the_folder_is_sound() -> None:
    assert {name: load_guide(path).id for name, path in guides().items()} == {name: name for name in guides()}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("status: low", "status: lwo", '"status" must be low, mid, high or divided, and it says "lwo".'),
        ("owners: [coordinator]", "owners: [coordinater]", "must be coordinator, municipality, library, welfare,"),
        ("owners: [coordinator]", "owners: []", '"owners" needs at least 1 in its list, and it has 0.'),
        ("weeks: 6", "weeks: 53", '"weeks" may be at most 52, and it says 53.'),
        ("weeks: 6", "weeks: 0", '"weeks" must be at least 1, and it says 0.'),
        ("id: sp-q2", "id: sp-q1", 'The id "sp-q1" is used a second time.'),
        ("id: unk-b", "id: unk-a", 'The id "unk-a" is used a second time.'),
        ("      - id: sp-q3\n", "", '"conversation" needs at least 3 in its list, and it has 2.'),
        (
            "conversation:",
            "converstion:",
            '"converstion" is not a setting that can stand here. Did you mean "conversation"?',
        ),
        ("weeks: 6", "week: 6", '"week" is not a setting that can stand here. Did you mean "weeks"?'),
    ],
)
def test_what_is_wrong_in_a_guide_is_told(write: Write, old: str, new: str, expected: str) -> None:
    content = (GUIDES / "taalnetwerk.yaml").read_text(encoding="utf-8")
    assert old in content
    with pytest.raises(DefinitionErrors) as refused:
        load_guide(write(content.replace(old, new, 1)))
    assert any(expected in sentence for sentence in str(refused.value).splitlines()), str(refused.value)

"""What the guide suggests: the hardest themes first, whatever questionnaire it is that was asked."""

import pytest

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from questionnaires.guide import STATUSES, Status
from survey.services.suggestions import LastReport, find, suggestions, theme_titles, title_of
from tests.factories import the_questionnaire

EIGHT = [theme.id for theme in the_questionnaire().themes]


@pytest.mark.parametrize("name", ["taalnetwerkspiegel", "taalnetwerkspiegel-kort", "quick-scan"])
def test_every_questionnaire_for_networks_is_about_the_eight_themes(name: str) -> None:
    asked = catalogue.latest(name)

    assert list(theme_titles(asked)) == EIGHT
    assert [each.id for each in suggestions(asked)] == EIGHT
    assert theme_titles(asked)["roles"]["nl"] == "Rollen en taken"


def test_what_the_report_names_as_hardest_comes_first() -> None:
    known: dict[str, Status] = {
        "shared-purpose": "high", "roles": "mid", "municipality": "unknown", "joint-reach": "divided",
        "conditions": "low", "contact-trust": "low",
    }  # fmt: skip

    found = suggestions(the_questionnaire(), LastReport(known))

    assert [each.id for each in found] == [
        "contact-trust", "conditions", "joint-reach", "municipality", "roles", "shared-purpose",
        "differences", "learning-action",
    ]  # fmt: skip
    assert {each.id: each.status for each in found if each.status} == known
    assert [next(iter(each.actions)) for each in found] == [each.status or "low" for each in found]


def test_what_the_report_proposes_to_talk_about_comes_before_what_is_harder() -> None:
    known: dict[str, Status] = {"shared-purpose": "mid", "roles": "low", "differences": "mid", "learning-action": "mid"}

    found = suggestions(the_questionnaire(), LastReport(known, ("learning-action", "differences")))

    assert [each.id for each in found][:4] == ["learning-action", "differences", "roles", "shared-purpose"]


def test_every_suggestion_of_the_guide_is_offered_with_each_theme_that_it_is_for() -> None:
    guide = the_questionnaire().guide
    assert guide is not None

    for each in suggestions(the_questionnaire()):
        assert list(each.actions) == list(STATUSES)
        assert each.actions == {status: guide.actions(each.id, status) for status in STATUSES}
        for actions in each.actions.values():
            for action in actions:
                found = find(the_questionnaire(), theme_id=each.id, suggestion_id=action.id)
                assert found is not None
                assert (found.theme, found.action) == (each.id, action)


@pytest.mark.parametrize(
    ("theme", "suggestion"), [("roles", "sp-low-a"), ("weather", "ro-low-a"), ("roles", ""), ("", "")]
)
def test_what_the_guide_does_not_suggest_is_not_found(theme: str, suggestion: str) -> None:
    assert find(the_questionnaire(), theme_id=theme, suggestion_id=suggestion) is None


def test_a_questionnaire_without_a_guide_has_its_themes_and_no_suggestions() -> None:
    own: Questionnaire = the_questionnaire().model_copy(update={"guide": None})

    assert suggestions(own) == []
    assert list(theme_titles(own)) == EIGHT


def test_a_theme_that_no_questionnaire_has_any_more_has_no_title() -> None:
    assert title_of("gone") is None
    assert (title_of("roles") or {})["en"] == the_questionnaire().theme("roles").title["en"]

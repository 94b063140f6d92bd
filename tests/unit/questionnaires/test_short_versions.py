"""The short version and the quick scan: the same statements, fewer of them."""

import pytest

from questionnaires.catalogue import latest
from questionnaires.definition import Questionnaire
from questionnaires.types.single_choice import SingleChoice
from questionnaires.types.statement import Statement

SCAN = ["ct-1", "ro-1", "sp-1", "jr-1", "mu-1", "co-1", "di-1", "la-1"]


@pytest.fixture(scope="module")
def short() -> Questionnaire:
    return latest("taalnetwerkspiegel-kort")


@pytest.fixture(scope="module")
def scan() -> Questionnaire:
    return latest("quick-scan")


def test_the_short_version_has_the_three_core_statements_of_every_theme(
    short: Questionnaire, spiegel: Questionnaire
) -> None:
    assert [theme.id for theme in short.themes] == [theme.id for theme in spiegel.themes]
    for theme in short.themes:
        assert theme.items == tuple(item for item in spiegel.theme(theme.id).items if item.core)
        assert len(theme.items) == 3


def test_the_short_version_closes_as_the_full_one_does(short: Questionnaire, spiegel: Questionnaire) -> None:
    assert short.pages[-1] == spiegel.pages[-1]
    assert [block.id for block in short.blocks] == ["overall", "open"]
    assert len(short.questions) == 24 + 2 + 6


def test_the_short_version_takes_three_minutes_for_its_statements(short: Questionnaire) -> None:
    assert short.minutes_of(page for page in short.pages if page.theme) == pytest.approx(3, abs=0.1)


def test_no_theme_of_the_short_version_is_compared_with_one_of_the_full_one(
    short: Questionnaire, spiegel: Questionnaire
) -> None:
    for theme in short.themes:
        assert theme.item_versions != spiegel.theme(theme.id).item_versions


def test_the_scan_has_the_eight_anchors_easy_ones_first(scan: Questionnaire, spiegel: Questionnaire) -> None:
    asked = scan.pages[0].questions
    assert [question.id for question in asked] == SCAN
    assert all(isinstance(question, Statement) and question.anchor for question in asked)
    assert all(question == spiegel.questions[question.id] for question in asked)


def test_the_scan_has_no_themes_and_so_no_averages(scan: Questionnaire) -> None:
    assert scan.themes == ()
    assert [page.theme for page in scan.pages] == [None, None]


def test_the_scan_closes_with_a_topic_and_the_grade(scan: Questionnaire, spiegel: Questionnaire) -> None:
    assert [question.id for question in scan.pages[1].questions] == ["qs-topic", "ov-grade"]
    assert scan.questions["ov-grade"] == spiegel.questions["ov-grade"]
    topic = scan.questions["qs-topic"]
    assert isinstance(topic, SingleChoice)
    assert {option.id: option.text for option in topic.options} == {theme.id: theme.title for theme in spiegel.themes}


def test_the_scan_takes_three_minutes_at_most(scan: Questionnaire) -> None:
    assert 2 <= scan.minutes_of(scan.pages) <= 3


def test_what_both_are_based_on_is_known(short: Questionnaire, scan: Questionnaire) -> None:
    assert (short.based_on, scan.based_on) == ("taalnetwerkspiegel", "taalnetwerkspiegel")
    assert short.scales == scan.scales
    assert [conversation.id for conversation in scan.guide.theme("roles").conversation] == ["ro-q1", "ro-q2", "ro-q3"]  # type: ignore[union-attr]  # its guide has the theme

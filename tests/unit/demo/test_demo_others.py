"""The networks that a demo is compared with: enough for every theme, the same for the same seed, and invented."""

from datetime import date, timedelta
from functools import cache

import pytest

from questionnaires import catalogue
from reports.benchmark import Made, window
from survey.demo import others
from survey.demo.others import edition_of_others
from survey.services.planning import DEFAULT_QUESTIONNAIRE

CUT_OFF = date(2026, 1, 1)


@cache
def made(seed: int = 2026) -> Made:
    return edition_of_others(CUT_OFF, seed=seed)


def test_every_theme_can_be_compared() -> None:
    themes = catalogue.latest(DEFAULT_QUESTIONNAIRE).themes
    assert {each.theme.id for each in made().edition.themes} == {theme.id for theme in themes}
    assert all(each.networks <= others.NETWORKS and each.spread > 0 for each in made().edition.themes)


def test_it_says_that_it_is_invented_and_keeps_no_networks() -> None:
    assert made().edition.invented
    assert made().members == {}


def test_the_same_seed_gives_the_same_edition() -> None:
    assert edition_of_others(CUT_OFF, seed=2026) == made()


@pytest.mark.parametrize("cut_off", [CUT_OFF, date(2028, 7, 1)])
def test_the_networks_closed_in_the_window(cut_off: date) -> None:
    first, end = window(cut_off)
    assert first < cut_off - others.CLOSED_BEFORE < end - timedelta(days=1)

"""What is told of a stored edition: the figures that R7 names, and nothing that they were made with."""

import json
from dataclasses import fields

import pytest

from reports.benchmark import InvalidEdition, ShownEdition, ShownFigures, shown
from tests.unit.reports.benchmark_samples import edition, figures, grouped

#: Disclosure rule R7: the theme in its version, as of when, from how many networks, median and middle half.
TOLD = {"theme", "since", "networks", "lower", "median", "upper"}


def test_of_a_theme_is_told_what_the_rule_names() -> None:
    (told,) = shown(edition().edition).themes
    kept = figures(edition())
    assert {field.name for field in fields(ShownFigures)} == TOLD
    assert all(getattr(told, name) == getattr(kept, name) for name in TOLD)


def test_the_text_holds_no_other_figure() -> None:
    document = json.loads(shown(edition().edition).to_json())
    assert [set(each) for each in document["themes"]] == [TOLD]
    assert set(document) == {"cut_off", "policy", "themes", "gaps", "invented", "format"}


def test_of_the_groups_is_told_the_middle_difference() -> None:
    made = edition([grouped(number, "3.9 (6)", "3.0 (6)") for number in range(10)]).edition
    assert shown(made).gaps == made.gaps != ()


def test_what_is_told_is_read_back_and_is_no_stored_edition() -> None:
    told = shown(edition().edition)
    assert ShownEdition.from_json(told.to_json()) == told
    with pytest.raises(InvalidEdition):
        ShownEdition.from_json(edition().edition.to_json())
    with pytest.raises(InvalidEdition):
        type(edition().edition).from_json(told.to_json())

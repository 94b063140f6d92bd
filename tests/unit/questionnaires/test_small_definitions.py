"""One small definition file per question type and per feature: all sound, each short enough to read."""

from collections.abc import Iterator

import pytest

from questionnaires.conditions import OPERATORS, SOURCES, And, Condition, Not, Or, leaves
from questionnaires.respondent import Respondent
from questionnaires.text import Text
from questionnaires.types import TYPES
from questionnaires.types.base import Definition
from tests.unit.questionnaires.asking import DEFINITIONS, MEMBERS, definition, sound_definitions

names = pytest.mark.parametrize("name", sound_definitions())


@names
def test_it_is_sound_and_tells_what_it_is_for_in_its_first_line(name: str) -> None:
    assert definition(name).pages
    first, *rest = (DEFINITIONS / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    assert first.startswith("# ")
    assert first.endswith(".")
    assert len(rest) < 100
    assert definition(name).id == name.replace("_", "-")


@names
def test_it_can_be_drawn_in_each_of_its_languages(name: str) -> None:
    asked = definition(name)
    for language in asked.languages:
        who = Respondent(language, "library", organisations=MEMBERS)
        for page in asked.pages:
            assert page.title.in_language(language)
            assert all(part.view(who).label for part in page.parts)


def test_every_type_has_one_of_its_own_name() -> None:
    assert set(TYPES) - {"statement"} <= set(sound_definitions())


def _conditions(name: str) -> Iterator[Condition]:
    for page in definition(name).pages:
        yield from (part.show_when for part in page.parts if part.show_when is not None)


def test_together_they_use_every_operator_source_and_way_to_combine() -> None:
    conditions = [condition for name in sound_definitions() for condition in _conditions(name)]
    used = [leaf for condition in conditions for _, leaf in leaves(condition)]
    assert {leaf.operator for leaf in used} == set(OPERATORS)
    assert {leaf.source for leaf in used} == set(SOURCES)
    assert {type(condition) for condition in conditions} >= {And, Or, Not}
    assert any(leaf.part for leaf in used)


def _texts(found: object) -> Iterator[Text]:
    if isinstance(found, Text):
        yield found
    elif isinstance(found, Definition):
        yield from _texts([getattr(found, name) for name in type(found).model_fields])
    elif isinstance(found, dict):
        yield from _texts(list(found.values()))
    elif isinstance(found, list | tuple):
        for each in found:
            yield from _texts(each)


@pytest.mark.parametrize(("name", "languages"), [("frisian", {"nl", "fy"}), ("small", {"nl", "en"})])
def test_every_text_is_there_in_each_language(name: str, languages: set[str]) -> None:
    texts = list(_texts(definition(name)))
    assert len(texts) > 10
    assert all(set(text) == languages for text in texts)


def test_a_third_language_needs_no_more_than_a_file() -> None:
    frisian = definition("frisian")
    who = Respondent("fy", "library")
    assert frisian.languages == ("nl", "fy")
    assert frisian.questions["c-1"].view(who).label == "Us kontakt rint soepel."
    assert frisian.questions["c-1"].read_back("dk", who) == "wit ik net"
    assert frisian.questions["s-1"].variables("fy")[0].wording == "Giet it foarút?"
    cards = frisian.questions["r-1"].view(who)
    assert [option.label for option in cards.parts[0].parts[0].options][:2] == ["biblioteek", "gemeente: belied"]

"""Finding questionnaires, as a whole or as a round asks them, and the list of question types."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import UnknownQuestionnaire, asked, catalogue, find, latest, load, load_all
from questionnaires.definition import Questionnaire
from questionnaires.mistakes import DefinitionErrors
from questionnaires.types import TYPES
from questionnaires.types.base import Question

Changed = Callable[[str, str], Path]


def test_a_version_is_found_and_the_catalogue_is_read_once() -> None:
    assert find("taalnetwerkspiegel", "2.0.0") is latest("taalnetwerkspiegel")
    assert catalogue() is catalogue()


def test_what_is_not_there_is_said_by_name() -> None:
    with pytest.raises(UnknownQuestionnaire, match=r'"taalnetwerkspiegel" 0\.0\.9'):
        find("taalnetwerkspiegel", "0.0.9")
    with pytest.raises(UnknownQuestionnaire, match='"nothing"'):
        latest("nothing")


def test_our_own_questionnaires_are_all_there() -> None:
    assert {(each.id, each.answered_by) for each in catalogue().values()} == {
        ("taalnetwerkspiegel", "person"),
        ("taalnetwerkspiegel-kort", "person"),
        ("quick-scan", "person"),
        ("organisatieprofiel", "organisation"),
    }


def test_a_questionnaire_is_asked_without_the_blocks_that_a_round_leaves_out(spiegel: Questionnaire) -> None:
    assert asked("taalnetwerkspiegel", "2.0.0") == spiegel
    bare = asked("taalnetwerkspiegel", "2.0.0", ("open",))
    assert bare is asked("taalnetwerkspiegel", "2.0.0", ("open",))
    assert set(spiegel.questions) - set(bare.questions) == {question.id for question in spiegel.blocks[-1].questions}
    with pytest.raises(UnknownQuestionnaire, match=r"2\.0\.0 has no block 'opne'"):
        asked("taalnetwerkspiegel", "2.0.0", ("opne",))


def test_the_latest_version_is_the_highest_number(monkeypatch: pytest.MonkeyPatch, definitions: Path) -> None:
    small = load(definitions / "small.yaml")
    versions = [small.model_copy(update={"version": version}) for version in ("1.9.0", "1.10.0", "1.2.0")]
    known = {(version.id, version.version): version for version in versions}
    monkeypatch.setattr("questionnaires.catalogue.catalogue", lambda: known)
    assert latest("small").version == "1.10.0"


def test_two_files_cannot_hold_the_same_version(definitions: Path, changed: Changed) -> None:
    with pytest.raises(DefinitionErrors, match=r'^x\.yaml:1:1: Another file holds "small" 1\.0\.0 too'):
        load_all([definitions / "small.yaml", changed("Klein", "Kleiner")])


def test_the_mistakes_of_all_files_are_told_together(definitions: Path, changed: Changed) -> None:
    with pytest.raises(DefinitionErrors) as refused:
        load_all([definitions / "ten_mistakes.yaml", changed("minutes: 1", "minutes: 0")])
    assert len(refused.value.mistakes) == 11


@pytest.mark.parametrize("name", TYPES)
def test_a_type_has_a_name_of_its_own_and_no_default_for_it(name: str) -> None:
    kind: type[Question] = TYPES[name]
    assert kind.model_fields["type"].is_required()
    assert kind.model_fields["type"].annotation.__args__ == (name,)  # type: ignore[union-attr]  # a Literal


def test_a_questionnaire_cannot_be_changed(definitions: Path) -> None:
    questionnaire = load(definitions / "small.yaml")
    with pytest.raises(ValueError, match="frozen"):
        questionnaire.version = "2.0.0"  # type: ignore[misc]  # that is the point

"""Finding questionnaires, their hash, and the list of question types."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import UnknownQuestionnaire, catalogue, find, latest, load, load_all
from questionnaires.mistakes import DefinitionErrors
from questionnaires.types import TYPES
from questionnaires.types.base import Question

Changed = Callable[[str, str], Path]


def test_a_version_is_found_and_the_catalogue_is_read_once() -> None:
    assert find("taalnetwerkspiegel", "1.0.0") is latest("taalnetwerkspiegel")
    assert catalogue() is catalogue()


def test_what_is_not_there_is_said_by_name() -> None:
    with pytest.raises(UnknownQuestionnaire, match=r'"taalnetwerkspiegel" 0\.0\.9'):
        find("taalnetwerkspiegel", "0.0.9")
    with pytest.raises(UnknownQuestionnaire, match='"nothing"'):
        latest("nothing")


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


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# The smallest", "# The very smallest"),
        ("id: small\nversion: 1.0.0\n", "version: 1.0.0\nid: small\n"),
        ("{nl: Klein, en: Small}", "\n  en: Small\n  nl: 'Klein'"),
        ("        level: network", "        reversed: false\n        version: 1\n        level: network"),
        (
            "    each:\n      type: long_text\n    questions:\n",
            "    questions:\n      - type: long_text\n        id: o-1\n#",
        ),
    ],
)
def test_the_hash_is_of_the_meaning(definitions: Path, changed: Changed, old: str, new: str) -> None:
    same = changed(old, new)
    if new.endswith("#"):
        same.write_text(same.read_text(encoding="utf-8").replace("#      - id: o-1\n", ""), encoding="utf-8")
    assert load(same).content_hash == load(definitions / "small.yaml").content_hash


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Klein", "Kleiner"),
        ("version: 1.0.0", "version: 1.0.1"),
        ("level: network", "level: person"),
        ("        level: network", "        version: 2\n        level: network"),
        ("type: long_text", "type: grade"),
        ("{nl: een, en: one}", "{nl: één, en: one}"),
        ("minutes: 2.5", "minutes: 2"),
    ],
)
def test_another_meaning_has_another_hash(definitions: Path, changed: Changed, old: str, new: str) -> None:
    assert load(changed(old, new)).content_hash != load(definitions / "small.yaml").content_hash


def test_a_release_that_knows_more_settings_leaves_the_hash_of_a_published_file(definitions: Path) -> None:
    """When this fails, every published questionnaire would seem to have changed: keep the hash, not this number."""
    known = "9061d30d03f1c831af29a44bd3027e678e4a5508d4c90e7878fdc2ed7c3a8f41"
    assert load(definitions / "small.yaml").content_hash == known


@pytest.mark.parametrize("name", TYPES)
def test_a_type_has_a_name_of_its_own_and_no_default_for_it(name: str) -> None:
    kind: type[Question] = TYPES[name]
    assert kind.model_fields["type"].is_required()
    assert kind.model_fields["type"].annotation.__args__ == (name,)  # type: ignore[union-attr]  # a Literal


def test_a_questionnaire_cannot_be_changed(definitions: Path) -> None:
    questionnaire = load(definitions / "small.yaml")
    with pytest.raises(ValueError, match="frozen"):
        questionnaire.version = "2.0.0"  # type: ignore[misc]  # that is the point

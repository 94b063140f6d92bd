"""A published version never changes: other contents under the same version are refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import catalogue, is_published, latest, load
from questionnaires.mistakes import DefinitionErrors
from questionnaires.publishing import LEDGER, publish, published_hash
from tests.unit.questionnaires.asking import definition

Changed = Callable[..., Path]


def publish_small(folder: Path) -> bool:
    small = definition("small")
    return publish(folder / "x.yaml", small.id, small.version, small.content_hash)


def test_what_is_published_is_found_with_its_hash_and_nothing_else_is(tmp_path: Path) -> None:
    assert published_hash(tmp_path, "small", "1.0.0") is None
    assert publish_small(tmp_path)
    assert published_hash(tmp_path, "small", "1.0.0") == definition("small").content_hash
    assert published_hash(tmp_path, "small", "1.0.1") is None
    assert published_hash(tmp_path, "smal", "1.0.0") is None


def test_publishing_twice_changes_nothing(tmp_path: Path) -> None:
    assert publish_small(tmp_path)
    ledger = (tmp_path / LEDGER).read_text(encoding="utf-8")
    assert not publish_small(tmp_path)
    assert not publish(tmp_path / "x.yaml", "small", "1.0.0", "another")
    assert (tmp_path / LEDGER).read_text(encoding="utf-8") == ledger


def test_versions_stand_below_each_other_under_a_heading_that_says_what_they_are(tmp_path: Path) -> None:
    for version in ("1.0.0", "1.1.0"):
        assert publish(tmp_path / "x.yaml", "small", version, f"hash-of-{version}")
    assert [published_hash(tmp_path, "small", version) for version in ("1.0.0", "1.1.0")] == [
        "hash-of-1.0.0",
        "hash-of-1.1.0",
    ]
    assert (tmp_path / LEDGER).read_text(encoding="utf-8").startswith("# Published versions")


@pytest.mark.parametrize(
    ("old", "new"),
    [("# The smallest", "# Small"), ("{nl: Klein, en: Small}", "{en: Small, nl: Klein}")],
)
def test_a_published_file_may_be_written_in_another_way(changed: Changed, tmp_path: Path, old: str, new: str) -> None:
    publish_small(tmp_path)
    assert load(changed(old, new)).content_hash == definition("small").content_hash


@pytest.mark.parametrize(("old", "new"), [("Klein", "Kleiner"), ("level: network", "level: person"), ("2.5", "2")])
def test_a_published_version_with_other_contents_is_refused_at_its_version(
    changed: Changed, tmp_path: Path, old: str, new: str
) -> None:
    publish_small(tmp_path)
    with pytest.raises(DefinitionErrors) as refused:
        load(changed(old, new))
    assert str(refused.value) == (
        'x.yaml:3:10: Version 1.0.0 of "small" is published, and this is no longer what it said: raise the version.'
    )


def test_with_a_higher_version_it_may_say_something_else(changed: Changed, tmp_path: Path) -> None:
    publish_small(tmp_path)
    path = changed("version: 1.0.0", "version: 1.1.0")
    path.write_text(path.read_text(encoding="utf-8").replace("Klein", "Kleiner"), encoding="utf-8")
    assert load(path).title["nl"] == "Kleiner"


def test_a_change_of_what_a_published_file_is_based_on_is_refused_too(tmp_path: Path, definitions: Path) -> None:
    for name in ("small", "based_on"):
        (tmp_path / f"{name}.yaml").write_bytes((definitions / f"{name}.yaml").read_bytes())
    based = load(tmp_path / "based_on.yaml")
    publish(tmp_path / "based_on.yaml", based.id, based.version, based.content_hash)

    small = (tmp_path / "small.yaml").read_text(encoding="utf-8")
    (tmp_path / "small.yaml").write_text(small.replace("Het loopt soepel.", "Het gaat soepel."), encoding="utf-8")

    with pytest.raises(DefinitionErrors, match=r"^based_on\.yaml:3:10: Version 1\.0\.0 .* raise the version\.$"):
        load(tmp_path / "based_on.yaml")


def test_an_exception_to_readability_may_be_added_to_a_published_version(changed: Changed, tmp_path: Path) -> None:
    accepted = definition("accepted")
    publish(tmp_path / "x.yaml", accepted.id, accepted.version, accepted.content_hash)
    assert load(changed("Readers use these long words every day.", "It has no shorter name.", "accepted"))


def test_what_persons_are_asked_in_rounds_is_published_and_so_never_changes_under_one() -> None:
    newest = {known.id: latest(known.id) for known in catalogue().values() if known.answered_by == "person"}

    assert "quick-scan" in newest
    assert [name for name, known in newest.items() if not is_published(known)] == []

"""A statement keeps its words as long as it keeps its version, in whichever file it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import load_all
from questionnaires.mistakes import DefinitionErrors

Changed = Callable[..., Path]


@pytest.fixture
def next_version(changed: Changed, definitions: Path) -> Callable[[str, str], list[Path]]:
    """Return small.yaml and its next version, in which ``old`` is replaced by ``new``."""

    def paths(old: str, new: str) -> list[Path]:
        path = changed("version: 1.0.0", "version: 1.1.0")
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_text(content.replace(old, new, 1), encoding="utf-8")
        return [definitions / "small.yaml", path]

    return paths


NextVersion = Callable[[str, str], list[Path]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Het loopt soepel.", "Het gaat soepel."),
        ("It runs smoothly.", "It goes smoothly."),
        ("nl: vijf", "nl: vijf sterren"),
        ("en: don't know", "en: no idea"),
    ],
)
def test_a_statement_with_other_words_under_its_version_is_refused(
    next_version: NextVersion, old: str, new: str
) -> None:
    with pytest.raises(DefinitionErrors) as refused:
        load_all(next_version(old, new))
    assert str(refused.value) == (
        'x.yaml:24:9: Version 1 of "c-1" is another statement in small.yaml: raise its version here.'
    )


def test_what_a_form_cannot_say_is_told_as_such(next_version: NextVersion) -> None:
    reversed_ = ("level: network", "level: network\n        reversed: true")
    variants = (
        "level: network",
        "level: network\n        variants: {library: {nl: Ons werk loopt., en: Our work runs.}}",
    )

    told: list[str] = []
    for change in (reversed_, variants):
        with pytest.raises(DefinitionErrors) as refused:
            load_all(next_version(*change))
        told.append(str(refused.value))

    assert told == [
        'x.yaml:24:9: "c-1" counts the other way round in small.yaml: '
        'leave out "reversed: true" here, or raise its version.',
        'x.yaml:24:9: "c-1" has other words for some kinds in small.yaml: '
        'write the same "variants" here, or raise its version.',
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nl: Klein", "nl: Groot"),
        ("{nl: Contact, en: Contact}", "{nl: Ons contact, en: Contact}"),
        ("Wat gaat goed?", "Wat gaat er goed?"),
        ("level: network", "level: network\n        version: 1"),
        ("level: network", "level: person"),
        (
            "{nl: Het loopt soepel., en: It runs smoothly.}",
            "\n          en: It runs smoothly.\n          nl: 'Het loopt soepel.'",
        ),
        ("Het loopt soepel., en: It runs smoothly.}", "Anders., en: Otherwise.}\n        version: 2"),
        ("- id: c-1\n        text: {nl: Het loopt soepel.", "- id: c-2\n        text: {nl: Iets anders."),
    ],
)
def test_the_same_words_a_higher_version_or_another_id_are_fine(next_version: NextVersion, old: str, new: str) -> None:
    assert len(load_all(next_version(old, new))) == 2


def test_another_language_may_be_added(definitions: Path, tmp_path: Path) -> None:
    frisian = (definitions / "frisian.yaml").read_text(encoding="utf-8")
    only = tmp_path / "dutch.yaml"
    lines = [line for line in frisian.replace("id: frisian", "id: dutch").splitlines()]
    only.write_text("\n".join(lines).replace("[nl, fy]", "[nl, fy, en]"), encoding="utf-8")
    content = only.read_text(encoding="utf-8")
    only.write_text(content.replace(", fy:", ", en: x, fy:"), encoding="utf-8")
    assert len(load_all([definitions / "frisian.yaml", only])) == 2


def test_a_statement_in_a_block_is_looked_at_too(changed: Changed, definitions: Path) -> None:
    block = """      - id: c-1
        type: statement
        scale: agree
        level: network
        text: {nl: Anders., en: Otherwise.}
"""
    path = changed("    questions:\n", f"    questions:\n{block}", "pages")
    content = path.read_text(encoding="utf-8").replace(
        "      - id: c-1\n        text: {nl: Het loopt", "      - id: c-9\n        text: {nl: Het loopt"
    )
    path.write_text(content, encoding="utf-8")
    with pytest.raises(
        DefinitionErrors, match=r'^x\.yaml:50:9: Version 1 of "c-1" is another statement in small\.yaml'
    ):
        load_all([definitions / "small.yaml", path])


def test_what_is_taken_over_is_told_in_its_own_file_only(tmp_path: Path, definitions: Path) -> None:
    for name in ("small", "based_on"):
        (tmp_path / f"{name}.yaml").write_bytes((definitions / f"{name}.yaml").read_bytes())
    small = tmp_path / "small.yaml"
    small.write_text(small.read_text(encoding="utf-8").replace("Het loopt soepel.", "Anders."), encoding="utf-8")
    older = tmp_path / "older.yaml"
    older.write_text(
        (definitions / "small.yaml").read_text(encoding="utf-8").replace("id: small", "id: older"), encoding="utf-8"
    )
    with pytest.raises(DefinitionErrors) as refused:
        load_all([older, tmp_path / "based_on.yaml", small])
    assert [mistake.file for mistake in refused.value.mistakes] == ["small.yaml"]

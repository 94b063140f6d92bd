"""Data written as YAML are read back the same, whatever is in them, and look as a person would write them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from questionnaires.mistakes import DefinitionErrors
from questionnaires.reading import read
from questionnaires.yaml_text import yaml_text

_TEXTS = (
    st.text(st.characters(exclude_categories=("Cs",)), max_size=200)
    | st.text("ab :#-'\"{}[],>|&*!%@`?\\\n  yes", max_size=150)
    | st.sampled_from(["yes", "null", "~", "1", "1.5", "1.0.0", "- a", "a: b", "a #b", "x" * 300 + " y", "# b " * 40])
)
_SETTINGS = st.sampled_from(["id", "text", "nl", "show_when", "languages", "in", "options", "1", "yes"])
_DATA = st.dictionaries(
    st.sampled_from(["id", "title", "pages", "show_when", "languages"]),
    st.recursive(
        _TEXTS | st.integers(-(10**9), 10**9) | st.booleans(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_SETTINGS, inner, min_size=1, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
)


def _read(text: str, folder: Path) -> Any:
    path = folder / "x.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    document = read(path)
    assert not document.mistakes
    return document.data


def _as_read(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(map(_as_read, data))
    return {key: _as_read(value) for key, value in data.items()} if isinstance(data, dict) else data


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_DATA)
def test_what_is_written_is_read_back(tmp_path: Path, data: dict[str, Any]) -> None:
    try:
        found = _read(yaml_text(data), tmp_path)
    except DefinitionErrors as errors:
        assume("nested too deeply" not in str(errors))
        raise
    assert found == _as_read(data)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"version": "2.0.0", "languages": ["nl", "en"]}, "version: 2.0.0\nlanguages: [nl, en]\n"),
        ({"title": {"nl": "Wie doet wat: nu", "en": "yes"}}, 'title:\n  nl: "Wie doet wat: nu"\n  en: "yes"\n'),
        ({"show_when": {"question": "q", "in": ["a", 2]}}, "show_when: {question: q, in: [a, 2]}\n"),
        ({"id": "x", "pages": [{"id": "p", "blocks": ["a", "b"]}]}, "id: x\n\npages:\n  - id: p\n    blocks: [a, b]\n"),
        ({"intro": "woord " * 30 + "eind"}, "intro: >-\n  " + "woord " * 18 + "woord\n  " + "woord " * 11 + "eind\n"),
        ({"several": True, "minutes": 0.5}, "several: true\nminutes: 0.5\n"),
    ],
)
def test_it_looks_like_our_own_files(data: dict[str, Any], text: str) -> None:
    assert yaml_text(data) == text

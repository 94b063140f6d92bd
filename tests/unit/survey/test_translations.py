"""Every message in code and templates has its Dutch words, with the same gaps to fill in."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[3]
METHODS = [("survey/**.py", "python"), ("templates/**.*", "jinja2")]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "gettext_noop": None, "later": None}
GAP = re.compile(r"%\((\w+)\)s")


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    with (ROOT / "survey/translations/nl/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file, locale="nl")


@pytest.fixture(scope="module")
def messages() -> set[str]:
    found = extract_from_dir(str(ROOT), METHODS, keywords=KEYWORDS)
    return {text if isinstance(text, str) else text[0] for _, _, text, _, _ in found}


def test_every_message_is_translated(dutch: Catalog, messages: set[str]) -> None:
    assert len(messages) > 200
    assert sorted(text for text in messages if not (known := dutch.get(text)) or not known.string) == []


def test_no_message_hides_in_a_formatted_string() -> None:
    """There it would not be found, and never be translated."""
    trees = {path: ast.parse(path.read_text()) for path in (ROOT / "survey").rglob("*.py")}
    hidden = [
        f"{path.name}: {ast.unparse(call)}"
        for path, tree in trees.items()
        for text in ast.walk(tree)
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
    ]

    assert hidden == []


def test_a_translation_has_the_gaps_of_its_message(dutch: Catalog, messages: set[str]) -> None:
    for text in messages:
        known = dutch.get(text)
        words = known.string if known else ""
        for form in [words] if isinstance(words, str) else words:
            assert set(GAP.findall(form)) - {"num"} == set(GAP.findall(text)) - {"num"}, text


def test_no_translation_is_left_over(dutch: Catalog, messages: set[str]) -> None:
    ids = {each.id if isinstance(each.id, str) else each.id[0] for each in dutch if each.id}

    assert sorted(ids - messages) == []


def test_how_many_characters_fit_is_always_said_with_the_same_word(dutch: Catalog, messages: set[str]) -> None:
    said = [str(known.string) for text in messages if "at most" in text.lower() and (known := dutch.get(text))]
    counted = [each for each in said if "tekens" in each]

    assert len(counted) >= 8
    assert [each for each in counted if "hoogstens" not in each] == []

"""What sheets are called."""

import pytest

from reports.forms.workbook.names import LONGEST, sheet_names


def test_a_name_has_none_of_the_characters_that_it_cannot_have() -> None:
    assert sheet_names(["a[b]c:d*e?f/g\\h"]) == ("a b c d e f g h",)


@pytest.mark.parametrize("title", ["'Aanhaling'", "''", "", "   ", "[]", "x" * 200, "woord " * 40, "'" * 40])
def test_every_name_is_one_that_a_sheet_may_have(title: str) -> None:
    (name,) = sheet_names([title])
    assert 1 <= len(name) <= LONGEST
    assert not name.startswith("'")
    assert not name.endswith("'")


def test_names_are_unique_without_regard_to_capitals_also_when_cut() -> None:
    names = sheet_names(["Rollen", "ROLLEN", "x" * 40, "x" * 50, "rollen 2"])
    assert names[:2] == ("Rollen", "ROLLEN 2")
    assert len({name.casefold() for name in names}) == 5
    assert max(map(len, names)) <= LONGEST


def test_a_long_title_is_cut_after_a_word_and_says_so() -> None:
    assert sheet_names(["Bibliotheek, welzijn en de anderen"]) == ("Bibliotheek, welzijn en de…",)

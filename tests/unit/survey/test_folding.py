"""What a name sorts by and is found by."""

import pytest

from survey.models.folding import folded


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Één Édele", "een edele"),
        ("IJsselmonde", "ijsselmonde"),
        ("Ĳsselmonde", "ijsselmonde"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("’t Gooi", "t gooi"),
        ("Fryslân", "fryslan"),
        ("  twee\t spaties ", "twee spaties"),
        ("Smørrebrød æ œ Łódź", "smorrebrod ae oe lodz"),
        ("STRASSE straße", "strasse strasse"),
        ("a\x00b", "ab"),
        ("50% van_ \\ alles", "50% van_ \\ alles"),
        ("", ""),
    ],
)
def test_a_name_is_folded_to_what_anybody_types(name: str, found: str) -> None:
    assert folded(name) == found


def test_folding_what_is_folded_changes_nothing() -> None:
    once = folded("Café 'De Ĳssel' ½")

    assert folded(once) == once


def test_names_sort_as_people_expect() -> None:
    names = ["Zwolle", "élan", "Emmen", "IJsselstein", "Ieper", "'s-Graveland", "Rhenen"]

    assert sorted(names, key=folded) == ["élan", "Emmen", "Ieper", "IJsselstein", "Rhenen", "'s-Graveland", "Zwolle"]

"""A weak password has a word for what is weak."""

import pytest

from survey.services.passwords import weakness_of

ABOUT = ("Ida Bakker", "ida.bakker@taalsteun.example", "Taalsteun Midden")


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        ("elf tekens!", "short"),
        ("a" * 201, "long"),
        ("aaaaaaaaaaaaaa", "guessable"),
        ("idabakker2026", "guessable"),
        ("BakkerTaalsteun1!", "guessable"),
        ("wachtwoord123", "guessable"),
        ("paarse kameel fietst zaterdag", None),
        ("ida kust de paarse kameel", None),
        ("x7!kQ9zpLm2v", None),
        ("語言網絡鏡子反思問卷報告行動", None),
    ],
)
def test_what_is_wrong_with_a_password(password: str, weakness: str | None) -> None:
    assert weakness_of(password, about=ABOUT) == weakness

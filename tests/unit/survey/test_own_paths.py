"""Only a page of ours is somewhere to go after signing in; and a weak password has a word for what is weak."""

import pytest

from survey.account.here import own_path
from survey.services.passwords import weakness_of

ABOUT = ("Ida Bakker", "ida.bakker@taalsteun.example", "Taalsteun Midden")


@pytest.mark.parametrize("path", ["/", "/netwerken", "/netwerken?zoek=bieb&blad=2", "/account/sessies", "/é"])
def test_a_page_of_ours_is_kept(path: str) -> None:
    assert own_path(path) == path


@pytest.mark.parametrize(
    "path",
    [None, "", "netwerken", "//x", "/\\x", "\\x", "https://x", "/a\nb", "/a\rb", "/a\tb", "/a\x00", "/a\x7f", "/" * 2],
)
def test_any_other_place_is_not(path: str | None) -> None:
    assert own_path(path) is None


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

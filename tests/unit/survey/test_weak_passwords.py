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
        ("taalnetwerk2026", "guessable"),
        ("Taalnetwerk 2026!", "guessable"),
        ("netwerkspiegel1", "guessable"),
        ("NetwerkSpiegel!", "guessable"),
        ("n3tw3rkspi3g3l", "guessable"),
        ("laaggeletterdheid", "guessable"),
        ("Laaggeletterd01", "guessable"),
        ("basisvaardigheden", "guessable"),
        ("taalhuiscoördinator", "guessable"),
        ("vragenlijst2026", "guessable"),
        ("ondersteuningsorganisatie", "guessable"),
        ("partnerorganisatie", "guessable"),
        ("ida.bakker2026!", "guessable"),
        ("Ida_Bakker_123", "guessable"),
        ("TaalsteunMidden26", "guessable"),
        ("paarse kameel fietst zaterdag", None),
        ("ida kust de paarse kameel", None),
        ("het taalnetwerk kust een paarse kameel", None),
        ("bibliotheek fietst zaterdag langs", None),
        ("x7!kQ9zpLm2v", None),
        ("語言網絡鏡子反思問卷報告行動", None),
    ],
)
def test_what_is_wrong_with_a_password(password: str, weakness: str | None) -> None:
    assert weakness_of(password, about=ABOUT) == weakness

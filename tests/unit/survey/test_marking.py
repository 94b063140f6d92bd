"""What may say who somebody is, found in own words; the adviser decides about it."""

from itertools import pairwise

import pytest

from survey.services.marking import Kind, Mark, find_marks, pieces, without

PEOPLE = ("Noor Jansen", "Wil de Vries", "Ahmed El Idrissi", "Jan")
ORGANISATIONS = ("Bibliotheek Waterdam", "Taalpunt (Oost)")
INSTEAD: dict[Kind, str] = {"name": "[naam]", "mail": "[mail]", "phone": "[telefoon]", "place": "[adres]"}


def redacted(text: str) -> str:
    return without(text, find_marks(text, people=PEOPLE, organisations=ORGANISATIONS), INSTEAD)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Noor belt altijd terug.", "[naam] belt altijd terug."),
        ("Vraag het noor jansen.", "Vraag het [naam]."),
        ("Dat is Noors werk, of Jansen's.", "Dat is [naam] werk, of [naam]."),
        ("De bibliotheek Waterdam doet het goed.", "De [naam] doet het goed."),
        ("Bij Taalpunt (Oost) is het druk.", "Bij [naam] is het druk."),
        ("Ik mis Petra van der Berg.", "Ik mis [naam]."),
        ("Met Ahmed en Fatima El Amrani.", "Met [naam] en [naam]."),
        ("Vraag het mevrouw De Vries.", "Vraag het mevrouw [naam]."),
        ("Dhr. van der Laan en wethouder Bos weten het.", "Dhr. [naam] en wethouder [naam] weten het."),
        ("Ik zie Karin nooit, en Els's collega ook niet.", "Ik zie [naam] nooit, en [naam] collega ook niet."),
        ("Mail noor.j+taal@bieb-waterdam.nl!", "Mail [mail]!"),
        ("Bel 06-12345678 of (020) 123 45 67.", "Bel [telefoon] of [telefoon]."),
        ("Bel +31 6 12 34 56 78.", "Bel [telefoon]."),
        ("Kom naar Kerkstraat 12b, 3511 AB.", "Kom naar [adres], [adres]."),
    ],
)
def test_what_says_who_it_is_is_taken_out(text: str, shown: str) -> None:
    assert redacted(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil graag meer overleg.",
        "We zien elkaar op 11-12-2026 om 13.30 uur.",
        "De samenwerking is goed. Het kan beter.",
        "In 2025 waren er 1234 cursisten.",
        "Wij Nederlanders praten te weinig met elkaar over januari.",
        "Het Taalhuis geeft les in het Nederlands, ook NT2. Meneer en mevrouw samen.",
        "",
    ],
)
def test_what_says_nothing_stays(text: str) -> None:
    found = find_marks(text, people=PEOPLE, organisations=ORGANISATIONS)

    assert [text[mark.start : mark.end] for mark in found] == []


def test_marks_do_not_overlap_and_lose_nothing() -> None:
    text = "Noor Jansen van Bibliotheek Waterdam, noor@x.nl, Noor Jansen Bakker."
    found = find_marks(text, people=PEOPLE, organisations=ORGANISATIONS)

    assert all(first.end <= second.start for first, second in pairwise(found))
    assert "".join(piece for piece, _ in pieces(text, found)) == text
    assert redacted(text) == "[naam] van [naam], [mail], [naam]."


def test_a_name_with_signs_of_its_own_is_found_as_it_is_written() -> None:
    assert find_marks("A.B. (C) zei het.", people=["A.B. (C)"], organisations=[]) == [Mark(0, 8, "name")]


def test_a_network_without_names_has_nothing_to_find() -> None:
    assert find_marks("noor zei het.", people=[" "], organisations=[]) == []

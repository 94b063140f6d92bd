"""Addresses, kinds, languages and names of organisations, as people write them in a cell."""

import pytest

from questionnaires.kinds import partner_kinds
from survey.importing.addresses import read_address
from survey.importing.alike import Alike, same_key
from survey.importing.choices import read_kind, read_language, read_yes


@pytest.mark.parametrize(
    "written",
    [
        "jan@x.example",
        " JAN@X.Example ",
        "jan@x.example;",
        "jan@x.example.",
        "mailto:jan@x.example",
        "<jan@x.example>",
        "Jan de Boer <jan@x.example>",
        '"Boer, Jan de" <jan@x.example>;',
        "jan @ x.example",
        "jan@x.example\u200b",
        "\xa0jan@x.example\xa0",
        "jan@x.example, jan@x.example",
        "mailto:jan@x.example?subject=Hallo",
        "'jan@x.example'",
        "e-mail: jan@x.example",
    ],
)
def test_one_address_is_found_in_what_stands_around_it(written: str) -> None:
    found = read_address(written)

    assert (found.address, found.problem) == ("jan@x.example", None)


def test_a_name_beside_an_address_is_kept() -> None:
    assert read_address("Jan de Boer <jan@x.example>").name == "Jan de Boer"


@pytest.mark.parametrize("written", ["", " ", "-", "–", "n.v.t.", "NVT", "geen", "Geen e-mail", "n/a", "onbekend", "?"])
def test_none_is_none(written: str) -> None:
    found = read_address(written)

    assert (found.address, found.problem) == (None, None)


@pytest.mark.parametrize(
    "written",
    [
        "a@x.example; b@x.example",
        "a@x.example b@x.example",
        "a@x.example/b@x.example",
        "a@x.example of b@x.example",
        "a@x.example\nb@x.example",
    ],
)
def test_two_addresses_are_no_choice_of_ours(written: str) -> None:
    found = read_address(written)

    assert found.address is None
    assert found.problem is not None
    assert found.problem.values == {"number": 2}


def test_what_is_no_address_is_given_back_to_be_refused() -> None:
    assert read_address("bel maar even").address == "bel maar even"


@pytest.mark.parametrize("kind", list(partner_kinds()))
def test_every_kind_is_known_by_its_id_and_its_names(kind: str) -> None:
    for written in (kind, *partner_kinds()[kind].name.values()):
        assert read_kind(f" {written.upper()} ").kind == kind


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("bieb", "library"),
        ("Bibliotheek", "library"),
        ("Gemeente (beleid)", "municipality"),
        ("gemeente: loket", "municipality-desk"),
        ("ROC", "formal-provider"),
        ("Welzijn", "welfare"),
        ("VluchtelingenWerk", "refugee-support"),
        ("GGD", "health"),
    ],
)
def test_kinds_are_known_by_what_people_call_them(written: str, kind: str) -> None:
    assert read_kind(written).kind == kind


def test_a_plain_gemeente_is_a_guess() -> None:
    assert read_kind("Gemeente").is_guess
    assert not read_kind("gemeente: beleid").is_guess


def test_an_unknown_kind_has_the_nearest_beside_it() -> None:
    found = read_kind("bibliothek")

    assert found.kind is None
    assert found.near is partner_kinds()["library"]
    assert read_kind("qqqq").near is None


@pytest.mark.parametrize(
    ("written", "language"),
    [("NL", "nl"), ("Nederlands", "nl"), ("Dutch", "nl"), ("Engels", "en"), ("english", "en"), ("Frysk", None)],
)
def test_languages_are_known_by_code_and_name(written: str, language: str | None) -> None:
    assert read_language(written) == language


@pytest.mark.parametrize(
    ("written", "yes"),
    [("ja", True), ("X", True), ("1", True), ("TRUE", True), ("✓", True), ("nee", False), ("", False), ("soms", None)],
)
def test_yes_and_no_are_known(written: str, yes: bool | None) -> None:
    assert read_yes(written) is yes


@pytest.mark.parametrize(
    "written",
    ["Stichting Welzijn Waterdam", "welzijn  waterdam", "Welzijn-Waterdam", "De Stichting Welzijn Waterdam B.V."],
)
def test_one_organisation_has_one_key(written: str) -> None:
    assert same_key(written) == same_key("Welzijn Waterdam")


@pytest.mark.parametrize("written", ["Stichting", "De", "!!", "B.V."])
def test_a_name_of_nothing_else_keeps_a_key(written: str) -> None:
    assert same_key(written)


def test_names_a_letter_apart_look_alike_and_numbers_do_not() -> None:
    alike = Alike()
    for name in ("Bibliotheek Waterdam", "School 1", "Roc"):
        alike.add(name)

    assert alike.find("Bibliotheek Waterdan") == "Bibliotheek Waterdam"
    assert alike.find("Biblioteek Waterdam") == "Bibliotheek Waterdam"
    assert alike.find("Bibliotheek Waterdam") is None
    assert alike.find("School 2") is None
    assert alike.find("Rox") is None
    assert alike.find("Welzijn Waterdam") is None

"""Situation -> sentence, in both languages."""

import re
import string
from datetime import date
from decimal import Decimal

import pytest

from reports.benchmark import BenchmarkWord, ThemeFigures
from reports.forms.kinds import FORMS
from reports.gap import Gap, GapWord
from reports.results import Cell, Response
from reports.trend import ThemeTrend, TrendOutcome
from reports.wording import (
    Words,
    answers,
    benchmark_sentence,
    cover_response,
    gap_answer,
    gap_sentence,
    mean,
    others_value,
    response,
    returning,
    trend_sentence,
    words,
)
from reports.wording.en import EN
from reports.wording.lexicon import Lexicon
from reports.wording.nl import NL
from reports.wording.words import UnknownLanguage, inline, opening
from tests.unit.reports.benchmark_samples import edition
from tests.unit.reports.test_report_samples import cell

FORBIDDEN = (
    "significant",
    "betrouwbaar",
    "standaarddeviatie",
    "representatie",
    "misschien",
    "mogelijk",
    "omdat",
    "door de ",
)

#: "mogelijk dubbel" is no hedge about a figure: whether a task is done double is what partners are asked.
ASKS_PARTNERS = ("roles.status.double",)


def total(written: str) -> Cell:
    return cell("roles", "total", written)


def group(name: str, written: str) -> Cell:
    return cell("roles", name, written)


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


NL_RESPONSES = [
    (
        Response(24, 18),
        "18 van de 24 genodigden (75%) hebben geantwoord. Wie niet antwoordde, kan er anders over denken.",
    ),
    (Response(24, 1), "1 van de 24 genodigden (4%) heeft geantwoord. Wie niet antwoordde, kan er anders over denken."),
    (Response(8, 7), "7 van de 8 genodigden (88%) hebben geantwoord. Wie niet antwoordde, kan er anders over denken."),
    (Response(24, 0), "Niemand van de 24 genodigden heeft geantwoord."),
    (Response(24, 24), "Alle 24 genodigden hebben geantwoord."),
    (Response(1, 1), "De enige genodigde heeft geantwoord."),
    (Response(1, 0), "De enige genodigde heeft niet geantwoord."),
    (Response(0, 0), "Niemand heeft geantwoord."),
    (Response(0, 1), "1 persoon heeft geantwoord."),
    (Response(6, 9), "9 mensen hebben geantwoord."),
]

NL_COVERS = [
    (Response(24, 18), "18 van de 24 mensen"),
    (Response(1, 0), "0 van 1 persoon"),
    (Response(6, 9), "9 mensen"),
    (Response(0, 1), "1 persoon"),
]

NL_RETURNING = [
    (Response(24, 18, None), ""),
    (Response(24, 18, 20), "20 van de 24 genodigden waren ook de vorige keer uitgenodigd."),
    (Response(24, 18, 1), "1 van de 24 genodigden was ook de vorige keer uitgenodigd."),
    (Response(24, 18, 0), "Geen van de 24 genodigden was ook de vorige keer uitgenodigd."),
    (Response(24, 18, 24), "Alle 24 genodigden waren ook de vorige keer uitgenodigd."),
    (Response(0, 0, 0), ""),
]

MEANS = [
    ("nl", "3.6 (20)", "Het gemiddelde is 3,6. Door toeval kan dit ongeveer tussen 3,2 en 4,0 liggen."),
    ("nl", "4.0+ (6)", "Het gemiddelde is 4,0 of hoger. Bij zo’n kleine groep noemen we het precieze cijfer niet."),
    ("nl", "2.0- (6)", "Het gemiddelde is 2,0 of lager. Bij zo’n kleine groep noemen we het precieze cijfer niet."),
    (
        "nl",
        "2.6~3.4 (13)",
        "Het gemiddelde ligt tussen 2,6 en 3,4. Preciezer noemen we het niet. "
        "Anders kun je de antwoorden van een paar mensen uitrekenen.",
    ),
    ("nl", "-", "Te weinig antwoorden. Wij laten een cijfer pas zien bij 5 of meer mensen."),
    ("en", "3.6 (20)", "The average is 3.6. By chance this can be roughly between 3.2 and 4.0."),
    ("en", "4.0+ (6)", "The average is 4.0 or higher. In such a small group we do not give the exact figure."),
    ("en", "-", "Too few answers. We show a figure only for 5 or more people."),
]

VALUES = [
    ("nl", "3.7 (18)", "3,7", "3,7"),
    ("nl", "3.9+ (18)", "3,9 of hoger", "3,9+"),
    ("nl", "2.1- (18)", "2,1 of lager", "≤ 2,1"),
    ("nl", "3.4~3.8 (18)", "3,4 tot 3,8", "3,4–3,8"),
    ("nl", "-", "–", "–"),
    ("en", "3.7 (18)", "3.7", "3.7"),
    ("en", "3.9+ (18)", "3.9 or higher", "3.9+"),
    ("en", "3.4~3.8 (18)", "3.4 to 3.8", "3.4–3.8"),
]

PERIODS = [
    ("nl", date(2026, 11, 13), None, "najaar 2026"),
    ("nl", date(2026, 6, 30), None, "voorjaar 2026"),
    ("nl", date(2026, 11, 13), date(2025, 11, 13), "najaar 2026"),
    ("nl", date(2026, 11, 13), date(2026, 8, 1), "november 2026"),
    ("nl", date(2026, 11, 13), date(2026, 11, 1), "13 november 2026"),
    ("en", date(2026, 3, 1), None, "spring 2026"),
    ("en", date(2026, 3, 1), date(2026, 1, 2), "March 2026"),
]

WHENS = [
    ("nl", date(2025, 11, 13), date(2026, 11, 13), "in het najaar van 2025"),
    ("nl", date(2026, 8, 1), date(2026, 11, 13), "in augustus 2026"),
    ("nl", date(2026, 11, 1), date(2026, 11, 13), "op 1 november 2026"),
    ("en", date(2025, 11, 13), date(2026, 11, 13), "in autumn 2025"),
    ("en", date(2026, 8, 1), date(2026, 11, 13), "in August 2026"),
]


@pytest.mark.parametrize(("counts", "sentence"), NL_RESPONSES)
def test_response(counts: Response, sentence: str) -> None:
    assert response(words("nl"), counts) == sentence


def test_response_in_english() -> None:
    assert response(words("en"), Response(24, 1)).startswith("1 of the 24 people invited (4%) answered.")
    assert response(words("en"), Response(24, 0)) == "None of the 24 people invited answered."


@pytest.mark.parametrize(("counts", "sentence"), NL_COVERS)
def test_response_on_the_cover(counts: Response, sentence: str) -> None:
    assert cover_response(words("nl"), counts) == sentence


@pytest.mark.parametrize(("counts", "sentence"), NL_RETURNING)
def test_returning(counts: Response, sentence: str) -> None:
    assert returning(words("nl"), counts) == sentence


@pytest.mark.parametrize(("language", "written", "sentence"), MEANS)
def test_mean(language: str, written: str, sentence: str) -> None:
    assert mean(words(language), total(written)) == sentence


@pytest.mark.parametrize(("language", "written", "value", "short"), VALUES)
def test_values(language: str, written: str, value: str, short: str) -> None:
    assert words(language).value(total(written)) == value
    assert words(language).short_value(total(written)) == short


@pytest.mark.parametrize(("language", "day", "other", "name"), PERIODS)
def test_periods_have_different_names(language: str, day: date, other: date | None, name: str) -> None:
    assert words(language).period(day, other) == name


@pytest.mark.parametrize(("language", "day", "other", "phrase"), WHENS)
def test_periods_in_a_sentence(language: str, day: date, other: date, phrase: str) -> None:
    assert words(language).when(day, other) == phrase


def test_dates_in_words() -> None:
    assert words("nl").in_full(date(2026, 11, 13)) == "13 november 2026"
    assert words("en").in_full(date(2026, 1, 1)) == "1 January 2026"


@pytest.mark.parametrize(
    ("counted", "sentence"),
    [
        ([("Doel", 18), ("Rollen", 18)], "Ieder cijfer is van 18 mensen."),
        (
            [("Doel", 18), ("Voorwaarden", 12), ("Rollen", 18)],
            "Ieder cijfer is van 18 mensen, behalve bij voorwaarden (van 12).",
        ),
        (
            [("Doel", 18), ("Doen", 18), ("Rollen", 11), ("Voorwaarden", 12)],
            "Ieder cijfer is van 18 mensen, behalve bij rollen (van 11) en bij voorwaarden (van 12).",
        ),
        (
            [("Doel", 18), ("Doen", 17), ("Rollen", 11), ("Voorwaarden", 12)],
            "De cijfers zijn van 11 tot 18 mensen. De tabel laat zien van hoeveel.",
        ),
    ],
)
def test_answers(counted: list[tuple[str, int]], sentence: str) -> None:
    assert answers(words("nl"), counted) == sentence


def clear(first: Cell, second: Cell, higher: str, difference: str | None) -> Gap:
    by = Decimal(difference) if difference else None
    return Gap("roles", first, second, GapWord.DIFFERENT, by, None, higher)


@pytest.mark.parametrize(
    ("gap", "sentence"),
    [
        (
            clear(group("library", "3.6 (6)"), group("welfare", "2.3 (5)"), "library", "1.3"),
            "De bibliotheek kijkt positiever naar rollen en taken dan welzijn. Het verschil is ongeveer 1,3 punt.",
        ),
        (
            clear(group("library", "2.3 (6)"), group("rest", "3.6 (5)"), "rest", "-1.3"),
            "De overige partners kijken positiever naar rollen en taken dan de bibliotheek. "
            "Het verschil is ongeveer 1,3 punt.",
        ),
        (
            clear(group("library", "2.2- (5)"), group("rest", "4.2+ (8)"), "rest", None),
            "De overige partners kijken positiever naar rollen en taken dan de bibliotheek.",
        ),
    ],
)
def test_a_clear_gap(gap: Gap, sentence: str) -> None:
    assert gap_sentence(words("nl"), [gap], ["Rollen en taken"]) == sentence


@pytest.mark.parametrize(
    ("differences", "end"),
    [
        (("1.3", "1.2"), " Het grootste verschil is ongeveer 1,3 punt."),
        (("1.1", "1.4"), " Het grootste verschil is ongeveer 1,4 punt."),
        (("1.3", None), ""),
    ],
)
def test_clear_gaps_of_one_pair_stand_in_one_sentence(differences: tuple[str | None, ...], end: str) -> None:
    found = [clear(group("library", "3.6 (6)"), group("welfare", "2.3 (5)"), "library", each) for each in differences]
    assert gap_sentence(words("nl"), found, ["Rollen en taken", "Voorwaarden"]) == (
        f"De bibliotheek kijkt positiever naar ‘Rollen en taken’ en ‘Voorwaarden’ dan welzijn.{end}"
    )


def test_other_gaps() -> None:
    say = words("nl").say
    assert gap_answer(words("nl"), [GapWord.SAME, GapWord.UNCLEAR]) == say("gap.unclear")
    assert gap_answer(words("nl"), [GapWord.SAME, GapWord.NOT_SHOWN]) == say("gap.same")
    assert gap_answer(words("nl"), [GapWord.NOT_SHOWN]) == ""


def test_a_clear_change() -> None:
    change = ThemeTrend("roles", TrendOutcome.FALL, total("3.7 (15)"), total("2.8 (18)"), Decimal("-0.9"))
    assert trend_sentence(words("nl"), change, "Rollen en taken", "in het najaar van 2025") == (
        "Rollen en taken: in het najaar van 2025 was het 3,7, nu 2,8. Dat is waarschijnlijk een echte daling."
    )


@pytest.mark.parametrize(
    ("language", "word", "titles", "sentence"),
    [
        ("nl", "same", ["Rollen en taken"], "Bij rollen en taken zit jullie netwerk dicht bij de andere netwerken."),
        (
            "nl",
            "higher",
            ["Ons gezamenlijke doel", "Voorwaarden"],
            "Bij ‘Ons gezamenlijke doel’ en ‘Voorwaarden’ scoort jullie netwerk hoger dan de meeste andere netwerken. "
            "Dat is waarschijnlijk geen toeval.",
        ),
        (
            "nl",
            "lower",
            ["Voorwaarden"],
            "Bij voorwaarden scoort jullie netwerk lager dan de meeste andere netwerken. "
            "Dat is waarschijnlijk geen toeval.",
        ),
        ("nl", "hardly_differ", ["Voorwaarden"], "Bij voorwaarden verschillen de netwerken nauwelijks van elkaar."),
        (
            "nl",
            "not_shown",
            ["Voorwaarden"],
            "Bij voorwaarden kunnen we jullie netwerk niet met de andere netwerken vergelijken.",
        ),
        (
            "nl",
            "not_comparable",
            ["Rollen en taken", "Voorwaarden"],
            "‘Rollen en taken’ en ‘Voorwaarden’: niet te vergelijken met andere netwerken, "
            "want de vragen zijn veranderd.",
        ),
        (
            "nl",
            "outside",
            ["Voorwaarden"],
            "Bij voorwaarden ligt jullie cijfer buiten de middelste helft van de andere netwerken. "
            "Dat kan toeval zijn.",
        ),
        ("nl", "same", [], "Bij alle onderwerpen zit jullie netwerk dicht bij de andere netwerken."),
        (
            "nl",
            "not_comparable",
            [],
            "Alle onderwerpen: niet te vergelijken met andere netwerken, want de vragen zijn veranderd.",
        ),
        (
            "en",
            "outside",
            ["Roles"],
            "On roles your figure lies outside the middle half of the other networks. That can be by chance.",
        ),
        ("en", "same", ["Roles"], "On roles your network is close to the other networks."),
        (
            "en",
            "lower",
            ["Roles"],
            "On roles your network scores lower than most other networks. That is probably not by chance.",
        ),
    ],
)
def test_beside_the_other_networks(language: str, word: str, titles: list[str], sentence: str) -> None:
    assert benchmark_sentence(words(language), BenchmarkWord(word), titles) == sentence


def test_the_other_networks_in_a_table() -> None:
    (figures,) = edition().edition.themes
    assert isinstance(figures, ThemeFigures)
    assert others_value(words("nl"), figures) == "3,6 (3,3 tot 3,9)"
    assert others_value(words("en"), figures) == "3.6 (3.3 to 3.9)"
    assert others_value(words("nl"), None) == "–"


def test_both_languages_know_the_same_situations_and_parts() -> None:
    assert set(NL.sentences) == set(EN.sentences)
    assert set(NL.groups) == set(EN.groups)
    different = [key for key in NL.sentences if fields(NL.sentences[key]) != fields(EN.sentences[key])]
    assert different == []


def test_every_outcome_has_a_word() -> None:
    for lexicon in (NL, EN):
        assert {f"gap.word.{word}" for word in GapWord} <= set(lexicon.sentences)
        assert {f"trend.word.{outcome}" for outcome in TrendOutcome} <= set(lexicon.sentences)
        assert {f"benchmark.{word}" for word in BenchmarkWord} <= set(lexicon.sentences)


@pytest.mark.parametrize("lexicon", [NL, EN], ids=["nl", "en"])
def test_no_jargon_no_ranking_no_cause(lexicon: Lexicon) -> None:
    sentences = {key: text.lower() for key, text in lexicon.sentences.items() if key not in ASKS_PARTNERS}
    said = [text for text in sentences.values() for word in FORBIDDEN if word in text]
    assert said == []


def test_every_form_has_a_word_for_its_file_and_no_two_the_same() -> None:
    for lexicon in (NL, EN):
        names = [(lexicon.sentences[f"file.{name}"], form.suffix) for name, form in FORMS.items()]
        assert len(set(names)) == len(names)


def test_dutch_sentences_are_short() -> None:
    parts = [part for text in NL.sentences.values() for part in re.split(r"[.?:]", text)]
    assert [part for part in parts if len(part.split()) > 17] == []


def test_small_words() -> None:
    assert words("nl").in_words(8) == "acht"
    assert words("nl").in_words(14) == "veertien"
    assert words("nl").in_words(21) == "21"
    assert words("nl").listed(["a"]) == "a"
    assert words("nl").listed(["a", "b", "c"]) == "a, b en c"
    assert words("en").listed(["a", "b"]) == "a and b"
    assert inline("De inzet van de gemeente") == "de inzet van de gemeente"
    assert inline("UWV en wij") == "UWV en wij"
    assert opening("bibliotheek") == "Bibliotheek"


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownLanguage, match="fy"):
        words("fy")


def test_one_instance_per_language() -> None:
    assert isinstance(words("nl"), Words)
    assert words("nl") is words("nl")

"""Sentences, words and syllables of Dutch texts, and the figure that is made of them."""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from questionnaires.readability import count_syllables, flesch_douma, sentences_of, words_of

INSTRUMENT = Path(__file__).parents[3] / "questionnaires" / "taalnetwerkspiegel.yaml"

#: Dutch words by their number of syllables, as the official hyphenation has them.
SYLLABLES = {
    1: """
        de een één vóór wij jij nieuw eeuw mooi groei vrouw juist reis deur boek dier qua zo'n m'n 's team app
        ruw 12 3,5 13.30 1.200
    """,
    2: """
        netwerk nieuwe leeuwen mooie bloeien draaien uien blauwe naïef foto's e-mail A4 systeem type royaal yoga
        hockey niveau bureau milieu idee dieet meedoen taalhuis website mailen tv 2-daags NT baby's
    """,
    3: """
        eieren partijen bijv. bijvoorbeeld reünie ideeën reële België collega's NT1 partijtje museum serieus
        bijeenkomst mogelijk bijzonder IJsselmeer sociaal theorie enquête kwaliteit gemeente cursisten roc AVG
        UWV ruïne begroeiing varieert video roc's
    """,
    4: """
        tweeëntwintig beïnvloeden financieel materiaal situatie bibliotheek samenwerking gemeenteraad
        's-Hertogenbosch contactpersoon variëren beoordelen regionaal prioriteit medewerker vmbo
    """,
    5: """
        o.a. organisatie coördineren coördinator geïnteresseerd financiële evaluatie initiatief individueel
        taalambassadeur coöperatie geëvalueerd
    """,
    6: """
        basisvaardigheden geautomatiseerd
    """,
    7: """
        welzijnsorganisatie privacy-deskundige
    """,
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in SYLLABLES.items() for word in words.split()]
)
def test_syllables(word: str, count: int) -> None:
    assert count_syllables(word) == count


def test_syllables_do_not_depend_on_how_signs_are_stored() -> None:
    assert count_syllables("coo\u0308rdineren") == count_syllables("coördineren") == 5
    assert count_syllables("collega’s") == count_syllables("collega's") == 3
    assert count_syllables("\u0132sselmeer") == 3


@pytest.mark.parametrize("nothing", ["", "-", "…", "’"])
def test_signs_have_no_syllables(nothing: str) -> None:
    assert count_syllables(nothing) == 0


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("  \n ", []),
        ("... ?! –", []),
        ("Partners doen wat ze beloven.", ["Partners doen wat ze beloven."]),
        ("Zonder punt", ["Zonder punt"]),
        ("Vraag het. Wie wil dit? Doe mee!", ["Vraag het.", "Wie wil dit?", "Doe mee!"]),
        ("Wat willen we: geld of mensen?", ["Wat willen we:", "geld of mensen?"]),
        ("Hij zei: ‘Kom langs.’ Dat deed ik.", ["Hij zei:", "‘Kom langs.’", "Dat deed ik."]),
        ("Dat ben ik zelf (soms.) Nu niet.", ["Dat ben ik zelf (soms.)", "Nu niet."]),
        ("Kom om 13.30 uur of 13:30 uur.", ["Kom om 13.30 uur of 13:30 uur."]),
        ("Het is 3,5 uur. 12 mensen komen.", ["Het is 3,5 uur.", "12 mensen komen."]),
        ("Denk aan bijv. Amsterdam of o.a. Utrecht.", ["Denk aan bijv. Amsterdam of o.a. Utrecht."]),
        ("Neem koffie, thee enz. Dan beginnen we.", ["Neem koffie, thee enz.", "Dan beginnen we."]),
        ("Zie www.netwerk.nl/over. Of bel.", ["Zie www.netwerk.nl/over.", "Of bel."]),
        ("Dat is … lastig. Toch?", ["Dat is … lastig.", "Toch?"]),
        ("Een titel\n\nEen zin", ["Een titel", "Een zin"]),
        ("Neem mee:\n- een pen\n- een idee", ["Neem mee:", "- een pen", "- een idee"]),
        ("Deze regel\nloopt door.", ["Deze regel\nloopt door."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("", ""),
        ("– … ?!", ""),
        ("Wie, wat en ‘wanneer’?", "Wie wat en wanneer"),
        ("'s Avonds foto's van collega’s.", "'s Avonds foto's van collega’s"),
        ("De privacy-deskundige en/of NT2-docent", "De privacy-deskundige en of NT2-docent"),
        ("om 13.30 uur, 3,5 van 1.200 (A4).", "om 13.30 uur 3,5 van 1.200 A4"),
        ("Bijv. taal, rekenen, enz.", "Bijv. taal rekenen enz."),
        ("o.a. dit, d.m.v. dat", "o.a. dit d.m.v. dat"),
        ("voor de coo\u0308rdinatie", "voor de coördinatie"),
        ("snake_case", "snake case"),
    ],
)
def test_words(sentence: str, words: str) -> None:
    assert words_of(sentence) == words.split()


def test_the_figure_is_the_formula() -> None:
    assert flesch_douma(["Partners doen wat ze beloven."]) == pytest.approx(206.835 - 0.93 * 5 - 77 * 8 / 5)
    assert flesch_douma(["Doe mee.", "Dat is goed. Kom"]) == pytest.approx(206.835 - 0.93 * 2 - 77 * 1)
    assert flesch_douma(iter(["Doe mee."])) == flesch_douma(["Doe", "mee"]) - 0.93


@pytest.mark.parametrize("nothing", [[], [""], ["…", "?!"]])
def test_without_words_there_is_no_figure(nothing: list[str]) -> None:
    assert math.isnan(flesch_douma(nothing))


def statements() -> Iterator[str]:
    written: Any = YAML(typ="safe").load(INSTRUMENT)  # pyright: ignore[reportUnknownMemberType]  # ruamel does not type it
    for theme in written["themes"]:
        yield from (item["text"]["nl"] for item in theme["items"])


def test_the_forty_statements_measure_what_their_design_measured() -> None:
    """The design gives 9.2 words a sentence, 1.64 syllables a word and 72.0 (domain.md, 4.12)."""
    texts = list(statements())
    words = [words_of(sentence) for text in texts for sentence in sentences_of(text)]
    flat = [word for sentence in words for word in sentence]
    assert len(texts) == len(words) == 40
    assert len(flat) / len(words) == pytest.approx(9.2, abs=0.1)
    assert max(map(len, words)) == 12
    assert sum(map(count_syllables, flat)) / len(flat) == pytest.approx(1.64, abs=0.05)
    assert flesch_douma(texts) == pytest.approx(72.0, abs=4)


@given(st.text())
def test_any_text_can_be_measured(text: str) -> None:
    for sentence in sentences_of(text):
        assert words_of(sentence)
        for word in words_of(sentence):
            assert word
            assert count_syllables(word) >= any(map(str.isalpha, word))
    assert flesch_douma([text]) <= 206.835 or math.isnan(flesch_douma([text]))


@given(st.tuples(st.text(), st.characters(categories=["L"]), st.text()).map("".join))
def test_whatever_has_a_letter_has_a_syllable(word: str) -> None:
    assert count_syllables(word) >= 1

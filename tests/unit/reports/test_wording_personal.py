"""Situation -> sentence for statuses, statements, what is not known, the grade and the guide, in both languages."""

import re
from collections.abc import Mapping

import pytest

from questionnaires.guide import Owner
from questionnaires.readability import examine_block, examine_text
from reports.results import Cell
from reports.status import ItemWord, Status, StatusName
from reports.wording import words
from reports.wording.en import EN
from reports.wording.en_guide import GUIDE as EN_GUIDE
from reports.wording.en_method import METHOD as EN_METHOD
from reports.wording.en_statements import STATEMENTS as EN_STATEMENTS
from reports.wording.en_status import STATUS as EN_STATUS
from reports.wording.lexicon import Lexicon
from reports.wording.nl import NL
from reports.wording.nl_guide import GUIDE
from reports.wording.nl_method import METHOD
from reports.wording.nl_statements import STATEMENTS
from reports.wording.nl_status import STATUS
from reports.wording.sentences import (
    attention_sentence,
    grade_sentence,
    item_sentence,
    owners,
    quoted,
    share_said,
    statements_said,
    status_words,
    theme_sentence,
    titled,
    weeks,
)
from tests.unit.reports.statement_samples import AGREE, APART, DISAGREE, MIXED, Written, cells, share_cell
from tests.unit.reports.test_report_samples import cell

NAMES = StatusName

#: Words that judge, rank, promise too much, or name a cause.
FORBIDDEN = {
    "nl": ("significant", "betrouwbaar", "representatief", "omdat", "daardoor", "dankzij", "doordat", "veroorzaak",
           "beste netwerk", "slechtste", "ranglijst", "hoogste score", "laagste score"),
    "en": ("significant", "reliab", "representative", "because", "due to", "thanks to", "caused", "best network",
           "worst", "ranking", "highest score", "lowest score"),
}  # fmt: skip

#: The lines that say that there is no ranking.
NO_RANKING = {"no-ranking", "method.no-ranking", "slides.do.themes"}

#: Why two rounds cannot be compared is no cause of a figure.
NOT_COMPARABLE = {
    "lines.word.not_comparable",
    "trend.not_comparable",
    "trend.partly.one",
    "trend.partly.many",
    "benchmark.not_comparable",
}

LEXICONS = {
    "nl": STATUS | STATEMENTS | GUIDE | METHOD,
    "en": EN_STATUS | EN_STATEMENTS | EN_GUIDE | EN_METHOD,
}


@pytest.mark.parametrize(
    ("names", "dutch", "english"),
    [
        ((NAMES.STRONG,), "sterk", "strong"),
        ((NAMES.ON_THE_WAY,), "op weg", "on the way"),
        ((NAMES.ATTENTION,), "aandacht", "attention"),
        ((NAMES.DIVIDED,), "verdeeld", "divided"),
        ((NAMES.UNKNOWN,), "onbekend", "not known"),
        ((NAMES.TOO_FEW,), "te weinig antwoorden", "too few answers"),
        ((NAMES.ON_THE_WAY, NAMES.STRONG), "op weg of sterk", "on the way or strong"),
        (
            (NAMES.ATTENTION, NAMES.ON_THE_WAY, NAMES.STRONG),
            "aandacht, op weg of sterk",
            "attention, on the way or strong",
        ),
    ],
)
def test_a_status_in_words(names: tuple[StatusName, ...], dutch: str, english: str) -> None:
    status = Status("roles", names)
    assert (status_words(words("nl"), status), status_words(words("en"), status)) == (dutch, english)


@pytest.mark.parametrize(
    ("language", "written", "name", "sentence"),
    [
        ("nl", "3.6 (20)", NAMES.ON_THE_WAY,
         "Het gemiddelde is 3,6. Door toeval kan dit ongeveer tussen 3,2 en 4,0 liggen."),
        ("nl", "3.6 (20)", NAMES.UNKNOWN,
         "Veel mensen weten dit niet. Dat is ook een uitkomst: praat er samen over. "
         "Het gemiddelde is 3,6. Door toeval kan dit ongeveer tussen 3,2 en 4,0 liggen."),
        ("nl", "4.0+ (6)", NAMES.DIVIDED,
         "De antwoorden liggen ver uit elkaar. Het gemiddelde zegt hier weinig. "
         "Vraag elkaar eerst: waar zie jij dit aan? "
         "Het gemiddelde is 4,0 of hoger. Bij zo’n kleine groep noemen we het precieze cijfer niet."),
        ("nl", "-", NAMES.TOO_FEW, "Te weinig antwoorden. Wij laten een cijfer pas zien bij 5 of meer mensen."),
        ("en", "3.6 (20)", NAMES.UNKNOWN,
         "Many people do not know this. That is a result too: talk about it together. "
         "The average is 3.6. By chance this can be roughly between 3.2 and 4.0."),
        ("en", "4.0+ (6)", NAMES.DIVIDED,
         "The answers lie far apart. The average says little here. First ask each other: what makes you see it this "
         "way? The average is 4.0 or higher. In such a small group we do not give the exact figure."),
    ],
)  # fmt: skip
def test_a_theme_in_a_sentence(language: str, written: str, name: StatusName, sentence: str) -> None:
    said = theme_sentence(words(language), cell("roles", "total", written), Status("roles", (name,)))
    assert said == sentence


@pytest.mark.parametrize(
    ("written", "dutch", "english"),
    [
        ("70", "ongeveer 70%", "about 70%"),
        (">=80", "minstens 80%", "at least 80%"),
        ("<=20", "hoogstens 20%", "at most 20%"),
        ("20~35", "tussen 20% en 35%", "between 20% and 35%"),
    ],
)
def test_a_share_in_a_sentence(written: str, dutch: str, english: str) -> None:
    share = share_cell("ro-1", "agree", written)
    assert (share_said(words("nl"), share), share_said(words("en"), share)) == (dutch, english)


def shares(written: Written, classes: Written = ("disagree", "neither", "agree")) -> Mapping[str, Cell]:
    return {each.option or "": each for each in cells("ro-1", written, classes)}


@pytest.mark.parametrize(
    ("word", "written", "dutch", "english"),
    [
        (ItemWord.MOSTLY_AGREE, AGREE, "Ongeveer 70% is het eens met deze zin.", "About 70% agree with this sentence."),
        (
            ItemWord.MOSTLY_AGREE,
            ("<=20", "<=20", ">=80"),
            "Minstens 80% is het eens met deze zin.",
            "At least 80% agree with this sentence.",
        ),
        (
            ItemWord.MOSTLY_DISAGREE,
            DISAGREE,
            "Ongeveer 70% is het oneens met deze zin.",
            "About 70% disagree with this sentence.",
        ),
        (
            ItemWord.DIVIDED,
            APART,
            "De meningen lopen uiteen: ongeveer 45% is het eens, ongeveer 40% is het oneens.",
            "Opinions differ: about 45% agree, about 40% disagree.",
        ),
        (
            ItemWord.MIXED,
            MIXED,
            "Ongeveer 40% is het eens, ongeveer 25% is het oneens.",
            "About 40% agree, about 25% disagree.",
        ),
        (
            ItemWord.UNSURE,
            ("<=20", "30", "60~75"),
            "Tussen 60% en 75% is het eens, hoogstens 20% is het oneens.",
            "Between 60% and 75% agree, at most 20% disagree.",
        ),
    ],
)
def test_a_statement_in_a_sentence(word: ItemWord, written: Written, dutch: str, english: str) -> None:
    said = shares(written)
    assert (item_sentence(words("nl"), word, said), item_sentence(words("en"), word, said)) == (dutch, english)


def test_a_statement_that_is_not_shown_says_so() -> None:
    assert item_sentence(words("nl"), ItemWord.NOT_SHOWN, {}) == "Van deze zin laten we niets zien."
    assert item_sentence(words("en"), ItemWord.NOT_SHOWN, {}) == "Of this sentence we show nothing."


def test_the_grade_in_sentences() -> None:
    grades = shares(("<=10", "80", "15"), ("1-5", "6-7", "8-10"))
    assert grade_sentence(words("nl"), grades) == (
        "Hoogstens 10% geeft een 5 of lager. Ongeveer 80% geeft een 6 of een 7. Ongeveer 15% geeft een 8 of hoger."
    )
    assert grade_sentence(words("en"), grades) == (
        "At most 10% give a 5 or lower. About 80% give a 6 or a 7. About 15% give an 8 or higher."
    )


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [(1, "ongeveer 1 week", "about 1 week"), (12, "ongeveer 12 weken", "about 12 weeks")],
)
def test_a_term(number: int, dutch: str, english: str) -> None:
    assert (weeks(words("nl"), number), weeks(words("en"), number)) == (dutch, english)


@pytest.mark.parametrize(
    ("ids", "dutch", "english"),
    [
        (("coordinator",), "de coördinator", "the coordinator"),
        (("library", "welfare"), "de bibliotheek en welzijn", "the library and welfare"),
        (("everyone",), "alle partners", "all partners"),
        (("municipality", "adviser"), "de gemeente en de adviseur", "the municipality and the adviser"),
    ],
)
def test_owners(ids: tuple[Owner, ...], dutch: str, english: str) -> None:
    assert (owners(words("nl"), ids), owners(words("en"), ids)) == (dutch, english)


def test_a_statement_within_a_sentence_has_no_full_stop() -> None:
    assert quoted(words("nl"), "Partners doen wat ze beloven.") == "‘Partners doen wat ze beloven’"


@pytest.mark.parametrize(
    ("situation", "parts", "dutch", "english"),
    [
        ("highlight.divided", {"themes": "x"}, "Over x lopen de meningen uiteen.", "Opinions differ about x."),
        ("highlight.unknown", {"themes": "x"},
         "Bij x zijn veel antwoorden ‘weet ik niet’. Dat is ook een uitkomst.",
         "For x many answers are ‘don’t know’. That is a result too."),
        ("unknown.at_least", {"themes": "x en y"},
         "Bij x en y zijn veel antwoorden ‘weet ik niet’. Dat is ook een uitkomst: praat er samen over.",
         "For x en y many answers are ‘don’t know’. That is a result too: talk about it together."),
        ("unknown.between", {"themes": "x"}, "Bij x is een deel van de antwoorden ‘weet ik niet’.",
         "For x part of the answers is ‘don’t know’."),
        ("unknown.share.at_most", {"high": 10}, "weinig: minder dan 10%", "few: less than 10%"),
        ("unknown.share.between", {"low": 10, "high": 30}, "een deel: 10% tot 30%", "part: 10% to 30%"),
        ("unknown.share.at_least", {"low": 30}, "veel: meer dan 30%", "many: more than 30%"),
        ("talk.summary", {"themes": "x en y"}, "Praat samen over x en y.", "Talk together about x en y."),
    ],
)  # fmt: skip
def test_other_sentences(situation: str, parts: dict[str, object], dutch: str, english: str) -> None:
    assert (words("nl").say(situation, **parts), words("en").say(situation, **parts)) == (dutch, english)


@pytest.mark.parametrize(
    ("averages", "dutch", "english"),
    [
        (["2.8 (20)"], "Aandacht voor x: daar is het gemiddelde 2,8.", "Needs attention: x. The average there is 2.8."),
        (
            ["2.2- (6)"],
            "Aandacht voor x: daar is het gemiddelde 2,2 of lager.",
            "Needs attention: x. The average there is 2.2 or lower.",
        ),
        (
            ["2.3~2.8 (20)"],
            "Aandacht voor x: daar ligt het gemiddelde tussen 2,3 en 2,8.",
            "Needs attention: x. The average there lies between 2.3 and 2.8.",
        ),
        (
            ["2.8 (20)", "2.9 (20)"],
            "Aandacht voor x: daar is het gemiddelde lager dan 3.",
            "Needs attention: x. The average there is lower than 3.",
        ),
    ],
)
def test_what_asks_for_attention(averages: list[str], dutch: str, english: str) -> None:
    found = [cell("roles", "total", each) for each in averages]
    assert (attention_sentence(words("nl"), "x", found), attention_sentence(words("en"), "x", found)) == (
        dutch,
        english,
    )


@pytest.mark.parametrize(
    ("written", "asked", "sentence"),
    [
        (["70"], 1, "ongeveer 70% is het oneens met ‘a’."),
        (["70", "70"], 2, "bij elk van deze twee zinnen is ongeveer 70% het oneens: ‘a’ en ‘b’."),
        (["70", ">=70"], 5, "bij elk van deze twee zinnen is ongeveer 70% of meer het oneens: ‘a’ en ‘b’."),
        (["70"] * 4, 5, "bij vier zinnen is ongeveer 70% het oneens."),
        (["70"] * 4, 4, "bij alle vier de zinnen is ongeveer 70% het oneens."),
    ],
)
def test_statements_that_are_alike_are_all_named(written: list[str], asked: int, sentence: str) -> None:
    found = [(f"{name}.", share_cell(name, "disagree", each)) for name, each in zip("abcd", written, strict=False)]
    assert statements_said(words("nl"), found, "disagree", asked) == sentence


def test_themes_within_a_sentence() -> None:
    assert titled(words("nl"), ["Rollen en taken"]) == "rollen en taken"
    assert titled(words("nl"), ["Rollen en taken", "Leren en doen"]) == "‘Rollen en taken’ en ‘Leren en doen’"


#: What is called otherwise than by one word for one thing.
OTHER_NAMES = {
    "nl": ("thema", "hooguit", "tevreden"),
    "en": ("theme", "co-operation", "mark of"),
}


@pytest.mark.parametrize("lexicon", [NL, EN], ids=["nl", "en"])
def test_one_word_for_one_thing(lexicon: Lexicon) -> None:
    plain = {key: re.sub(r"{[^}]*}", "", text).lower() for key, text in lexicon.sentences.items()}
    assert [key for key, text in plain.items() for word in OTHER_NAMES[lexicon.code] if word in text] == []


def test_every_outcome_has_its_words() -> None:
    for sentences in LEXICONS.values():
        assert {f"item.{word}" for word in ItemWord} <= set(sentences)
        assert {f"status.{name}" for name in StatusName} <= set(sentences)


@pytest.mark.parametrize("lexicon", [NL, EN], ids=["nl", "en"])
def test_no_sentence_judges_ranks_or_names_a_cause(lexicon: Lexicon) -> None:
    found = {key for key, text in lexicon.sentences.items() for word in FORBIDDEN[lexicon.code] if word in text.lower()}
    assert found <= NO_RANKING | NOT_COMPARABLE


def test_the_dutch_is_easy_to_read() -> None:
    for lexicon in (STATUS, STATEMENTS, GUIDE, METHOD):
        assert examine_block(list(lexicon.values())) == []
    found = [finding for text in LEXICONS["nl"].values() for finding in examine_text(text) if finding.is_mistake]
    assert found == []

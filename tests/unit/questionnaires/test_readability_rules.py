"""What the rules say of a Dutch text, and what they leave alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.readability import RULES, Finding, examine_block, examine_text
from questionnaires.readability.wordlists import JARGON

TWELVE = "Het lukt ons om mensen te bereiken die met Nederlands zijn opgegroeid."
THIRTEEN = "Het lukt ons nu om mensen te bereiken die met Nederlands zijn opgegroeid."
FIFTEEN = "Leg de kaart op tafel en kies per taak die er is één leidende partner."
SIXTEEN = "Leg de kaart op tafel en kies per taak die er is één goede leidende partner."


def found(text: str, rule: str, *, is_statement: bool = False) -> list[str]:
    return [finding.sentence for finding in examine_text(text, is_statement=is_statement) if finding.rule == rule]


def test_the_rules_by_name() -> None:
    assert {
        *("long-statement", "long-sentence", "two-judgements", "jargon", "passive"),
        *("double-negation", "abbreviation", "hard-to-read", "noun-heavy"),
    } == RULES


@pytest.mark.parametrize("nothing", ["", " \n", "… ?!", "12", "3,5"])
def test_there_is_nothing_to_say_of_nothing(nothing: str) -> None:
    assert examine_text(nothing) == examine_text(nothing, is_statement=True) == examine_block([nothing]) == []


def test_a_statement_has_at_most_twelve_words() -> None:
    assert examine_text(TWELVE, is_statement=True) == []
    assert examine_text(THIRTEEN) == []
    assert examine_text(THIRTEEN, is_statement=True) == [
        Finding(
            "long-statement",
            True,
            '"Het lukt ons nu om mensen te bereiken…" has 13 words: say it in at most 12, as a statement must.',
        )
    ]


def test_all_sentences_of_a_statement_count_together() -> None:
    assert found("Ik weet dit. Ik weet dat. Ik weet alles. Ik weet wat ik doe.", "long-statement", is_statement=True)


def test_a_sentence_has_at_most_fifteen_words() -> None:
    assert examine_text(FIFTEEN) == []
    assert examine_text(f"{FIFTEEN} {SIXTEEN}") == [
        Finding(
            "long-sentence",
            True,
            '"Leg de kaart op tafel en kies per…" has 16 words: split it into sentences of at most 15.',
        )
    ]


def test_a_long_statement_is_not_told_again_as_a_long_sentence() -> None:
    assert found(SIXTEEN, "long-statement", is_statement=True)
    assert not found(SIXTEEN, "long-sentence", is_statement=True)


@pytest.mark.parametrize(
    ("statement", "quoted"),
    [
        ("Ik kan partners makkelijk bellen en mailen.", "bellen en mailen"),
        ("De afspraken zijn duidelijk en eerlijk.", "duidelijk en eerlijk"),
        ("We kennen het doel, en we werken eraan.", "doel, en we"),
        ("De cursus en de begeleiding zijn goed.", "cursus en de"),
        ("We bellen en mailen elkaar.", "bellen en mailen"),
        ("De gemeente stuurt en de partners helpen elkaar.", "stuurt en de"),
    ],
)
def test_and_may_join_two_judgements(statement: str, quoted: str) -> None:
    assert found(statement, "two-judgements", is_statement=True) == [
        f'"{quoted}" may ask for two judgements: make it two statements, or keep the one that matters.'
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "De bibliotheek en de welzijnsorganisatie vullen elkaar goed aan.",
        "De gemeente en partners maken samen een plan.",
        "Het contact tussen de gemeente en de partners loopt soepel.",
        "We bellen elkaar af en toe.",
        "De afspraken gelden tot en met december.",
        "En we weten wie wat doet.",
        "Ik kan partners makkelijk even bellen of mailen.",
        "We zijn tevreden over ideeën en-masse.",
    ],
)
def test_and_may_name_two_parties_of_one_judgement(statement: str) -> None:
    assert not found(statement, "two-judgements", is_statement=True)


def test_only_a_statement_asks_for_judgements() -> None:
    assert not found("Bel en mail elkaar.", "two-judgements")


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        ("regie", "leiding"),
        ("regierol", "leiding"),
        ("commitment", "steun"),
        ("faciliteren", "helpen"),
        ("gefaciliteerd", "helpen"),
        ("faciliteert", "helpen"),
        ("borgen", "vasthouden"),
        ("borging", "vasthouden"),
        ("geborgd", "vasthouden"),
        ("integraal", "samen"),
        ("integrale", "samen"),
        ("uitrollen", "invoeren"),
        ("uitgerold", "invoeren"),
        ("uitrol", "invoeren"),
        ("afstemming", "afspraken"),
        ("Governance", "bestuur"),
    ],
)
def test_jargon_has_a_plain_word(word: str, instead: str) -> None:
    (sentence,) = found(f"Dit is {word} voor ons.", "jargon")
    assert sentence.startswith(f'"{word}" is jargon: write ')
    assert instead in sentence


@pytest.mark.parametrize(
    "word", ["afstemmen", "energie", "strategie", "verborgen", "faciliteiten", "integratie", "rollen", "borg"]
)
def test_what_looks_like_jargon_may_be_plain(word: str) -> None:
    assert not found(f"Dit is {word} voor ons.", "jargon")


@pytest.mark.parametrize("forms", JARGON)
def test_jargon_is_written_without_groups_for_the_rule_counts_them(forms: str) -> None:
    assert re.compile(forms).groups == 0


def test_jargon_is_told_once_a_word() -> None:
    assert len(found("Wie heeft de regie? De regie is hier. Geen borging.", "jargon")) == 2


@pytest.mark.parametrize(
    ("text", "verb", "participle"),
    [
        ("De afspraken worden door iedereen gemaakt.", "worden", "gemaakt"),
        ("Er wordt niet geluisterd.", "wordt", "geluisterd"),
        ("Het plan werd besproken.", "werd", "besproken"),
        ("Hier wordt het geld verdeeld.", "wordt", "verdeeld"),
        ("De groep werd goed bereikt.", "werd", "bereikt"),
        ("Mensen worden doorgestuurd naar de cursus.", "worden", "doorgestuurd"),
        ("Ik vind dat het goed gedaan wordt.", "wordt", "gedaan"),
        ("Ik word geïnformeerd.", "word", "geïnformeerd"),
        ("Er wordt veel ontwikkeld.", "wordt", "ontwikkeld"),
    ],
)
def test_the_passive_hides_who_does_it(text: str, verb: str, participle: str) -> None:
    assert found(text, "passive") == [f'"{verb}" with "{participle}" is passive: say who does it.']


@pytest.mark.parametrize(
    "text",
    [
        "Het wordt steeds beter.",
        "Het overleg wordt geen succes.",
        "Het wordt duidelijk als de gemeente betaalt en geld geeft.",
        "De wereld wordt groter. We hebben dat besproken.",
        "We hebben afspraken gemaakt.",
        "Er komen mogelijkheden die beter worden.",
        "Het beleid wordt anders.",
    ],
)
def test_becoming_is_not_passive(text: str) -> None:
    assert not found(text, "passive")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Niemand doet niets.", "Niemand", "niets"),
        ("Het lukt niet zonder de gemeente.", "niet", "zonder"),
        ("Ik ga nooit ergens heen waar geen koffie is.", "nooit", "geen"),
        ("Niet alles is niet goed.", "Niet", "niet"),
    ],
)
def test_two_negations_in_a_sentence(text: str, first: str, second: str) -> None:
    assert found(text, "double-negation") == [
        f'"{first}" and "{second}" in one sentence are hard to follow: say it without a negation.'
    ]


@pytest.mark.parametrize(
    "text", ["Dat lukt niet. Niemand komt.", "Door het netwerk lukt wat ik alleen niet kan.", "Ga."]
)
def test_one_negation_in_a_sentence(text: str) -> None:
    assert not found(text, "double-negation")


@pytest.mark.parametrize("word", ["WEB", "NT1", "Wmo", "IDO", "roc", "ROC's", "NT2-cursus", "AVG", "VVE’s"])
def test_an_abbreviation_needs_an_explanation(word: str) -> None:
    name = word.split("-")[0].split("'")[0].split("’")[0]
    assert found(f"Ken je {word} al?", "abbreviation") == [
        f'"{name}" is an abbreviation: write it in full, or explain it in brackets.'
    ]


@pytest.mark.parametrize(
    ("short", "full"), [("bijv.", "bijvoorbeeld"), ("o.a.", "onder andere"), ("Enz.", "enzovoort")]
)
def test_a_shortened_word_is_written_in_full(short: str, full: str) -> None:
    expected = [f'"{short}" is an abbreviation: write "{full}".']
    assert found(f"Denk aan {short} taal.", "abbreviation") == found(f"Kies ({short})", "abbreviation") == expected


@pytest.mark.parametrize(
    "text",
    [
        "De WEB (de wet voor het onderwijs aan volwassenen) helpt. De WEB betaalt.",
        "De wet voor het onderwijs aan volwassenen (WEB) helpt.",
        "Het roc (school voor beroepen) helpt.",
        "IJsland en IJmuiden zijn ver.",
        "Zet het op een A4.",
        "Op het web staat meer. Kijk om 13.30 uur.",
        "Een OK van A en B.",
    ],
)
def test_what_is_explained_or_no_abbreviation(text: str) -> None:
    assert not found(text, "abbreviation")


def test_an_abbreviation_is_told_once() -> None:
    assert len(found("De WEB en de WEB en bijv. de Wmo en bijv. meer.", "abbreviation")) == 3


def test_three_abstract_nouns_are_heavy() -> None:
    assert found("De verbetering van de toegankelijkheid vraagt om coördinatie.", "noun-heavy") == [
        '"verbetering", "toegankelijkheid" and "coördinatie" make this text heavy: turn one or more into a verb.'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De verbetering van de toegankelijkheid lukt.",
        "Organisaties, een welzijnsorganisatie en basisvaardigheden: samenwerking met de organisatie.",
        "Dingen in de kring. De ring ging. Dat ding hing.",
    ],
)
def test_everyday_nouns_are_light(text: str) -> None:
    assert not found(text, "noun-heavy")


def test_plurals_are_heavy_too() -> None:
    assert found("Activiteiten, verwachtingen en mogelijkheden.", "noun-heavy")


def test_a_block_is_measured_as_a_whole() -> None:
    hard = "Verantwoordelijkheidsverdeling vereist organisatorische coördinatie."
    assert examine_block(["Partners doen wat ze beloven."]) == []
    (finding,) = examine_block([hard, hard])
    assert (finding.rule, finding.is_mistake) == ("hard-to-read", False)
    assert finding.sentence.startswith("These texts measure -")
    assert finding.sentence.endswith(
        " on the Flesch-Douma scale and need 60: shorten the sentences or the longest words, "
        '"Verantwoordelijkheidsverdeling", "organisatorische" and "coördinatie".'
    )
    assert examine_block([hard, *["Doe mee met ons in de zaal."] * 20]) == []


@given(st.text(), st.booleans())
def test_any_text_can_be_examined(text: str, is_statement: bool) -> None:
    for finding in (*examine_text(text, is_statement=is_statement), *examine_block([text, text])):
        assert finding.rule in RULES
        assert finding.is_mistake == finding.rule.startswith("long-")
        assert finding.sentence


TELLING = [
    "wordt",
    "gemaakt",
    "en",
    "niet",
    "zonder",
    "WEB",
    "(WEB)",
    "bijv.",
    "regie",
    "de",
    "verdeling",
    ".",
    ":",
    "\n",
]


@given(st.lists(st.sampled_from(TELLING)))
def test_any_order_of_telling_words_can_be_examined(words: list[str]) -> None:
    assert {finding.rule for finding in examine_text(" ".join(words), is_statement=True)} <= RULES

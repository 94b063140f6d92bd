"""The full instrument is what its design says it is."""

import re
from itertools import chain
from pathlib import Path

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from questionnaires.kinds import partner_kinds
from questionnaires.types.statement import Statement

THEMES = {
    "shared-purpose": ("sp", "Doel"),
    "roles": ("ro", "Rollen"),
    "municipality": ("mu", "Gemeente"),
    "joint-reach": ("jr", "Bereik"),
    "contact-trust": ("ct", "Contact"),
    "conditions": ("co", "Voorwaarden"),
    "differences": ("di", "Verschillen"),
    "learning-action": ("la", "Leren"),
}


def statements(questionnaire: Questionnaire) -> list[Statement]:
    return [item for theme in questionnaire.themes for item in theme.items]


def test_eight_themes_of_five_statements_and_three_conversation_questions(spiegel: Questionnaire) -> None:
    assert [theme.id for theme in spiegel.themes] == list(THEMES)
    for theme in spiegel.themes:
        prefix, short = THEMES[theme.id]
        assert [item.id for item in theme.items] == [f"{prefix}-{number}" for number in range(1, 6)]
        assert theme.short["nl"] == short
        assert len(theme.conversation) == 3


def test_anchors_core_and_reversed_statements(spiegel: Questionnaire) -> None:
    items = statements(spiegel)
    assert [item.id for item in items if item.anchor] == [f"{prefix}-1" for prefix, _ in THEMES.values()]
    assert " ".join(item.id for item in items if item.core) == (
        "sp-1 sp-3 sp-5 ro-1 ro-2 ro-4 mu-1 mu-3 mu-4 jr-1 jr-3 jr-4 "
        "ct-1 ct-2 ct-5 co-1 co-2 co-3 di-1 di-2 di-4 la-1 la-2 la-5"
    )
    assert [item.id for item in items if item.reversed] == ["ro-4", "ct-5", "co-5", "la-5"]


def test_levels(spiegel: Questionnaire) -> None:
    items = statements(spiegel)
    assert [item.id for item in items if item.level == "organisation"] == ["sp-3", "sp-5", "co-2", "di-3"]
    assert " ".join(item.id for item in items if item.level == "person") == "ro-2 mu-3 jr-4 ct-3 ct-4 di-2 la-2"


def test_the_municipality_has_its_own_words_under_the_same_id(spiegel: Questionnaire) -> None:
    varied = {item.id: item for item in statements(spiegel) if item.variants}
    assert list(varied) == ["mu-3", "mu-4"]
    for item in varied.values():
        assert set(item.variants) == {"municipality", "municipality-desk"}
    wording = varied["mu-3"].wording
    assert wording("nl", "municipality-desk") == "Partners weten wie bij de gemeente hun contactpersoon is."
    assert wording("nl", "library") == "Ik weet wie bij de gemeente mijn contactpersoon is."


def test_the_pages_in_order_take_about_ten_minutes(spiegel: Questionnaire) -> None:
    assert [page.id for page in spiegel.pages] == [*THEMES, "closing"]
    assert [page.theme and page.theme.id for page in spiegel.pages] == [*THEMES, None]
    assert round(sum(page.minutes for page in spiegel.pages)) == 10


def test_the_closing_page_asks_for_grade_worth_and_own_words(spiegel: Questionnaire) -> None:
    closing = spiegel.page("closing")
    assert closing is not None
    assert {question.id: question.view("nl").macro for question in closing.questions} == {
        "ov-grade": "grade",
        "ov-worth": "statement",
        **dict.fromkeys(("op-keep", "op-block", "op-missing", "op-municipality", "op-own", "op-first"), "long_text"),
    }
    assert closing.questions[-1].view("nl").hint == "Hoogstens 400 tekens. Noem liever geen namen van personen."
    assert [block.id for block in spiegel.blocks] == ["overall", "open"]


def test_every_question_is_on_one_page(spiegel: Questionnaire) -> None:
    assert len(spiegel.questions) == 40 + 2 + 6
    assert list(spiegel.questions) == [question.id for page in spiegel.pages for question in page.questions]


def test_dutch_sentences_are_short_and_statements_shorter(spiegel: Questionnaire) -> None:
    """The limits of the instrument's design: 15 words a sentence, 12 a statement."""
    intros = [page.intro["nl"] for page in spiegel.pages if page.intro]
    talk = [question["nl"] for theme in spiegel.themes for question in theme.conversation]
    for sentence in chain.from_iterable(re.split(r"(?<=[.?!])\s", text) for text in (*intros, *talk)):
        assert len(sentence.split()) <= 15, sentence
    for item in statements(spiegel):
        assert len(item.text["nl"].split()) <= 12, item.text["nl"]


def test_a_page_and_a_theme_are_found_by_id(spiegel: Questionnaire) -> None:
    assert spiegel.page("nowhere") is None
    assert spiegel.theme("roles").item_versions == tuple((f"ro-{number}", 1) for number in range(1, 6))


def test_the_sixteen_kinds_of_partner() -> None:
    kinds = partner_kinds()
    assert len(kinds) == 16
    assert list(kinds)[:3] == ["library", "municipality", "municipality-desk"]
    assert all(set(kind.name) == {"nl", "en"} for kind in kinds.values())


def test_the_instrument_in_the_folder_is_the_one_in_the_catalogue(spiegel: Questionnaire) -> None:
    path = Path(catalogue.__file__).with_name("taalnetwerkspiegel.yaml")
    assert catalogue.load(path).content_hash == spiegel.content_hash

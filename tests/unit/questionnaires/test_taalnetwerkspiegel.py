"""The personal part of the instrument is what its design says it is."""

import re
from itertools import chain
from pathlib import Path

import pytest

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from questionnaires.kinds import partner_kinds
from questionnaires.respondent import Respondent
from questionnaires.types.checklist import Checklist
from questionnaires.types.ladder import Ladder
from questionnaires.types.multiple_choice import MultipleChoice
from questionnaires.types.role_cards import RoleCards
from questionnaires.types.single_choice import SingleChoice
from questionnaires.types.statement import Statement
from tests.unit.questionnaires.asking import NL

THEMES = {
    "shared-purpose": ("sp", "Doel", "Ons gezamenlijke doel"),
    "roles": ("ro", "Rollen", "Rollen en taken"),
    "municipality": ("mu", "Gemeente", "De inzet van de gemeente"),
    "joint-reach": ("jr", "Bereik", "Samen mensen bereiken"),
    "contact-trust": ("ct", "Contact", "Contact en vertrouwen"),
    "conditions": ("co", "Voorwaarden", "Voorwaarden"),
    "differences": ("di", "Verschillen", "Verschillen en grenzen"),
    "learning-action": ("la", "Leren", "Leren en doen"),
}


def statements(questionnaire: Questionnaire) -> list[Statement]:
    return [item for theme in questionnaire.themes for item in theme.items]


def test_it_is_version_two_in_dutch_and_english_for_persons(spiegel: Questionnaire) -> None:
    assert (spiegel.version, spiegel.answered_by, spiegel.languages) == ("2.0.0", "person", ("nl", "en"))


def test_eight_themes_of_five_statements(spiegel: Questionnaire) -> None:
    assert [theme.id for theme in spiegel.themes] == list(THEMES)
    for theme in spiegel.themes:
        prefix, short, title = THEMES[theme.id]
        assert [item.id for item in theme.items] == [f"{prefix}-{number}" for number in range(1, 6)]
        assert (theme.short["nl"], theme.title["nl"]) == (short, title)
        assert len(spiegel.conversation(theme.id)) == 3


def test_anchors_core_and_reversed_statements(spiegel: Questionnaire) -> None:
    items = statements(spiegel)
    assert [item.id for item in items if item.anchor] == [f"{prefix}-1" for prefix, *_ in THEMES.values()]
    assert " ".join(item.id for item in items if item.core) == (
        "sp-1 sp-3 sp-5 ro-1 ro-2 ro-4 mu-1 mu-3 mu-4 jr-1 jr-3 jr-4 "
        "ct-1 ct-2 ct-5 co-1 co-2 co-3 di-1 di-2 di-4 la-1 la-2 la-5"
    )
    assert [item.id for item in items if item.reversed] == ["ro-4", "ct-5", "co-5", "la-5"]


def test_levels(spiegel: Questionnaire) -> None:
    items = statements(spiegel)
    assert [item.id for item in items if item.level == "organisation"] == ["sp-3", "sp-5", "co-2", "di-3"]
    assert " ".join(item.id for item in items if item.level == "person") == "ro-2 mu-3 jr-4 ct-3 ct-4 di-2 la-2"


@pytest.mark.parametrize(
    ("question", "nl"),
    [
        ("sp-1", "We weten samen wat we willen bereiken."),
        ("sp-5", "Door het netwerk doen we dingen die mijn organisatie alleen niet kan."),
        ("ro-4", "Organisaties in ons netwerk doen vaak hetzelfde werk dubbel."),
        ("mu-5", "De gemeente geeft voor meer dan één jaar zekerheid over geld."),
        ("jr-4", "Als ik iemand doorstuur, hoor ik hoe het verder gaat."),
        ("ct-5", "Een paar organisaties beslissen te veel."),
        ("co-5", "Als één persoon weggaat, valt veel werk stil."),
        ("di-4", "De mensen in het overleg mogen voor hun organisatie beslissen."),
        ("la-5", "Goede ideeën blijven bij ons vaak liggen."),
        ("ov-grade", "Welk cijfer geef je de samenwerking in het netwerk?"),
        ("ov-worth", "Het netwerk is de tijd waard die ik erin steek."),
        ("rg-focus", "Op welke groep moeten we ons het komende jaar samen richten?"),
        ("form-purpose", "Waar is het netwerk nu vooral voor?"),
        ("op-missing", "Welke organisatie of groep missen we?"),
    ],
)
def test_the_words_are_those_of_the_design(spiegel: Questionnaire, question: str, nl: str) -> None:
    assert spiegel.questions[question].text["nl"] == nl


def test_every_statement_is_answered_on_the_scale_of_five_with_dont_know(spiegel: Questionnaire) -> None:
    assert {item.scale.id for item in statements(spiegel)} == {"scale-agree-5"}
    assert list(spiegel.scales["scale-agree-5"].labels("nl").values()) == [
        "helemaal oneens",
        "oneens",
        "niet eens, niet oneens",
        "eens",
        "helemaal eens",
        "weet ik niet",
    ]


def test_the_municipality_has_its_own_words_under_the_same_id(spiegel: Questionnaire) -> None:
    varied = {item.id: item for item in statements(spiegel) if item.variants}
    assert list(varied) == ["mu-3", "mu-4"]
    for item in varied.values():
        assert set(item.variants) == {"municipality", "municipality-desk"}
    desk, library = Respondent("nl", "municipality-desk"), Respondent("nl", "library")
    assert varied["mu-3"].wording(desk) == "Partners weten wie bij de gemeente hun contactpersoon is."
    assert varied["mu-3"].wording(library) == "Ik weet wie bij de gemeente mijn contactpersoon is."
    assert varied["mu-4"].wording(desk) == "Mijn collega's van de gemeente sturen mensen met een taalvraag door."


def test_the_pages_in_order_take_about_fourteen_minutes(spiegel: Questionnaire) -> None:
    after = ["roles-first", "roles-second", "municipal-check", "reach-groups", "form-phase", "closing"]
    assert [page.id for page in spiegel.pages] == [*THEMES, *after]
    assert [page.theme and page.theme.id for page in spiegel.pages] == [*THEMES, *[None] * len(after)]
    assert 13.5 <= spiegel.minutes_of(spiegel.pages) <= 15
    assert spiegel.minutes_of(page for page in spiegel.pages if page.theme) == pytest.approx(5, abs=0.1)


def test_a_round_can_leave_out_every_block_and_the_estimate_follows(spiegel: Questionnaire) -> None:
    minutes = {"roles-matrix": 2.5, "municipal-check": 1.5, "reach-groups": 1.5, "form-phase": 1.0}
    minutes |= {"overall": 0.33, "open": 2.0}
    assert {block.id: block.minutes for block in spiegel.blocks} == minutes
    bare = spiegel.without(minutes)
    assert [page.id for page in bare.pages] == list(THEMES)
    assert bare.minutes_of(bare.pages) == pytest.approx(5, abs=0.1)
    short = spiegel.without(["roles-matrix", "open"])
    assert [page.id for page in short.pages][8:] == ["municipal-check", "reach-groups", "form-phase", "closing"]
    assert [question.id for question in short.pages[-1].questions] == ["ov-grade", "ov-worth"]


def test_the_role_cards_ask_the_ten_core_tasks_on_two_pages(spiegel: Questionnaire) -> None:
    find, learn = spiegel.questions["roles-find"], spiegel.questions["roles-learn"]
    assert isinstance(find, RoleCards)
    assert isinstance(learn, RoleCards)
    assert [task.id for task in find.tasks] == ["signal", "promote", "refer", "intake", "follow-up"]
    assert [task.id for task in learn.tasks] == ["formal", "nonformal", "volunteers", "coordinate", "steer"]
    shared = [task.id for task in (*find.tasks, *learn.tasks) if task.shared]
    assert shared == ["signal", "promote", "refer", "nonformal"]
    assert find.view(NL).parts[0].label == "Merken dat iemand moeite heeft met taal, rekenen of de computer"


def test_the_municipal_check_has_ten_lines_and_a_ladder_of_five(spiegel: Questionnaire) -> None:
    lines, ladder = spiegel.questions["mc-lines"], spiegel.questions["mc-level"]
    assert isinstance(lines, Checklist)
    assert isinstance(ladder, Ladder)
    assert " ".join(line.id for line in lines.lines) == (
        "mc-policy mc-goal mc-contact mc-alderman mc-money mc-region mc-desk mc-train mc-letters mc-assign"
    )
    assert [option.text["nl"] for option in lines.options] == ["ja", "voor een deel", "nee", "weet ik niet"]
    assert [step.id for step in ladder.steps] == ["none", "knows", "talks", "pays", "steers"]
    assert ladder.needed["nl"] == "Welke zin is over twee jaar nodig?"


def test_reach_asks_ten_groups_and_at_most_two_of_them_to_focus_on(spiegel: Questionnaire) -> None:
    groups, focus = spiegel.questions["rg-groups"], spiegel.questions["rg-focus"]
    assert isinstance(groups, Checklist)
    assert isinstance(focus, MultipleChoice)
    ten = "nt1-work nt1-nowork nt2-long nt2-eu newcomers parents young older debts low-digital"
    assert " ".join(line.id for line in groups.lines) == ten
    assert [(line.id, line.text) for line in groups.lines] == [(option.id, option.text) for option in focus.options]
    assert [option.text["nl"] for option in groups.options] == ["goed", "een beetje", "bijna niet", "weet ik niet"]
    assert focus.at_most == 2


def test_form_and_phase(spiegel: Questionnaire) -> None:
    purpose, phase = spiegel.questions["form-purpose"], spiegel.questions["fp-phase"]
    depth, steering = spiegel.questions["form-depth"], spiegel.questions["form-steering"]
    assert isinstance(purpose, MultipleChoice)
    assert isinstance(phase, SingleChoice)
    assert isinstance(depth, Ladder)
    assert isinstance(steering, Ladder)
    assert (purpose.at_most, len(purpose.options), len(phase.options)) == (2, 5, 6)
    assert (len(depth.steps), len(steering.steps), steering.steps[-1].text["nl"]) == (4, 5, "niemand echt")


def test_the_closing_page_asks_for_grade_worth_and_own_words(spiegel: Questionnaire) -> None:
    closing = spiegel.page("closing")
    assert closing is not None
    assert {question.id: question.view(NL).macro for question in closing.questions} == {
        "ov-grade": "grade",
        "ov-worth": "statement",
        **dict.fromkeys(("op-keep", "op-block", "op-missing", "op-municipality", "op-own", "op-first"), "long_text"),
    }
    assert closing.questions[-1].view(NL).hint == "Hoogstens 400 tekens. Noem liever geen namen van personen."


def test_every_question_is_on_one_page(spiegel: Questionnaire) -> None:
    assert len(spiegel.questions) == 40 + 2 + 2 + 2 + 4 + 2 + 6
    assert list(spiegel.questions) == [question.id for page in spiegel.pages for question in page.questions]


def test_nothing_in_it_depends_on_anything(spiegel: Questionnaire) -> None:
    assert not spiegel.is_conditional


def test_dutch_sentences_are_short_and_statements_shorter(spiegel: Questionnaire) -> None:
    """The limits of the instrument's design: 15 words a sentence, 12 a statement."""
    intros = [page.intro["nl"] for page in spiegel.pages if page.intro]
    talk = [question.text["nl"] for theme in spiegel.themes for question in spiegel.conversation(theme.id)]
    for sentence in chain.from_iterable(re.split(r"(?<=[.?!])\s", text) for text in (*intros, *talk)):
        assert len(sentence.split()) <= 15, sentence
    for item in statements(spiegel):
        assert len(item.text["nl"].split()) <= 12, item.text["nl"]


def test_a_page_and_a_theme_are_found_by_id(spiegel: Questionnaire) -> None:
    assert spiegel.page("nowhere") is None
    assert spiegel.theme("roles").item_versions == tuple((f"ro-{number}", 1) for number in range(1, 6))
    with pytest.raises(KeyError, match="nowhere"):
        spiegel.theme("nowhere")
    with pytest.raises(KeyError, match="nowhere"):
        spiegel.without(["open", "nowhere"])


def test_the_sixteen_kinds_of_partner() -> None:
    kinds = partner_kinds()
    assert len(kinds) == 16
    assert list(kinds)[:3] == ["library", "municipality", "municipality-desk"]
    assert all(set(kind.name) == {"nl", "en"} for kind in kinds.values())


def test_the_instrument_in_the_folder_is_the_one_in_the_catalogue(spiegel: Questionnaire) -> None:
    path = Path(catalogue.__file__).with_name("taalnetwerkspiegel.yaml")
    assert catalogue.load(path).content_hash == spiegel.content_hash

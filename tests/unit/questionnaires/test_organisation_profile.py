"""The organisation profile: what an organisation says of itself, by its name."""

from questionnaires.conditions import Leaf
from questionnaires.definition import Questionnaire
from questionnaires.respondent import Respondent
from questionnaires.showing import Facts, showing
from questionnaires.types.checklist import Checklist
from questionnaires.types.information import Information
from questionnaires.types.ladder import Ladder
from questionnaires.types.multiple_choice import MultipleChoice
from questionnaires.types.role_cards import RoleCards
from questionnaires.types.roster import Roster
from questionnaires.types.short_text import ShortText
from questionnaires.types.single_choice import SingleChoice
from questionnaires.types.whole_number import WholeNumber

VOICE = [f"vo-{number}" for number in range(1, 9)]
NUMBERS = "rn-found rn-referred-out rn-referred-in rn-intake rn-started rn-finished rn-nt1-share rn-volunteers"


def test_it_is_given_on_behalf_of_the_organisation_and_says_so_first(profile: Questionnaire) -> None:
    assert (profile.answered_by, profile.languages, profile.themes) == ("organisation", ("nl", "en"), ())
    first = profile.pages[0].parts[0]
    assert isinstance(first, Information)
    assert first.text["nl"].startswith("Dit deel vul je in namens jouw organisatie.")
    assert "naam van jouw organisatie" in first.text["nl"]


def test_every_page_says_that_it_is_shown_by_name(profile: Questionnaire) -> None:
    for page in profile.pages[1:]:
        assert page.intro is not None
        assert "naam van jouw organisatie" in page.intro["nl"], page.id
        assert "name of your organisation" in page.intro["en"], page.id


def test_it_asks_the_fourteen_tasks_with_more_than_one_answer_each(profile: Questionnaire) -> None:
    tasks = profile.questions["rf-tasks"]
    assert isinstance(tasks, Checklist)
    assert tasks.several
    assert " ".join(line.id for line in tasks.lines) == (
        "signal train-finders promote refer intake match formal nonformal digital volunteers follow-up coordinate "
        "steer monitor"
    )
    shared = [line.id for line in tasks.lines if line.shared]
    assert shared == ["signal", "promote", "refer", "nonformal", "digital"]
    assert [option.text["nl"] for option in tasks.options] == ["doen we", "daarin hebben wij de leiding", "willen we"]


def test_its_core_tasks_have_the_words_of_the_personal_part(profile: Questionnaire, spiegel: Questionnaire) -> None:
    tasks = profile.questions["rf-tasks"]
    assert isinstance(tasks, Checklist)
    known = {line.id: line for line in tasks.lines}
    cards = [question for question in spiegel.questions.values() if isinstance(question, RoleCards)]
    core = [task for question in cards for task in question.tasks]
    assert len(core) == 10
    assert all(known[task.id] == task for task in core)


def test_its_ten_groups_have_the_words_of_the_personal_part(profile: Questionnaire, spiegel: Questionnaire) -> None:
    sees, reaches = profile.questions["we-see"], spiegel.questions["rg-groups"]
    assert isinstance(sees, MultipleChoice)
    assert isinstance(reaches, Checklist)
    assert [(option.id, option.text) for option in sees.options] == [(line.id, line.text) for line in reaches.lines]
    assert sees.text["nl"] == "Onze organisatie ziet deze mensen al"


def test_it_asks_eight_numbers_each_counted_estimated_or_unknown(profile: Questionnaire) -> None:
    numbers = [question for question in profile.questions.values() if isinstance(question, WholeNumber)]
    assert " ".join(question.id for question in numbers) == NUMBERS
    assert {question.unknown["nl"] for question in numbers} == {"weten we niet"}
    double = profile.questions["rn-double"]
    assert isinstance(double, SingleChoice)
    assert [option.id for option in double.options] == ["hardly", "quarter", "half", "most", "dk"]


def test_the_relation_map_asks_four_things_of_every_ticked_partner(profile: Questionnaire) -> None:
    partners, roster, wanted = (profile.questions[name] for name in ("rel-partners", "rel-map", "rel-wanted"))
    assert isinstance(partners, MultipleChoice)
    assert isinstance(roster, Roster)
    assert isinstance(wanted, MultipleChoice)
    assert (partners.options_from, wanted.options_from, roster.of) == ("organisations", "organisations", "rel-partners")
    assert [(field.id, len(field.options)) for field in roster.fields] == [
        ("rel-freq", 3),
        ("rel-refer", 4),
        ("rel-joint", 3),
        ("rel-wish", 2),
    ]
    assert roster.show_when == Leaf("question", "rel-partners", "answered", True)


def test_only_the_municipality_is_asked_about_itself(profile: Questionnaire) -> None:
    def is_asked(kind: str) -> bool:
        shown = showing(profile, {}, Facts(kind=kind)).shown
        assert ("mc-lines" in shown) == ("mc-level" in shown)
        return "mc-lines" in shown

    assert is_asked("municipality")
    assert not any(is_asked(kind) for kind in ("municipality-desk", "library", "welfare", "support"))


def test_its_own_check_has_the_lines_and_the_ladder_of_the_personal_part(
    profile: Questionnaire, spiegel: Questionnaire
) -> None:
    own, others = (each.questions["mc-lines"] for each in (profile, spiegel))
    assert isinstance(own, Checklist)
    assert isinstance(others, Checklist)
    assert (own.lines, own.options, own.text) == (others.lines, others.options, others.text)
    ladder, theirs = (each.questions["mc-level"] for each in (profile, spiegel))
    assert isinstance(ladder, Ladder)
    assert isinstance(theirs, Ladder)
    assert (ladder.steps, ladder.now, ladder.needed) == (theirs.steps, theirs.now, theirs.needed)


def test_its_voice_is_eight_questions_with_a_sentence_each_and_no_statements(profile: Questionnaire) -> None:
    block = next(block for block in profile.blocks if block.id == "voice")
    assert [question.id for question in block.questions] == [name for id_ in VOICE for name in (id_, f"{id_}-why")]
    for name in VOICE:
        choice, why = profile.questions[name], profile.questions[f"{name}-why"]
        assert isinstance(choice, SingleChoice)
        assert isinstance(why, ShortText)
        assert [option.text["nl"] for option in choice.options] == ["loopt goed", "kan beter", "knelt"]
        assert choice.text["nl"].startswith("Hoe kijkt jullie organisatie naar ")


def test_every_part_is_a_block_that_a_round_can_leave_out(profile: Questionnaire) -> None:
    assert [block.id for block in profile.blocks] == [
        "on-behalf",
        "roles-facts",
        "reach-groups",
        "reach-numbers",
        "relation-map",
        "municipal-check",
        "voice",
    ]
    left = profile.without(["voice", "relation-map"])
    assert [page.id for page in left.pages] == ["first", "reach-groups", "reach-numbers", "municipal-check"]
    assert 10 <= profile.minutes_of(profile.pages) <= 12


def test_it_shares_no_statement_with_the_personal_part(profile: Questionnaire, spiegel: Questionnaire) -> None:
    assert set(profile.questions) & set(spiegel.questions) == {"mc-lines", "mc-level"}


def test_each_of_its_questions_can_be_drawn_for_a_network_of_one(profile: Questionnaire) -> None:
    for question in profile.questions.values():
        for language in profile.languages:
            assert question.view(Respondent(language, "library")).label

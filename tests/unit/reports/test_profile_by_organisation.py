"""What each organisation said, in words: all of it, of nobody else, and no number of 1 to 4 people."""

import re

from hypothesis import given

from questionnaires import catalogue
from questionnaires.respondent import Member, Respondent
from reports.profile import Partner, Profile, ProfileResults, Speaker, by_organisation, freeze
from reports.profile.by_organisation import answers_of
from tests.network_profiles import (
    CLOSED_ON,
    PATIENTLY,
    Answers,
    contact,
    counts,
    does,
    given_networks,
    network,
    questionnaire,
)


def speakers(profile: ProfileResults, language: str = "nl") -> dict[str, Speaker]:
    return {speaker.name: speaker for speaker in by_organisation(profile, questionnaire(), language)}


def said(answers: Answers, language: str = "nl", **others: Answers | None) -> list[tuple[str, str]]:
    """Return every label and word of what organisation "A" says."""
    parts = speakers(network({"a": answers, **others}), language)["A"].parts
    return [pair for part in parts for line in part.lines for pair in line.said]


def test_who_did_not_fill_in_has_no_parts() -> None:
    made = speakers(network({"a": does("do"), "b": None}, b="library"))

    assert list(made) == ["A", "B"]
    assert made["B"] == Speaker("B", "library", ())


def test_a_part_in_which_nothing_was_chosen_is_not_there() -> None:
    made = speakers(network({"a": {"we-see": None, "rf-tasks": {"intake": ["do"]}}}))["A"]

    assert [part.title for part in made.parts] == ["Wat doen jullie?"]
    assert [len(part.lines) for part in made.parts] == [1]


def test_tasks_are_said_with_what_is_done_about_them() -> None:
    task = "Een eerste gesprek voeren en het niveau bepalen"
    assert said(does("do", "want")) == [(task, "doen we, willen we")]
    assert said(does("lead"), "en") == [("Having a first talk and finding out the level", "we lead in this")]


def test_of_one_to_four_people_only_that_they_are_few_is_said() -> None:
    numbers = said(counts(found=120, intake=3, started=20, nt1_share=18, volunteers=None, finished=0))

    assert [number for _, number in numbers] == [
        "120 (geteld)",
        "< 5 (geteld)",
        "20 (geteld)",
        "0 (geteld)",
        "een deel (geteld)",
        "weten we niet",
    ]


def test_a_number_without_how_sure_it_is_stands_alone() -> None:
    assert said({"rn-found": {"number": 3}, "rn-intake": {"number": 30}}) == [("", "< 5"), ("", "30")]


def test_contacts_are_said_by_name_and_detail() -> None:
    mine = contact("c", wanted=["d"], b={"freq": "weekly", "wish": "more"})

    assert said(mine, b=None, c=None, d=None) == [
        ("", "B, C"),
        ("B: Hoe vaak was er contact?", "ongeveer elke week"),
        ("B: Hoeveel contact is nodig?", "meer"),
        ("", "D"),
    ]


def test_voices_and_the_municipality_are_said_in_the_words_of_the_questions() -> None:
    mine = {"vo-1": "stuck", "vo-2-why": "Niemand belt terug.", "mc-level": {"now": "pays"}}

    parts = speakers(network({"a": mine}, a="municipality"))["A"].parts

    assert [(line.wording, line.said) for part in parts for line in part.lines] == [
        ("Hoe doet de gemeente mee?", (("Welke zin past nu het best?", "De gemeente betaalt en maakt afspraken."),)),
        ("Hoe kijkt jullie organisatie naar het gezamenlijke doel?", (("", "knelt"),)),
        ("In één zin: waarom vinden jullie dat?", (("", "Niemand belt terug."),)),
    ]


@PATIENTLY
@given(given_networks())
def test_nothing_is_lost_and_nothing_is_added(made: tuple[list[Partner], list[Profile]]) -> None:
    """Answers put together again are frozen into the same document, but for numbers and what was left empty."""
    partners, profiles = made
    first = freeze(partners, profiles, questionnaire=questionnaire(), closed_on=CLOSED_ON)
    again = [Profile(each.organisation, answers_of(first, each.organisation)) for each in profiles]

    second = freeze(partners, again, questionnaire=questionnaire(), closed_on=CLOSED_ON)

    for part in ("tasks", "groups", "said", "voices", "contacts", "wanted"):
        assert getattr(second, part) == getattr(first, part)


@PATIENTLY
@given(given_networks())
def test_no_number_of_one_to_four_people_is_ever_said(made: tuple[list[Partner], list[Profile]]) -> None:
    partners, profiles = made
    frozen = freeze(partners, profiles, questionnaire=questionnaire(), closed_on=CLOSED_ON)
    asked = {each.wording(_reader(partners)) for key, each in questionnaire().questions.items() if key[:3] == "rn-"}

    for speaker in by_organisation(frozen, questionnaire(), "nl"):
        lines = [line for part in speaker.parts for line in part.lines if line.wording in asked]
        words = " ".join(word for line in lines for _, word in line.said)
        assert not re.search(r"(?<!\d)(?<!< )[1-4](?!\d)", words)


def _reader(partners: list[Partner]) -> Respondent:
    return Respondent("nl", organisations=tuple(Member(each.id, each.name) for each in partners))


def test_every_language_of_the_questionnaire_has_words() -> None:
    for language in catalogue.latest("organisatieprofiel").languages:
        assert said(counts(found=3), language)

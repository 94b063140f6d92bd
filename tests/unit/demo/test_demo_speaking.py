"""The invented profiles: sound, the same for the same names, and different between organisations."""

import pytest

from questionnaires import catalogue
from questionnaires.respondent import Member, Respondent
from survey.demo.places import ORGANISATIONS
from survey.demo.plausible import SEES
from survey.demo.sentences import SENTENCES
from survey.demo.speaking import Voice

OTHERS = tuple(Member(f"o{number}", f"Organisatie {number}") for number in range(8))


def profile(name: str = "Bibliotheek", kind: str = "library", round_number: int = 1) -> dict[str, object]:
    respondent = Respondent("nl", kind, organisations=OTHERS)
    return dict(Voice.of("Taalnetwerk", name, round_number).profile(respondent))


@pytest.mark.parametrize("kind", ORGANISATIONS)
def test_every_answer_is_sound_and_asked(kind: str) -> None:
    questions = catalogue.latest("organisatieprofiel").questions
    for number in range(20):
        for name, answer in profile(f"Nummer {number}", kind).items():
            assert questions[name].is_sound(answer), f"{name}: {answer}"


def test_the_same_organisation_says_the_same_and_another_something_else() -> None:
    assert profile() == profile()
    assert profile() != profile("Welzijn")
    assert profile() != profile(round_number=2)


def test_only_the_municipality_checks_itself() -> None:
    assert {"mc-lines", "mc-level"} <= set(profile("Gemeente", "municipality"))
    assert not {"mc-lines", "mc-level"} & set(profile())


@pytest.mark.parametrize("kind", SEES)
def test_an_organisation_sees_the_people_that_its_kind_sees(kind: str) -> None:
    seen = [profile(f"Nummer {number}", kind)["we-see"] for number in range(40)]
    for each in seen:
        assert isinstance(each, list)
        assert SEES[kind][0] in each
        assert len(set(each) - set(SEES[kind])) <= 1
    assert len({str(each) for each in seen}) > 1


def test_nobody_is_wanted_who_is_a_contact_already() -> None:
    for number in range(30):
        made = profile(f"Nummer {number}")
        assert not set(made["rel-partners"] or ()) & set(made["rel-wanted"] or ())
        assert set(made["rel-map"] or ()) == set(made["rel-partners"] or ())


def test_sentences_are_short_enough_and_there_is_one_for_every_choice() -> None:
    questions = catalogue.latest("organisatieprofiel").questions
    assert set(SENTENCES) == {name for name in questions if name.startswith("vo-") and not name.endswith("-why")}
    for question, sentences in SENTENCES.items():
        assert set(sentences) == {"well", "better", "stuck"}
        assert all(questions[f"{question}-why"].is_sound(sentence) for sentence in sentences.values())

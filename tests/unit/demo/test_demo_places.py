"""Who there is in the demo, and when: invented, recognisably so, and within the rules of real use."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from questionnaires import catalogue
from questionnaires.kinds import partner_kinds
from questionnaires.types.long_text import LongText
from survey.demo.people import FIRST_NAMES, LAST_NAMES, person_address, person_name
from survey.demo.periods import rounds_until
from survey.demo.places import ORGANISATIONS, PLACES, Place, measured_places
from survey.demo.words import WORDS
from survey.models.network import PROVINCES
from survey.services.distances import DAYS_BETWEEN
from survey.services.names import clean_address
from survey.services.planning import DEFAULT_QUESTIONNAIRE

NOW = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)


def size(place: Place) -> int:
    return sum(len(organisation.people) for organisation in place.organisations())


def test_twelve_networks_of_5_to_40_people_in_three_provinces() -> None:
    assert len({place.network for place in PLACES}) == len(PLACES) == 12
    assert len({place.province for place in PLACES}) == 3
    assert {place.province for place in PLACES} <= PROVINCES.keys()
    assert (min(map(size, PLACES)), max(map(size, PLACES))) == (5, 40)


def test_every_kind_of_partner_has_an_invented_name() -> None:
    assert ORGANISATIONS.keys() == partner_kinds().keys()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_organisations_and_people_have_names_of_their_own(place: Place) -> None:
    organisations = place.organisations(first_person=100)
    people = [person for organisation in organisations for person in organisation.people]
    assert len({organisation.name for organisation in organisations}) == len(organisations)
    assert len({person.name for person in people}) == len(people)
    assert all(place.name in organisation.name for organisation in organisations)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_address_is_at_a_domain_that_exists_nowhere(place: Place) -> None:
    people = [person for organisation in place.organisations() for person in organisation.people]
    addresses = [person.address for person in people if person.address]
    assert len(set(addresses)) == len(addresses)
    assert all(address.endswith(".example") and address == clean_address(address) for address in addresses)
    assert {person.kind for person in people if person.address is None} <= {"learners"}


def test_every_invented_name_is_different() -> None:
    number = len(FIRST_NAMES) * len(LAST_NAMES)
    assert len({person_name(one) for one in range(number)}) == number


def test_an_address_is_plain_text() -> None:
    assert person_address("Zeynep Yılmaz-Öztürk", "Bibliotheek Waterdam") == (
        "zeynep.yilmaz.ozturk@bibliotheek-waterdam.example"
    )


@pytest.mark.parametrize("respondents", [1, 2, 5, 30, 200])
def test_measured_networks_have_the_size_that_was_asked(respondents: int) -> None:
    places = list(measured_places(15, respondents))
    assert len({place.network for place in places}) == 15
    for place in places:
        assert round(place.response[0] * size(place)) == respondents
        assert 0.5 <= place.response[0] <= 0.8


@pytest.mark.parametrize("shift", range(7))
def test_rounds_keep_their_distance_on_any_day_of_the_year(shift: int) -> None:
    for day in range(0, 366, 3):
        keeps_its_distance(NOW + timedelta(days=day), shift)


def keeps_its_distance(now: datetime, shift: int) -> None:
    *closed, still_open = rounds_until(now, closed=3, shift=shift)
    assert [period.number for period in [*closed, still_open]] == [1, 2, 3, 4]
    for before, after in pairwise([*closed, still_open]):
        assert before.closed_at is not None
        assert after.opened_at - before.closed_at > timedelta(days=DAYS_BETWEEN)
    assert still_open.closed_at is None
    assert still_open.opened_at < now
    assert timedelta(days=7) < still_open.closes_on - now.date() < timedelta(days=40)


def test_nothing_happens_at_the_weekend_or_at_christmas() -> None:
    for day in range(400):
        for period in rounds_until(NOW + timedelta(days=day), closed=2, shift=day % 7):
            for moment in (period.opened_at.date(), period.closes_on, period.meeting_on):
                assert moment.weekday() < 5
                assert (moment.month, moment.day) != (12, 25)


def test_the_open_round_asks_for_an_answer_in_two_to_three_weeks() -> None:
    *_, still_open = rounds_until(NOW, closed=2)
    assert timedelta(days=7) <= NOW.date() - still_open.opened_at.date() <= timedelta(days=14)
    assert timedelta(days=14) <= still_open.closes_on - NOW.date() <= timedelta(days=21)
    assert still_open.meeting_on > still_open.closes_on


def test_words_fit_their_questions() -> None:
    questionnaire = catalogue.latest(DEFAULT_QUESTIONNAIRE)
    texts = [key for key, question in questionnaire.questions.items() if isinstance(question, LongText)]
    assert WORDS.keys() == set(texts)
    for key, languages in WORDS.items():
        for words in [text for texts in languages.values() for text in texts]:
            assert questionnaire.questions[key].is_sound({"text": words, "share": True})

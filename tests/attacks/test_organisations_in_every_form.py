"""Attacks 12 and 13 in every form: what is said by name, and what is answered without names, in networks of one each.

Every text of a form is read: of the page, the PDF, slides, workbook, cards, figures as data, the API and the dataset,
as participants and as staff get them.
"""

from datetime import timedelta

from flask import Flask

from survey import clock
from survey.database import writing
from survey.models import Network
from tests.attacks.every_form import Forms, said_in_forms
from tests.attacks.harvesting import averages
from tests.attacks.test_profiles import ALONE, NUMBERS, SENTENCE, published, speak, spoken_by
from tests.factories import OpenRound, answer, coded_answers, key_of, make_round, open_next_round
from tests.pages import PageClient
from tests.speaking import say

#: Names of one width: where lines break is the same.
NAMES = ("Netwerkab", "Netwerkba")
#: Forms with nothing that organisations said: the cards are empty, and the results are those of people.
OF_PEOPLE = {
    "participant: cards", "staff: cards", "participant: sheets", "staff: sheets", "api: results",
}  # fmt: skip
#: And those with nothing by name: the dataset says of how many organisations something holds.
NAMELESS = OF_PEOPLE | {"dataset"}
VOICES = ("well", "better", "stuck")


def of_one_each(app: Flask, name: str, moved: int = 0) -> OpenRound:
    """Make a round of one-person organisations; ``moved``, each answers what another one did."""
    opened = make_round(app, ALONE, name=name)
    for person, token in enumerate(opened.tokens):
        answer(app, token, coded_answers((person + moved) % len(ALONE)))
    return opened


def forms_of(app: Flask, opened: OpenRound, name: str) -> Forms:
    published(app, opened)
    return said_in_forms(app, opened, name)


def changed(one: Forms, other: Forms) -> set[str]:
    """Return the forms that differ, in any text or in their order."""
    assert one.keys() == other.keys()
    return {form for form, texts in one.items() if texts != other[form]}


def test_12_no_form_tells_which_organisation_somebody_answered_for(committed_app: Flask) -> None:
    """Every organisation says the same, and its one person answers what another one did: nothing is told otherwise."""
    made: list[Forms] = []
    for name, moved in zip(NAMES, (0, 1), strict=True):
        opened = of_one_each(committed_app, name, moved)
        speak(committed_app, opened)
        made.append(forms_of(committed_app, opened, name))

    assert changed(*made) == set()


def test_12_this_attack_finds_an_organisation_that_speaks_as_its_one_person_answers(committed_app: Flask) -> None:
    made: list[Forms] = []
    for name, moved in zip(NAMES, (0, 1), strict=True):
        opened, client = of_one_each(committed_app, name, moved), PageClient(committed_app)
        for person in range(len(ALONE)):
            voice = VOICES[(person + moved) % len(ALONE) % len(VOICES)]
            say(client, opened, person, voice_first={"vo-1": voice})
        made.append(forms_of(committed_app, opened, name))

    assert changed(*made) == set(made[0]) - NAMELESS


def test_12_in_no_form_an_average_depends_on_what_organisations_said(committed_app: Flask) -> None:
    silent, speaking = (of_one_each(committed_app, name) for name in NAMES)
    speak(committed_app, speaking)

    one, other = (forms_of(committed_app, each, name) for each, name in zip((silent, speaking), NAMES, strict=True))

    assert changed(one, other) == set(one) - OF_PEOPLE
    for form, texts in one.items():
        assert averages("\n".join(texts)) == averages("\n".join(other[form])), form


def test_12_in_no_form_one_to_four_people_can_be_told_apart(committed_app: Flask) -> None:
    made = [told_with(committed_app, name, number) for name, number in zip(NAMES, (4, 1), strict=True)]

    assert changed(*made) == set()


def test_12_this_attack_tells_five_people_from_four(committed_app: Flask) -> None:
    made = [told_with(committed_app, name, number) for name, number in zip(NAMES, (4, 5), strict=True)]

    assert changed(*made) == set(made[0]) - OF_PEOPLE


def told_with(app: Flask, name: str, number: int) -> Forms:
    """Have every organisation give this number of people at each question."""
    opened = of_one_each(app, name)
    speak(app, opened, [number] * len(NUMBERS))
    return forms_of(app, opened, name)


def test_13_in_no_form_of_the_next_round_comes_back_what_an_organisation_said(committed_app: Flask) -> None:
    opened = of_one_each(committed_app, NAMES[0])
    spoken_by(committed_app, opened, "health")
    first = forms_of(committed_app, opened, NAMES[0])
    later = clock.now() + timedelta(days=100)
    with committed_app.app_context(), writing() as session:
        network = session.get_one(Network, opened.network_id)
        after = open_next_round(session, network=network, key=key_of(committed_app), at=later)
    for person, token in enumerate(after.tokens):
        answer(committed_app, token, coded_answers(person))
    published(committed_app, after, at=later)

    second = said_in_forms(committed_app, after, NAMES[0])

    assert with_sentence(first)
    assert with_sentence(second) == set()


def with_sentence(forms: Forms) -> set[str]:
    return {form for form, texts in forms.items() if SENTENCE in "".join(texts)}

"""Answers by a code or on paper: counted apart, told apart, and never a help to reach a minimum (R3)."""

import json
from dataclasses import replace

import pytest

from reports.report.parts import Notice, Paragraph, Units
from reports.results import InvalidResults, Response, Results
from reports.wording import Words
from reports.wording import words as words_in
from reports.wording.sentences import by_code, cover_response
from reports.wording.sentences import response as response_sentence
from tests.unit.reports.test_publish import MIDDLE, PLAN, closed, person, published, said
from tests.unit.reports.test_report import block, section
from tests.unit.reports.test_report_samples import report, rich

NL, EN = words_in("nl"), words_in("en")
#: 12 of the 15 invited, and 3 more.
SOME = Response(15, 12, by_code=3)


# --- what is stored -------------------------------------------------------------------------------------------


def test_without_codes_the_stored_text_is_as_it_was_before_there_were_any() -> None:
    text = rich().to_json()

    assert "by_code" not in text
    assert Results.from_json(text) == rich()


def test_how_many_came_by_a_code_is_stored_and_read_back() -> None:
    results = replace(rich(), response=SOME)

    assert json.loads(results.to_json())["response"]["by_code"] == 3
    assert Results.from_json(results.to_json()) == results
    assert results.hash != replace(rich(), response=replace(SOME, by_code=4)).hash


@pytest.mark.parametrize("number", [-1, "3", 2.5, None])
def test_a_number_of_people_is_a_whole_number(number: object) -> None:
    document = json.loads(rich().to_json())
    document["response"]["by_code"] = number

    with pytest.raises(InvalidResults):
        Results.from_json(json.dumps(document))


# --- what is published ----------------------------------------------------------------------------------------


def test_who_sent_in_is_counted_without_those_by_a_code() -> None:
    rows = [person("library", *MIDDLE)] * 7 + [person(None, *MIDDLE)] * 4

    results = published(rows, replace(closed(invited=10), by_code=3))

    assert results.response == Response(10, 8, by_code=3)  # 7, and one who was invited late


def test_four_with_an_invitation_and_ten_by_a_code_show_nothing() -> None:
    rows = [person("library", *MIDDLE)] * 4 + [person(None, *MIDDLE)] * 10

    results = published(rows, replace(closed(), by_code=10))

    assert {cell.kind for cell in results.cells} == {"withheld"}


@pytest.mark.parametrize("views", [(1, 1, 1, 1, 5), (5, 5, 5, 5, 1), (3, 3, 3, 3, 3)])
def test_where_a_group_is_shown_answers_by_a_code_change_nothing(views: tuple[int, ...]) -> None:
    invited = [person(group, *MIDDLE) for group in PLAN for _ in range(12)]
    facts = closed(invited=40)

    with_them = published(invited + [person(None, *views)] * 10, replace(facts, by_code=10))

    assert with_them.cells == published(invited, facts).cells


def test_they_are_in_no_remainder() -> None:
    """Three of the rest are too few to be left over; ten by a code do not make them enough."""
    invited = [person("library", *MIDDLE)] * 6 + [person("welfare", *MIDDLE)] * 5 + [person("rest", *MIDDLE)] * 3
    facts = closed(invited=20)

    with_them = published(invited + [person(None, *MIDDLE)] * 10, replace(facts, by_code=10))

    assert said(with_them, "welfare") == said(published(invited, facts), "welfare") == "withheld group"


# --- what is said ---------------------------------------------------------------------------------------------


def test_the_cover_names_them_apart() -> None:
    assert cover_response(NL, SOME) == "12 van de 15 mensen, en 3 zonder uitnodiging"
    assert cover_response(EN, SOME) == "12 of 15 people, and 3 without an invitation"
    assert cover_response(NL, replace(SOME, by_code=0)) == "12 van de 15 mensen"


@pytest.mark.parametrize(
    ("words", "number", "sentence"),
    [
        (NL, 3, "En 3 mensen deden mee zonder uitnodiging: bij een bijeenkomst of op papier."),
        (NL, 1, "En 1 persoon deed mee zonder uitnodiging: bij een bijeenkomst of op papier."),
        (EN, 3, "And 3 people joined without an invitation: at a meeting or on paper."),
        (EN, 1, "And 1 person joined without an invitation: at a meeting or on paper."),
    ],
)
def test_the_report_says_how_many_and_where_they_count(words: Words, number: int, sentence: str) -> None:
    said = by_code(words, replace(SOME, by_code=number))

    assert said.startswith(sentence)
    assert {NL: "nooit mee in het cijfer van een groep", EN: "never count in the figure of a group"}[words] in said


def test_without_them_there_is_no_sentence_about_them() -> None:
    assert by_code(NL, replace(SOME, by_code=0)) == ""


def test_the_share_that_answered_is_of_the_invited() -> None:
    assert response_sentence(NL, SOME).startswith("12 van de 15 genodigden (80%) hebben geantwoord.")


def test_in_a_round_by_a_code_alone_all_answers_are_told_as_one_number() -> None:
    alone = Response(0, 0, by_code=14)

    assert response_sentence(NL, alone) == "14 mensen hebben geantwoord."
    assert cover_response(NL, alone) == "14 mensen"
    assert by_code(NL, alone) == ""


def test_the_section_on_the_response_tells_them_and_draws_the_invited_only() -> None:
    made = report(replace(rich(), response=replace(rich().response, by_code=3)))

    assert block(made, "response", Units).filled == 18
    paragraphs = [each.text for each in section(made, "response").blocks if isinstance(each, Paragraph)]
    assert any("En 3 mensen deden mee zonder uitnodiging" in each for each in paragraphs)


def test_a_low_response_stays_low_whatever_comes_by_a_code() -> None:
    made = report(replace(rich(), response=Response(24, 11, by_code=20)))

    assert block(made, "response", Notice).title == "Dit is een beeld van de invullers"

"""The form on paper before it is set: what is asked, in which order, with which numbers and notes."""

from dataclasses import replace

import pytest

from questionnaires.respondent import Respondent
from reports.forms.paper import ANY_OCCASION, make_form
from reports.forms.paper.grids import letters
from reports.forms.paper.parts import (
    Asked,
    Cards,
    Choices,
    Explained,
    Grades,
    Grid,
    Lines,
    Number,
    Row,
    Statements,
    Told,
)
from reports.wording import words
from tests.unit.questionnaires.asking import MEMBERS, definition, sound_definitions
from tests.unit.reports.paper_samples import KINDS, OURS, ROUND, asked, blocks, form, questionnaire

NL = words("nl")


def question(name: str, number: str, language: str = "nl") -> Asked:
    found = asked(form(name, language), number)
    assert isinstance(found, Asked)
    return found


def grid_of(name: str, number: str) -> Grid:
    (grid,) = question(name, number).answers
    assert isinstance(grid, Grid)
    return grid


@pytest.mark.parametrize("name", [*OURS, *sound_definitions()])
def test_questions_are_numbered_in_the_order_of_the_pages(name: str) -> None:
    made = form(name)
    numbered = [
        (each.number, each.label)
        for block in blocks(made)
        for each in ([block] if isinstance(block, Asked) else block.grid.rows if isinstance(block, Statements) else ())
    ]

    asked_on_pages = questionnaire(name).questions.values()
    wordings = [each.wording(Respondent("nl")) for each in asked_on_pages]
    assert numbered == [(str(number), wording) for number, wording in enumerate(wordings, 1)]


def test_statements_in_a_row_share_one_grid_and_another_question_ends_it() -> None:
    made = form("taalnetwerkspiegel")

    first, closing = made.sections[0], made.sections[-1]
    (statements,) = first.blocks
    assert isinstance(statements, Statements)
    assert statements.grid.heads[0] == "helemaal oneens"
    assert statements.grid.heads[-1] == "weet ik niet"
    assert [row.number for row in statements.grid.rows] == ["1", "2", "3", "4", "5"]
    assert statements.grid.rows[1].cells[3] == "hokje bij 2: eens"
    assert [type(block).__name__ for block in closing.blocks[:3]] == ["Asked", "Statements", "Asked"]


def test_an_intro_is_not_printed_twice_in_a_row() -> None:
    intros = [section.intro for section in form("taalnetwerkspiegel").sections]

    assert intros[0] == "Hoe kijk jij naar deze zinnen? Kies wat het best past. Je mag een zin overslaan."
    assert intros[1:8] == [None] * 7
    assert None not in intros[8:]


def test_choices_and_how_many() -> None:
    made = question("taalnetwerkspiegel", "46")
    (choices,) = made.answers

    assert isinstance(choices, Choices)
    assert len(choices.boxes) == 10
    assert choices.boxes[3].spoken == "hokje: Arbeidsmigranten"
    assert made.notes == ("Kruis hoogstens 2 hokjes aan.",)
    assert question("single_choice", "1").notes == ()
    assert question("organisatieprofiel", "2").notes == ("Je mag meer dan één hokje aankruisen.",)


def test_a_checklist_has_its_lines_as_rows() -> None:
    one, several = grid_of("checklist", "1"), grid_of("taalnetwerkspiegel", "43")

    assert several.heads == ("ja", "voor een deel", "nee", "weet ik niet")
    assert [row.number for row in several.rows] == [f"43{letter}" for letter in "abcdefghij"]
    assert several.rows[2].cells[0] == "hokje bij 43c: ja"
    assert question("taalnetwerkspiegel", "43").notes == ("Kruis op elke regel één hokje aan.",)
    assert question("organisatieprofiel", "1").notes == ("Je mag op elke regel meer dan één hokje aankruisen.",)
    assert one.heads == ("Er is een plan.", "Er is geld.")


def test_a_ladder_has_its_steps_as_rows() -> None:
    made = question("ladder", "1")
    (grid,) = made.answers

    assert isinstance(grid, Grid)
    assert len(grid.heads) == 2 < len(grid.rows)
    assert made.notes == ("Kruis in elke kolom één hokje aan.",)


def test_role_cards_are_one_grid_with_both_questions_below_each_task() -> None:
    grid = grid_of("role_cards", "1")

    assert grid.heads == ("Signalen zien", "Een eerste gesprek")
    assert grid.parts == ("doet nu", "moet leiden")
    library, *_, nobody, unknown = grid.rows
    assert library.cells[0] == "hokje bij Signalen zien: bibliotheek, doet nu"
    assert library.cells[3] == "hokje bij Een eerste gesprek: bibliotheek, moet leiden"
    assert [cell is None for cell in nobody.cells] == [False, True, False, True]
    assert None not in unknown.cells
    assert question("role_cards", "1").notes == (
        "Onder ‘doet nu’: Wie doet dit nu? Meer dan één kruisje mag.",
        "Onder ‘moet leiden’: Wie moet leiden? Zet bij elke taak één kruisje.",
    )


def test_more_than_five_tasks_stand_in_grids_below_each_other() -> None:
    cards = definition("role_cards").questions["r-1"]
    tasks = tuple(cards.tasks[0].model_copy(update={"id": f"t-{number}"}) for number in range(7))  # type: ignore[attr-defined]  # role cards have tasks
    asked_of = definition("role_cards")
    page = asked_of.pages[0].model_copy(update={"parts": (cards.model_copy(update={"tasks": tasks}),)})
    made = make_form(asked_of.model_copy(update={"pages": (page,)}), Respondent("nl", kinds=KINDS))

    (block,) = blocks(made)
    assert isinstance(block, Asked)
    assert [len(grid.heads) for grid in block.answers if isinstance(grid, Grid)] == [5, 2]


def test_numbers_have_a_box_for_each_digit() -> None:
    wide, narrow = question("whole_number", "1").answers[0], question("whole_number", "2").answers[0]

    assert isinstance(wide, Number)
    assert isinstance(narrow, Number)
    assert (wide.digits, narrow.digits) == (7, 2)
    assert [box.label for box in wide.boxes] == ["geteld", "geschat", "weten we niet"]


def test_own_words_have_lines_and_their_tick() -> None:
    own, short = question("taalnetwerkspiegel", "53").answers[0], question("short_text", "1").answers[0]

    assert isinstance(own, Lines)
    assert isinstance(short, Lines)
    assert own.count == 6
    assert own.tick is not None
    assert own.tick.label == "Dit mag in het rapport"
    assert short.tick is None


def test_a_grade_has_ten_boxes_and_a_text_to_read_has_none() -> None:
    (grades,) = question("grade", "1").answers
    assert isinstance(grades, Grades)
    assert [box.label for box in grades.boxes] == [str(grade) for grade in range(1, 11)]

    told = [block for block in blocks(form("information")) if isinstance(block, Told)]
    assert [(each.text, each.hint) for each in told] == [
        ("Je mag alles overslaan.", None),
        ("Nu volgt een cijfer.", "Een tien is het best."),
    ]


def test_a_roster_has_a_card_for_each_organisation() -> None:
    made = question("roster", "2")
    (cards,) = made.answers

    assert isinstance(cards, Cards)
    assert [card.label for card in cards.cards] == [member.name for member in MEMBERS]
    assert [each.label for each in cards.cards[0].questions] == ["Hoe vaak?", "Wat is nodig?"]
    assert made.notes == ("Vul dit in over de organisaties die je bij vraag 1 hebt aangekruist.",)


def test_where_the_organisations_are_not_known_six_can_be_written_down() -> None:
    made = make_form(definition("roster"), Respondent("nl"))
    first, second = (block for block in blocks(made) if isinstance(block, Asked))
    (choices,), (cards,) = first.answers, second.answers

    assert isinstance(choices, Choices)
    assert isinstance(cards, Cards)
    assert [box.spoken for box in choices.boxes] == ["hokje met een lege regel"] * 6
    assert [card.label for card in cards.cards] == [""] * 6
    assert second.notes == ("Vul dit in over de organisaties die je bij vraag 1 hebt opgeschreven.",)


def test_who_is_printed_for_gets_the_own_wording() -> None:
    def label(kind: str | None) -> str:
        found = asked(form("taalnetwerkspiegel", kind=kind), "13")
        assert isinstance(found, Row)
        return found.label

    assert label("municipality") == "Partners weten wie bij de gemeente hun contactpersoon is."
    assert label("library") == label(None) == "Ik weet wie bij de gemeente mijn contactpersoon is."


@pytest.mark.parametrize(
    ("kind", "printed", "said"),
    [
        (None, 3, "Vul dit alleen in als jouw organisatie van deze soort is: bibliotheek of gemeente: beleid."),
        ("library", 2, None),
        ("municipality", 3, None),
        ("welfare", 1, None),
    ],
)
def test_what_only_some_kinds_are_asked(kind: str | None, printed: int, said: str | None) -> None:
    made = [block for block in blocks(form("organisation_kind", kind=kind)) if isinstance(block, Asked)]

    assert len(made) == printed
    assert [note for block in made[1:2] for note in block.notes] == ([said] if said else [])


def test_what_only_later_rounds_ask_is_left_out_of_the_first() -> None:
    first = form("conditions", occasion=replace(ROUND, round_number=1))
    second = form("conditions", occasion=ROUND)
    unknown = form("conditions", occasion=ANY_OCCASION)

    assert [len(made.sections) for made in (first, second, unknown)] == [2, 3, 3]
    later = [block.notes for block in second.sections[2].blocks if isinstance(block, Asked)]
    assert later == [(), ()]
    notes = [block.notes for block in unknown.sections[2].blocks if isinstance(block, Asked)]
    assert notes == [("Vul dit alleen in als dit ronde 2 of een latere ronde van je netwerk is.",)] * 2


def test_a_question_about_what_a_round_leaves_out_is_left_out_too() -> None:
    without = make_form(definition("conditions").without(["asked"]), Respondent("nl"), ROUND)

    labels = [block.label for block in blocks(without) if isinstance(block, Asked)]
    assert labels == ["Wat moet beter?", "Wie gaat dat doen?", "Hoeveel ging vooruit?", "Hoe nuttig was dit?"]


def explained(name: str) -> Explained:
    return form(name).explained[0]


def test_persons_are_told_what_paper_means_for_their_answers() -> None:
    told = explained("taalnetwerkspiegel").sentences

    assert len(told) == 6
    for sentence, words_in_it in zip(
        told,
        (
            "typt dit formulier over",
            "alleen mee in het totaal",
            "één adviseur",
            "niet vinden met je naam",
            "Namens",
            "Helemaal anoniem",
        ),
        strict=True,
    ):
        assert words_in_it in sentence


def test_organisations_are_told_that_they_answer_by_name() -> None:
    made = form("organisatieprofiel")

    assert "met de naam van je organisatie erbij" in made.explained[0].sentences[0]
    assert not any("anoniem" in sentence for sentence in made.explained[0].sentences)
    assert (made.facts[0].term, made.facts[0].value) == ("Naam van je organisatie", None)


def test_what_is_not_known_of_the_round_has_room_to_be_written() -> None:
    empty, full = form("small"), form("small", occasion=ROUND)

    assert [fact.value for fact in empty.facts][:3] == [None, None, None]
    assert empty.back.address == ()
    assert None not in [fact.value for fact in full.facts]
    assert full.back.address == ("Joris Veenstra", "Postbus 12", "1234 AB Waterdam")
    assert "11 december 2026" in full.back.steps[2]


def test_a_language_without_words_of_ours_has_dutch_ones_around_its_questions() -> None:
    made = form("frisian", "fy")

    assert (made.language, made.words) == ("fy", "nl")
    assert made.kicker == NL.say("paper.kicker")
    row = asked(made, "1")
    assert isinstance(row, Row)
    assert row.label == "It kontakt rint soepel."


def test_letters_go_on_after_z() -> None:
    assert letters(28)[-3:] == ["z", "aa", "ab"]

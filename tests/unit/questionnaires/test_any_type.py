"""What holds of every question type, whatever is asked, answered or posted."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires.respondent import Respondent
from questionnaires.types import TYPES
from questionnaires.types.base import Question
from questionnaires.types.parts import Answer
from tests.unit.questionnaires.asking import (
    EN,
    MEMBERS,
    NL,
    definition,
    drawn,
    form,
    sample,
    sound_definitions,
    there_and_back,
)

#: The questions of the small definition of each type.
QUESTIONS: list[Question] = [
    asked for name in TYPES for asked in definition("small" if name == "statement" else name).questions.values()
]
ALONE = Respondent("nl")

questions = pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: f"{asked.type}-{asked.id}")
few = settings(max_examples=15, deadline=None)
seeds = st.integers(0, 2**32)

#: Words of the small definitions, so that junk comes near to answers.
WORDS = [
    "",
    "1",
    "5",
    "dk",
    "yes",
    "do",
    "lead",
    "none",
    "young",
    "nobody",
    "o1",
    "o3",
    "now",
    "needed",
    "often",
    "wish",
]
WORDS += ["tell", "share", "library", "other", "signal", "plan", "text", "number", "how", "unknown", "counted", "on"]
words = st.sampled_from(WORDS)
anything = words | st.text(st.characters(exclude_categories=()), max_size=30)
junk_answers = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 12) | st.floats(allow_nan=False) | anything,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(words, inside, max_size=3),
    max_leaves=6,
)


def test_there_is_a_small_definition_for_every_type() -> None:
    kinds = {type(part) for name in sound_definitions() for page in definition(name).pages for part in page.parts}
    assert kinds == set(TYPES.values())


@questions
@few
@given(seeds)
def test_a_drawn_answer_is_sound_and_comes_back_from_its_form(asked: Question, seed: int) -> None:
    answer = sample(asked, seed)
    assert asked.is_sound(answer)
    assert there_and_back(asked, answer) == answer
    assert json.loads(json.dumps(answer)) == answer


@questions
@few
@given(seeds)
def test_an_answer_is_read_back_in_words_when_there_is_one(asked: Question, seed: int) -> None:
    answer = sample(asked, seed)
    for who in (NL, EN):
        lines = asked.said(answer, who)
        assert bool(lines) == (answer is not None)
        assert all(words for _, words in lines)
        assert bool(asked.read_back(answer, who)) == (answer is not None)


@questions
@few
@given(st.lists(seeds, max_size=8))
def test_a_count_is_of_answers_and_of_known_classes(asked: Question, drawn_from: list[int]) -> None:
    answers = [sample(asked, seed) for seed in drawn_from]
    for measure in asked.measures():
        assert all(measure.class_of(answer) in {*measure.order, None} for answer in answers)
        assert sum(measure.tally(answers).values()) <= sum(answer is not None for answer in answers)


@questions
@few
@given(st.data())
def test_no_form_breaks_the_reading_and_what_is_kept_is_sound(asked: Question, data: st.DataObject) -> None:
    fields = [*asked.posted(None, NL), *(field.name for field in drawn(asked.view(NL))), asked.id, "x", f"{asked.id}.x"]
    names = st.sampled_from([*fields, *(f"{name}{more}" for name in fields for more in (".how", "-ok"))])
    offered = [option.value for field in drawn(asked.view(NL)) for option in field.options]
    values = anything | st.sampled_from(offered) if offered else anything
    posted = data.draw(st.lists(st.tuples(names, values), max_size=8))
    stored = sample(asked, data.draw(seeds))

    reading = asked.read(form(*posted), stored, NL)

    assert asked.is_sound(reading.answer)
    assert {problem.field for problem in reading.problems} <= set(reading.typed)
    assert reading.problems or not reading.typed
    json.dumps(reading.answer).encode()


@questions
@few
@given(junk_answers)
def test_what_is_sound_is_what_a_form_can_say(asked: Question, answer: Answer) -> None:
    if asked.is_sound(answer) and not _names_organisations(asked):
        assert there_and_back(asked, answer, ALONE) == answer


def _names_organisations(asked: Question) -> bool:
    return asked.chosen_in is not None or getattr(asked, "options_from", None) is not None


@questions
@few
@given(junk_answers)
def test_any_sound_answer_can_be_said_posted_counted_and_sent(asked: Question, answer: Answer) -> None:
    if asked.is_sound(answer):
        asked.said(answer, ALONE)
        asked.posted(answer, ALONE)
        assert asked.is_sound(asked.sent(answer, [member.id for member in MEMBERS]))
    for measure in asked.measures():
        assert measure.class_of(answer) in {*measure.order, None}


@questions
def test_what_is_drawn_is_what_is_read(asked: Question) -> None:
    own = {field.name for field in drawn(asked.view(NL))}
    posted = {name for seed in range(30) for name in asked.posted(sample(asked, seed), NL)}
    assert own <= posted
    assert posted - own <= {f"{name}{more}" for name in own for more in (".how", "-ok")}


@questions
def test_the_codebook_names_a_variable_for_every_field(asked: Question) -> None:
    names = [variable.name for variable in asked.variables("nl")]
    assert names == [variable.name for variable in asked.variables("en")]
    assert len(set(names)) == len(names)
    assert names
    assert all(name == asked.id or name.startswith(f"{asked.id}.") for name in names)

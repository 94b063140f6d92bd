"""The answer generator: how the people of an invented network answer, the same for the same seed.

A statement's answer is, in points of the answer scale and in the favourable direction,

    level + shifts + views of the kind of organisation + drift + the statement's own difficulty
          + person + person on this theme + side taken on this theme + noise,

rounded to 1 to 5, turned round for reversed statements, and then for some "don't know" or skipped. People keep
their own tendencies from round to round.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from questionnaires.definition import Questionnaire
from questionnaires.respondent import Respondent
from questionnaires.types.base import Question
from questionnaires.types.grade import Grade
from questionnaires.types.long_text import LongText
from questionnaires.types.parts import Answer
from questionnaires.types.statement import Statement
from questionnaires.types.summary import DONT_KNOW
from survey.demo.choices import Chooser
from survey.demo.people import Person
from survey.demo.plausible import Setting
from survey.demo.words import WORDS

#: Points, or chances, per theme id, statement id or ``ALL``; what applies adds up.
Shifts = Mapping[str, float]
ALL = "all"

#: Standard deviations, in points of the answer scale.
PERSON, PERSON_ON_THEME, NOISE, DIFFICULTY = 0.4, 0.25, 0.65, 0.25
#: Chances: to skip a statement, to answer all the same, to write something, to tick that it may be used.
SKIP, STRAIGHT_LINE, WRITE, SHARE = 0.015, 0.04, 0.25, 0.7

_SKIPPED, _UNKNOWN = 0, 6
_ANSWERS: tuple[Answer, ...] = (None, 1, 2, 3, 4, 5, DONT_KNOW)


@dataclass(frozen=True, slots=True)
class Pattern:
    """The character of a network.

    Attributes
    ----------
    level
        Where its people stand on average, in points from 1 to 5.
    shifts
        Where it is stronger or weaker.
    views
        What people of a kind of organisation see differently from the others: kind -> shifts.
    sides
        Where people take sides: half of them this far above the rest, half this far below.
    drift
        What changes from one round to the next.
    dont_know
        Chance of "don't know".
    """

    level: float = 3.6
    shifts: Shifts = field(default_factory=dict[str, float])
    views: Mapping[str, Shifts] = field(default_factory=dict[str, Shifts])
    sides: Shifts = field(default_factory=dict[str, float])
    drift: Shifts = field(default_factory=dict[str, float])
    dont_know: Shifts = field(default_factory=lambda: {ALL: 0.03, "municipality": 0.05})


def generate(
    pattern: Pattern,
    people: Sequence[Person],
    questionnaire: Questionnaire,
    *,
    round_number: int,
    seed: Sequence[int],
    kinds: tuple[str, ...] = (),
) -> list[dict[str, Answer]]:
    """Return a complete document of answers per person, as if everybody saw every page.

    ``seed`` names the network; ``people`` are all who ever belong to it, in one order, so that each keeps the same
    tendencies. ``kinds`` are the kinds of partner that its role cards offer.
    """
    keys, themes = _statements(questionnaire)
    lasting, passing = default_rng([*seed, 0]), default_rng([*seed, round_number])
    expected = _expected(pattern, people, keys, themes, round_number)
    favour = expected + _tendencies(pattern, len(people), themes, lasting)
    favour = favour + passing.normal(0, NOISE, favour.shape)
    is_reversed = np.array([_is_reversed(questionnaire.questions[key]) for key in keys])
    values = _chosen(favour, is_reversed, passing)
    _leave_out(values, pattern, keys, themes, passing)
    return [
        {key: None for key in questionnaire.questions}
        | {key: _ANSWERS[value] for key, value in zip(keys, row, strict=True)}
        | _others(person, float(mean), questionnaire, passing)
        | _choices(person, questionnaire, f"{seed}", round_number, Setting(kinds, _stands(keys, stands)))
        for person, mean, stands, row in zip(people, favour.mean(1), expected, values, strict=True)
    ]


def _statements(questionnaire: Questionnaire) -> tuple[list[str], list[str]]:
    """Return every statement and beside it its theme; one that is not in a theme is a theme of its own."""
    theme_of = {item.id: theme.id for theme in questionnaire.themes for item in theme.items}
    keys = [key for key, question in questionnaire.questions.items() if isinstance(question, Statement)]
    return keys, [theme_of.get(key, key) for key in keys]


def _is_reversed(question: Question) -> bool:
    return isinstance(question, Statement) and question.reversed


def _points(shifts: Shifts, keys: Sequence[str], themes: Sequence[str]) -> NDArray[np.float64]:
    """Return what ``shifts`` come to for each statement."""
    rest = shifts.get(ALL, 0.0)
    sums = [rest + shifts.get(theme, 0.0) + shifts.get(key, 0.0) for key, theme in zip(keys, themes, strict=True)]
    return np.array(sums)


def _expected(
    pattern: Pattern, people: Sequence[Person], keys: Sequence[str], themes: Sequence[str], round_number: int
) -> NDArray[np.float64]:
    """Return, persons by statements, where people of each kind stand on average."""
    network = pattern.level + _points(pattern.shifts, keys, themes)
    network += (round_number - 1) * _points(pattern.drift, keys, themes)
    network += np.array([_difficulty(key) for key in keys])
    views = {kind: _points(view, keys, themes) for kind, view in pattern.views.items()}
    nobody = np.zeros(len(keys))
    return network + np.array([views.get(person.kind, nobody) for person in people]).reshape(len(people), len(keys))


def _difficulty(key: str) -> float:
    """Return how much easier a statement is to agree with than others: the same in every network."""
    return float(default_rng(list(key.encode())).normal(0, DIFFICULTY))


def _tendencies(
    pattern: Pattern, people: int, themes: Sequence[str], rng: Generator
) -> NDArray[np.float64]:  # fmt: skip
    """Return, persons by statements, what is a person's own: mild or strict, and the side taken on a theme."""
    places = {theme: place for place, theme in enumerate(dict.fromkeys(themes))}
    columns = [places[theme] for theme in themes]
    person = rng.normal(0, PERSON, (people, 1))
    on_theme = rng.normal(0, PERSON_ON_THEME, (people, len(places)))[:, columns]
    side = rng.permutation(np.where(np.arange(people) % 2, 1.0, -1.0)).reshape(people, 1)
    return person + on_theme + side * _points(pattern.sides, themes, themes) / 2


def _chosen(favour: NDArray[np.float64], is_reversed: NDArray[np.bool_], rng: Generator) -> NDArray[np.int64]:
    """Return the answers as given: on the scale, reversed statements turned round, and some people in one column."""
    values = np.clip(np.rint(favour), 1, 5).astype(np.int64)
    given = np.where(is_reversed, 6 - values, values)
    straight = rng.random((len(favour), 1)) < STRAIGHT_LINE
    return np.where(straight, values[:, :1], given)


def _leave_out(
    values: NDArray[np.int64], pattern: Pattern, keys: Sequence[str], themes: Sequence[str], rng: Generator
) -> None:
    """Put "don't know" and skipped statements into ``values``; some people know less than others."""
    knows_less = rng.gamma(2.0, 0.5, (len(values), 1))
    chance = np.minimum(_points(pattern.dont_know, keys, themes) * knows_less, 0.9)
    values[rng.random(values.shape) < chance] = _UNKNOWN
    values[rng.random(values.shape) < SKIP] = _SKIPPED


def _stands(keys: Sequence[str], favour: NDArray[np.float64]) -> dict[str, float]:
    return dict(zip(keys, favour.tolist(), strict=True))


def _choices(
    person: Person, questionnaire: Questionnaire, network: str, round_number: int, setting: Setting
) -> dict[str, Answer]:
    """Return the answers to what is chosen from lists."""
    respondent = Respondent(person.language, person.kind, setting.kinds)
    chance = Random(f"{network} {round_number} {person.name}")  # noqa: S311 -- invented answers
    chooser = Chooser(network, chance, setting)
    return {
        key: chooser.choose(question.part(respondent))
        for key, question in questionnaire.questions.items()
        if not isinstance(question, Statement | Grade | LongText)
    }


def _others(person: Person, mean: float, questionnaire: Questionnaire, rng: Generator) -> dict[str, Answer]:
    """Return the grade and the own words."""
    found: dict[str, Answer] = {}
    for key, question in questionnaire.questions.items():
        if isinstance(question, Grade):
            found[key] = int(np.clip(np.rint(2.1 * mean - 0.7 + rng.normal(0, 0.5)), 1, 10))
        elif isinstance(question, LongText):
            found[key] = _words(key, person.language, rng)
    return found


def _words(key: str, language: str, rng: Generator) -> Answer:
    texts = WORDS.get(key, {}).get(language, ())
    writes, which, shares = rng.random(3)
    if not texts or writes >= WRITE:
        return None
    return {"text": texts[int(which * len(texts))], "share": bool(shares < SHARE)}

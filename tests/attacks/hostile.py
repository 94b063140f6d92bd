"""Random rounds that are hard to protect: of one mind, nearly so, divided; with small groups and many don't-knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

import pandas as pd

from questionnaires.definition import Page, Questionnaire, Theme
from questionnaires.text import Text
from questionnaires.types.grade import Grade
from questionnaires.types.ladder import Ladder
from questionnaires.types.multiple_choice import MultipleChoice
from questionnaires.types.options import Choice, Tick
from questionnaires.types.parts import Answer
from questionnaires.types.statement import Scale, Statement
from questionnaires.types.summary import DONT_KNOW
from reports.answers import SealedRow, answer_frame
from reports.results import ClosedRound, PlanGroup, Results, publish
from tests.attacks.themes import MOODS, SIZES

NL = Text(nl="-")
SCALE = Scale(id="agree", options=(NL,) * 5, dont_know=NL)
STEPS = ("tell", "adjust", "share")

#: Items of each theme, of one theme or more; a round of which no theme has three is a scan, without averages.
LENGTHS = [
    *((items,) for items in range(1, 8)),
    *((1, 2), (2, 5), (3, 3), (3, 3), (2, 2), (3, 1), (4, 3), (3, 4, 3), (7, 1)),
]

#: How many rounds have sizes that a search found hardest, and themes whose items leave an average little room.
TARGETED = 0.4
CLOSE = [(3,), (3, 3), (4, 3)]

#: People of a group; a third of these groups are too small to be shown.
FEW, ENOUGH = (0, 1, 2, 3, 4), (5, 5, 6, 7, 8, 10, 11, 13)

#: People outside the groups: late, on paper, by open code.
OUTSIDE = (0, 0, 0, 1, 3, 8)

#: How many answers are "don't know" or left out.
UNKNOWN = (0, 0, 0.05, 0.1, 0.4)


@dataclass(frozen=True)
class HostileRound:
    """What was asked, of whom, and what everybody answered."""

    questionnaire: Questionnaire
    plan: tuple[str, ...]
    rows: tuple[SealedRow, ...]

    @property
    def frame(self) -> pd.DataFrame:
        """The answers as calculations take them."""
        return answer_frame(self.rows, self.questionnaire)

    def publish(self) -> Results:
        """Publish, as the closing of a round does, and read it back as it was stored."""
        plan = tuple(PlanGroup(group) for group in self.plan)
        closed = ClosedRound(date(2026, 9, 1), date(2026, 9, 30), plan, invited=len(self.rows) + 3)
        return Results.from_json(publish(self.frame, questionnaire=self.questionnaire, closed=closed).to_json())


def hostile(seed: int, answering: int = 0) -> HostileRound:
    """Return a round of people who are hard to protect.

    ``seed`` says who there are and what each left out; rounds that differ in ``answering`` alone differ in what the
    others answered, and in nothing else.
    """
    random, answers = Random(seed), Random(f"{seed} {answering}")  # noqa: S311 - reproducible answers, not secrets
    targeted = random.random() < TARGETED
    asked = questionnaire(random.choice(CLOSE if targeted else LENGTHS), random.randint(0, 7))
    people = random.choice(SIZES) if targeted else _sizes(random)
    plan = tuple("abcd"[: len(people)])
    outside = 0 if targeted else random.choice(OUTSIDE if plan else ENOUGH)
    unknown, alike = random.choice(UNKNOWN[:3] if targeted else UNKNOWN), answers.random() < 0.6
    shared = _moods(answers, asked, alike)
    rows = list[SealedRow]()
    for group, size in [*zip(plan, people, strict=True), (None, outside)]:
        moods = shared if answers.random() < 0.2 else _moods(answers, asked, alike)
        rows += [(group, _person(random, answers, asked, unknown, moods)) for _ in range(size)]
    return HostileRound(asked, plan, tuple(rows))


def _sizes(random: Random) -> tuple[int, ...]:
    """Draw how many people each group has; of a round by open code alone, which has no groups, none."""
    groups = random.choices(range(5), [1, 4, 5, 5, 4])[0]
    return tuple(random.choice(random.choice([FEW, ENOUGH, ENOUGH])) for _ in range(groups))


def ordinary(seed: int, *sizes: int) -> HostileRound:
    """Return a round in which everybody knows everything, and people of all groups think differently."""
    random = Random(seed)  # noqa: S311 - idem
    asked, plan = questionnaire((3, 4, 5, 6, 7), seed % 8), tuple("abcd"[: len(sizes)])
    draw = _moods(random, asked, alike=False)
    draw |= {item.id: ([1, 2, 3, 4, 5], [1, 2, 3, 3, 1]) for theme in asked.themes for item in theme.items}
    rows = [
        (group, _person(random, random, asked, 0, draw))
        for group, size in zip(plan, sizes, strict=True)
        for _ in range(size)
    ]
    return HostileRound(asked, plan, tuple(rows))


@cache
def questionnaire(lengths: Sequence[int], flips: int) -> Questionnaire:
    """Return a questionnaire with themes of so many items, and a question of each kind beside them.

    An item is reversed when its place is a bit of ``flips``.
    """
    themes = tuple(_theme(f"t{number}", items, flips) for number, items in enumerate(lengths))
    ticks = tuple(Tick(id=name, text=NL, dont_know=name == DONT_KNOW) for name in ("young", "older", DONT_KNOW))
    steps = tuple(Choice(id=step, text=NL) for step in STEPS)
    beside = (
        _statement("worth"),
        Grade(id="grade", type="grade", text=NL),
        MultipleChoice(id="reach", type="multiple_choice", text=NL, options=ticks),
        Ladder(id="ladder", type="ladder", text=NL, now=NL, needed=NL, steps=steps),
    )
    pages = (*(theme.items for theme in themes), beside)
    return Questionnaire(
        id="hostile",
        version="1.0.0",
        title=NL,
        languages=("nl",),
        scales={"agree": SCALE},
        themes=themes,
        pages=tuple(Page(id=f"page-{number}", title=NL, parts=parts) for number, parts in enumerate(pages)),
        minutes={},
        content_hash="0" * 64,
    )


def _theme(name: str, items: int, flips: int) -> Theme:
    made = tuple(_statement(f"{name}-{place}", reverse=bool(flips >> place & 1)) for place in range(items))
    return Theme(id=name, title=NL, short=NL, items=made)


def _statement(name: str, *, reverse: bool = False) -> Statement:
    return Statement(id=name, type="statement", text=NL, scale=SCALE, level="network", reversed=reverse)


Mood = tuple[list[int], list[int]]


def _moods(random: Random, asked: Questionnaire, alike: bool) -> dict[str, Mood]:
    """Draw how a group answers each question: all of them alike, or each in its own way."""

    def draw() -> Mood:
        return random.choice(random.choice(list(MOODS.values())))

    one = draw()
    return {question: one if alike else draw() for question in asked.questions}


def _person(
    random: Random, answers: Random, asked: Questionnaire, unknown: float, moods: dict[str, Mood]
) -> dict[str, Answer]:
    """Answer everything: ``random`` says what is left out, ``answers`` what is answered."""
    given: dict[str, Answer] = {}
    for name, question in asked.questions.items():
        (value,), left_out = answers.choices(*moods[name]), random.random() < unknown
        is_known = random.random() < 0.5
        given[name] = _left_out(name, is_known) if left_out else _answer(question, value)
    return given


def _answer(question: object, value: int) -> Answer:
    match question:
        case Statement():
            return 6 - value if question.reversed else value
        case Grade():
            return 2 * value
        case MultipleChoice():
            return [option for option, ticked in (("young", value > 1), ("older", value > 4)) if ticked] or ["older"]
        case _:
            return {"now": STEPS[value // 2], "needed": STEPS[-1 if value > 1 else 0]}


def _left_out(name: str, unknown: bool) -> Answer:
    if not unknown or name in ("grade", "ladder"):
        return None
    return [DONT_KNOW] if name == "reach" else DONT_KNOW

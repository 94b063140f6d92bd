"""Two rounds whose answers differ and whose results do not: whatever tells them apart comes from answers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from flask import Flask

from questionnaires.types.statement import Statement
from reports.answers import answer_frame
from reports.forms.kinds import FormName
from reports.results import ClosedRound, PlanGroup, Results, publish
from tests.attacks.harvesting import LANGUAGES
from tests.attacks.places import places
from tests.attacks.report_files import file_of, read_file
from tests.commands import run_in
from tests.factories import OpenRound, coded_answers, the_questionnaire
from tests.pages import PageClient


@dataclass(frozen=True, slots=True)
class Answering:
    """What everybody of a round answers, and what that publishes."""

    answers: list[dict[str, str]]
    results: Results

    @property
    def total(self) -> int:
        """The sum of all answers: two different ones have different raw averages."""
        return sum(int(value) for answers in self.answers for value in answers.values())


MEMBERS = {"library": 7, "municipality": 8, "welfare": 7}
GROUPS = ("library",) * 7 + ("rest",) * 8 + ("welfare",) * 7


def answering(answers: Sequence[dict[str, str]]) -> Answering:
    questionnaire, day = the_questionnaire(), date(2026, 1, 1)
    nothing = dict.fromkeys(questionnaire.questions)
    rows = [
        (group, nothing | {key: int(value) for key, value in each.items()})
        for group, each in zip(GROUPS, answers, strict=True)
    ]
    plan = tuple(PlanGroup(group) for group in ("library", "welfare", "rest"))
    closed = ClosedRound(opened_on=day, closed_on=day, plan=plan, invited=len(rows))
    return Answering(
        list(answers), publish(answer_frame(rows, questionnaire), questionnaire=questionnaire, closed=closed)
    )


#: The forms that are compared value by value; the page and the PDF are one report in two shapes.
FILES: Final[tuple[FormName, ...]] = ("slides", "workbook", "csv", "json", "cards", "sheets")
#: What tells two editions apart: of which organisations and what they are made, and when.
_MARK: Final = re.compile(
    r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    r"|\b[0-9a-f]{12,64}\b|\d{4}-\d\d-\d\dT[\d:]+Z"
)

#: Somebody's answers, and the statement that is answered otherwise, or not at all.
Change = Callable[[Mapping[str, str], str], dict[str, str]]


def raised(mine: Mapping[str, str], key: str) -> dict[str, str]:
    """Answer a statement more favourably, in the same class."""
    return {**mine, key: {"1": "2", "4": "5"}.get(mine[key], mine[key])}


def skipped(mine: Mapping[str, str], key: str) -> dict[str, str]:
    """Leave a statement out."""
    return {name: value for name, value in mine.items() if name != key}


@cache
def twins(change: Change, times: int) -> tuple[Answering, Answering]:
    """Return two rounds that publish the same, though so many people answered a statement otherwise."""
    first = second = answering([coded_answers(person) for person in range(len(GROUPS))])
    statements = [key for key, each in the_questionnaire().questions.items() if isinstance(each, Statement)]
    made = 0
    for person, key in enumerate(statements):
        place = person % len(GROUPS)
        changed = [change(each, key) if at == place else dict(each) for at, each in enumerate(second.answers)]
        tried = answering(changed)
        if tried.answers != second.answers and tried.results == first.results:
            second, made = tried, made + 1
        if made == times:
            return first, second
    raise AssertionError("no two different rounds publish the same")


def in_groups(opened: OpenRound) -> list[str]:
    """Return the personal links' secrets in the order of ``GROUPS``."""
    return [
        token for _, token in sorted(zip(opened.groups, opened.tokens, strict=True), key=lambda pair: pair[0] or "")
    ]


def everything_said(app: Flask, opened: OpenRound, network: str) -> list[str]:
    """Return all that can be read about a round, without the network's name and its links."""
    client, forms = PageClient(app), ([], ["--format", "json"])
    pages = [
        client.get(f"{opened.report}{more}?taal={language}").text
        for more in ("", "/organisaties")
        for language in LANGUAGES
    ]
    commands = ["\n".join(run_in(app, "results", "show", network, *form)) for form in forms]
    files = [
        read_file(name, file_of(client, opened.report, name, language)) for name in FILES for language in LANGUAGES
    ]
    drawn = ["\n".join(places(file_of(client, opened.report, "slides", language))) for language in LANGUAGES]
    said = [each.replace(opened.report_token, "").replace(network, "") for each in [*pages, *commands, *files, *drawn]]
    return [_MARK.sub("", each) for each in said]

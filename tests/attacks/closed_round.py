"""A whole round for attackers: who answers what, and what the application logs about it."""

import io
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from flask import Flask

from questionnaires.types.parts import Answer
from reports.answers import SealedRow
from survey.logs import ScrubbingFormatter
from tests.commands import run_in
from tests.factories import OpenRound, coded_answers, fill_in, make_round, words
from tests.pages import PageClient
from tests.speaking import say

#: Three groups that can all be shown, and one person more, who only begins.
MEMBERS: Final = {"library": 7, "municipality": 8, "welfare": 7}
PEOPLE: Final = 21
Form = Mapping[str, str]
SHARED, PRIVATE, DRAFT = "GEDEELD", "VOOR-MIJZELF", "NIET-VERSTUURD"


@dataclass(frozen=True, slots=True)
class Attacked:
    """A closed round, what the application logged while it was open, closed and read, and what nobody may find out."""

    app: Flask
    round: OpenRound
    log: tuple[str, ...]
    network: str
    #: What everybody answered to statements and grades.
    rows: tuple[SealedRow, ...]


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """Catch what the application made last writes to its log, as it would be written."""
    handlers = logging.getLogger("netwerkspiegel").handlers
    # pytest adds its own while a test runs, and a test of gunicorn may have given that the same formatter
    (handler,) = (each for each in handlers if type(each) is logging.StreamHandler)
    assert isinstance(handler.formatter, ScrubbingFormatter)
    written = io.StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


def everybody_answers(app: Flask) -> OpenRound:
    """Have people fill in through the web, in another order than they were invited in; the last one only begins."""
    opened = make_round(app, MEMBERS)
    client = PageClient(app)
    for person in [*range(PEOPLE // 2, PEOPLE), *range(PEOPLE // 2)]:
        fill_in(client, opened.tokens[person], coded_answers(person) | own_words(person))
    fill_in(client, opened.tokens[PEOPLE], coded_answers(99) | words("op-keep", DRAFT, share=True), send=False)
    client.get(f"{opened.link}/klaar")
    say(client, opened, 0, first={"rf-tasks.intake": "do"}, reach_numbers={"rn-found": "120", "rn-intake": "3"})
    say(client, opened, PEOPLE - 1, voice_first={"vo-1": "stuck", "vo-1-why": "Niemand belt terug."})
    return opened


def closed(app: Flask, network: str, fill: Callable[[Flask], tuple[OpenRound, Sequence[Form]]]) -> Attacked:
    """Have a round filled in, close it by command, read its report, and keep what was logged meanwhile."""
    with logged() as written:
        opened, forms = fill(app)
        run_in(app, "round", "close", network, "--yes")
        client = PageClient(app)
        client.follow(client.get(f"{opened.link}?x=secret", 303))
    rows = tuple((group, as_sealed(form)) for group, form in zip(opened.groups, forms, strict=False))
    return Attacked(app, opened, tuple(written.getvalue().splitlines()), network, rows)


def as_sealed(form: Form) -> dict[str, Answer]:
    """Return what is kept of a form that holds statements and grades only."""
    return {name: int(value) if value.isdecimal() else value or None for name, value in form.items()}


def own_words(person: int) -> dict[str, str]:
    """Return words that are this person's alone, some to share and some not."""
    return words("op-keep", f"{SHARED}-{person}", share=True) | words("op-own", f"{PRIVATE}-{person}", share=False)

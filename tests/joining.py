"""Come into a round by its code, in tests: through the pages, or by the dozen without a browser."""

from collections.abc import Mapping
from typing import Any

from flask import Flask

from survey import clock
from survey.database import writing
from survey.models import Round
from survey.models.code import Purpose
from survey.services import codes, entering
from survey.services.codes import CodeTerms, MadeCode
from survey.services.entering import Comer
from tests.factories import OpenRound, answer, key_of
from tests.pages import Form, Page, PageClient


def make_code(app: Flask, opened: OpenRound, purpose: Purpose = "meeting", **terms: Any) -> MadeCode:
    """Make the code of an open round, or find it."""
    with app.app_context(), writing() as session:
        found = session.get_one(Round, opened.id)
        wanted = CodeTerms(purpose, **terms)
        return codes.make_code(session, round=found, terms=wanted, key=key_of(app), at=clock.now())


def stop_code(app: Flask, opened: OpenRound, purpose: Purpose = "meeting") -> None:
    with app.app_context(), writing() as session:
        codes.stop_code(session, round=session.get_one(Round, opened.id), purpose=purpose, at=clock.now())


def begin_form(page: Page) -> Form:
    """Return the form of the first button on a page behind a code."""
    forms = page.all("form")
    return Form(forms[0].get("action", ""), {field.get("name", ""): "" for field in forms[0].iter("input")})


def begin(client: PageClient, code: MadeCode) -> str:
    """Open a code and press the button; return the link that this leads to."""
    form = begin_form(client.get(f"/meedoen/{code.token}"))
    return client.post(form.action, form.fields).location


def begin_quietly(app: Flask, code: MadeCode, person: int, purpose: Purpose = "meeting", where: str = "here") -> str:
    """Begin without a browser; return the token of the personal link."""
    comer = Comer(where, "nl", f"device-{person}" if purpose == "meeting" else None)
    with app.app_context(), writing() as session:
        return entering.begin(session, token=code.token, comer=comer, key=key_of(app), at=clock.now()).token


def answer_by_code(
    app: Flask, opened: OpenRound, people: int, form: Mapping[str, str], purpose: Purpose = "meeting"
) -> list[str]:  # fmt: skip
    """Have so many people send in by a code, all the same; return their tokens."""
    code = make_code(app, opened, purpose)
    tokens = [begin_quietly(app, code, person, purpose) for person in range(people)]
    for token in tokens:
        answer(app, token, form)
    return tokens

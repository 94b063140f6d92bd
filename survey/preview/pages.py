"""One view draws every page of every questionnaire as a partner sees it, and goes where the form says."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from questionnaires.definition import Page, Questionnaire
from questionnaires.kinds import partner_kinds
from questionnaires.mistakes import Mistake
from questionnaires.showing import showing
from questionnaires.types.parts import CLEAR
from survey.asking.drawing import Wrong, draw_page
from survey.asking.marking import Shown, posted_of
from survey.asking.progress import Route, route
from survey.asking.reading_back import read_back
from survey.i18n import use_language
from survey.preview.state import END, State, read_state
from survey.services.page_reading import PageReading, fingerprint, read_page


def show_first(questionnaire: Questionnaire, said: list[Mistake]) -> ResponseReturnValue:
    """Show the first page, as the address asks for it."""
    state = read_state(request.args, questionnaire)
    use_language(state.language)
    return _draw(questionnaire, said, state, request.args.get("p_page", ""))


def show_next(questionnaire: Questionnaire, said: list[Mistake]) -> ResponseReturnValue:
    """Read the page that was filled in, and show the one that was asked for; nothing is kept."""
    state, form = read_state(request.form, questionnaire), request.form
    use_language(state.language)
    asked = state.asked(questionnaire)
    page = asked.page(form.get("p_page", ""))
    if page is None:
        return _draw(questionnaire, said, state, _wanted(form, None, None))
    reading = read_page(page, form, state.answers, state.respondent)
    before = showing(asked, state.answers, state.facts(questionnaire))
    state = state.with_answers(reading.answers)
    after = showing(asked, state.answers, state.facts(questionnaire))
    reading.leave_out({question.id for question in page.questions} - after.shown)
    if not reading.is_kept:
        return _draw(questionnaire, said, state, page.id, reading), 422
    if form.get("live") != "1" and any(after.brings_up(part, before) for part in page.parts):
        return _draw(questionnaire, said, state, page.id, has_more=True)
    way = _route(questionnaire, state)
    return _draw(questionnaire, said, state, _wanted(form, page, way))


def _route(questionnaire: Questionnaire, state: State) -> Route:
    return route(state.asked(questionnaire), state.answers, state.facts(questionnaire))


def _wanted(form: "MultiDict[str, str]", page: Page | None, way: Route | None) -> str:
    """Return the id of the page to show next."""
    if form.get(CLEAR) and page is not None:
        return page.id
    if form.get("p_show"):  # another language, kind, round or page: chosen in the panel
        return form.get("p_to") or (page.id if page else "")
    if page is None or way is None:
        return form.get("p_to", "")
    before, after = way.neighbours(page)
    if form.get("go") == "back":
        return before.id if before else page.id
    return after.id if after else END


def _draw(
    questionnaire: Questionnaire,
    said: list[Mistake],
    state: State,
    page_id: str,
    reading: PageReading | None = None,
    *,
    has_more: bool = False,
) -> str:
    way = _route(questionnaire, state)
    around = {
        "questionnaire": questionnaire,
        "said": said,
        "state": state,
        "kinds": {kind.id: kind.name.in_language(_known(state.language)) for kind in partner_kinds().values()},
        "pages": way.pages,
        "END": END,
        "is_chosen": "p_show" in request.form,
    }
    if page_id == END or not way.pages:
        lines = read_back(way, state.answers, state.respondent)
        return render_template("preview/end.html", lines=lines, reads=state.language, **around)
    page = next((each for each in way.pages if each.id == page_id), way.pages[0])
    posted = reading.shown if reading else posted_of(page.questions, state.answers, state.respondent)
    now = showing(state.asked(questionnaire), state.answers, state.facts(questionnaire))
    wrong = Wrong(reading.problems, {}) if reading else None
    return draw_page(
        page,
        state.respondent,
        way,
        layout="preview/base.html",
        marks=Shown(posted, now, frozenset(question.id for question in page.questions)),
        wrong=wrong,
        hidden={**state.hidden, "p_page": page.id},
        basis=fingerprint(page, state.answers),
        saved="",
        has_more=has_more,
        **around,
    )


def _known(language: str) -> str:
    return language if language in ("nl", "en") else "nl"

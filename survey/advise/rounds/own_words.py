"""Own words: the one adviser of a network reads, hides, takes names out and releases (disclosure rule R8)."""

from dataclasses import dataclass
from typing import Any, cast, get_args
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from questionnaires import catalogue
from survey import clock
from survey.access import access, person
from survey.advise.rounds.blueprint import blueprint
from survey.advise.saving import Confirmation, noted, saved
from survey.advise.within import OwnRound, locked_round, own_round
from survey.database import reading
from survey.forms import plain_text
from survey.i18n import _, language
from survey.models import OwnWords
from survey.models.report import WithdrawnBecause
from survey.queries import own_words as queries
from survey.services import editions, own_words
from survey.services.audit import What
from survey.services.forgetting import forget_everywhere
from survey.services.marking import Kind, pieces, without
from survey.services.own_words import Decided, Decision, Names, State, Undecidable


@dataclass(frozen=True, slots=True)
class Shown:
    """One text on the page: as it was written, in pieces of which some are marked; and as it would be shown."""

    word: OwnWords
    pieces: list[tuple[str, bool]]
    text: str
    state: str
    problem: str | None

    @property
    def is_changed(self) -> bool:
        """Whether a report would show other words than were written."""
        return self.text != self.word.words


@dataclass(frozen=True, slots=True)
class Part:
    """One question with its texts."""

    id: str
    title: str
    texts: list[Shown]

    @property
    def decided(self) -> int:
        """How many texts were decided on."""
        return sum(each.word.state != "new" for each in self.texts)


@blueprint.get("/rondes/<uuid:round_id>/eigen-woorden")
@access("adviser")
def show_own_words(round_id: UUID) -> ResponseReturnValue:
    """Show the ticked texts of a closed round; that somebody reads them is noted."""
    form = Confirmation()
    saved(form, lambda session: _note(session, _own(session, round_id), "words.read"))
    return _draw(round_id, form)


@blueprint.post("/rondes/<uuid:round_id>/eigen-woorden")
@access("adviser")
def decide_own_words(round_id: UUID) -> ResponseReturnValue:
    """Keep what was decided about the texts, of all questions; go back to the one whose button was pressed."""
    question_id, why = request.form.get("question", ""), dict[UUID, str]()
    form: Any = Confirmation()

    def do(session: Session) -> None:
        _own(session, round_id)
        network, of = locked_round(session, round_id)
        words = queries.lock_words(session, round_id=round_id)
        is_final = of.released_at_utc is not None
        try:
            done = own_words.decide(words, _decisions(words), is_final=is_final)
        except Undecidable as refusal:
            why.update(refusal.why)
            raise
        if is_final:
            own_words.settle(session, round_id=round_id)
            because: WithdrawnBecause = "hidden" if done.hidden else "released"
            editions.words_decided(session, round_id=round_id, because=because, at=clock.now())
        _note_decided(session, OwnRound(network, of), done)

    if not (form.validate() and saved(form, do)):
        return _draw(round_id, form, why=why), 422
    forget_everywhere()
    flash(_("Saved."))
    return redirect(url_for("rounds.show_own_words", round_id=round_id, _anchor=f"q-{question_id}"), 303)


def _own(session: Session, round_id: UUID) -> OwnRound:
    """Return a closed round whose own words are this person's to read; to everybody else they do not exist."""
    found = own_round(session, round_id)
    if not person().reads_own_words(adviser_id=found.network.adviser_id) or found.round.closed_at_utc is None:
        abort(404)
    return found


def _decisions(words: Any) -> dict[UUID, Decision]:
    """Return what the form says about each of these texts."""
    found: dict[UUID, Decision] = {}
    for word in words:
        state = cast(State, request.form.get(f"do-{word.id}"))
        if state in get_args(State):
            # without a text of its own, as where it can only be hidden, it stays as it is shown
            text = request.form.get(f"as-{word.id}", word.shown_words or word.words)
            found[word.id] = Decision(state, _as_written(word, plain_text(text)))
    return found


def _as_written(word: OwnWords, text: str) -> str:
    """Return the original where only the browser wrote its lines in another way."""
    return word.words if text == plain_text(word.words) else text


def _note(session: Session, of: OwnRound, action: str, **details: int) -> None:
    network = of.network
    noted(session, What(action, "round", of.round.id, network.id, network.support_organisation_id, details))


def _note_decided(session: Session, of: OwnRound, done: Decided) -> None:
    """Note how many texts, and nothing of what they say."""
    if done.released:
        _note(session, of, "words.released", texts=done.released)
    if done.redacted:
        _note(session, of, "words.redacted", texts=done.redacted)
    if done.hidden:
        _note(session, of, "words.hidden", texts=done.hidden)
    if done.taken_back:
        _note(session, of, "words.taken_back", texts=done.taken_back)


def _draw(round_id: UUID, form: Any, *, why: dict[UUID, str] | None = None) -> str:
    with reading() as session:
        network, of = _own(session, round_id)
        names = own_words.names_of(session, network=network)
        parts = _parts(session, of, names, why or {})
    return render_template("advise/round/own_words.html", form=form, network=network, round=of, parts=parts)


def _parts(session: Session, of: Any, names: Names, why: dict[UUID, str]) -> list[Part]:
    questionnaire = catalogue.find(of.questionnaire_id, of.questionnaire_version)
    speaks = language() if language() in questionnaire.languages else questionnaire.languages[0]
    words = queries.list_words(session, round_id=of.id)
    parts = (
        Part(name, question.text.in_language(speaks), [_shown(word, names, why) for word in _of(words, name)])
        for name, question in questionnaire.questions.items()
    )
    return [part for part in parts if part.texts]


def _of(words: Any, question_id: str) -> list[OwnWords]:
    return own_words.in_no_order(word for word in words if word.question_id == question_id)


def _shown(word: OwnWords, names: Names, why: dict[UUID, str]) -> Shown:
    marks = names.marks(word.words)
    proposed = word.words if word.needs_rewriting or word.state != "new" else without(word.words, marks, _instead())
    typed = request.form.get(f"as-{word.id}") if request.method == "POST" else None
    return Shown(
        word,
        [(piece, mark is not None) for piece, mark in pieces(word.words, marks)],
        text=typed if typed is not None else word.shown_words or proposed,
        state=request.form.get(f"do-{word.id}", word.state),
        problem=_(why[word.id]) if word.id in why else None,
    )


def _instead() -> dict[Kind, str]:
    return {"name": _("[name]"), "mail": _("[e-mail address]"), "phone": _("[phone number]"), "place": _("[address]")}

"""Keep what a released report is made of: one document with its hash for each edition.

An edition is never changed. Where something in it has to go, because a text was hidden, a person was erased or a term
is over, another edition takes its place, and those before it lose their documents.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from questionnaires import catalogue
from reports.benchmark import Edition
from reports.profile import InvalidProfileResults, ProfileResults
from reports.report import AgreedAction, ReleasedWords, ReportInput
from reports.results import InvalidResults, Results
from survey import clock
from survey.models import ReportEdition, Round
from survey.models.report import WithdrawnBecause
from survey.queries import actions, published, rounds
from survey.queries import editions as queries
from survey.services import standings
from survey.services.own_words import released_words

#: Returns an input without what has to go.
Change = Callable[[ReportInput], ReportInput]
#: What finds the names of a person in a text.
Names = Sequence[re.Pattern[str]]


def gather(session: Session, *, round_id: UUID, at: datetime | None) -> ReportInput | None:
    """Return what a round's report is made of at a moment, or now; ``None`` when nothing is published.

    Own words are in it only where participants can read the report.

    Raises
    ------
    InvalidResults
        When it was stored in a format of another version of the application.
    """
    source = published.find_source(session, round_id=round_id)
    if source is None:
        return None
    results = Results.from_json(source.document)
    return ReportInput(
        network=source.network_name,
        results=results,
        profile=_profile(source.profile_document) if source.profile_document else None,
        previous=Results.from_json(source.previous_document) if source.previous_document else None,
        edition=Edition.from_json(source.edition_document) if source.edition_document else None,
        actions=_actions(session, source.network_id, at or clock.now()),
        words=_words(session, round_id, results),
        meeting_on=source.meeting_on,
        meeting_place=source.meeting_place or "",
    )


def _profile(document: str) -> ProfileResults:
    try:
        return ProfileResults.from_json(document)
    except InvalidProfileResults as error:
        raise InvalidResults(str(error)) from error


def _words(session: Session, round_id: UUID, results: Results) -> tuple[ReleasedWords, ...]:
    """Return the released texts by question, in the order of the questionnaire."""
    shown = released_words(session, round_id=round_id)
    asked = catalogue.find(results.questionnaire, results.questionnaire_version).questions
    return tuple(ReleasedWords(question, tuple(shown[question])) for question in asked if question in shown)


def freeze(session: Session, *, round_id: UUID, at: datetime) -> ReportEdition | None:
    """Make the first edition of a report that participants can read from now on; the one there is, where there is one.

    Returns
    -------
    ReportEdition | None
        ``None`` when nothing is published.
    """
    known = queries.newest(session, round_id=round_id)
    if known is not None:
        return known
    given = gather(session, round_id=round_id, at=at)
    if given is None:
        return None
    standings.keep(session, round_id=round_id, given=given)
    return _store(session, round_id, 1, given, at)


def freeze_missing(session: Session, *, round_id: UUID, at: datetime) -> None:
    """Make the first edition of a report that was released when none were made."""
    rounds.lock_round(session, round_id=round_id)
    freeze(session, round_id=round_id, at=at)


def supersede(session: Session, *, round_id: UUID, without: Change, because: WithdrawnBecause, at: datetime) -> bool:
    """Put an edition in the place of a round's newest one, where it holds something that has to go.

    Returns
    -------
    bool
        Whether it did; the files that were made of older ones are then to be deleted, after the transaction.
    """
    rounds.lock_round(session, round_id=round_id)
    newest = queries.newest(session, round_id=round_id)
    if newest is None:
        return False
    given = ReportInput.from_json(newest.document or "")
    changed = without(given)
    if changed == given:
        return False
    made = _store(session, round_id, newest.number + 1, changed, at)
    queries.withdraw_before(session, edition=made, because=because)
    return True


def _store(session: Session, round_id: UUID, number: int, given: ReportInput, at: datetime) -> ReportEdition:
    made = ReportEdition(
        round_id=round_id, number=number, document=given.to_json(), document_hash=given.hash, made_at_utc=at
    )
    queries.add(session, edition=made)
    return made


def words_decided(session: Session, *, round_id: UUID, because: WithdrawnBecause, at: datetime) -> bool:
    """Tell a report that can be read of what was decided about own words since; whether it differs."""

    def without(given: ReportInput) -> ReportInput:
        return replace(given, words=_words(session, round_id, given.results))

    return supersede(session, round_id=round_id, without=without, because=because, at=at)


def forget_words(session: Session, *, closed_before: datetime, at: datetime) -> None:
    """Take own words out of the reports of rounds that closed before a moment."""
    for each in queries.list_with_words(session, closed_before=closed_before):
        supersede(session, round_id=each.id, without=ReportInput.without_words, because="term", at=at)


def forget_person(
    session: Session, *, network_id: UUID, names: Names, action_ids: Collection[str], at: datetime
) -> None:
    """Take a person out of the reports of a network: off these actions, and by name out of every action's texts."""

    def without(given: ReportInput) -> ReportInput:
        told = (replace(each, person=None) if each.id in action_ids else each for each in given.actions)
        return replace(given, actions=tuple(_scrubbed(each, names) for each in told))

    for each in queries.list_with_actions(session, network_id=network_id):
        supersede(session, round_id=each.id, without=without, because="erased", at=at)


def forget_names(
    session: Session, *, support_id: UUID, action_ids: Collection[str], before: datetime, at: datetime
) -> None:
    """Take the names off these actions in the reports of a support organisation, and off all in old ones."""
    for each in queries.list_with_actions(session, support_id=support_id):
        all_of_it = _is_older(each, before)

        def without(given: ReportInput, all_of_it: bool = all_of_it) -> ReportInput:
            told = (_nameless(each) if all_of_it or each.id in action_ids else each for each in given.actions)
            return replace(given, actions=tuple(told))

        supersede(session, round_id=each.id, without=without, because="term", at=at)


def _is_older(of: Round, before: datetime) -> bool:
    return of.released_at_utc is not None and of.released_at_utc < before


def _nameless(action: AgreedAction) -> AgreedAction:
    return replace(action, person=None, helpers="")


def patterns_of(names: Iterable[str]) -> Names:
    """Return what finds these names in a text, as whole words."""
    return [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) for name in names]


def without_names(names: Names, text: str) -> str:
    """Return a text with a dash where the names stood, so that it can be seen that something is missing."""
    for name in names:
        text = name.sub("–", text)
    return text


def _scrubbed(action: AgreedAction, names: Names) -> AgreedAction:
    texts = {
        text.key: without_names(names, told)
        for text in actions.TEXTS
        if (told := getattr(action, text.key)) is not None
    }
    return replace(action, **texts)


def _actions(session: Session, network_id: UUID, at: datetime) -> tuple[AgreedAction, ...]:
    """Return the network's actions as a report that is made at a moment tells them."""
    by_then = at + timedelta(microseconds=1)  # a round can be closed and released at one moment
    return tuple(as_told(each) for each in actions.for_report(session, network_id=network_id, before=by_then))


def as_told(action: actions.AgreedAction) -> AgreedAction:
    """Return an action as a report tells it."""
    return AgreedAction(
        id=str(action.id),
        what=action.what,
        status=action.status,
        agreed_on=action.agreed_on,
        theme=action.theme,
        owner=action.owner,
        person=action.person,
        helpers=action.helpers,
        first_step=action.first_step,
        due_on=action.due_on,
        proof=action.proof,
        note=action.note,
    )

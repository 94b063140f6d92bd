"""Close a round: cut the link between persons and answers, then publish once.

The cut is disclosure rule R14: after it, a response is a random id, a round, a reporting group and its closed
answers; ticked words lie apart (R8). Publishing reads only that, stores one object (R9), and then takes the group
off answers where it would point to a few people.
"""

import secrets
from collections.abc import Iterable
from datetime import datetime
from email.headerregistry import Address
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from questionnaires.definition import Questionnaire
from questionnaires.showing import Facts, showing
from questionnaires.types.long_text import LongText
from questionnaires.types.parts import Answer
from reports.answers import answer_frame
from reports.disclosure.policy import K_OWN_WORDS, K
from reports.disclosure.rules import shown_groups
from reports.results import Cell, ClosedRound, PlanGroup, Results, publish
from survey.clock import dutch_day
from survey.models import Network, Round
from survey.queries import benchmarks, codes, profiles, published, round_mails, rounds, sealed, visits
from survey.queries.rounds import SentIn
from survey.services import audit
from survey.services.answering import asked
from survey.services.audit import WORKER, Actor, What
from survey.services.ending import is_over
from survey.services.profile_publishing import publish_profiles
from survey.services.releasing import release
from survey.services.written_in import few_wrote_in


def cut(session: Session, *, round_id: UUID, at: datetime, by: Actor = WORKER) -> None:
    """Close a round and make its answers nobody's; does nothing when that was done."""
    closing = rounds.lock_round(session, round_id=round_id)
    if closing.closed_at_utc is None:
        _cut(session, closing, by, at)


def cut_if_over(session: Session, *, round_id: UUID, at: datetime) -> bool:
    """Cut a round that is to be closed, and say whether it is closed; one that was extended meanwhile stays open."""
    closing = rounds.lock_round(session, round_id=round_id)
    if closing.closed_at_utc is None and is_over(closing, at):
        _cut(session, closing, WORKER, at)
    return closing.closed_at_utc is not None


def _cut(session: Session, closing: Round, by: Actor, at: datetime) -> None:
    round_id = closing.id
    questionnaire = questionnaire_of(closing)
    sent_in = [_asked_only(each, questionnaire, closing) for each in rounds.lock_sent_in(session, round_id=round_id)]
    closing.sent_in_by_code = rounds.count_sent_in_by_code(session, round_id=round_id)
    seal_answers(session, round_id=round_id, questionnaire=questionnaire, sent_in=sent_in)
    visits.delete_responses(session, round_id=round_id)
    rounds.level_invitations(session, round_id=round_id)
    round_mails.delete_waiting(session, round_id=round_id, purposes=("invitation", "reminder"))
    codes.delete_of_round(session, round_id=round_id, but="meeting" if closing.is_by_code else None)
    profiles.forget_editors(session, round_id=round_id)
    closing.closed_at_utc = at
    session.flush()
    support_id = session.get_one(Network, closing.network_id).support_organisation_id
    audit.note(session, What("round.closed", "round", round_id, closing.network_id, support_id), by=by, at=at)


def questionnaire_of(asking: Round) -> Questionnaire:
    """Return what a round asks."""
    return asked(asking.questionnaire_id, asking.questionnaire_version, asking.questionnaire_hash, asking.left_out)


def _asked_only(response: SentIn, questionnaire: Questionnaire, closing: Round) -> SentIn:
    """Leave out the answers to questions that are not asked, given the others: they were never sent in."""
    if not questionnaire.is_conditional:
        return response
    facts = Facts(None, closing.number, tuple(block.id for block in questionnaire.blocks))
    counted = showing(questionnaire, response.answers, facts).answers
    return SentIn(response.reporting_group, dict(counted))


def seal_answers(session: Session, *, round_id: UUID, questionnaire: Questionnaire, sent_in: list[SentIn]) -> None:
    """Write what remains of answers after the cut: no person, no order, no key between answers and words."""
    sealed.seal(
        session,
        responses=_shuffled(_sealed_rows(round_id, questionnaire, sent_in)),
        words=_shuffled(_word_rows(round_id, questionnaire, sent_in)),
    )


def publish_round(session: Session, *, round_id: UUID, at: datetime, sender: Address | None = None) -> Results | None:
    """Publish a closed round; ``None`` when that was done.

    Where its report needs nobody to release it, its participants can read it from now on; with a ``sender``, mails
    that tell them are put out in the same transaction.
    """
    closed = rounds.lock_round(session, round_id=round_id)
    if closed.closed_at_utc is None or closed.cancelled_at_utc is not None:
        raise ValueError("A round that is open, or was cancelled, has no results.")
    if published.has_results(session, round_id=round_id):
        return None
    questionnaire = questionnaire_of(closed)
    frame = answer_frame(sealed.list_sealed(session, round_id=round_id), questionnaire, closed.kinds)
    results = publish(frame, questionnaire=questionnaire, closed=_facts(session, closed, closed.closed_at_utc))
    store_results(session, round_id=round_id, results=results, at=at)
    publish_profiles(session, closed=closed, closed_at=closed.closed_at_utc, at=at)
    if closed.releases_at_once:
        release(session, closed=closed, sender=sender, at=at)
    _forget_small_groups(session, closed)
    return results


def _forget_small_groups(session: Session, closed: Round) -> None:
    """Keep a reporting group on sealed answers only where it points to no fewer than k people.

    Who was invited in which group is known: the only answer of a group would be that one person's. What has no
    group is a remainder like any other (R4), so the groups that may stay are those that could be shown.
    """
    counted = sealed.count_per_group(session, round_id=closed.id)
    sizes = {str(group["id"]): counted.get(group["id"], 0) for group in closed.plan}
    alone = counted.get(None, 0)
    nobody = {"": alone - closed.sent_in_by_code or alone}  # who came in by a code can be invented: no cover for others
    kept = shown_groups(sizes | nobody, K) or ()
    sealed.forget_groups(session, round_id=closed.id, but=tuple(group for group in kept if group))


def store_results(session: Session, *, round_id: UUID, results: Results, at: datetime) -> None:
    """Store one published object and its cells; its report keeps the benchmark edition that is the newest now."""
    results_id = uuid4()
    row = {
        "id": results_id,
        "round_id": round_id,
        "document": results.to_json(),
        "document_hash": results.hash,
        "questionnaire_id": results.questionnaire,
        "questionnaire_version": results.questionnaire_version,
        "policy_version": results.policy,
        "edition_id": benchmarks.newest_edition(session, until=dutch_day(at)),
        "published_at_utc": at,
    }
    published.store(session, results=row, cells=_cell_rows(results_id, results.cells))


def _sealed_rows(round_id: UUID, questionnaire: Questionnaire, sent_in: list[SentIn]) -> list[dict[str, Any]]:
    closed_questions = sorted(key for key, q in questionnaire.questions.items() if not isinstance(q, LongText))
    return [
        {
            "id": uuid4(),
            "round_id": round_id,
            "reporting_group": response.reporting_group,
            # one order of keys for all: the order in which somebody answered says who it was
            "answers": {key: _in_order(response.answers.get(key)) for key in closed_questions},
        }
        for response in sent_in
    ]


def _in_order(answer: Answer) -> Answer:
    if not isinstance(answer, dict):
        return answer
    return {key: _in_order(answer[key]) for key in sorted(answer)}


def _word_rows(round_id: UUID, questionnaire: Questionnaire, sent_in: list[SentIn]) -> list[dict[str, Any]]:
    """Return the ticked open answers; none at all when there are too few people for anyone to read them."""
    if sum(response.reporting_group is not None for response in sent_in) < K_OWN_WORDS:
        return []  # who is in no group counts towards no minimum (R3)
    open_questions = [key for key, question in questionnaire.questions.items() if isinstance(question, LongText)]
    ticked = [
        {key: answer["text"] for key in open_questions if (answer := response.answers.get(key)) and answer["share"]}
        for response in sent_in
    ]
    is_rare = few_wrote_in([list(texts.values()) for texts in ticked])
    return [
        {"id": uuid4(), "round_id": round_id, "question_id": key, "words": text, "needs_rewriting": is_rare(text)}
        for texts in ticked
        for key, text in texts.items()
    ]


def _shuffled(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    secrets.SystemRandom().shuffle(rows)
    return rows


def _facts(session: Session, closed: Round, closed_at: datetime) -> ClosedRound:
    invited = rounds.invited_contacts(session, round_id=closed.id)
    return ClosedRound(
        opened_on=dutch_day(closed.opened_at_utc),
        closed_on=dutch_day(closed_at),
        plan=tuple(PlanGroup(group["id"]) for group in closed.plan),
        invited=len(invited),
        invited_before=_invited_before(session, closed, invited),
        one_has_most=2 * rounds.most_invited_at_one(session, round_id=closed.id) > len(invited),
        kinds=tuple(closed.kinds),
        by_code=closed.sent_in_by_code,
    )


def _invited_before(session: Session, closed: Round, invited: set[UUID]) -> int | None:
    before = [r for r in rounds.list_rounds(session, network_id=closed.network_id) if r.number < closed.number]
    return len(invited & rounds.invited_contacts(session, round_id=before[-1].id)) if before else None


def _cell_rows(results_id: UUID, cells: Iterable[Cell]) -> list[dict[str, Any]]:
    return [_cell_row(results_id, cell) for cell in cells if cell.shown or cell.measure != "share"]


def _cell_row(results_id: UUID, cell: Cell) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "results_id": results_id,
        "measure": cell.measure,
        "subject": cell.subject,
        "option": cell.option or "",
        "reporting_group": cell.group,
        "kind": cell.kind,
        "low_thousandths": None if cell.low is None else int(cell.low * 1000),
        "high_thousandths": None if cell.high is None else int(cell.high * 1000),
        "n": cell.n,
    }

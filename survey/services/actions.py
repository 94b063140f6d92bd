"""What a network agrees to do: three actions at most at the same time, each with somebody and a day.

Everything that is typed here stands in the network's next report, for all its participants to read.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.clock import dutch_day
from survey.errors import Refused, SeveralRefused
from survey.i18n import gettext_noop
from survey.models import Action, Contact, Network, PartnerOrganisation
from survey.models.action import MOST_OPEN, ActionStatus
from survey.queries import actions as queries
from survey.queries import rounds
from survey.services.changes import change as set_fields
from survey.services.changes import refuse_archived
from survey.services.names import tidy

#: What is still to be done, and takes one of the network's places.
TO_DO: Final[tuple[ActionStatus, ...]] = ("open", "busy")
LONGEST: Final = 300
LONGEST_NAME: Final = 200
#: A day later than this is a year that was mistyped.
FURTHEST: Final = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed, as it was typed."""

    what: str
    theme: str | None = None
    owner_id: UUID | None = None
    contact_id: UUID | None = None
    person: str = ""
    helpers: str = ""
    first_step: str = ""
    proof: str = ""
    note: str = ""
    due_on: date | None = None
    status: ActionStatus = "open"


class ThreeOpen(Refused):
    """The network has as many actions to do as it can have."""

    def __init__(self) -> None:
        super().__init__(
            gettext_noop(
                "Three actions are open already, and more is seldom done. Finish or stop one of those first; what you "
                "typed is still here."
            )
        )


def add(
    session: Session,
    *,
    network: Network,
    agreement: Agreement,
    at: datetime,
    suggestion_id: str | None = None,
    id: UUID | None = None,
) -> Action:
    """Add an action that a network agreed on; the network is locked.

    Raises
    ------
    Refused
        When the network is archived, three actions are open, or something is missing or of another network.
    """
    refuse_archived(network)
    values = _checked(session, network, agreement, today=dutch_day(at))
    before = rounds.newest_closed(session, network_id=network.id, before=at)
    action = Action(
        id=id or uuid4(),
        network_id=network.id,
        agreed_at_utc=at,
        suggestion_id=suggestion_id,
        round_id=before.id if before else None,
        **values,
        **_place(session, network.id, None, agreement.status, at),
    )
    session.add(action)
    session.flush()
    return action


def change(session: Session, *, network: Network, action: Action, agreement: Agreement, at: datetime) -> list[str]:
    """Change what was agreed, or how far it is; return what changed. Raises as ``add`` does; the network is locked."""
    refuse_archived(network)
    values = _checked(session, network, agreement, today=dutch_day(at), was=action)
    place = _place(session, network.id, action, agreement.status, at)
    changed = set_fields(action, **values, **place)
    session.flush()
    return [name for name in changed if name in values]


def move(session: Session, *, network: Network, action: Action, status: ActionStatus, at: datetime) -> bool:
    """Say how far an action is; return whether that is news. Raises as ``add`` does; the network is locked."""
    refuse_archived(network)
    place = _place(session, network.id, action, status, at)
    changed = set_fields(action, status=status, **place)
    session.flush()
    return "status" in changed


def _place(
    session: Session, network_id: UUID, action: Action | None, status: ActionStatus, at: datetime
) -> dict[str, Any]:
    """Return the place that an action takes in this state, or when it was settled."""
    if status in TO_DO:
        held = action.slot if action else None
        return {"slot": held or _free_slot(session, network_id), "settled_at_utc": None}
    settled_at = action.settled_at_utc if action and action.status == status else None
    return {"slot": None, "settled_at_utc": settled_at or at}


def _free_slot(session: Session, network_id: UUID) -> int:
    taken = queries.list_slots(session, network_id=network_id)
    free = [slot for slot in range(1, MOST_OPEN + 1) if slot not in taken]
    if not free:
        raise ThreeOpen
    return free[0]


def _checked(
    session: Session, network: Network, agreement: Agreement, *, today: date, was: Action | None = None
) -> dict[str, Any]:
    """Return what was agreed in one form, or refuse everything that is not right with it."""
    if refusals := list(mistakes(session, network, agreement, today=today, was=was)):
        raise SeveralRefused(refusals)
    return asdict(agreement) | _texts(agreement)


def _texts(agreement: Agreement) -> dict[str, str]:
    names = ("what", "person", "helpers", "first_step", "proof", "note")
    return {name: tidy(getattr(agreement, name)) for name in names}


def mistakes(
    session: Session, network: Network, agreement: Agreement, *, today: date, was: Action | None = None
) -> Iterator[Refused]:
    """Go through everything that is not right with what is to be agreed."""
    texts = _texts(agreement)
    if not texts["what"]:
        yield Refused(gettext_noop("Say what is going to happen. Begin with what somebody does."), field="what")
    for name, text in texts.items():
        yield from _too_long(name, text)
    yield from _wrong_people(session, network, agreement, has_name=bool(texts["person"]))
    yield from _wrong_day(agreement, today, was)


def _too_long(name: str, text: str) -> Iterator[Refused]:
    longest = LONGEST_NAME if name == "person" else LONGEST
    if len(text) > longest:
        sentence = gettext_noop("This has %(length)s characters; %(longest)s fit.")
        yield Refused(sentence, field=name, length=len(text), longest=longest)


def _wrong_people(session: Session, network: Network, agreement: Agreement, *, has_name: bool) -> Iterator[Refused]:
    owner = session.get(PartnerOrganisation, agreement.owner_id) if agreement.owner_id else None
    if agreement.owner_id and (owner is None or owner.network_id != network.id):
        yield Refused(gettext_noop("Choose an organisation of this network."), field="owner_id")
    contact = session.get(Contact, agreement.contact_id) if agreement.contact_id else None
    if agreement.contact_id and (contact is None or contact.network_id != network.id or contact.erased_at_utc):
        yield Refused(gettext_noop("Choose somebody of this network, or type a name."), field="contact_id")
    if contact and has_name:
        sentence = gettext_noop("Choose somebody, or type a name: one person does it, others can help.")
        yield Refused(sentence, field="person")
    if agreement.status in TO_DO and not (agreement.owner_id or agreement.contact_id or has_name):
        sentence = gettext_noop("Say who sees to it: an organisation, or a person. Else nobody does.")
        yield Refused(sentence, field="owner_id")


def _wrong_day(agreement: Agreement, today: date, was: Action | None) -> Iterator[Refused]:
    """Refuse an action to do without a day, or with a new day that is over or far away; one that is late stays so."""
    if agreement.status not in TO_DO:
        return
    if agreement.due_on is None:
        yield Refused(gettext_noop("Choose the day on which it is ready."), field="due_on")
    elif was is not None and agreement.due_on == was.due_on:
        return
    elif agreement.due_on < today:
        yield Refused(gettext_noop("This day is over. Choose a day that is still to come."), field="due_on")
    elif agreement.due_on - today > FURTHEST:
        yield Refused(gettext_noop("This is more than three years away. Is the year right?"), field="due_on")

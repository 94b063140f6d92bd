"""Load the demo: invented networks, through the same services as real use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from numpy.random import Generator, default_rng
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from questionnaires import catalogue
from questionnaires.definition import Page
from questionnaires.respondent import Respondent
from questionnaires.types.base import ANYBODY
from questionnaires.types.parts import Answer
from survey.database import forget_deleted, writing
from survey.demo.agreeing import Meeting, agree_on
from survey.demo.life import add_coordinator, give_life, give_place, load_municipalities, plan_ahead
from survey.demo.others import add_edition
from survey.demo.patterns import generate
from survey.demo.people import Person
from survey.demo.periods import Period, rounds_until
from survey.demo.places import Organisation, Place
from survey.demo.speaking import Voice
from survey.models import Account, Network, Round
from survey.models.instance import InstanceKind
from survey.queries.rounds import InvitationRow, list_invitations
from survey.services import answering, closing, networks, profiles
from survey.services.contacts import add_contact
from survey.services.organisations import add_organisation
from survey.services.planning import make_plan
from survey.services.rounds import Terms, open_round
from survey.tokens import make_token

SUPPORT = "Taalsteun Midden (demo)"
ADVISER, ADVISER_ADDRESS = "Joris Veenstra", "joris.veenstra@taalsteun-midden.example"

#: The shares of an open round that sent in by now, and that began.
SENT_IN_SO_FAR, BEGUN = 0.5, 0.2
#: The share of organisations that fill in their profile; of those, as many stop in the middle as begin a response.
SPEAK = 0.75
#: The one network of the demo that chose its own reporting groups.
CHOSE_TWO_GROUPS = "Kroonmeer"


@dataclass(frozen=True, slots=True)
class Loading:
    """What every step of one loading needs."""

    session: Session
    key: bytes
    at: datetime
    seed: int


@dataclass(frozen=True, slots=True)
class Visit:
    """How far one person got: pages kept, and whether the answers were sent in."""

    pages: int
    sent_in: bool


def load(places: Iterable[Place], *, closed_rounds: int, key: bytes, at: datetime, seed: int) -> None:
    """Load the networks of ``places``, with closed rounds, and what they are about at ``at``.

    All in one transaction: a demo is there as a whole or not at all, also when loading is interrupted.
    """
    with writing() as session:
        loading = Loading(session, key, at, seed)
        adviser = add_demo_adviser(session, kind="demo", at=at)
        add_edition(session, at=at, seed=seed)
        load_municipalities(session, year=at.year)
        first_person = 0
        for number, place in enumerate(places):
            organisations = place.organisations(first_person)
            first_person += sum(len(organisation.people) for organisation in organisations)
            _load_network(loading, adviser, place, organisations, number, closed_rounds)
    forget_deleted()


def add_demo_adviser(session: Session, *, kind: InstanceKind, at: datetime) -> Account:
    """Mark the database for what it is, and return the fixed adviser that a demo signs in."""
    networks.mark_instance(session, kind=kind, at=at)
    support = networks.add_support_organisation(session, name=SUPPORT)
    adviser = networks.add_adviser(session, support=support, name=ADVISER, address=ADVISER_ADDRESS)
    adviser.is_demo = True
    return adviser


def _load_network(
    loading: Loading, adviser: Account, place: Place, organisations: list[Organisation], number: int, closed_rounds: int
) -> None:
    network = networks.add_network(
        loading.session,
        adviser=adviser,
        name=place.network,
        province=place.province,
        coordinator=organisations[0].people[0].name,
    )
    for period in rounds_until(loading.at, closed=closed_rounds, shift=number % 7):
        if period.closed_at is None and place.now != "open":
            continue
        _add_members(loading.session, network, organisations, period.number)
        _run_round(loading, network, place, organisations, period, (loading.seed, number))
        if period.closed_at is not None:
            meeting = Meeting(number, period.number, closed_rounds, period.closed_at, loading.at)
            agree_on(loading.session, network=network, meeting=meeting)
    give_place(loading.session, network=network, name=place.name)
    give_life(loading.session, network=network, number=number, at=loading.at)
    if place.now == "planned":
        plan_ahead(loading.session, network=network, at=loading.at)
    if number == 0:
        add_coordinator(loading.session, network=network, adviser=adviser)


def _add_members(session: Session, network: Network, organisations: list[Organisation], round_number: int) -> None:
    for new in organisations:
        if new.since == round_number:
            organisation = add_organisation(session, network=network, name=new.name, kind=new.kind)
            for person in new.people:
                add_contact(
                    session,
                    organisation=organisation,
                    name=person.name,
                    address=person.address,
                    language=person.language,
                )


def _run_round(
    loading: Loading,
    network: Network,
    place: Place,
    organisations: list[Organisation],
    period: Period,
    seed: tuple[int, int],
) -> None:
    opened = _open(loading, network, place, period)
    people = [person for organisation in organisations for person in organisation.people]
    sent_in = _fill_in_all(loading, place, people, opened, period, seed)
    _speak_all(loading, place, sent_in, period)
    if period.closed_at is not None:
        closing.cut(loading.session, round_id=opened.id, at=period.closed_at)
        closing.publish_round(loading.session, round_id=opened.id, at=period.closed_at)


def _open(loading: Loading, network: Network, place: Place, period: Period) -> Round:
    return open_round(
        loading.session,
        network=network,
        terms=Terms(
            period.closes_on,
            plan=make_plan(("library", "rest")) if place.name == CHOSE_TWO_GROUPS else None,
            meeting_on=period.meeting_on,
            meeting_place=f"13.30 uur, Bibliotheek {place.name}",
        ),
        at=period.opened_at,
        key=loading.key,
    )


def _fill_in_all(
    loading: Loading, place: Place, people: list[Person], opened: Round, period: Period, seed: tuple[int, int]
) -> list[InvitationRow]:
    """Have everybody fill in as far as they get, and return who sent in."""
    questionnaire = catalogue.find(opened.questionnaire_id, opened.questionnaire_version)
    answers = generate(
        place.pattern, people, questionnaire, round_number=period.number, seed=seed, kinds=tuple(opened.kinds)
    )
    answers_of = dict(zip((person.name for person in people), answers, strict=True))
    invited = list_invitations(loading.session, round_id=opened.id)
    rng = default_rng([*seed, period.number, 1])
    share = SENT_IN_SO_FAR if period.closed_at is None else place.response[(period.number - 1) % len(place.response)]
    visits = _visits(len(invited), share, len(questionnaire.pages), rng)
    for invitation, visit in zip(invited, visits, strict=True):
        moment = _moment(period, loading.at, rng)
        _fill_in(loading, invitation, answers_of[invitation.contact_name], questionnaire.pages, visit, moment)
    return [invitation for invitation, visit in zip(invited, visits, strict=True) if visit.sent_in]


def _speak_all(loading: Loading, place: Place, sent_in: list[InvitationRow], period: Period) -> None:
    """Have most organisations fill in their profile, each by the first of its people who sent in."""
    speakers = {invitation.organisation_name: invitation for invitation in reversed(sent_in)}
    for name, invitation in sorted(speakers.items()):
        voice = Voice.of(place.network, name, period.number)
        if voice.chance.random() < SPEAK:
            token = make_token(loading.key, "invitation", invitation.id, invitation.generation)
            before_the_end = timedelta(hours=voice.chance.randint(1, 40))
            _speak(loading, token, voice, (period.closed_at or loading.at) - before_the_end)


def _speak(loading: Loading, token: str, voice: Voice, at: datetime) -> None:
    """Post the pages of one profile by a personal link, as a browser would; some stop in the middle."""
    session = loading.session
    profile = profiles.open_profile(session, visit=answering.find_visit(session, token=token))
    answers = voice.profile(profile.respondent)
    pages = profile.now.pages(profile.questionnaire)
    for page in pages[: 2 if voice.chance.random() < BEGUN else len(pages)]:
        form = _posted(page, answers, profile.respondent)
        profiles.save_page(session, token=token, key=loading.key, page_id=page.id, form=form, at=at)


def _visits(invited: int, share: float, pages: int, rng: Generator) -> list[Visit]:
    """Say who sends in (``share`` of the invited), who only begins, and who leaves the invitation alone."""
    sent_in, begun = round(share * invited), round(BEGUN * invited)
    visits = [Visit(pages, True)] * sent_in
    visits += [Visit(1 + number % (pages - 1), False) for number in range(min(begun, invited - sent_in))]
    visits += [Visit(0, False)] * (invited - len(visits))
    return [visits[place] for place in rng.permutation(invited)]


def _moment(period: Period, now: datetime, rng: Generator) -> datetime:
    """Return a moment in working hours while the round was open, and before now."""
    days = ((period.closed_at or now) - period.opened_at).days
    return period.opened_at + timedelta(days=int(rng.integers(0, max(days - 1, 1))), minutes=int(rng.integers(0, 540)))


def _fill_in(
    loading: Loading,
    invitation: InvitationRow,
    answers: Mapping[str, Answer],
    pages: tuple[Page, ...],
    visit: Visit,
    moment: datetime,
) -> None:
    """Post one person's pages by their own link, as a browser would."""
    token = make_token(loading.key, "invitation", invitation.id, invitation.generation)
    for number, page in enumerate(pages[: visit.pages]):
        at = moment + timedelta(minutes=number)
        form = _posted(page, answers)
        answering.save_page(loading.session, token=token, key=loading.key, page_id=page.id, form=form, at=at)
    if visit.sent_in:
        at = moment + timedelta(minutes=visit.pages)
        answering.send_in(loading.session, token=token, key=loading.key, at=at)


def _posted(page: Page, answers: Mapping[str, Answer], respondent: Respondent = ANYBODY) -> MultiDict[str, str]:
    """Return the fields that a browser posts for these answers to a page."""
    fields: dict[str, list[str]] = {}
    for question in page.questions:
        posted = question.posted(answers.get(question.id), respondent)
        fields |= {name: list(values) for name, values in posted.items()}
    return MultiDict(fields)

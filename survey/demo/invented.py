"""Whole invented reports: everything that a report is made of, published by the same rules as any other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from questionnaires.kinds import partner_kinds
from questionnaires.respondent import Member, Respondent
from questionnaires.types.parts import Answer
from reports.answers import answer_frame
from reports.profile import Partner, Profile, ProfileResults, freeze
from reports.report import AgreedAction, Asked, ReleasedWords, ReportInput
from reports.results import ClosedRound, PlanGroup, Results, publish
from survey.demo.patterns import Pattern, generate
from survey.demo.people import Person
from survey.demo.speaking import Voice
from survey.services.planning import DEFAULT_QUESTIONNAIRE, default_plan, group_of

#: Opening and closing of the round before, and of this one.
BEFORE: Final = (date(2025, 9, 29), date(2025, 10, 24))
NOW: Final = (date(2026, 9, 28), date(2026, 10, 23))

#: The profile that organisations fill in beside every invented round.
_PROFILE: Final = "organisatieprofiel"


@dataclass(frozen=True, slots=True)
class Invented:
    """A network that exists nowhere, and what is known of its round.

    ``sent_in`` is how many people of each kind of organisation answered, ``organisations`` the names of the
    organisations of each kind, of which the last one given did not fill in its profile when ``one_silent``.
    """

    name: str
    sent_in: Mapping[str, int]
    organisations: Mapping[str, Sequence[str]]
    invited: int
    pattern: Pattern
    seed: int
    invited_before: int | None = None
    one_silent: bool = True
    questionnaire: str = DEFAULT_QUESTIONNAIRE
    meeting_on: date | None = date(2026, 11, 5)
    meeting_place: str = ""
    actions: tuple[AgreedAction, ...] = ()
    words: tuple[ReleasedWords, ...] = field(default=())

    @property
    def people(self) -> list[Person]:
        """Everybody who answered."""
        return [Person(f"{kind} {place}", None, kind) for kind, size in self.sent_in.items() for place in range(size)]


def invented_input(of: Invented, *, with_previous: bool = True) -> tuple[ReportInput, Asked]:
    """Return what an invented network's report is made of, and the versions that it was asked in."""
    personal, organisations = catalogue.latest(of.questionnaire), catalogue.latest(_PROFILE)
    has_before = with_previous and of.invited_before is not None
    given = ReportInput(
        network=of.name,
        results=_published(of, personal, 2, NOW, of.invited_before),
        profile=_profile(of, organisations) if of.organisations else None,
        previous=_published(of, personal, 1, BEFORE, None) if has_before else None,
        actions=of.actions,
        words=of.words,
        meeting_on=of.meeting_on,
        meeting_place=of.meeting_place,
    )
    return given, Asked(personal, organisations if of.organisations else None)


def _published(
    of: Invented, questionnaire: Questionnaire, number: int, period: tuple[date, date], invited_before: int | None
) -> Results:
    """Publish one round; the same people answer every round."""
    people, kinds = of.people, tuple(kind for kind in partner_kinds() if kind in of.sent_in)
    plan = default_plan(person.kind for person in people)
    groups = tuple(PlanGroup(group["id"]) for group in plan)
    answers = generate(of.pattern, people, questionnaire, round_number=number, seed=(of.seed,), kinds=kinds)
    rows = [(group_of(plan, person.kind), answer) for person, answer in zip(people, answers, strict=True)]
    closed = ClosedRound(*period, plan=groups, invited=of.invited, invited_before=invited_before, kinds=kinds)
    return publish(answer_frame(rows, questionnaire, kinds), questionnaire=questionnaire, closed=closed)


def _profile(of: Invented, questionnaire: Questionnaire) -> ProfileResults:
    named = [(kind, name) for kind, names in of.organisations.items() for name in names]
    partners = [Partner(f"o{place}", name, kind) for place, (kind, name) in enumerate(named)]
    speaking = partners[:-1] if of.one_silent else partners
    profiles = [Profile(each.id, _said(of, each, partners)) for each in speaking]
    return freeze(partners, profiles, questionnaire=questionnaire, closed_on=NOW[1])


def _said(of: Invented, by: Partner, partners: Sequence[Partner]) -> Mapping[str, Answer]:
    others = tuple(Member(each.id, each.name) for each in partners if each is not by)
    return Voice.of(of.name, by.name, 2).profile(Respondent("nl", by.kind, organisations=others))

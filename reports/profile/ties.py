"""Ties between organisations: one report makes a tie, two confirm it (domain: a tie with one report is dashed)."""

from dataclasses import dataclass
from itertools import combinations
from typing import Final

from reports.profile.asked import RELATIONS
from reports.profile.document import ProfileResults
from reports.profile.facts import Contact

#: How strong a contact is, by how often there is any; without a frequency nothing is known but that it is there.
STRENGTH: Final = {"once-or-twice": 1, "monthly": 2, "weekly": 3}
MONTHLY: Final = STRENGTH["monthly"]

_WE_REFER, _THEY_REFER = ("we-to-them", "both"), ("they-to-us", "both")


@dataclass(frozen=True, slots=True)
class Tie:
    """Two organisations with contact, in the order of their names, and what each of them reports.

    ``strength`` is the highest that is reported: 1 once or twice in half a year, 2 monthly, 3 weekly; 0 not said.
    """

    first: str
    second: str
    reports: tuple[Contact, ...]

    @property
    def confirmed(self) -> bool:
        """Whether both organisations report it; drawn dashed when only one does."""
        return len(self.reports) > 1

    @property
    def strength(self) -> int:
        """How often there is contact, by the report that says most."""
        return max(map(strength, self.reports))


@dataclass(frozen=True, slots=True)
class Referral:
    """One organisation (``source``) refers people to another; ``confirmed`` when both report this direction."""

    source: str
    target: str
    confirmed: bool


def strength(report: Contact) -> int:
    """Return how often there is contact by one report; 0 when it does not say."""
    return STRENGTH.get(report.frequency or "", 0)


def ties(profile: ProfileResults) -> tuple[Tie, ...]:
    """Return every pair of organisations of which at least one reports contact, in the order of their names."""
    reported = {(contact.by, contact.about): contact for contact in profile.contacts}
    return tuple(
        Tie(first, second, tuple(reported[pair] for pair in ((first, second), (second, first)) if pair in reported))
        for first, second in combinations((each.id for each in profile.organisations), 2)
        if (first, second) in reported or (second, first) in reported
    )


def referrals(profile: ProfileResults) -> tuple[Referral, ...]:
    """Return who refers people to whom, by the names of the source and then of the target."""
    by_source = {(each.by, each.about) for each in profile.contacts if each.referral in _WE_REFER}
    by_target = {(each.about, each.by) for each in profile.contacts if each.referral in _THEY_REFER}
    listed = [each.id for each in profile.organisations]
    return tuple(
        Referral(source, target, (source, target) in by_source & by_target)
        for source in listed
        for target in listed
        if (source, target) in by_source | by_target
    )


def isolates(profile: ProfileResults) -> tuple[str, ...]:
    """Return the organisations that answered and have no tie at all; of one that did not answer it is not known."""
    tied = {end for contact in profile.contacts for end in (contact.by, contact.about)}
    return tuple(each for each in profile.answered(RELATIONS) if each not in tied)

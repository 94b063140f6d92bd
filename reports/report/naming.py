"""Organisations by name in a report: who did not answer a part, and lists of names in the order that they have."""

from collections.abc import Iterable

from reports.profile import ProfileResults
from reports.report.parts import Notice, Paragraph
from reports.report.source import Source
from reports.wording.organisations import silent


def listed(source: Source, profile: ProfileResults, ids: Iterable[str], nobody: str = "") -> str:
    """Return the names of organisations as one phrase; "none" where there are none: a dash is what is not shown."""
    return source.words.listed(names) if (names := profile.names(ids)) else nobody or none(source)


def none(source: Source) -> str:
    """Return what stands where nobody is named, or nothing is to be said."""
    return source.words.say("organisations.none.named")


def silent_note(source: Source, profile: ProfileResults, block: str) -> list[Paragraph]:
    """Say which organisations did not fill in a part of the profile; nothing when all did."""
    answered = set(profile.answered(block))
    names = [each.name for each in profile.organisations if each.id not in answered]
    return [Paragraph(said, "small")] if (said := silent(source.words, names)) else []


def some(profile: ProfileResults, block: str) -> int | None:
    """Return how many organisations filled in a part of the profile, where not all did."""
    answered = len(profile.answered(block))
    return answered if answered < len(profile.organisations) else None


def nothing_said(source: Source) -> Notice:
    """Say that no organisation filled in a part."""
    return Notice(source.words.say("organisations.none.title"), source.words.say("organisations.none.text"))

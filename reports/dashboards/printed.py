"""A page over many networks as a report, so that the forms that draw reports draw it as well."""

from datetime import date
from typing import Literal

from reports.report import Report, Section
from reports.report.parts import Cover, Fact
from reports.wording import words

#: What a page shows: results of networks, what networks need now, or where they are.
Shows = Literal["results", "needs", "places"]


def as_report(
    language: str,
    title: str,
    sections: tuple[Section, ...],
    *,
    on: date,
    facts: tuple[Fact, ...] = (),
    shows: Shows = "results",
) -> Report:
    """Return a page with this title, as it was on a day; ``facts`` say what was chosen."""
    said = words(language)
    has_results = shows == "results"
    made = Fact(said.say("board.made"), said.in_full(on))
    return Report(
        language=language,
        title=title,
        cover=Cover(said.say("board.kicker"), title, (made, *facts)),
        mirror=said.say("board.mirror" if has_results else f"board.mirror.{shows}"),
        sections=sections,
        closed_on=on,
        audience="adviser",
        about="page" if has_results else "now",
    )

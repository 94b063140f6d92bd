"""A page over many networks as a report, so that the forms that draw reports draw it as well."""

from datetime import date

from reports.report import Report, Section
from reports.report.parts import Cover, Fact
from reports.wording import words


def as_report(
    language: str, title: str, sections: tuple[Section, ...], *, on: date, facts: tuple[Fact, ...] = ()
) -> Report:
    """Return a page with this title, as it was on a day; ``facts`` say what was chosen."""
    said = words(language)
    made = Fact(said.say("board.made"), said.in_full(on))
    return Report(
        language=language,
        title=title,
        cover=Cover(said.say("board.kicker"), title, (made, *facts)),
        mirror=said.say("board.mirror"),
        sections=sections,
        closed_on=on,
        audience="adviser",
        about="page",
    )

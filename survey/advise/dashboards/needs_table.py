"""What networks need as tables to filter and to sort: each thing that the page says in a column of its own."""

from collections.abc import Iterable, Iterator, Sequence

from reports.dashboards import Stage
from reports.report import Column, Section, Table
from reports.report.values import NOTHING, Value, number, texts
from reports.status import Status
from reports.wording import words
from reports.wording.sentences import status_words
from survey.i18n import _, language
from survey.services.dashboards.happening import happening
from survey.services.dashboards.needs import Facts
from survey.services.dashboards.overview import Line, Overview
from survey.services.dashboards.reasons import has_share, reason


def needs_sections(page: Overview) -> Iterator[Section]:
    """Give the networks of the overview in its order: what is now, and apart from it the words of their last reports.

    Days are written as they sort, and numbers of people are those of the page: what share of the invited sent in, or
    how many answers there are where nobody was invited.
    """
    yield Section("needs", _("What it needs"), (_needs(page),))
    if any(line.stood for line in page.lines):
        yield Section("last", _("Last results"), (_last(page),))


def _needs(page: Overview) -> Table:
    has_answers = any(_answers(line.facts) is not None for line in page.lines)
    rows = tuple(tuple(_line(line, has_answers=has_answers)) for line in page.lines)
    columns = tuple(_columns(has_answers=has_answers))
    return Table("needs", _("What each network needs, the most urgent first"), columns, rows)


def _last(page: Overview) -> Table:
    themes = _themes(page)
    heads = (_("Network"), _("Round closed on"), *(page.titles.get(each, each) for each in themes))
    rows = tuple((*_stood(line), *_words(line, themes)) for line in page.lines)
    return Table("last", _("The word of each topic in the last report"), tuple(map(Column, heads)), rows)


def _columns(*, has_answers: bool) -> Iterator[Column]:
    yield from map(Column, (_("Network"), _("What it needs"), _("Round")))
    yield Column(_("Response in percent"), numeric=True)
    if has_answers:
        yield Column(_("Answers, where nobody was invited"), numeric=True)
    yield from map(Column, (_("Last day to fill in"), _("Next date"), _("What happens then")))
    yield from (Column(each, numeric=True) for each in (_("Actions still open"), _("Of these late")))


def _line(line: Line, *, has_answers: bool) -> Iterator[Value]:
    facts, said = line.facts, words(language())
    reasons = "; ".join(reason(each, facts) for each in line.needs)
    yield from texts(facts.moment.name, reasons, said.say(f"places.stage.{_stage(facts)}"))
    yield _number(_share(facts))
    if has_answers:
        yield _number(_answers(facts))
    on, what = line.happens or (None, "")
    closes_on = facts.moment.closes_on if facts.moment.is_open else None
    yield from texts(*(each.isoformat() if each else "–" for each in (closes_on, on)), happening(what) if what else "–")
    yield from (_number(facts.agreed.open), _number(facts.agreed.late))


def _stood(line: Line) -> tuple[Value, Value]:
    return Value(line.facts.moment.name), Value(line.stood.closed_on.isoformat()) if line.stood else NOTHING


def _words(line: Line, themes: Sequence[str]) -> Iterable[Value]:
    said, found = words(language()), {each.theme: each.status for each in line.themes}
    return (Value(status_words(said, Status(theme, found[theme]))) if theme in found else NOTHING for theme in themes)


def _themes(page: Overview) -> list[str]:
    """Return each theme of which a line has a word, in the order of the questionnaires."""
    told = dict.fromkeys(each.theme for line in page.lines for each in line.themes)
    return [*(each for each in page.titles if each in told), *(each for each in told if each not in page.titles)]


def _stage(facts: Facts) -> Stage:
    """Return how far the newest round is, as the map of networks has it."""
    moment = facts.moment
    if moment.is_open:
        return Stage.OPEN
    if moment.round_id and moment.released_at_utc is None:
        return Stage.CLOSED
    if moment.opens_on is not None and moment.opens_on >= facts.today:
        return Stage.PLANNED
    return Stage.RELEASED if moment.round_id else Stage.NONE


def _share(facts: Facts) -> int | None:
    return facts.totals.share if _asks(facts) and has_share(facts) else None


def _answers(facts: Facts) -> int | None:
    return facts.answered if _asks(facts) and not has_share(facts) else None


def _asks(facts: Facts) -> bool:
    """Whether the page says how many answered."""
    return facts.moment.is_open and facts.moment.closes_on is not None


def _number(of: int | None) -> Value:
    return NOTHING if of is None else number(of, "needs")

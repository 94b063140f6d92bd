"""De gemeente: what everybody sees of it, beside what it says itself; the two are never mixed (disclosure rule R11)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from questionnaires.types.summary import DONT_KNOW
from reports.profile import Verdict
from reports.profile.asked import CHECK, LEVEL
from reports.profile.opinions import OFTEN
from reports.profile.verdicts import reaches
from reports.report.figures import BarRow, Bars, Figure, Part, Series
from reports.report.heat import Grid, asks, ladder, ladder_answer, lines, too_few
from reports.report.municipal import own, own_answer
from reports.report.parts import Block, Section
from reports.report.source import Source
from reports.report.values import NOTHING
from reports.results import Cell
from reports.wording.organisations import municipality_answer
from reports.wording.words import printed_share

#: The part of the organisation profile that only municipalities get.
BLOCK: Final = "municipal-check"

#: From this share that says yes on, about half or more do.
HALF: Final = Decimal("0.50")

#: The classes of a bar in its order, by the option that each is.
_CLASSES: Final[Mapping[str, str]] = {"no": "disagree", "partly": "neither", "yes": "agree"}
#: In the key the middle comes last, as it lies apart.
_KEY: Final = ("no", "yes", "partly")


def section(source: Source) -> Section | None:
    """Make the section: bars and the ladder of everybody, and the municipality's own answers beside them."""
    profile, asked = source.profile, asks(source, CHECK, LEVEL)
    itself = profile if profile and BLOCK in profile.blocks else None
    if not asked and itself is None:
        return None
    blocks = list(_everybody(source)) if asked else []
    answer = next((block.answer for block in blocks if isinstance(block, Figure)), "")
    if itself is not None:
        blocks += own(source, itself)
        answer = answer or own_answer(source, itself)
    summary = answer or source.words.say("shares.few.title")
    return Section("municipality", source.words.say("municipality"), tuple(blocks), summary)


def _everybody(source: Source) -> list[Block]:
    """Return what everybody says, as far as it may be shown: of the lines, and of the ladder."""
    found: list[Block] = []
    check = _check(source)
    if check.is_shown:
        found.append(_bars(source, check))
    level = ladder(source, LEVEL, id="municipality-level", caption=source.words.say("municipality.level"))
    if level.is_shown:
        found.append(level.figure(source, ladder_answer(source, LEVEL)))
    return found or [too_few(source)]


def _subjects(source: Source) -> dict[str, str]:
    """Return the lines that everybody was asked, with their words."""
    about = dict.fromkeys(cell.subject for cell in source.results.cells if cell.subject.startswith(f"{CHECK}."))
    return {subject: source.labels.wording(subject) for subject in about}


def _options(source: Source) -> dict[str, str]:
    return source.labels.options(next(iter(_subjects(source)), ""))


def _check(source: Source) -> Grid:
    say = source.words.say
    named = {"id": "municipality", "caption": say("municipality.table"), "head": say("municipality.column")}
    return lines(source, _subjects(source), _options(source), **named)


def _bars(source: Source, check: Grid) -> Figure:
    say, options = source.words.say, _options(source)
    shares = {label: source.results.shares(subject) for subject, label in _subjects(source).items()}
    unknown = {label: reaches(each.get(DONT_KNOW), OFTEN) for label, each in shares.items()}
    yes = [reaches(each.get("yes"), HALF) for each in shares.values()]
    words = {label: say("municipality.unknown") if verdict is Verdict.YES else "" for label, verdict in unknown.items()}
    return Figure(
        id="municipality",
        answer=municipality_answer(source.words, yes, list(unknown.values())),
        how=say("municipality.how"),
        alt=say("municipality.alt"),
        key=tuple(Series(_CLASSES[option], options[option]) for option in _KEY),
        drawing=Bars(tuple(_row(label, each, words[label]) for label, each in shares.items())),
        table=check.table,
    )


def _row(label: str, shares: Mapping[str, Cell], word: str) -> BarRow:
    parts = tuple(_part(series, shares[option]) for option, series in _CLASSES.items() if option in shares)
    return BarRow(label, parts, word if parts else NOTHING.text)


def _part(series: str, cell: Cell) -> Part:
    """Return one class of a bar; a cell that is not shown is in no share, so that it has no part."""
    if cell.kind == "withheld":
        raise ValueError("a share that is withheld cannot be drawn")
    return Part(series, cell.kind, cell.low, cell.high, printed_share(cell))

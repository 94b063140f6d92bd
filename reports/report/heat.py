"""Published shares: as values, as the grid that a heat map draws, and as a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reports.disclosure.policy import K_ITEM
from reports.profile.verdicts import ahead
from reports.report.figures import Figure, Heat, HeatCell
from reports.report.parts import Notice
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import Value, share
from reports.results import TOTAL
from reports.wording.organisations import most_chosen

#: The colours of a heat map, from light to dark.
STEPS: Final = 5

#: The two halves of a question about now and later.
MOMENTS: Final = ("now", "needed")


def asks(source: Source, *questions: str) -> bool:
    """Whether the round asked everybody one of these questions, if only to withhold what came of it."""
    return not source.results.asked.isdisjoint(questions)


def published(source: Source, subject: str, option: str) -> Value:
    """Return which part chose an option, as far as that is published."""
    return share(source.words, source.results.shares(subject).get(option), f"share/{subject}/{option}/{TOTAL}")


def step(value: Value) -> int | None:
    """Return the colour of a share by what is printed: an end when it is coded, the middle of a range.

    Examples
    --------
    >>> [step(Value("", low=Decimal(share), high=Decimal(share))) for share in ("0", "0.2", "0.35", "1")]
    [0, 1, 1, 4]
    >>> step(Value("–", "share", "withheld")) is None
    True
    """
    ends = [Decimal(end) for end in (value.low, value.high) if end is not None]
    return min(int(STEPS * sum(ends) / len(ends)), STEPS - 1) if ends else None


@dataclass(frozen=True, slots=True)
class Grid:
    """Shares in rows and columns; ``head`` stands above the names of the rows."""

    id: str
    caption: str
    head: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[Value, ...], ...]

    @property
    def is_shown(self) -> bool:
        """Whether anything in it may be told."""
        return any(value.exactness != "withheld" for value in self._all())

    @property
    def table(self) -> Table:
        """The grid as a table."""
        columns = (Column(self.head), *(Column(name, numeric=True) for name in self.columns))
        rows = tuple((Value(name), *values) for name, values in zip(self.rows, self.values, strict=True))
        return Table(self.id, self.caption, columns, rows)

    def figure(self, source: Source, answer: str) -> Figure:
        """Return the grid as a heat map that gives this answer."""
        cells = tuple(tuple(HeatCell(value, step(value)) for value in values) for values in self.values)
        return Figure(
            id=self.id,
            answer=answer,
            how=source.words.say("heat.how"),
            alt=source.words.say("heat.alt", caption=self.caption),
            key=(),
            drawing=Heat(self.rows, self.columns, cells),
            table=self.table,
        )

    def _all(self) -> Iterator[Value]:
        return (value for values in self.values for value in values)


def lines(source: Source, subjects: Mapping[str, str], options: Mapping[str, str], **named: str) -> Grid:
    """Return a grid of subjects by options, both with their labels; ``named``: id, caption and head of the grid."""
    values = tuple(tuple(published(source, subject, option) for option in options) for subject in subjects)
    return Grid(**named, rows=tuple(subjects.values()), columns=tuple(options.values()), values=values)


def ladder(source: Source, question: str, **named: str) -> Grid:
    """Return a grid of the steps of a ladder, now and needed; ``named``: id and caption of the grid."""
    say = source.words.say
    options = source.labels.options(f"{question}.now")
    values = tuple(tuple(published(source, f"{question}.{moment}", option) for moment in MOMENTS) for option in options)
    columns = tuple(say(f"ladder.{moment}") for moment in MOMENTS)
    return Grid(
        **named, head=say("ladder.column"), rows=tuple(options.values()), columns=columns, values=values
    )  # fmt: skip


def ladder_answer(source: Source, question: str) -> str:
    """Say which step was chosen most often for now, and which for later."""
    return " ".join(
        most_chosen(source.words, f"ladder.{moment}", favourite(source, f"{question}.{moment}")) for moment in MOMENTS
    )


def favourite(source: Source, subject: str) -> str | None:
    """Return the label of the option that was chosen more often than any other, by what is printed."""
    option = ahead(source.results.shares(subject))
    return source.labels.options(subject).get(option) if option else None


def options_table(source: Source, subject: str, table: str, caption: str) -> Table:
    """Return the options of a question with their shares."""
    options = source.labels.options(subject)
    columns = (Column(source.words.say("ladder.column")), Column(source.words.say("shares.column"), numeric=True))
    rows = tuple((Value(label), published(source, subject, option)) for option, label in options.items())
    return Table(table, caption, columns, rows)


def too_few(source: Source, about: str = "") -> Notice:
    """Say why no shares are shown; ``about`` names the question where others stand around it."""
    return Notice(
        " ".join(filter(None, (about, source.words.say("shares.few.title")))),
        source.words.say("shares.few.text", k_item=K_ITEM),
    )

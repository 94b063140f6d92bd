"""One language at work: numbers, dates, lists and names, and the sentence of a situation."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from reports.margins import Margin
from reports.results import Cell, Kind
from reports.wording.en import EN
from reports.wording.lexicon import GroupName, Lexicon
from reports.wording.nl import NL

_SHARES: Final[Mapping[Kind, str]] = {
    "exact": "{low}%",
    "at_least": "≥{low}%",
    "at_most": "≤{high}%",
    "between": "{low}–{high}%",
    "withheld": "–",
}

_LEXICONS = {lexicon.code: lexicon for lexicon in (NL, EN)}


class UnknownLanguage(LookupError):
    """A report was asked for in a language that has no wording."""


class Words:
    """The words of one language, drawn from its lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.language = lexicon.code

    def say(self, situation: str, /, **parts: object) -> str:
        """Return the sentence of a situation with its parts filled in."""
        return self._lexicon.sentences[situation].format_map(parts)

    def counted(self, situation: str, number: int, /, **parts: object) -> str:
        """Return the sentence of a situation in the variant for none, one or many."""
        variant = {0: ".none", 1: ".one"}.get(number, ".many")
        if situation + variant not in self._lexicon.sentences:
            variant = ".many"
        return self.say(situation + variant, number=number, **parts)

    def number(self, value: Decimal) -> str:
        """Return a decimal number as printed: ``3,7``."""
        return str(value).replace(".", self._lexicon.decimal)

    def in_words(self, count: int) -> str:
        """Return a small number as a word and a large one in digits."""
        names = self._lexicon.numbers
        return names[count - 1] if 1 <= count <= len(names) else str(count)

    def value(self, cell: Cell) -> str:
        """Return a published value as a table prints it: ``3,7``, ``3,9 of hoger``, ``3,4 tot 3,8`` or ``–``."""
        return self.say(f"value.{cell.kind}", **self.bounds(cell))

    def short_value(self, cell: Cell) -> str:
        """Return a published value as a figure prints it: ``3,7``, ``3,9+``, ``≤ 2,1``, ``3,4–3,8`` or ``–``."""
        bounds = self.bounds(cell)
        forms = {"at_least": "{low}+", "at_most": "≤ {high}", "between": "{low}–{high}", "withheld": "–"}
        return forms.get(cell.kind, "{low}").format_map(bounds)

    def share(self, cell: Cell | None) -> str:
        """Return a published share as tables and charts print it: ``60%``, ``≥80%``, ``≤10%``, ``20–30%`` or ``–``."""
        return printed_share(cell)

    def bounds(self, cell: Cell) -> dict[str, str]:
        """Return the printed ends of a published value, by name."""
        ends = {"low": cell.low, "high": cell.high}
        return {name: self.number(end) for name, end in ends.items() if end is not None}

    def margin(self, margin: Margin | None) -> str:
        """Return a margin as a table prints it."""
        if margin is None:
            return "–"
        return self.say("margin", low=self.number(margin.low), high=self.number(margin.high))

    def in_full(self, day: date) -> str:
        """Return a date in words: ``13 november 2026``."""
        return f"{day.day} {self._month(day)} {day.year}"

    def period(self, day: date, other: date | None = None) -> str:
        """Return the half year of a date, or so much more that it differs from the ``other`` round's."""
        names = {"half": f"{self._half(day)} {day.year}", "month": f"{self._month(day)} {day.year}"}
        return names.get(_level(day, other), self.in_full(day))

    def when(self, day: date, other: date) -> str:
        """Return the period of an earlier round as it stands in a sentence: ``in het najaar van 2025``."""
        parts = {"half": self._half(day), "month": self._month(day), "year": day.year, "date": self.in_full(day)}
        return self.say(f"when.{_level(day, other)}", **parts)

    def _half(self, day: date) -> str:
        return self._lexicon.halves[_half_of(day)]

    def _month(self, day: date) -> str:
        return self._lexicon.months[day.month - 1]

    def group(self, group: str) -> GroupName:
        """Return the name of a reporting group."""
        return self._lexicon.groups[group]

    def listed(self, items: Sequence[str]) -> str:
        """Return items as one phrase: ``a, b en c``."""
        *start, last = items
        return f"{', '.join(start)} {self._lexicon.conjunction} {last}" if start else last


def printed_share(cell: Cell | None) -> str:
    """Return a published share in the one spelling that it has in every table and chart, in every language.

    >>> printed_share(None)
    '–'
    """
    if cell is None:
        return "–"
    ends = {"low": cell.low, "high": cell.high}
    percents = {name: int(100 * end) for name, end in ends.items() if end is not None}
    return _SHARES[cell.kind].format_map(percents)


def _half_of(day: date) -> int:
    return int(day.month > 6)


def _level(day: date, other: date | None) -> str:
    """Name the coarsest part of the calendar in which two rounds have different names."""
    if other is None or (day.year, _half_of(day)) != (other.year, _half_of(other)):
        return "half"
    return "day" if day.month == other.month else "month"


def inline(title: str) -> str:
    """Return a theme's title as it stands inside a sentence; a title that starts with an abbreviation keeps it."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def opening(text: str) -> str:
    """Return a text as it starts a sentence."""
    return text[:1].upper() + text[1:]


@cache
def words(language: str) -> Words:
    """Return the words of a language.

    Raises
    ------
    UnknownLanguage
        When there is no wording in this language.
    """
    if language not in _LEXICONS:
        raise UnknownLanguage(f"There is no report wording in '{language}'; there is in {', '.join(_LEXICONS)}.")
    return Words(_LEXICONS[language])

"""Themes of a round and library beside welfare, kept as one text: counted over ten thousand networks at once.

The text holds a word for each theme, ``theme|roles|v2|exact|3400|3400|on_the_way+strong|rise``, and one for each theme
on which library and welfare are both shown, ``gap|roles|different``, with spaces between. It says nothing that the
rows of the standing do not say.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reports.disclosure.policy import K
from reports.gap import GapWord
from reports.regional import GapTally, ThemeTally
from survey.queries.standings.moving import Moved, moved
from survey.queries.standings.reading import published_average, status_names

_THEME, _GAP = "theme", "gap"
_Row = Mapping[str, Any]


def as_text(themes: Iterable[_Row], gaps: Iterable[_Row]) -> str:
    """Return the rows of a standing's themes and gaps as it keeps them to be counted."""
    shown = (each for each in gaps if "withheld" not in (each["library_kind"], each["welfare_kind"]))
    words = [*map(_of_theme, themes), *("|".join((_GAP, each["theme"], each["word"])) for each in shown)]
    return " ".join(words)


def _of_theme(row: _Row) -> str:
    low, high = (row[name] for name in ("low_thousandths", "high_thousandths"))
    ends = ("" if end is None else str(end) for end in (low, high))
    status = row["status"].replace(" ", "+")
    return "|".join((_THEME, row["theme"], row["version"], row["kind"], *ends, status, row["outcome"] or ""))


@dataclass(slots=True)
class Tallied:
    """Of how many networks each word is said: with and without a round before, and the last day on which one closed."""

    later: Counter[str] = field(default_factory=Counter[str])
    first: Counter[str] = field(default_factory=Counter[str])
    newest: dict[str, date] = field(default_factory=dict[str, date])

    def add(self, text: str, *, closed_on: date, had_earlier: bool) -> None:
        """Count the words of one network."""
        words = text.split()
        (self.later if had_earlier else self.first).update(words)
        if any(self.newest.get(word, date.min) < closed_on for word in words):
            self.newest.update((word, max(closed_on, self.newest.get(word, closed_on))) for word in words)

    @property
    def themes(self) -> list[ThemeTally]:
        """How many networks published which average and status."""
        counts = self.later + self.first
        return [_theme(word, counts[word], newest) for word, newest in self.newest.items() if word.startswith(_THEME)]

    @property
    def moves(self) -> list[Moved]:
        """How many networks have which outcome beside the round before."""
        found: list[Moved] = []
        for word, networks in (self.later + self.first).items():
            if word.startswith(_THEME):
                _, theme, *_rest, outcome = word.split("|")
                found += moved(theme, outcome or None, networks, self.later[word])
        return found

    @property
    def gaps(self) -> list[GapTally]:
        """In how many networks library and welfare have which word."""
        words = (
            (word.split("|"), networks) for word, networks in (self.later + self.first).items() if word.startswith(_GAP)
        )
        return [GapTally(theme, GapWord(said), networks) for (_, theme, said), networks in words]


def _theme(word: str, networks: int, newest: date) -> ThemeTally:
    """Return a tally; of how many answers each average is means nothing over networks, so it is the least there is."""
    _, theme, version, kind, low, high, status, _outcome = word.split("|")
    ends = (int(low) if low else None, int(high) if high else None)
    average = published_average(theme, kind, *ends, None if kind == "withheld" else K)
    return ThemeTally(theme, version, average, status_names(status.replace("+", " ")), networks, newest)

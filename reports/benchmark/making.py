"""Make an edition, and keep every figure as it was of which fewer than five networks changed (R7)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from reports.benchmark.collecting import PAIRS, Member, NetworkRound, Part, latest_parts
from reports.benchmark.computing import entering, gap_figures, theme_figures
from reports.benchmark.edition import Edition, GapFigures, ThemeFigures, check_cut_off, figure_key
from reports.disclosure.policy import VERSION
from reports.results import PublishedTheme

#: Two editions differ by none, or by at least so many networks.
MIN_CHANGED: Final = 5

Figures = ThemeFigures | GapFigures


@dataclass(frozen=True, slots=True)
class Made:
    """An edition; and apart from it, by the key of each figure, whose results the figure was made of."""

    edition: Edition
    members: Mapping[str, frozenset[Member]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure that could be made now: of whom, and how; making gives ``None`` when they are too few."""

    members: frozenset[Member]
    make: Callable[[], Figures | None]


#: A figure, and whose results it was made of.
_Settled = tuple[Figures, frozenset[Member]]


def make_edition(
    cut_off: date, rounds: Iterable[NetworkRound], *, earlier: Sequence[Made] = (), invented: bool = False
) -> Made:
    """Make the edition of a cut-off.

    Of each network the latest results count that have a theme in the same version and were closed in the 24 months
    before the cut-off, the cut-off's own day not included. When those show no average of the theme, older ones do not
    take their place. A theme enters from 10 networks and 100 answers with an exact or edge-coded average, a pair of
    groups from 10 networks with an exact difference.

    A figure that an earlier edition has is made anew only when at least 5 networks differ from those it was made of:
    networks that joined, that left, or whose round is another one, each counted once. Else it is kept as it was. So
    any two editions say the same about a theme, or differ by at least 5 networks.

    Parameters
    ----------
    cut_off
        A 1 January or a 1 July.
    rounds
        Published results in any order; read one at a time.
    earlier
        All earlier editions, oldest first, with whose results they were made of.
    invented
        Whether the networks are a demo's.

    Raises
    ------
    ValueError
        For a cut-off on another day, or not after the earlier editions.
    """
    check_cut_off(cut_off)
    if earlier and earlier[-1].edition.cut_off >= cut_off:
        raise ValueError(f"an edition of {earlier[-1].edition.cut_off} is frozen: {cut_off} is not after it")
    before = {key: settled for made in earlier for key, settled in _settled(made)}
    found = dict(_candidates(cut_off, latest_parts(cut_off, rounds)))
    nobody = _Candidate(frozenset(), lambda: None)
    settled = [_settle(found.get(key, nobody), before.get(key)) for key in found | before]
    figures = sorted((each for each in settled if each), key=_order)
    themes = tuple(figure for figure, _ in figures if isinstance(figure, ThemeFigures))
    gaps = tuple(figure for figure, _ in figures if isinstance(figure, GapFigures))
    members = {figure.key: members for figure, members in figures}
    return Made(Edition(cut_off, VERSION, themes, gaps, invented), members)


def changed(before: frozenset[Member], now: frozenset[Member]) -> int:
    """Count the networks that joined, left, or are there with another round."""
    return len({member.network for member in before ^ now})


def _settled(made: Made) -> Iterator[tuple[str, _Settled]]:
    for figure in (*made.edition.themes, *made.edition.gaps):
        yield figure.key, (figure, made.members[figure.key])


def _settle(now: _Candidate, before: _Settled | None) -> _Settled | None:
    if before and changed(before[1], now.members) < MIN_CHANGED:
        return before
    figure = now.make()
    return (figure, now.members) if figure else None


def _candidates(cut_off: date, found: Mapping[PublishedTheme, Sequence[Part]]) -> Iterator[tuple[str, _Candidate]]:
    for theme, parts in found.items():
        entered = [part for part in parts if entering(part.total)]
        yield figure_key(theme), _Candidate(_members(entered), partial(theme_figures, theme, entered, cut_off))
        for pair in PAIRS:
            apart = [part for part in parts if pair in part.gaps]
            make = partial(gap_figures, theme, pair, apart, cut_off)
            yield figure_key(theme, *pair), _Candidate(_members(apart), make)


def _members(parts: Iterable[Part]) -> frozenset[Member]:
    return frozenset(part.member for part in parts)


def _order(settled: _Settled) -> tuple[object, ...]:
    theme = settled[0].theme
    return theme.id, theme.items, theme.scoring, settled[0].key

"""An attacker who knows what all networks of an edition published but for one or two, and reads what is told of it."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from fractions import Fraction
from itertools import combinations_with_replacement
from statistics import quantiles
from typing import Any, Final

from reports.benchmark import ShownFigures, ThemeFigures
from reports.benchmark.collecting import Part
from reports.benchmark.computing import theme_figures
from reports.disclosure.grid import TENTHS, half_up

#: What disclosure rule R7 lets be told.
RULE: Final = ("networks", "lower", "median", "upper")

#: Averages of the networks that are left out, in tenths.
Guess = tuple[int, ...]


def told(figures: ShownFigures | ThemeFigures) -> dict[str, Any]:
    """Return every number that is told of a theme."""
    return {each.name: getattr(figures, each.name) for each in fields(figures) if each.name not in ("theme", "since")}


def possible(parts: Sequence[Part], said: dict[str, Any], without: Sequence[int], figures: ThemeFigures) -> set[Guess]:
    """Return what the networks at these places may have published; the attacker knows even how many answered there."""
    return {guess for guess in _guesses(len(without)) if _fits(_with(parts, without, guess), said, figures)}


def _guesses(number: int) -> Iterator[Guess]:
    return combinations_with_replacement(range(10, 51), number)


def _with(parts: Sequence[Part], places: Sequence[int], guess: Guess) -> list[Part]:
    changed = list(parts)
    for place, tenths in zip(places, guess, strict=True):
        value, total = tenths * TENTHS.step, parts[place].total
        changed[place] = replace(parts[place], total=replace(total, low=value, high=value))
    return changed


def _fits(parts: Sequence[Part], said: dict[str, Any], figures: ThemeFigures) -> bool:
    """Whether an edition of these networks would tell the same; the quartiles first, for they are quick to make."""
    entered = [Fraction(part.total.low or 0) for part in parts]
    quartiles = [half_up(each) for each in quantiles(entered, n=4, method="inclusive")]
    if quartiles != [figures.lower, figures.median, figures.upper]:
        return False
    if not set(said) - set(RULE):
        return True
    made = theme_figures(figures.theme, parts, figures.since)
    return made is not None and all(getattr(made, name) == value for name, value in said.items())

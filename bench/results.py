"""All results again: scores, averages and margins of every network and round, and of a million respondents.

``python -m bench.results`` prints the figures; ``--record`` adds them to bench/RECORD.md. The floor is one pass of
``np.bincount`` over the same columns of answers, in turn with the work in the same run. Each size has a process of its
own, which makes its data itself, so that its peak memory is that of the work and nothing else.
"""

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from os import cpu_count, getloadavg
from platform import python_version
from statistics import median

import numpy as np
from numpy.typing import NDArray

from bench.telling import Target, record
from reports.many_rounds import Rounds, average_theme
from reports.scoring import score_theme

THEMES, ITEMS_PER_THEME = 9, 5
REPEATS = 15
#: The last item of each theme is reversed.
_REVERSED = np.arange(ITEMS_PER_THEME) == ITEMS_PER_THEME - 1
#: How many answers are "don't know" or skipped.
_MISSING = 0.1


@dataclass(frozen=True, slots=True)
class Size:
    """So many rounds of so many respondents each, and what they may cost."""

    name: str
    rounds: int
    respondents: int
    most_seconds: float
    most_megabytes: float | None = None


SIZES = (
    Size("350 networks x 5 rounds x 30 respondents", 350 * 5, 30, most_seconds=0.5),
    Size("1,000,000 respondents (25,000 rounds of 40)", 25_000, 40, most_seconds=3, most_megabytes=1200),
)


@dataclass(frozen=True, slots=True)
class Taken:
    """Processor and wall time of each repeat, in seconds."""

    cpu: list[float]
    wall: list[float]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a size cost, by kind of work, and the peak memory of its process."""

    works: dict[str, Taken]
    megabytes: float


#: The kinds of work.
SCORES, AVERAGES, ALL, FLOOR = "a score per person", "averages and margins", "both: all results", "the floor: bincount"


def main() -> int:
    """Measure, print, and add to the record when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.results", description=__doc__)
    parser.add_argument("--record", action="store_true", help="add the figures to bench/RECORD.md")
    arguments = parser.parse_args()
    text = _told(getloadavg()[0], [(size, _in_own_process(size)) for size in SIZES])
    print(text)
    if arguments.record:
        record("results", text, "python -m bench.results --record")
    return 0


def _in_own_process(size: Size) -> Measured:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measure, size).result()


def measure(size: Size) -> Measured:
    """Make the data, and do each kind of work equally often, in turn."""
    answers, rounds = _made(size)
    works: dict[str, Callable[[], None]] = {
        SCORES: lambda: _score(answers),
        AVERAGES: lambda: _average(answers, rounds),
        ALL: lambda: _score_and_average(answers, rounds),
        FLOOR: lambda: _count(answers),
    }
    taken = {name: Taken([], []) for name in works}
    for _ in range(REPEATS):
        for name, work in works.items():
            cpu, wall = time.process_time(), time.perf_counter()
            work()
            taken[name].cpu.append(time.process_time() - cpu)
            taken[name].wall.append(time.perf_counter() - wall)
    return Measured(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3)


def _made(size: Size) -> tuple[NDArray[np.int8], Rounds]:
    """Return answers, items by persons so that an item's answers lie together, and a round for each person."""
    chance, persons = np.random.default_rng(1), size.rounds * size.respondents
    answers = np.empty((THEMES * ITEMS_PER_THEME, persons), np.int8)
    for item in answers:
        item[:] = chance.integers(1, 6, persons, dtype=np.int8)
        item[chance.random(persons) < _MISSING] = 0
    return answers, Rounds(chance.permutation(np.repeat(np.arange(size.rounds), size.respondents)), size.rounds)


def _themes(answers: NDArray[np.int8]) -> Iterator[NDArray[np.int8]]:
    """Give persons by items, one theme at a time: what a theme needs is gone before the next."""
    return (answers[first : first + ITEMS_PER_THEME].T for first in range(0, len(answers), ITEMS_PER_THEME))


def _score(answers: NDArray[np.int8]) -> None:
    for theme in _themes(answers):
        score_theme(theme, _REVERSED)


def _average(answers: NDArray[np.int8], rounds: Rounds) -> None:
    for theme in _themes(answers):
        averages = average_theme(theme, _REVERSED, rounds)
        averages.tenths()
        averages.margins()


def _score_and_average(answers: NDArray[np.int8], rounds: Rounds) -> None:
    _score(answers)
    _average(answers, rounds)


def _count(answers: NDArray[np.int8]) -> None:
    for item in answers:
        np.bincount(item)


def _told(load_before: float, measured: list[tuple[Size, Measured]]) -> str:
    lines = [
        f"{THEMES} themes of {ITEMS_PER_THEME} items, {_MISSING:.0%} without a number, respondents in no order; each "
        f"work {REPEATS} times, in turn; {cpu_count()} cores, load {load_before:.1f} before it began.",
        f"Python {python_version()}, numpy {np.__version__}.",
    ]
    for size, found in measured:
        lines += ["", size.name, *_table(found.works), f"  peak memory of its process: {found.megabytes:.0f} MB"]
    targets = [target.line for size, found in measured for target in _targets(size, found)]
    return "\n".join([*lines, "", "Targets", *targets])


def _table(works: dict[str, Taken]) -> list[str]:
    columns = ("CPU ms", "least", "wall ms", "least", "to the floor")
    floor = median(works[FLOOR].cpu)
    lines = [f"  {'median of the repeats, and the least':<40}" + "".join(f"{column:>14}" for column in columns)]
    for name, taken in works.items():
        seconds = (median(taken.cpu), min(taken.cpu), median(taken.wall), min(taken.wall))
        cells = [*(f"{1000 * each:.1f}" for each in seconds), f"{median(taken.cpu) / floor:.2f} times"]
        lines.append(f"  {name:<40}" + "".join(f"{cell:>14}" for cell in cells))
    return lines


def _targets(size: Size, found: Measured) -> Iterator[Target]:
    people = f"{size.rounds * size.respondents:,} respondents"
    yield Target(f"all results of {people}, CPU", median(found.works[ALL].cpu), size.most_seconds, "s")
    if size.most_megabytes:
        yield Target(f"peak memory, {people}", found.megabytes, size.most_megabytes, "MB")


if __name__ == "__main__":
    sys.exit(main())

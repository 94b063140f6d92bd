"""Benchmark editions: what many networks published, frozen twice a year, and one network beside them (R7).

``edition`` is what is stored, and ``telling`` what is told of it. ``making`` makes it: ``collecting`` takes what counts
from published results, ``computing`` makes the figures. ``comparing`` puts one network's results beside them in a word.
Nothing here ranks, and nothing here reads answers.
"""

from reports.benchmark.collecting import Member, NetworkRound, window
from reports.benchmark.comparing import BenchmarkOutcome, BenchmarkSituation, BenchmarkWord, compare, comparisons
from reports.benchmark.edition import Edition, GapFigures, InvalidEdition, ThemeFigures, check_cut_off, latest_cut_off
from reports.benchmark.making import Made, make_edition
from reports.benchmark.telling import ShownEdition, ShownFigures, shown

__all__ = [
    "BenchmarkOutcome",
    "BenchmarkSituation",
    "BenchmarkWord",
    "Edition",
    "GapFigures",
    "InvalidEdition",
    "Made",
    "Member",
    "NetworkRound",
    "ShownEdition",
    "ShownFigures",
    "ThemeFigures",
    "check_cut_off",
    "compare",
    "comparisons",
    "latest_cut_off",
    "make_edition",
    "shown",
    "window",
]

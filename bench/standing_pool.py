"""How networks that exist nowhere stand by their rounds, and a benchmark edition: what pages over many are filled with.

A few are made as real ones are, from answers to published results; thousands of networks then look like one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final
from uuid import uuid4

from bench import invented_reports
from reports.benchmark import Edition
from reports.benchmark.collecting import Member, NetworkRound
from reports.benchmark.making import make_edition
from reports.report import ReportInput
from reports.standing import Standing, standing_of
from survey.demo.invented import invented_input

#: Of which size the invented ones are: how many people answered.
_SIZES: Final = (30, 8, 30, 200, 30, 8)
DIFFERENT: Final = 12
_CUT_OFF: Final = date(2026, 7, 1)


@dataclass(frozen=True, slots=True)
class Pool:
    """Standings of first rounds and of later ones, the edition beside which they stand, and a whole report."""

    first: Sequence[Standing]
    later: Sequence[Standing]
    edition: Edition
    report: ReportInput


@cache
def pool() -> Pool:
    """Return what networks look like, made once."""
    made = [_made(number) for number in range(DIFFERENT)]
    before = [each.previous or each.results for each in made] * 2  # gaps enter from ten networks that have one
    edition = make_edition(_CUT_OFF, [NetworkRound(Member(uuid4(), uuid4()), each) for each in before]).edition
    later = [replace(each, edition=edition) for each in made]
    first = [replace(each, previous=None) for each in later]
    return Pool([standing_of(each) for each in first], [standing_of(each) for each in later], edition, later[0])


def _made(number: int) -> ReportInput:
    size = _SIZES[number % len(_SIZES)]
    like = invented_reports.NETWORKS[size]
    pattern = replace(like.pattern, level=2.9 + number * 0.11)
    made, _ = invented_input(replace(like, seed=number, pattern=pattern, invited_before=like.invited))
    return made

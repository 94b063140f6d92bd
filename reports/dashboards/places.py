"""Where networks are and how far their rounds are: counts of networks by province and labour-market region.

Nothing here is of a person or an answer: only whether a network has a round, and how far that is.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reports.report.figures import Area, Figure, Series, Tile, TileGrid
from reports.report.tables import Column, Table
from reports.report.values import Value, number, texts
from reports.wording import Words, words

#: Where each province lies among the others, by the code of Statistics Netherlands: column and row.
GRID: Final[Mapping[str, tuple[int, int]]] = {
    "PV21": (0, 0), "PV20": (1, 0), "PV22": (2, 0),
    "PV27": (0, 1), "PV24": (1, 1), "PV23": (2, 1),
    "PV28": (0, 2), "PV26": (1, 2), "PV25": (2, 2),
    "PV29": (0, 3), "PV30": (1, 3), "PV31": (2, 3),
}  # fmt: skip
#: So many regions without a network are named in a sentence.
_NAMED: Final = 6


class Stage(StrEnum):
    """How far a network is with its newest round, as the key has it."""

    OPEN = "open"
    CLOSED = "closed"
    PLANNED = "planned"
    RELEASED = "released"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Placed:
    """How many networks of one place are at one stage; ``region``: ``None`` where none is known."""

    province: str
    region: str | None
    stage: Stage
    networks: int


@dataclass(frozen=True, slots=True)
class Places:
    """The names of provinces and of labour-market regions, by code."""

    provinces: Mapping[str, str]
    regions: Mapping[str, str]


_Counts = Mapping[tuple[str, str], Counter[Stage]]


def places_figure(language: str, placed: Sequence[Placed], places: Places) -> Figure:
    """Return the tile grid of provinces and regions, with its sentence and its table.

    Parameters
    ----------
    placed
        The networks, counted; those of a province outside ``GRID`` stand in the table only.
    """
    said = words(language)
    counted: dict[tuple[str, str], Counter[Stage]] = {}
    for each in placed:
        counted.setdefault((each.province, each.region or ""), Counter())[each.stage] += each.networks
    return Figure(
        id="places",
        answer=_answer(said, placed),
        how=_how(said, counted, places),
        alt=said.say("places.alt"),
        key=tuple(Series(f"stage-{stage}", said.say(f"places.stage.{stage}")) for stage in Stage),
        drawing=TileGrid(tuple(f"stage-{stage}" for stage in Stage), _areas(said, counted, places)),
        table=_table(said, counted, places),
    )


def _answer(said: Words, placed: Sequence[Placed]) -> str:
    """Say in how many provinces networks are, and how far they are."""
    provinces, stages = {each.province for each in placed}, Counter[Stage]()
    for each in placed:
        stages[each.stage] += each.networks
    where = said.counted("places.provinces", len(provinces))
    told = [said.counted(f"places.count.{stage}", stages[stage]) for stage in Stage if stages[stage]]
    return said.say("places.answer", networks=said.counted("places.networks", stages.total()), where=where,
                    stages=said.listed(told))  # fmt: skip


def _how(said: Words, counted: _Counts, places: Places) -> str:
    """Say how to read the grid, and which regions have no network yet."""
    empty = sorted(name for code, name in places.regions.items() if code not in {region for _, region in counted})
    if not empty:
        return said.say("places.how")
    if len(empty) > _NAMED:
        return f"{said.say('places.how')} {said.counted('places.empty', len(empty))}"
    return f"{said.say('places.how')} {said.say('places.empty.named', regions=said.listed(empty))}"


def _areas(said: Words, counted: _Counts, places: Places) -> tuple[Area, ...]:
    return tuple(
        Area(
            places.provinces[code],
            column,
            row,
            _tile("", _sum(counted, code)),
            tuple(_tile(name, counts) for name, counts in _regions(said, counted, places, code)),
        )
        for code, (column, row) in GRID.items()
    )


def _regions(said: Words, counted: _Counts, places: Places, province: str) -> list[tuple[str, Counter[Stage]]]:
    """Return the regions of a province that have networks, by name, those of no known region last."""
    found = [(region, counts) for (code, region), counts in counted.items() if code == province]
    ordered = sorted(found, key=lambda each: (not each[0], places.regions.get(each[0], each[0])))
    if len(ordered) == 1 and not ordered[0][0]:
        return [("", ordered[0][1])]  # nothing to tell apart
    return [(_region(said, places, region), counts) for region, counts in ordered]


def _region(said: Words, places: Places, code: str) -> str:
    return places.regions.get(code, code) if code else said.say("places.no-region")


def _tile(label: str, counts: Counter[Stage]) -> Tile:
    return Tile(label, tuple(counts[stage] for stage in Stage))


def _sum(counted: _Counts, province: str | None = None) -> Counter[Stage]:
    """Add up the networks of a province, or of all."""
    whole = Counter[Stage]()
    for (code, _), counts in counted.items():
        if province in (None, code):
            whole += counts
    return whole


def _table(said: Words, counted: _Counts, places: Places) -> Table:
    order = sorted(counted, key=lambda each: (places.provinces.get(each[0], each[0]), not each[1],
                                              places.regions.get(each[1], each[1])))  # fmt: skip
    rows = [
        (*texts(places.provinces.get(code, code), _region(said, places, region)), *_numbers(counted[code, region]))
        for code, region in order
    ]
    rows.append((*texts(said.say("places.all"), ""), *_numbers(_sum(counted))))
    heads = [said.say(f"places.stage.{stage}") for stage in Stage]
    columns = (
        Column(said.say("places.province")),
        Column(said.say("places.region")),
        *(Column(head, numeric=True) for head in (*heads, said.say("places.column"))),
    )
    return Table("places", said.say("places.table"), columns, tuple(rows))


def _numbers(counts: Counter[Stage]) -> tuple[Value, ...]:
    return (*(number(counts[stage], "networks") for stage in Stage), number(counts.total(), "networks"))

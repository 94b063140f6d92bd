"""All that is known about a theme, put together: blocks of people, and sums over several of them that must come out.

Averages and items may tell different groups apart. A block is the people whom no table tells apart; what a table says
of an atom, it says of the sum over the blocks in it. Each bound tightens the others, round after round.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from reports.disclosure.inference import Bounds
from reports.disclosure.known import Known
from reports.disclosure.leaver import SCORES, WHOLE, About, Leaver, about_item
from reports.disclosure.reading import Groups, Reading, Table

#: After so many rounds hardly anything moves; stopping early leaves bounds true, if a little wide.
MOST_ROUNDS: Final = 4

Blocks = Mapping[Groups, Known]


class Sum(NamedTuple):
    """What is known of several blocks together."""

    about: About
    blocks: tuple[Groups, ...]
    bounds: Bounds


def blocks_of(reading: Reading) -> Blocks:
    """Return the blocks of people, with what is known about each by itself."""
    sets = sorted(map(sorted, reading.sets()))
    alike: dict[tuple[bool, ...], list[str]] = {}
    for group in reading.theme.plan:
        alike.setdefault(tuple(group in each for each in sets), []).append(group)
    found = (frozenset(groups) for groups in alike.values())
    return {block: reading.known(block) for block in found if reading.theme.sent_in(block)}


def sums_of(reading: Reading, blocks: Iterable[Groups]) -> tuple[Sum, ...]:
    """Return what the tables say of more than one block."""
    all_blocks = tuple(blocks)
    return tuple(
        Sum(about, inside, bounds)
        for about, table in _tables(reading)
        for groups, bounds in _told(table).items()
        if len(inside := tuple(block for block in all_blocks if block <= groups)) > 1
    )


def _told(table: Table) -> dict[Groups, Bounds]:
    everybody = {} if table.everybody is None else {frozenset(table.sizes): table.everybody}
    return {**table.atoms, **everybody}


def _tables(reading: Reading) -> Iterator[tuple[About, Table]]:
    yield SCORES, reading.scores
    for place, (classes, total) in enumerate(zip(reading.counts, reading.totals, strict=True)):
        yield from ((about_item(place, number), table) for number, table in enumerate(classes))
        yield about_item(place, WHOLE), total


@dataclass(frozen=True, slots=True)
class Everything:
    """All that is known: of blocks, of their sums, and of larger sets, whose people may be of any of their blocks."""

    blocks: Blocks
    sums: tuple[Sum, ...]
    larger: Blocks

    @classmethod
    def of(cls, reading: Reading) -> "Everything":
        """Put together what is printed."""
        alone = blocks_of(reading)
        larger = {
            groups: reading.known(groups) for groups in reading.sets() - set(alone) if reading.theme.sent_in(groups)
        }
        return cls(alone, sums_of(reading, alone), larger).tightened()

    def without(self, block: Groups, leaver: Leaver) -> "Everything":
        """Leave one person of a block out, and tighten the rest."""
        blocks = {**self.blocks, block: self.blocks[block].without(leaver)}
        sums = tuple(_without(each, leaver) if block in each.blocks else each for each in self.sums)
        larger = {groups: known.without(leaver) if block <= groups else known for groups, known in self.larger.items()}
        return Everything(blocks, sums, larger).tightened()

    def tightened(self) -> "Everything":
        """Tighten everything by everything."""
        blocks = self.blocks
        for _ in range(MOST_ROUNDS):
            linked = {name: known.linked for name, known in blocks.items()}
            blocks = shared(linked, self.sums)
            if blocks == linked:
                break
        larger = {groups: _within(known, blocks, groups).linked for groups, known in self.larger.items()}
        return Everything(blocks, self.sums, larger)

    @property
    def slack(self) -> int:
        """How far the blocks' scores at least are from the ends that their items allow, in points."""
        return min((known.slack for known in self.blocks.values() if known.scored), default=0)

    @property
    def has_room(self) -> bool:
        """Whether there is so much room that one person more or less known narrows nobody."""
        return all(known.has_room for known in (*self.blocks.values(), *self.larger.values()))

    @property
    def is_possible(self) -> bool:
        """Whether nothing contradicts anything."""
        return all(known.is_possible for known in (*self.blocks.values(), *self.larger.values()))


def _within(known: Known, blocks: Blocks, groups: Groups) -> Known:
    """Bound a larger set by the blocks that it consists of."""
    inside = [block.bounds for name, block in blocks.items() if name <= groups]
    parts = (zip(*ends, strict=True) for ends in zip(*inside, strict=True))
    return known.bounded(
        [
            (max(low, sum(lows)), min(high, sum(highs)))
            for (low, high), (lows, highs) in zip(known.bounds, parts, strict=True)
        ]
    )


def _without(known: Sum, leaver: Leaver) -> Sum:
    own = leaver.adds[known.about]
    return Sum(known.about, known.blocks, (known.bounds[0] - own, known.bounds[1] - own))


def shared(blocks: Blocks, sums: Iterable[Sum]) -> Blocks:
    """Subtract from each sum what the other blocks in it have at most, and at least."""
    found = {name: list(known.bounds) for name, known in blocks.items()}
    changed: set[Groups] = set()
    for about, inside, (lowest, highest) in sums:
        lows, highs = zip(*(found[name][about] for name in inside), strict=True)
        below, above = lowest - sum(highs), highest - sum(lows)
        for name, low, high in zip(inside, lows, highs, strict=True):
            if low < below + high or high > above + low:
                found[name][about] = (max(low, below + high), min(high, above + low))
                changed.add(name)
    return {name: known.bounded(found[name]) if name in changed else known for name, known in blocks.items()}

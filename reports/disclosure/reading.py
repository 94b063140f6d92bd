"""The attacker's reading of what is printed about one theme: which people are told about, and what is said of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from reports.disclosure.classes import CLASSES
from reports.disclosure.coded import Coded
from reports.disclosure.inference import MEANS, SHARES, Bounds, Figure, Printed
from reports.disclosure.item_known import ItemKnown, complete
from reports.disclosure.known import Known
from reports.disclosure.policy import HIGHEST, LOWEST
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results.cells import TOTAL, Cell

Groups = frozenset[str]

#: The shown cells by group; by measure, subject and option (or empty).
_Printed = dict[tuple[str, str, str], dict[str, Cell]]


@dataclass(frozen=True)
class Table:
    """Bounds on one sum or count: of each atom, and of everybody; ``sizes`` are the answers per group of the plan.

    ``ends`` are the least and the most that one person adds.
    """

    sizes: Mapping[str, int]
    ends: Bounds
    atoms: Mapping[Groups, Bounds]
    everybody: Bounds | None = None

    def bounds(self, groups: Groups) -> Bounds:
        """Bound the sum over the people of ``groups``; of part of an atom, what the others leave over."""
        least, most = self.ends
        n = sum(self.sizes[group] for group in groups)
        parts = [self._part(atom, bounds, groups) for atom, bounds in self.atoms.items()] or [(least * n, most * n)]
        low, high = sum(low for low, _ in parts), sum(high for _, high in parts)
        if self.everybody and n == sum(self.sizes.values()):
            return max(low, self.everybody[0]), min(high, self.everybody[1])
        return low, high

    def _part(self, atom: Groups, bounds: Bounds, groups: Groups) -> Bounds:
        least, most = self.ends
        inside = sum(self.sizes[group] for group in atom & groups)
        outside = sum(self.sizes[group] for group in atom - groups)
        return max(least * inside, bounds[0] - most * outside), min(most * inside, bounds[1] - least * outside)

    def small(self, least: int) -> bool:
        """Whether something is said about an atom of fewer than ``least`` people."""
        return any(
            0 < n < least and self.atoms[atom] != (self.ends[0] * n, self.ends[1] * n)
            for atom in self.atoms
            if (n := sum(self.sizes[group] for group in atom))
        )


@dataclass(frozen=True)
class Reading:
    """Everything printed about one theme."""

    theme: ThemeAnswers
    scores: Table
    #: Per item, per class from unfavourable to favourable; and the sum of its answers, where a word tells of it.
    counts: tuple[tuple[Table, ...], ...]
    totals: tuple[Table, ...]

    @classmethod
    def of(cls, cells: Iterable[Cell], theme: ThemeAnswers) -> "Reading":
        """Read the cells about a theme and its items; others are left alone."""
        printed: _Printed = {}
        for cell in cells:
            if cell.shown:
                printed.setdefault((cell.measure, cell.subject, cell.option or ""), {})[cell.group] = cell
        places = range(len(theme.items))
        return cls(
            theme,
            _scores(printed.get(("theme_mean", theme.id, ""), {}), theme),
            tuple(_counts(printed, theme, place) for place in places),
            tuple(_item_total(printed, theme, place) for place in places),
        )

    def sets(self) -> set[Groups]:
        """Return the sets of people to look at: every atom of any table, and everybody."""
        atoms = {atom for table in (self.scores, *(each[0] for each in self.counts)) for atom in table.atoms}
        return atoms | {frozenset(self.theme.plan)}

    def known(self, groups: Groups) -> Known:
        """Put together what is known about the people of some groups."""
        sizes = self.scores.sizes
        return Known(
            people=self.theme.sent_in(groups),
            scored=sum(sizes[group] for group in groups),
            total=self.scores.bounds(groups),
            items=tuple(self._item(place, groups) for place in range(len(self.theme.items))),
            unit=self.theme.unit,
            required=self.theme.required,
        )

    def _item(self, place: int, groups: Groups) -> ItemKnown:
        classes, total = self.counts[place], self.totals[place]
        n = sum(total.sizes[group] for group in groups)
        return ItemKnown.of(n, [table.bounds(groups) for table in classes], total.bounds(groups))


def _scores(printed: Mapping[str, Cell], theme: ThemeAnswers) -> Table:
    sizes = {group: theme.tally(group).n for group in theme.plan}
    ends = (LOWEST * theme.unit, HIGHEST * theme.unit)
    if not printed:
        return Table(sizes, ends, {})
    extra, total = theme.tally(None), printed[TOTAL]
    joined = len(printed) == 1 and (total.n or 0) > sum(sizes.values())
    known = (extra.n, int(extra.total * theme.unit)) if joined else (0, 0)
    return _table(printed, sizes, ends, _figure(MEANS, total), known)


def _counts(printed: _Printed, theme: ThemeAnswers, place: int) -> tuple[Table, ...]:
    item = theme.items[place]
    tables = [printed.get(("share", item, name), {}) for name in CLASSES]
    sizes = {group: sum(theme.recoded_counts(place, group)) for group in theme.plan}
    joined = all(len(table) == 1 and table[TOTAL].kind == "exact" for table in tables)
    extra = theme.counts(place, None) if joined else dict.fromkeys(CLASSES, 0)
    outside = sum(extra.values())
    read = [
        _table(table, sizes, (0, 1), _figure(SHARES, table[TOTAL]), (outside, extra[name]))
        if table
        else Table(sizes, (0, 1), {})
        for name, table in zip(CLASSES, tables, strict=True)
    ]
    together = _completed(read)
    return tuple(reversed(together) if theme.is_reversed[place] else together)


def _completed(classes: Sequence[Table]) -> list[Table]:
    """Tighten the classes of each atom by each other: they are shown for the same people, and everybody is in one."""
    sizes = classes[0].sizes
    atoms = {
        atom: complete(sum(sizes[group] for group in atom), [table.atoms[atom] for table in classes])
        for atom in classes[0].atoms
    }
    return [
        replace(table, atoms={atom: bounds[place] for atom, bounds in atoms.items()})
        for place, table in enumerate(classes)
    ]


def _figure(figure: Figure, cell: Cell) -> Figure:
    return replace(figure, grid=replace(figure.grid, step=cell.step))


def _table(
    printed: Mapping[str, Cell], sizes: Mapping[str, int], ends: Bounds, figure: Figure, known: tuple[int, int]
) -> Table:
    """Read one figure; ``known`` people outside the groups, and their sum, are part of the total."""
    unit = ends[1] // int(figure.grid.highest)
    total, groups = _coded(printed[TOTAL]), {name: _coded(cell) for name, cell in printed.items() if name != TOTAL}
    if known[0] or not groups:
        low, high = figure.bounds(total, sum(sizes.values()) + known[0], unit)
        everybody = (low - known[1], high - known[1])
        return Table(sizes, ends, {frozenset(sizes): everybody}, everybody)
    read = Printed(figure, total, groups, sizes)
    return Table(sizes, ends, read.atoms(unit), read.bounds_of_total(unit))


def _coded(cell: Cell) -> Coded:
    if cell.kind == "between":
        assert cell.low is not None  # noqa: S101 - a cell between two values has both
        return Coded("between", cell.low, cell.high)
    value = cell.high if cell.low is None else cell.low
    assert value is not None  # noqa: S101 - only shown cells are read
    assert cell.kind != "withheld"  # noqa: S101 - idem
    return Coded(cell.kind, value)


def _item_total(printed: _Printed, theme: ThemeAnswers, place: int) -> Table:
    words = printed.get(("item_word", theme.items[place], ""))
    sizes = {group: sum(theme.recoded_counts(place, group)) for group in theme.plan}
    if not words:
        return Table(sizes, (LOWEST, HIGHEST), {})
    n = sum(sizes.values())
    low, high = _word(words[TOTAL], n)
    if theme.is_reversed[place]:
        low, high = (LOWEST + HIGHEST) * n - high, (LOWEST + HIGHEST) * n - low
    return Table(sizes, (LOWEST, HIGHEST), {frozenset(sizes): (low, high)})


def _word(cell: Cell, n: int) -> Bounds:
    """Bound the sum behind a word, whose ends are of the exact average; a number was rounded."""
    if cell.kind == "exact":
        return _figure(MEANS, cell).bounds(_coded(cell), n, 1)
    low = LOWEST * n if cell.low is None else ceil(n * Fraction(cell.low))
    return low, HIGHEST * n if cell.high is None else ceil(n * Fraction(cell.high)) - 1

"""What is read of the cells of a theme: which people they are about, and bounds that are true of those."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.disclosure.gate import Level
from reports.disclosure.inference import Bounds
from reports.disclosure.reading import Groups, Reading, Table
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results.cells import Cell
from reports.results.tables import theme_cells
from tests.attacks.themes import Person, theme_of
from tests.unit.reports.hostile_themes import themes

A, B, C = frozenset("a"), frozenset("b"), frozenset("c")
MIXED: list[Person] = [(1, 2, 3), (2, 3, 4), (3, 4, 5), (4, 5, 1), (5, 1, 2)]


def read(theme: ThemeAnswers, level: Level = Level.FULL, *, words: bool = False) -> Reading:
    return Reading.of(theme_cells(theme, level, words=words), theme)


# --- a table --------------------------------------------------------------------------------------------------


@st.composite
def small_tables(draw: st.DrawFn) -> tuple[Table, int]:
    """Draw a table over two or three groups of a few people, with bounds that some answers of 1 to 3 fit."""
    sizes = draw(st.lists(st.integers(0, 2), min_size=2, max_size=3))
    names = "abc"[: len(sizes)]
    sums = [draw(st.integers(size, 3 * size)) for size in sizes]
    parts = draw(st.sampled_from([[[0], [*range(1, len(sizes))]], [[*range(len(sizes))]]]))
    atoms: dict[Groups, Bounds] = {}
    for part in parts:
        total = sum(sums[each] for each in part)
        atoms[frozenset(names[each] for each in part)] = (
            total - draw(st.integers(0, 2)),
            total + draw(st.integers(0, 2)),
        )
    return Table(dict(zip(names, sizes, strict=True)), (1, 3), atoms), len(sizes)


def every_sum(table: Table) -> Iterator[dict[str, int]]:
    """Go through the sums per group that fit every atom."""
    names = list(table.sizes)
    for sums in product(*(range(size, 3 * size + 1) for size in table.sizes.values())):
        found = dict(zip(names, sums, strict=True))
        if all(low <= sum(found[name] for name in atom) <= high for atom, (low, high) in table.atoms.items()):
            yield found


@given(small_tables())
def test_the_bounds_of_any_groups_are_those_of_all_sums_that_fit(drawn: tuple[Table, int]):
    """Of groups from several atoms too: the atoms have nobody in common."""
    table, count = drawn
    sums = list(every_sum(table))
    for picked in product([False, True], repeat=count):
        groups = frozenset(name for name, taken in zip(table.sizes, picked, strict=True) if taken)
        within = [sum(each[name] for name in groups) for each in sums]
        low, high = table.bounds(groups)
        assert low <= min(within)
        assert max(within) <= high
        if groups and all(atom <= groups or not atom & groups for atom in table.atoms):
            ends = [_clipped(table, atom) for atom in table.atoms if atom <= groups]
            assert (min(within), max(within)) == (sum(end[0] for end in ends), sum(end[1] for end in ends))


def _clipped(table: Table, atom: Groups) -> Bounds:
    n = sum(table.sizes[name] for name in atom)
    return max(n, table.atoms[atom][0]), min(3 * n, table.atoms[atom][1])


def test_part_of_an_atom_is_what_the_others_leave_over():
    """By hand: b and c have 40 to 50 together; two of c have 2 to 10, so eight of b have at least 30 and at most 40."""
    table = Table({"a": 5, "b": 8, "c": 2}, (1, 5), {A: (20, 25), B | C: (40, 50)})
    assert table.bounds(B) == (30, 40)
    assert table.bounds(C) == (2, 10)  # b has at most 40, so nothing more than the scale says
    assert table.bounds(A | B) == (50, 65)


def test_everybody_is_also_bounded_by_the_total():
    table = Table({"a": 5, "b": 5}, (1, 5), {A: (10, 15), B: (10, 15)}, (22, 24))
    assert table.bounds(A | B) == (22, 24)
    assert table.bounds(A) == (10, 15)
    # Everybody who answered: a group without answers makes no difference.
    assert Table({"a": 5, "b": 0}, (1, 5), {A: (10, 15)}, (11, 12)).bounds(A) == (11, 12)


def test_a_table_that_says_nothing_leaves_the_scale():
    assert Table({"a": 3, "b": 2}, (1, 5), {}).bounds(A | B) == (5, 25)


@pytest.mark.parametrize(
    ("size", "bounds", "small"),
    [(4, (4, 19), True), (4, (4, 20), False), (5, (5, 19), False), (0, (0, 0), False)],
)
def test_something_said_of_a_few(size: int, bounds: Bounds, small: bool):
    assert Table({"a": size}, (1, 5), {A: bounds}).small(5) == small


# --- a theme --------------------------------------------------------------------------------------------------


@given(themes(), st.booleans())
@settings(max_examples=100, deadline=None)
def test_every_table_is_true(theme: ThemeAnswers, words: bool):
    reading = read(theme, words=words)
    groups = [frozenset(each) for each in theme.plan]
    for each in (*groups, frozenset(theme.plan)):
        people = [own for group, own in theme.people if group in each]
        assert_within(reading.scores, each, sum(score for _, score in people if score is not None))
        for place in range(len(theme.items)):
            answers = [given_ones[place] for given_ones, _ in people if given_ones[place]]
            assert_within(reading.totals[place], each, sum(answers))
            for table, values in zip(reading.counts[place], ((1, 2), (3,), (4, 5)), strict=True):
                assert_within(table, each, sum(answer in values for answer in answers))


def assert_within(table: Table, groups: Groups, value: int) -> None:
    low, high = table.bounds(groups)
    assert low <= value <= high


def test_classes_of_a_reversed_item_are_read_as_they_are_favourable():
    """By hand: seven of ten answered 1 to an item that is reversed, which is 5 in the favourable direction."""
    theme = replace(theme_of([[(5,)] * 7 + [(3,)] * 3]), is_reversed=(True,))
    cells = {cell.option: cell for cell in theme_cells(theme, Level.FULL)}
    assert cells["disagree"].low == Decimal("0.70")
    assert [table.bounds(A) for table in read(theme).counts[0]] == [(0, 0), (3, 3), (7, 7)]


def test_classes_of_one_atom_are_all_of_its_people():
    """F3: five of ten neither, five agree; at most 20% disagree, but nobody is left to."""
    theme = theme_of([[(3, 3, 3)] * 5, [(4, 4, 4)] * 5])
    assert [table.bounds(A | B) for table in read(theme).counts[0]] == [(0, 0), (5, 5), (5, 5)]


def apart(people: list[Person], outside: list[Person]) -> ThemeAnswers:
    """Ten people in groups of four, three and three, of which none can be shown."""
    return theme_of([people[:4], people[4:7], people[7:]], outside)


def test_what_people_outside_the_groups_answered_is_subtracted():
    """By hand: with ten ones of people whom somebody may have invented, all twenty have 2.0: from 39 to below 41.

    Of those the ten outside have 10, so the ten in groups have from 29 to below 31, which is 174 to 185 sixths.
    """
    theme = apart(MIXED * 2, outside=[(1, 1, 1)] * 10)
    cell = theme_cells(theme, Level.FULL)[0]
    assert (cell.low, cell.n, theme.unit) == (Decimal("2.0"), 20, 6)
    assert read(theme).scores.bounds(A | B | C) == (174, 185)


def test_a_coded_total_is_of_the_groups_alone():
    """By hand: ten fives are 4.4 or higher, from 43.5 points on; what others outside answered is no part of it."""
    theme = apart([(5, 5, 5)] * 10, outside=[(1, 1, 1)] * 10)
    assert theme_cells(theme, Level.FULL)[0].n == 10
    assert read(theme).scores.bounds(A | B | C) == (261, 300)


def test_shares_join_people_outside_only_when_all_classes_are_exact():
    """By hand: 4, 2 and 4 of ten are coded, since 2 of 10 is at the edge; 4, 3 and 3 join ten others.

    With ten who agree it is 4, 3 and 13 of twenty, in steps of 5%: exactly those.
    """
    outside: list[Person] = [(5, 5, 5)] * 10
    coded = read(apart(MIXED * 2, outside)).counts[0]
    assert [table.bounds(A | B | C) for table in coded] == [(4, 4), (2, 2), (4, 4)]
    exact = apart([*MIXED, (1, 1, 1), (3, 3, 3), (3, 3, 3), (4, 3, 3), (2, 3, 3)], outside)
    assert [cell.low for cell in theme_cells(exact, Level.FULL) if cell.subject == "x" and cell.shown] == [
        Decimal("0.20"),
        Decimal("0.15"),
        Decimal("0.65"),
    ]
    assert [table.bounds(A | B | C) for table in read(exact).counts[0]] == [(4, 4), (3, 3), (3, 3)]


def test_a_withheld_cell_says_nothing():
    theme = theme_of([MIXED[:4]])
    reading = read(theme)
    assert reading.scores.atoms == {}
    assert reading.sets() == {A}
    assert reading.scores.bounds(A) == (4 * theme.unit, 20 * theme.unit)


def test_cells_about_other_subjects_are_left_alone():
    other = replace(theme_of([[(5, 5, 5)] * 20]), id="other", items=("k", "l", "m"))
    theme = theme_of([MIXED * 2])
    cells = theme_cells(theme, Level.FULL)
    assert Reading.of([*theme_cells(other, Level.FULL), *cells], theme) == Reading.of(cells, theme)


# --- the words of a scan --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "flipped", "bounds"),
    [
        ([1, 1, 2, 2, 2], False, (5, 12)),  # below 2.5 on average
        ([4, 4, 4, 4, 4], False, (18, 25)),  # from 3.5
        ([3, 3, 3, 3, 3], False, (13, 17)),  # from 2.5 to below 3.5
        ([1, 1, 2, 2, 2], True, (18, 25)),  # answered the other way: 5, 5, 4, 4, 4, of which the average is 4.4
        ([3, 3, 3, 3, 3], True, (13, 17)),
        ([2, 2, 2, 2, 2, 3], True, (22, 30)),
    ],
)
def test_what_a_word_leaves_of_a_sum(answers: list[int], flipped: bool, bounds: Bounds):
    """Given answers; a reversed item is read in the favourable direction."""
    people = [(6 - each if flipped else each,) for each in answers]
    theme = replace(theme_of([people]), is_reversed=(flipped,))
    low, high = read(theme, words=True).totals[0].bounds(A)
    assert (low, high) == bounds


def test_a_number_in_place_of_a_word_is_read_as_rounded():
    """An item average is not published; an attacker who finds one reads it as it is printed (a negative control)."""
    theme = theme_of([MIXED * 2])
    cell = Cell("item_word", theme.items[0], "total", "exact", Decimal("3.0"), Decimal("3.0"))
    assert Reading.of([cell], theme).totals[0].bounds(A) == (30, 30)

"""Networks side by side: the grid, the chart of one theme, and what may not be compared."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.benchmark import Edition
from reports.dashboards import ComparedNetwork, compare, reference_versions, theme_figure
from reports.dashboards.grid import step_of
from reports.report import Dots
from reports.results import Cell
from reports.standing import ThemeStanding, standing_of
from reports.status import StatusName
from survey.demo.others import edition_of_others
from tests.unit.reports.networks import NETWORKS, given

TITLES = {"roles": "Rollen en taken", "conditions": "Voorwaarden"}


def edition() -> Edition:
    return edition_of_others(date(2026, 7, 1), seed=1).edition


def exact(tenths: int, n: int = 12, theme: str = "roles") -> Cell:
    value = Decimal(tenths).scaleb(-1)
    return Cell("theme_mean", theme, "total", "exact", value, value, n)


def network(name: str, *themes: ThemeStanding, day: date = date(2026, 10, 23)) -> ComparedNetwork:
    return ComparedNetwork(name.lower(), name, day, themes)


def standing(cell: Cell, *names: StatusName, version: str = "a") -> ThemeStanding:
    return ThemeStanding(cell.subject, version, cell, names or (StatusName.ON_THE_WAY,))


def real(name: str) -> ComparedNetwork:
    made = standing_of(given(name)[0])
    return ComparedNetwork(name, name, made.closed_on, made.themes)


@pytest.mark.parametrize(
    ("tenths", "step"), [(10, 0), (24, 0), (25, 1), (29, 1), (30, 2), (34, 2), (35, 3), (39, 3), (40, 4), (50, 4)]
)
def test_a_colour_follows_what_is_printed(tenths: int, step: int) -> None:
    assert step_of(exact(tenths)) == step


def test_a_coded_average_takes_the_colour_of_its_edge_and_a_range_that_of_its_middle() -> None:
    low, high = Decimal("2.2"), Decimal("4.2")

    assert step_of(Cell("theme_mean", "roles", "total", "at_least", high, None, 5)) == 4
    assert step_of(Cell("theme_mean", "roles", "total", "at_most", None, low, 5)) == 0
    assert step_of(Cell("theme_mean", "roles", "total", "between", low, high, 5)) == 2


def test_a_cell_says_the_margin_the_status_and_the_number_of_answers() -> None:
    shown = compare("nl", [network("Waterdam", standing(exact(37)))], TITLES, None)

    ((cell,),) = (row.cells for row in shown.grid.rows)
    assert (cell.text, cell.step) == ("3,7", 3)
    assert cell.says == "Rollen en taken: 3,7; marge 3,1 tot 4,3; op weg; 12 antwoorden"


def test_what_is_withheld_has_no_colour_and_says_why() -> None:
    withheld = Cell("theme_mean", "roles", "total", "withheld", reason="too_few")

    shown = compare("nl", [network("Klein", standing(withheld, StatusName.TOO_FEW))], TITLES, None)

    ((cell,),) = (row.cells for row in shown.grid.rows)
    assert (cell.text, cell.step) == ("–", None)
    assert cell.says == "Rollen en taken: –; te weinig antwoorden"


def test_a_theme_that_a_round_did_not_ask_is_no_withheld_one() -> None:
    both, one = standing(exact(37)), standing(exact(31, theme="conditions"))

    shown = compare("nl", [network("A", both, one), network("B", both)], TITLES, None)

    assert shown.grid.rows[1].cells[1].says == "Voorwaarden: niet gevraagd in deze ronde"


def test_rows_stay_in_the_order_given_whatever_the_values() -> None:
    low, high = network("Laag", standing(exact(21))), network("Hoog", standing(exact(45)))

    assert [row.name for row in compare("nl", [low, high], TITLES, None).grid.rows] == ["Laag", "Hoog"]
    assert [row.name for row in compare("nl", [high, low], TITLES, None).grid.rows] == ["Hoog", "Laag"]


def test_a_colour_that_is_not_sure_has_a_dashed_edge_and_is_explained() -> None:
    sure = compare("nl", [network("Zeker", standing(exact(37)))], TITLES, None)
    range_ = replace(exact(30), kind="between", low=Decimal("2.6"), high=Decimal("3.4"))
    unsure = compare("nl", [network("Klein", standing(range_))], TITLES, None)

    assert not sure.grid.rows[0].cells[0].coded
    assert unsure.grid.rows[0].cells[0].coded
    assert [any("streepjesrand" in note for note in each.notes) for each in (sure, unsure)] == [False, True]


def test_other_questions_are_not_laid_beside() -> None:
    same = [network(name, standing(exact(37))) for name in "AB"]
    other = network("Oud", standing(exact(41), version="b"))

    shown = compare("nl", [*same, other], TITLES, None)
    figure = theme_figure("nl", [*same, other], shown.themes[0])

    cell = shown.grid.rows[2].cells[0]
    assert (cell.other, cell.step) == (True, None)
    assert cell.says.endswith("andere vragen, niet te vergelijken")
    assert shown.grid.has_other
    assert any("sterretje" in note for note in shown.notes)
    assert figure is not None
    assert isinstance(figure.drawing, Dots)
    assert [row.label for row in figure.drawing.rows] == ["A", "B"]


def test_the_version_of_most_is_compared_and_of_as_many_the_newest() -> None:
    old, new = standing(exact(37), version="a"), standing(exact(37), version="b")

    assert reference_versions([network("A", old), network("B", old), network("C", new)]) == {"roles": "a"}
    later = network("C", new, day=date(2026, 12, 1))
    assert reference_versions([network("A", old), later]) == {"roles": "b"}


def test_the_band_is_the_editions_whatever_networks_are_chosen() -> None:
    networks = [real(name) for name in ("small", "middling", "divided", "large")]
    made = edition()

    for chosen in (networks, networks[:1], networks[2:]):
        shown = compare("nl", chosen, TITLES, made)
        figure = theme_figure("nl", chosen, shown.themes[0])
        assert figure is not None
        assert isinstance(figure.drawing, Dots)
        (found,) = (each for each in made.themes if each.theme.id == "roles")
        for row in figure.drawing.rows:
            assert row.band is not None
            assert (row.band.low, row.band.median, row.band.high) == (found.lower, found.median, found.upper)


def test_the_band_of_other_questions_is_not_shown() -> None:
    networks = [network("A", standing(exact(37), version="x"))]

    theme = compare("nl", networks, TITLES, edition()).themes[0]

    assert theme.figures is None


def test_the_notes_say_that_there_is_no_edition_and_never_rank() -> None:
    notes = compare("nl", [network("A", standing(exact(37)))], TITLES, None).notes

    assert any("te weinig netwerken" in note for note in notes)
    assert "We maken geen ranglijst. De verschillen zijn te klein en de groepen te klein." in notes


def test_notes_are_of_the_grid_of_the_charts_or_of_both() -> None:
    shown = compare("nl", [network("A", standing(exact(37)))], TITLES, edition())

    assert any("Hoe donkerder, hoe hoger" in note for note in shown.grid_notes)
    assert any("grijze band" in note for note in shown.chart_notes)
    assert not any("band" in note or "donkerder" in note for note in shown.shared_notes)
    assert shown.notes == (*shown.grid_notes, *shown.shared_notes, *shown.chart_notes)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([StatusName.STRONG], "Rollen en taken: één sterk."),
        ([StatusName.ATTENTION] * 2 + [StatusName.ON_THE_WAY], "Rollen en taken: 2 vragen aandacht en één op weg."),
        ([StatusName.DIVIDED, StatusName.UNKNOWN], "Rollen en taken: één onbekend en één verdeeld."),
    ],
)
def test_the_answer_counts_statuses(names: list[StatusName], said: str) -> None:
    networks = [network(str(place), standing(exact(37), name)) for place, name in enumerate(names)]

    figure = theme_figure("nl", networks, compare("nl", networks, TITLES, None).themes[0])

    assert figure is not None
    assert figure.answer == said


def test_a_status_between_two_names_is_counted_apart() -> None:
    networks = [network("A", standing(exact(39), StatusName.ON_THE_WAY, StatusName.STRONG))]

    figure = theme_figure("nl", networks, compare("nl", networks, TITLES, None).themes[0])

    assert figure is not None
    assert figure.answer == "Rollen en taken: één op de grens van twee woorden."


def test_a_theme_that_nobody_shows_has_no_chart() -> None:
    withheld = Cell("theme_mean", "roles", "total", "withheld", reason="too_few")
    networks = [network("A", standing(withheld, StatusName.TOO_FEW))]

    assert theme_figure("nl", networks, compare("nl", networks, TITLES, None).themes[0]) is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_value_stands_in_the_table_as_the_report_prints_it(language: str) -> None:
    networks = [real(name) for name in NETWORKS]
    titles = {each.theme: each.theme for made in networks for each in made.themes}

    shown = compare(language, networks, titles, edition())

    printed = {(row[0].text, row[2].text): row[3] for row in shown.table.rows}
    for each in networks:
        for theme in each.themes:
            value = printed[each.name, theme.theme]
            assert (value.exactness, value.low, value.high) == (
                theme.average.kind,
                theme.average.low,
                theme.average.high,
            )
    assert len(printed) == sum(len(each.themes) for each in networks)


def test_headings_keep_their_networks_together() -> None:
    rows = [
        replace(network(name, standing(exact(37))), under=under) for name, under in (("A", "Klein"), ("B", "Groot"))
    ]

    headed = compare("nl", rows, TITLES, None).grid.headed

    assert [(heading, [row.name for row in below]) for heading, below in headed] == [("Klein", ["A"]), ("Groot", ["B"])]

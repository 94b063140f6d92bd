"""Library beside welfare over networks: published values only, the edition's median, and voices that never mix."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.benchmark import Edition, GapFigures
from reports.benchmark.edition import figure_key
from reports.dashboards import ComparedNetwork, Offered, VoicedNetwork, gaps_of, voices_of
from reports.gap import GapWord
from reports.results import Cell, PublishedTheme
from reports.standing import Fact, standing_of
from survey.demo.others import edition_of_others
from tests.unit.reports.networks import NETWORKS, given

TITLES = {each.id: f"Onderwerp {each.id}" for each in given("large")[0].results.themes}
SAYS = Offered({"roles": "Rollen", "conditions": "Voorwaarden"}, {"well": "loopt goed", "stuck": "knelt"})


def real(name: str) -> ComparedNetwork:
    made = standing_of(given(name)[0])
    return ComparedNetwork(name, name.title(), made.closed_on, made.themes)


def theme(id: str = "roles") -> PublishedTheme:
    found = given("large")[0].results.theme(id)
    assert found is not None
    return found


def edition(*figures: GapFigures) -> Edition:
    return replace(edition_of_others(date(2026, 7, 1), seed=1).edition, gaps=figures, invented=False)


def median_of(tenths: str, id: str = "roles", second: str = "welfare") -> GapFigures:
    return GapFigures(theme(id), date(2026, 7, 1), "library", second, 14, Decimal(tenths))


def changed(network: ComparedNetwork, **changes: object) -> ComparedNetwork:
    themes = tuple(replace(each, **changes) if each.theme == "roles" else each for each in network.themes)  # type: ignore[arg-type]  # of this network
    return replace(network, themes=themes)


def column(id: str = "roles") -> int:
    return list(TITLES).index(id)


def test_a_cell_has_the_word_both_values_and_the_difference() -> None:
    network = real("large")
    standing = network.by_theme["roles"]
    assert standing.library is not None
    assert standing.welfare is not None

    cell = gaps_of("nl", [network], TITLES, None).grid.rows[0].cells[column()]

    assert [sign.text for sign in cell.signs] == ["ongeveer gelijk", "3,9", "3,8"]
    assert [sign.of for sign in cell.signs] == ["", "bibliotheek", "welzijn"]
    assert cell.says.startswith("Onderwerp roles: ongeveer gelijk; bibliotheek 3,9; welzijn 3,8; verschil +0,1 (marge ")


def test_a_coded_side_has_a_word_and_no_difference() -> None:
    coded = Cell("theme_mean", "roles", "library", "at_least", Decimal("4.2"), None, 6)
    network = changed(real("large"), library=coded, gap=GapWord.DIFFERENT, gap_difference=None, gap_margin=None)

    made = gaps_of("nl", [network], TITLES, None)

    cell = made.grid.rows[0].cells[column()]
    assert cell.says == "Onderwerp roles: verschillend; bibliotheek 4,2 of hoger; welzijn 3,8"
    assert made.table.rows[column()][5].text == "–"


@pytest.mark.parametrize("side", ["library", "welfare"])
def test_where_one_side_is_withheld_the_other_is_not_shown_either(side: str) -> None:
    withheld = Cell("theme_mean", "roles", side, "withheld", reason="too_few")
    network = changed(real("large"), **{side: withheld}, gap=GapWord.NOT_SHOWN, gap_difference=None, gap_margin=None)

    made = gaps_of("nl", [network], TITLES, None)

    cell = made.grid.rows[0].cells[column()]
    assert [sign.text for sign in cell.signs] == ["–"]
    assert cell.says == "Onderwerp roles: te weinig antwoorden van de bibliotheek of welzijn"
    assert "Onderwerp roles" not in {row[2].text for row in made.table.rows}
    assert "Onderwerp roles (één netwerk): niet te zeggen in 1." in made.sentences


def test_networks_that_show_no_side_are_left_out_by_name() -> None:
    made = gaps_of("nl", [real(name) for name in NETWORKS], TITLES, None)

    assert [row.name for row in made.grid.rows] == ["Middling", "Divided", "Large"]
    assert made.left_out == ("Small", "Silent", "Scan")


@pytest.mark.parametrize("chosen", [("large",), ("large", "middling"), ("divided", "large", "middling")])
def test_the_median_is_the_editions_whatever_networks_are_chosen(chosen: tuple[str, ...]) -> None:
    made = gaps_of("nl", [real(name) for name in chosen], TITLES, edition(median_of("-0.2")))

    assert [sign.text for sign in made.medians[column()].signs] == ["−0,2"]
    assert "14 netwerken" in made.medians[column()].says
    assert [sign.text for sign in made.medians[column("conditions")].signs] == ["–"]
    assert any("1 juli 2026" in note for note in made.notes)


@pytest.mark.parametrize("made_of", [None, edition(), edition(median_of("0.2", second="rest"))])
def test_without_a_median_it_says_why(made_of: Edition | None) -> None:
    made = gaps_of("nl", [real("large")], TITLES, made_of)

    assert {sign.text for cell in made.medians for sign in cell.signs} == {"–"}
    assert any("tien netwerken" in note for note in made.notes)


def test_a_median_of_other_questions_is_not_shown() -> None:
    other = replace(theme(), items=(("r-1", 99), *theme().items[1:]))
    assert figure_key(other) != figure_key(theme())
    figures = replace(median_of("0.2"), theme=other)

    made = gaps_of("nl", [real("large")], TITLES, edition(figures))

    assert {sign.text for cell in made.medians for sign in cell.signs} == {"–"}


def test_the_table_has_a_median_only_beside_the_same_questions() -> None:
    other = changed(real("middling"), version="x")

    made = gaps_of("nl", [real("large"), real("divided"), other], TITLES, edition(median_of("0.2")))

    medians = {row[0].text: row[6].text for row in made.table.rows if row[2].text == "Onderwerp roles"}
    assert medians["Large"] == "+0,2"
    assert medians["Middling"] == "–"


def test_rows_stay_in_the_order_given() -> None:
    for names in (("large", "middling"), ("middling", "large")):
        made = gaps_of("nl", [real(name) for name in names], TITLES, None)
        assert [row.key for row in made.grid.rows] == list(names)


def voiced(*facts: Fact, name: str = "Waterdam") -> VoicedNetwork:
    return VoicedNetwork(ComparedNetwork(name.lower(), name, date(2026, 10, 2), ()), facts)


def test_voices_of_both_sides_stand_below_each_other() -> None:
    network = voiced(
        Fact("library", "roles", "well"),
        Fact("welfare", "roles", "stuck"),
        Fact("welfare", "roles", "stuck"),
        Fact("welfare", "roles", "well"),
        Fact("task", "roles", "well"),
    )

    made = voices_of("nl", [network], SAYS)

    ((cell,),) = (row.cells for row in made.grid.rows)
    assert [sign.text for sign in cell.signs] == ["loopt goed", "loopt goed en knelt (2)"]
    assert cell.says == "Rollen: bibliotheek loopt goed; welzijn loopt goed en knelt (2)"
    assert made.grid.columns == ("Rollen",)
    assert [value.text for value in made.table.rows[0][2:]] == ["Rollen", "loopt goed", "loopt goed en knelt (2)"]


def test_a_side_that_said_nothing_has_a_dash_and_a_network_without_voices_is_left_out() -> None:
    made = voices_of(
        "nl", [voiced(Fact("welfare", "roles", "well")), voiced(Fact("task", "x", "y"), name="Stil")], SAYS
    )

    ((cell,),) = (row.cells for row in made.grid.rows)
    assert [sign.text for sign in cell.signs] == ["–", "loopt goed"]
    assert made.left_out == ("Stil",)


def test_sentences_count_networks_and_not_organisations() -> None:
    stuck = Fact("welfare", "roles", "stuck")

    made = voices_of("nl", [voiced(stuck, stuck), voiced(Fact("library", "roles", "stuck")), voiced()], SAYS)
    none = voices_of("nl", [voiced(Fact("library", "roles", "well"))], SAYS)

    assert made.sentences == ("Rollen: in 2 netwerken zegt een bibliotheek of welzijnsorganisatie dat het knelt.",)
    assert none.sentences == ("Geen organisatie die dit invulde, zegt dat een onderwerp knelt.",)


def test_no_organisation_is_named() -> None:
    names = {name for each in given("large")[0].profile.organisations for name in [each.name]}  # type: ignore[union-attr]  # of this network
    made = voices_of("nl", [VoicedNetwork(real("large"), standing_of(given("large")[0]).facts)], SAYS)

    told = " ".join(value.text for row in made.table.rows for value in row)
    assert names
    assert not [name for name in names if name in told]


def test_the_word_is_the_published_one_and_not_worked_out_anew() -> None:
    network = changed(real("large"), gap=GapWord.DIFFERENT)

    cell = gaps_of("nl", [network], TITLES, None).grid.rows[0].cells[column()]

    assert cell.signs[0].text == "verschillend"

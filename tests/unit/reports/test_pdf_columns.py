"""How wide the columns of a table are."""

import pytest

from reports.forms.pdf.columns import widths
from reports.report import Column, Table, Value
from reports.report.values import texts


def table(*rows: tuple[str, ...], numeric: int | None = None, headings: tuple[str, ...] = ()) -> Table:
    named = headings or tuple(f"K{index}" for index in range(len(rows[0])))
    columns = tuple(Column(heading, numeric=index == numeric) for index, heading in enumerate(named))
    return Table("any", "Iets", columns, tuple(texts(*row) for row in rows))


def test_short_texts_have_room_for_all_they_say_and_the_table_is_narrow() -> None:
    made = widths(table(("Rollen en taken", "3,7"), ("Contact", "3,9 of hoger"), numeric=1))
    assert made.whole == 55
    assert made.columns[0] >= len("Rollen en taken")
    assert made.columns[1] >= len("3,9 of hoger")


def test_a_table_is_as_wide_as_the_page_when_its_texts_are_long() -> None:
    made = widths(table(("Taak", "Bibliotheek en welzijn " * 8, "niemand")))
    assert made.whole == 100
    assert sum(made.columns) == pytest.approx(104, abs=3)
    assert made.columns[1] > made.columns[0] + made.columns[2]


@pytest.mark.parametrize("other", ["Bibliotheek Voorbeeldstad " * 9, "x" * 300])
def test_no_column_is_narrower_than_its_longest_word(other: str) -> None:
    made = widths(table(("Samenwerkingspartner", other, "weten we niet"), ("Kort", "–", "–")))
    assert made.columns[0] >= len("Samenwerkingspartner")
    assert made.columns[2] >= len("weten")


def test_a_number_stays_on_one_line_beside_long_texts() -> None:
    made = widths(table(("Organisatie " * 12, "ongeveer 25 (geschat)", "tekst " * 30), numeric=1))
    assert made.columns[1] >= len("ongeveer 25 (geschat)")


def test_a_heading_takes_less_room_than_it_has_letters() -> None:
    long = "Begonnen, en opgegroeid met Nederlands"
    made = widths(table(("Bibliotheek", "12"), headings=("Organisatie", long)))
    assert len("opgegroeid") <= made.columns[1] < len(long)


def test_room_goes_where_it_makes_the_table_lower() -> None:
    rows = [("een", "woord " * 8, "taal " * 30), *[("twee", "woord " * 8, "–")] * 9]
    made = widths(table(*rows))
    assert made.columns[1] >= 48


@pytest.mark.parametrize("rows", [[("",)], [("", "")], [("x" * 5000, "y" * 5000, "z" * 5000)]])
def test_every_column_has_some_width(rows: list[tuple[str, ...]]) -> None:
    assert all(width > 0 for width in widths(table(*rows)).columns)


def test_a_table_without_rows_has_columns() -> None:
    assert widths(Table("none", "Niets", (Column("Zin"), Column("Eens", numeric=True)), ())).whole == 55


def test_the_same_table_has_the_same_widths_whatever_its_values_are_about() -> None:
    rows = (("Rollen", "20%"), ("Taken", "35%"))
    other = Table("other", "Iets", table(*rows).columns, tuple(tuple(Value(t, about="x") for t in row) for row in rows))
    assert widths(table(*rows)) == widths(other)


def test_words_beside_a_wide_column_of_names_have_room_for_two_on_a_line() -> None:
    names = "Bibliotheek Voorbeeldstad, Welzijn " * 8
    made = widths(table(*[("Jonge ouders", names, "een kans", "hier is het nog zoeken")] * 6))
    assert made.columns[2] >= len("een kans")
    assert made.columns[3] >= 16

"""Lists as people make them: headings anywhere, merged cells, formulas, dates, hidden sheets, every encoding."""

from datetime import date

import pytest
from openpyxl import Workbook

from survey.importing.reading import ReadFile, packed, read_file, unpacked
from tests.spreadsheets import HEADINGS, changed, opened, packed_with, refusal, saved, workbook

SHEET = "xl/worksheets/sheet1.xml"


def told(found: ReadFile) -> list[str]:
    return [remark.message % remark.values for remark in found.remarks]


def cells(found: ReadFile) -> list[dict[str, str]]:
    return [dict(row.cells) for row in found.rows]


@pytest.mark.parametrize(
    "headings",
    [
        ("Organisatie", "Soort", "Naam", "E-mail"),
        ("NAAM ORGANISATIE", "Type partner", "Contactpersoon", "e-mailadres"),
        ("Naam instelling:", "soort_organisatie", "Naam contactpersoon *", "Mailadres"),
        ("Organization", "Kind of partner", "Full name", "Email address"),
        (" organisatie ", "Categorie", "Weergavenaam", "E-mail Adres"),
    ],
)
def test_headings_are_known_however_they_are_written(headings: tuple[str, ...]) -> None:
    found = read_file(workbook(headings, ("Bieb", "bieb", "Noor", "noor@x.example")))

    assert cells(found) == [{"organisation": "Bieb", "kind": "bieb", "name": "Noor", "address": "noor@x.example"}]


def test_headings_may_stand_lower_and_rows_keep_the_numbers_of_excel() -> None:
    rows = [("Partners van het taalnetwerk",), (), ("peildatum", date(2026, 1, 1)), (None, *HEADINGS)]

    found = read_file(workbook(*rows, (None, "Bieb", None, "Noor"), (), (), (None, "Roc", None, "Tim")))

    assert [(row.number, row.cells["name"]) for row in found.rows] == [(5, "Noor"), (8, "Tim")]


def test_headings_below_the_twentieth_row_are_not_found() -> None:
    assert "no headings" in refusal(workbook(*[("x",)] * 20, HEADINGS, ("Bieb",)))


def test_a_list_without_people_is_refused() -> None:
    assert "Below the headings, in row 1, nothing is filled in." in refusal(workbook(HEADINGS))


def test_columns_that_are_not_used_are_told() -> None:
    found = read_file(workbook(("Organisatie", "Naam", "Telefoon", "E-mail", "Mail"), ("Bieb", "Noor", "06", "a", "b")))

    assert told(found) == [
        "These columns mean the same as one before them, and were not read: Mail.",
        "These columns were not read: Telefoon.",
    ]


def test_merged_cells_hold_for_all_their_rows_where_somebody_belongs() -> None:
    book = opened(workbook(HEADINGS, ("Bieb", "bieb", "Noor"), (None, None, "Tim"), (None, None, "Ada")))
    book.worksheets[0].merge_cells("A2:A4")
    book.worksheets[0].merge_cells("F2:F4")

    found = read_file(saved(book))

    assert [row.cells["organisation"] for row in found.rows] == ["Bieb"] * 3
    assert told(found) == ["Some cells are merged over more rows. What stands in them was read for each of these rows."]


def test_an_organisation_is_not_carried_down_where_nothing_is_merged() -> None:
    found = read_file(workbook(HEADINGS, ("Bieb", "bieb", "Noor"), (None, None, "Tim")))

    assert "organisation" not in found.rows[1].cells


def test_numbers_dates_and_ticks_read_as_they_show() -> None:
    found = read_file(workbook(HEADINGS, (12345.0, "bieb", 7, None, date(2026, 3, 12), 1.5, True)))

    assert cells(found) == [
        {
            "organisation": "12345",
            "kind": "bieb",
            "name": "7",
            "job": "2026-03-12",
            "language": "1.5",
            "names_profile": "TRUE",
        }
    ]


def test_a_formula_shows_what_came_out_and_is_never_worked_out() -> None:
    content = workbook(HEADINGS, ("Bieb", "bieb", "=3+4"))
    with_value = changed(changed(content, SHEET, (b"<v></v>", b"<v>8</v>")), SHEET, (b"<v />", b"<v>8</v>"))

    assert read_file(with_value).rows[0].cells["name"] == "8"


def test_a_formula_without_a_value_is_told_at_its_row() -> None:
    (row,) = read_file(workbook(HEADINGS, ("Bieb", "bieb", '="a"&"b"'))).rows

    assert "name" not in row.cells
    assert [fault.message[:35] for fault in row.faults] == ["There is a formula in a cell, witho"]


def test_a_cell_with_an_error_is_told_at_its_row() -> None:
    (row,) = read_file(workbook(HEADINGS, ("Bieb", "bieb", "#N/A"))).rows

    assert [fault.message % fault.values for fault in row.faults] == ["There is an error in a cell: #N/A."]


def test_a_link_behind_a_word_is_the_address() -> None:
    book = opened(workbook(HEADINGS, ("Bieb", "bieb", "Noor", "mail Noor"), ("Bieb", "bieb", "Tim", "tim@x.example")))
    book.worksheets[0]["D2"].hyperlink = "mailto:noor@x.example"
    book.worksheets[0]["D3"].hyperlink = "mailto:other@x.example"

    found = read_file(saved(book))

    assert [row.cells["address"] for row in found.rows] == ["mailto:noor@x.example", "tim@x.example"]


def test_the_first_sheet_with_headings_is_read_and_told() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title, page["A1"] = "Uitleg", "Vul het tweede blad in"
    for name, person in (("Partners", "Noor"), ("Oud", "Tim")):
        sheet = book.create_sheet(name)
        sheet.append(HEADINGS)
        sheet.append(("Bieb", "bieb", person))

    found = read_file(saved(book))

    assert [row.cells["name"] for row in found.rows] == ["Noor"]
    assert told(found) == ["The sheet “Partners” was read; the others were not."]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_read(state: str) -> None:
    book = opened(workbook(HEADINGS, ("Bieb", "bieb", "Noor")))
    book.worksheets[0].sheet_state = state
    book.create_sheet("Leeg")

    assert "Hidden sheets are not read" in refusal(saved(book))


def test_the_example_of_the_template_is_left_out() -> None:
    found = read_file(workbook(HEADINGS, ("VOORBEELD: Bieb", "bieb", "Noor"), ("Bieb", "bieb", "Tim")))

    assert [row.number for row in found.rows] == [3]
    assert told(found) == ["The example of the template was left out."]


TEXT = "Organisatie;Naam;E-mail\nBieb;Zoë Müller;zoe@x.example\n"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
def test_text_is_read_in_every_encoding_with_every_separator(separator: str, encoding: str) -> None:
    found = read_file(TEXT.replace(";", separator).encode(encoding))

    assert cells(found) == [{"organisation": "Bieb", "name": "Zoë Müller", "address": "zoe@x.example"}]
    names = {"cp1252": ["Windows-1252"], "mac_roman": ["Mac Roman"]}.get(encoding, [])
    assert [remark.values["encoding"] for remark in found.remarks] == names


def test_quotes_and_ends_of_lines_in_cells_are_part_of_them() -> None:
    text = 'sep=;\r\nOrganisatie;Naam\r\n"Bieb; ""De Boom""\r\nWaterdam";Noor\r\n\r\nRoc;Tim\r\n'

    found = read_file(text.encode())

    assert cells(found)[0] == {"organisation": 'Bieb; "De Boom"\r\nWaterdam', "name": "Noor"}
    assert [row.number for row in found.rows] == [2, 4]


def test_a_quotation_mark_that_is_never_closed_is_no_long_cell() -> None:
    assert "From row 3 on, this is no table" in refusal(b'Organisatie;Naam\nBieb;Noor\nRoc;"Tim\nBieb;Ada\n')


def test_a_row_that_is_kept_comes_back_as_it_was() -> None:
    (row,) = read_file(workbook(HEADINGS, ("Bieb", "bieb", "#N/A"))).rows

    assert unpacked(packed(row)) == row


def test_texts_that_a_workbook_keeps_apart_are_read_without_their_sound() -> None:
    strings = (
        b"<sst><si><t>Organisatie</t></si><si><t>Naam</t></si><si><r><t>Bi</t></r><r><t>eb</t></r>"
        b"<rPh sb='0' eb='1'><t>sound</t></rPh></si><si><t>Noor_x000D_de Boer</t></si></sst>"
    )
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{2 * row - 2}</v></c><c r="B{row}" t="s"><v>{2 * row - 1}</v></c></row>'
        for row in (1, 2)
    )
    sheet = f"<x:worksheet xmlns:x='u'><x:sheetData>{rows}</x:sheetData></x:worksheet>".encode()
    content = packed_with(workbook(HEADINGS), "xl/sharedStrings.xml", strings)

    assert cells(read_file(changed(content, SHEET, sheet))) == [{"organisation": "Bieb", "name": "Noor de Boer"}]

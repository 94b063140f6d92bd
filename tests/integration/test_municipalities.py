"""``municipality load``: both forms of the yearly table, mergers, and what is no table at all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from openpyxl import Workbook
from sqlalchemy import select

from survey.database import reading, writing
from survey.demo.life import invented_municipalities
from survey.models import AuditEvent, Municipality
from survey.services import municipalities
from tests.commands import Run
from tests.networks import make_network

Fails = Callable[..., str]

HEADINGS = ("Gemeentecode", "GemeentecodeGM", "Gemeentenaam", "Provinciecode", "ProvinciecodePV", "Provincienaam")
#: As the table "Gebieden in Nederland" writes them: quoted, codes with spaces behind them.
CSV = (
    "\ufeff"
    '"Regio\'s";"Codes en namen van gemeenten/Code (code)";"Codes en namen van gemeenten/Naam (naam)";'
    '"Lokaliseringen van gemeenten/Arbeidsmarktregio\'s/Code (code)";'
    '"Lokaliseringen van gemeenten/Arbeidsmarktregio\'s/Naam (naam)";'
    '"Lokaliseringen van gemeenten/Provincies/Code (code)";"Lokaliseringen van gemeenten/Provincies/Naam (naam)"\r\n'
    '"Waterdam";"GM9001    ";"Waterdam (gemeente)    ";"AM91      ";"Waterland-Oost";"PV26      ";"Utrecht"\r\n'
    '"\'t Zand";"GM9002    ";"\'t Zand             ";"AM91      ";"Waterland-Oost";"PV26      ";"Utrecht"\r\n'
)


def workbook(path: Path, *rows: tuple[Any, ...], headings: tuple[str, ...] = HEADINGS) -> str:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (headings, *rows):
        sheet.append(row)
    book.save(path)
    return str(path)


def stored(app: Flask) -> dict[str, tuple[str, str | None, str | None, int]]:
    with app.app_context(), reading() as session:
        return {
            each.code: (each.name, each.province, each.region, each.year)
            for each in session.scalars(select(Municipality)).all()
        }


def test_the_alphabetical_workbook(app: Flask, run: Run, tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "Gemeenten alfabetisch 2026.xlsx",
        (9001, "GM9001", "Waterdam", 26, "PV26", "Utrecht"),
        (9002, "GM9002", "Súdwest-Zand", 21, "PV21", "Fryslân"),
        (None, None, None, None, None, None),
    )

    lines = run("municipality", "load", file)

    assert "2 municipalities of 2026: 2 added, 0 changed." in lines
    assert stored(app)["GM9002"] == ("Súdwest-Zand", "PV21", None, 2026)
    with app.app_context(), reading() as session:
        noted = session.scalars(select(AuditEvent)).one()
        assert noted.details == {"year": 2026, "added": 2, "changed": 0, "gone": 0}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_the_csv_with_regions(app: Flask, run: Run, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "Gebieden_in_Nederland_2026_03042026_101112.csv"
    text = CSV if encoding == "utf-8" else CSV.removeprefix("\ufeff").replace("'t Zand", "Zând")
    file.write_bytes(text.encode(encoding))

    run("municipality", "load", str(file), "--year", "2026")

    assert stored(app)["GM9001"] == ("Waterdam", "PV26", "AM91", 2026)
    assert stored(app)["GM9002"][0] == ("'t Zand" if encoding == "utf-8" else "Zând")


def test_a_merged_municipality_keeps_its_row_and_its_networks_are_listed(app: Flask, run: Run, tmp_path: Path) -> None:
    old, new = (9001, "GM9001", "Oudeland", 26, "PV26", ""), (9002, "GM9002", "Waterdam", 26, "PV26", "")
    run("municipality", "load", workbook(tmp_path / "2025.xlsx", old, new))
    network = make_network(app)
    with app.app_context(), writing() as session:
        network = session.merge(network)
        municipalities.settle(session, network=network, typed=["Oudeland"])

    lines = run("municipality", "load", workbook(tmp_path / "2026.xlsx", (*new[:2], "Waterdam-Oudeland", *new[3:])))

    assert "1 municipalities of 2026: 0 added, 1 changed." in lines
    assert "No longer there: Oudeland." in lines
    assert any(line.startswith("'Taalnetwerk Waterdam' is in Oudeland, which was last there in 2025") for line in lines)
    assert stored(app)["GM9001"][3] == 2025
    again = run("municipality", "load", str(tmp_path / "2026.xlsx"))
    assert "1 municipalities of 2026: 0 added, 0 changed." in again


def test_a_table_without_regions_leaves_those_that_are_known(app: Flask, run: Run, tmp_path: Path) -> None:
    (tmp_path / "2025.csv").write_text(CSV, encoding="utf-8")
    run("municipality", "load", str(tmp_path / "2025.csv"))

    run("municipality", "load", workbook(tmp_path / "2026.xlsx", (9001, "GM9001", "Waterdam", 26, "PV26", "")))

    assert stored(app)["GM9001"] == ("Waterdam", "PV26", "AM91", 2026)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("2026.csv", b"a;b\r\n1;2\r\n", 'has no column "gemeentecodegm" and no column "gemeentenaam"'),
        ("2026.csv", b"", "Its headings are: none."),
        ("2026.csv", b"GemeentecodeGM;Gemeentenaam\r\n", "it has 0 rows"),
        ("2026.csv", b"GemeentecodeGM;Gemeentenaam\r\n363;Amsterdam\r\n", "Row 2: '363' is no code"),
        ("2026.csv", b"GemeentecodeGM;Gemeentenaam\r\nGM9001;\r\n", "Row 2 has no code, or no name"),
        ("2026.csv", b"GemeentecodeGM;Gemeentenaam\r\nGM9001;a\r\nGM9001;b\r\n", "has GM9001 2 times"),
        ("2026.csv", b"GemeentecodeGM;Gemeentenaam\r\n" + b"GM9001;a\r\n" * 3_001, "it has 3001 rows"),
        ("2026.csv", b"x" * 5_000_001, "is too large"),
        ("2026.xlsx", b"no workbook", "is no workbook"),
        ("tabel.csv", b"", "has no year in its name"),
    ],
)
def test_what_is_no_table_is_said_in_a_sentence(
    app: Flask, fails: Fails, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)

    assert sentence in fails("municipality", "load", str(tmp_path / name))
    assert stored(app) == {}


def test_a_file_that_is_not_there(fails: Fails, tmp_path: Path) -> None:
    assert "cannot be read" in fails("municipality", "load", str(tmp_path / "2026.csv"))


def test_an_older_table_is_refused(app: Flask, run: Run, fails: Fails, tmp_path: Path) -> None:
    row = (9001, "GM9001", "Waterdam", 26, "PV26", "")
    run("municipality", "load", workbook(tmp_path / "2026.xlsx", row))

    refused = fails("municipality", "load", workbook(tmp_path / "2025.xlsx", row))

    assert "The table of 2026 is loaded already" in refused


def test_the_invented_municipalities_of_the_demo_have_codes_that_do_not_exist() -> None:
    codes = [row.code for row in invented_municipalities()]

    assert min(codes) >= "GM9001"
    assert len(set(codes)) == len(codes)

"""CSV and JSON hold every published value that the report says, as exact; and what is withheld in one is so in both."""

import csv
import json
from collections.abc import Mapping
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest

from reports.report import Entry, Value, ledger
from tests.every_form.made import EVERY, form, report

#: How exact, and both ends.
Told = tuple[str | None, Decimal | None, Decimal | None]
#: Sections that say values of the round before as well.
_OF_BOTH_ROUNDS = ("trend",)


def csv_rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def csv_told(data: bytes, which: str = "this") -> dict[str, Told]:
    """Return what the CSV file says of each published statement."""
    return {
        about(row): (row["kind"], number(row["low"]), number(row["high"]))
        for row in csv_rows(data)
        if row["round"] == which and row["source"] == "people"
    }


def about(cell: Mapping[str, Any]) -> str:
    return "/".join((cell["measure"], cell["subject"], cell["option"] or "", cell["group"]))


def number(written: str | None) -> Decimal | None:
    return Decimal(str(written).replace(",", ".")) if written not in (None, "") else None


def json_told(data: bytes, which: str = "results") -> dict[str, Told]:
    """Return what the JSON document says of the same."""
    results = json.loads(data).get(which) or {"cells": []}
    return {
        about({"option": "", **cell}): (cell["kind"], number(cell.get("low")), number(cell.get("high")))
        for cell in results["cells"]
    }


def told_of(data: Mapping[str, Told], statement: str) -> Told | None:
    """Return what the data say; shares of which no class is published are withheld together, without their options."""
    measure, subject, _, group = statement.split("/")
    return data.get(statement) or data.get(f"{measure}/{subject}//{group}")


def of_report(value: Value) -> Told:
    return value.exactness, number_of(value.low), number_of(value.high)


def number_of(end: Decimal | int | None) -> Decimal | None:
    return None if end is None else Decimal(end)


def published(entries: tuple[Entry, ...]) -> list[Entry]:
    """Return the values that are made of people's answers; the others are what organisations said."""
    return [entry for entry in entries if entry.value.kind in ("average", "share")]


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_value_stands_in_the_data(name: str, language: str) -> None:
    this, before = (csv_told(form("csv", name, language), which) for which in ("this", "previous"))
    for entry in published(ledger(report(name, language))):
        rounds = (this, before) if entry.section in _OF_BOTH_ROUNDS else (this,)
        told = [found for each in rounds if (found := told_of(each, entry.value.about))]
        assert of_report(entry.value) in told, entry


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_both_files_say_the_same(name: str, language: str) -> None:
    sheet, document = form("csv", name, language), form("json", name, language)

    for one, other in (("this", "results"), ("previous", "previous")):
        assert csv_told(sheet, one) == json_told(document, other)
    assert csv_told(sheet), "there are cells to compare"


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_what_is_withheld_has_no_number_anywhere(name: str, language: str) -> None:
    for row in csv_rows(form("csv", name, language)):
        if row["kind"] == "withheld":
            assert (row["low"], row["high"], row["n"]) == ("", "", "")
    for kind, low, high in json_told(form("json", name, language)).values():
        assert kind != "withheld" or (low, high) == (None, None)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_number_that_an_organisation_gave_stands_in_the_data(name: str, language: str) -> None:
    rows = [row for row in csv_rows(form("csv", name, language)) if row["measure"] == "reach"]
    told = sorted((row["kind"], row["low"]) for row in rows)
    counts = [entry.value for entry in ledger(report(name, language)) if entry.value.kind == "count"]
    said = sorted((str(value.exactness), "" if value.low is None else str(value.low)) for value in counts)

    assert [each for each in said if each not in told] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_for_whom_it_is_changes_no_byte_of_the_data(language: str) -> None:
    for kind in ("csv", "json"):
        assert form(kind, "middling", language) == form(kind, "middling", language, "adviser")

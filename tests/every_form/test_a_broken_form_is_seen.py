"""A form that says something else than the report is seen: what compares them is tried on broken ones."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from reports.forms.data import cells, results_csv
from reports.forms.kinds import FORMS, Made
from reports.forms.slides import choosing
from reports.forms.workbook import columns
from reports.report import Figure, Value
from tests.every_form.made import AT, report
from tests.every_form.test_data_are_the_report import csv_told, json_told
from tests.every_form.test_slides_are_the_report import lost
from tests.every_form.test_workbook_is_the_report import differences
from tests.unit.reports.networks import given


def made(name: str) -> Made:
    return Made(report(name, "nl"), *given(name), AT)


def test_a_rounded_value_in_the_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    printed: Callable[[Value], Any] = columns._printed
    assert differences(FORMS["workbook"].make(made("middling")), report("middling", "nl")) == []

    def rounded(value: Value) -> Any:
        return round(printed(value)) if value.kind == "average" else printed(value)

    monkeypatch.setattr(columns, "_printed", rounded)

    assert "themes" in [
        table for table, *_ in differences(FORMS["workbook"].make(made("middling")), made("middling").report)
    ]


def test_a_dropped_row_in_the_slides(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = choosing._parts

    def shorter(block: Any) -> Any:
        if not isinstance(block, Figure) or block.id != "themes":
            return parts(block)
        drawing: Any = block.drawing
        rows = {"drawing": replace(drawing, rows=drawing.rows[:-1])}
        return [replace(block, table=replace(block.table, rows=block.table.rows[:-1]), **rows), block][:1] * 2

    monkeypatch.setattr(choosing, "_parts", shorter)

    missing = lost(FORMS["slides"].make(made("small")), report("small", "nl"))
    assert any("Leren en doen" in str(each) for each in missing)


def test_a_withheld_share_as_zero_in_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    row = cells._row

    def zero(cell: Any, words: Any) -> Any:
        told = row(cell, words)
        return replace(told, low=Decimal(0), high=Decimal(0)) if cell.kind == "withheld" else told

    monkeypatch.setattr(cells, "_row", zero)

    assert csv_told(results_csv(*given("small"), "nl")) != json_told(FORMS["json"].make(made("small")))

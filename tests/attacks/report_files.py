"""The files that a report is handed out in, and everything in them."""

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from typing import Any, Final, cast

from flask import Flask

from reports.forms.kinds import FORMS, FormName
from reports.forms.workbook.explaining import _MARKS as EXPLAINED
from reports.results import Kind, Measure, Results
from reports.wording import words
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import LANGUAGES
from tests.attacks.rebuilding import Said, said_by
from tests.factories import sign_in
from tests.package_reading import everything_in
from tests.pages import PageClient
from tests.pdf_reading import text_of

#: Measures of cells in a round's results, as rows of the CSV name them.
_MEASURES: Final = ("theme_mean", "share", "dont_know")


def file_of(client: PageClient, address: str, name: FormName, language: str) -> bytes:
    """Return a report in one of its forms, from a link for participants or a page for staff."""
    return client.get(f"{address}/{FORMS[name].file}?taal={language}").body


def read_file(name: FormName, made: bytes) -> str:
    """Return everything that stands in a file of this form, each figure by itself."""
    if name in ("pdf", "cards", "sheets"):
        return text_of(made)
    if name == "csv":
        return "\n".join(cells_of_csv(made))
    if name == "json":
        return "\n".join(str(each) for each in leaves(json.loads(made)))
    return without_examples(everything_in(made)) if name == "workbook" else everything_in(made)


def without_examples(text: str) -> str:
    """Leave out, once, each example by which the first sheet of a workbook explains its marks: no figure of a round."""
    lines = text.splitlines()
    for example in {words(language).say(f"workbook.mark.{each}") for language in LANGUAGES for each in EXPLAINED}:
        if example in lines:
            lines.remove(example)
    return "\n".join(lines)


def cells_of_csv(made: bytes) -> Iterator[str]:
    for row in csv.reader(StringIO(made.decode("utf-8-sig")), delimiter=";"):
        yield from row


def leaves(data: Any) -> Iterator[Any]:
    """Go through every value of a JSON document."""
    if isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from leaves(each)
    elif data is not None:
        yield data


def _shared(attacked: Attacked, *names: FormName) -> str:
    client = PageClient(attacked.app)
    every = [(name, language) for name in names for language in LANGUAGES]
    return "\n".join(read_file(name, file_of(client, attacked.round.report, name, lang)) for name, lang in every)


def slides(attacked: Attacked) -> str:
    """Return what is in the slides: notes, descriptions, charts, the workbooks in them, and what the file says."""
    return _shared(attacked, "slides")


def workbook(attacked: Attacked) -> str:
    """Return every cell of the workbook, as it is stored and as its format shows it, and what the file says."""
    return _shared(attacked, "workbook")


def figures_as_data(attacked: Attacked) -> str:
    """Return every field of the figures as CSV and as JSON."""
    return _shared(attacked, "csv", "json")


def action_cards(attacked: Attacked) -> str:
    """Return what stands on the cards for actions."""
    return _shared(attacked, "cards", "sheets")


def staff_files(client: PageClient, address: str) -> str:
    """Return what staff find in all forms but the PDF of the report with guidance."""
    every = [(name, language) for name in FORMS if name != "pdf" for language in LANGUAGES]
    return "\n".join(read_file(name, file_of(client, address, name, language)) for name, language in every)


def rows_of_csv(app: Flask, report: str) -> list[dict[str, str]]:
    """Return the rows of the figures of a report as CSV, without what the network is called."""
    return in_rows(file_of(PageClient(app), report, "csv", "nl"))


def in_rows(made: bytes) -> list[dict[str, str]]:
    """Return the rows of figures as CSV, without what the network is called."""
    rows = csv.DictReader(StringIO(made.decode("utf-8-sig")), delimiter=";")
    return [{name: value for name, value in row.items() if name != "network"} for row in rows]


def rebuilt_from_figures(attacked: Attacked) -> set[Said]:
    """Put together what the rows of the CSV and the document say."""
    client, at = PageClient(attacked.app), attacked.round.report
    told = told_by_rows(file_of(client, at, "csv", "nl"))
    document = json.loads(file_of(client, at, "json", "nl"))
    return told | in_results(json.dumps(document["results"]))


def told_by_rows(made: bytes) -> set[Said]:
    """Return what figures as CSV say of this round."""
    return {_said(row) for row in in_rows(made) if row["round"] == "this" and _is_shown(row)}


def in_results(document: str) -> set[Said]:
    """Return what a document of results says."""
    return {said_by(cell) for cell in Results.from_json(document).cells if cell.shown}


def _is_shown(row: dict[str, str]) -> bool:
    return row["source"] == "people" and row["measure"] in _MEASURES and row["kind"] != "withheld"


def _said(row: dict[str, str]) -> Said:
    values = [row[end].replace(",", ".") for end in ("low", "high") if row[end]]
    assert all(Decimal(each) >= 0 for each in values)
    measure, kind = cast(Measure, row["measure"]), cast(Kind, row["kind"])
    return Said(measure, row["subject"], row["option"], row["group"], kind, tuple(dict.fromkeys(values)))


def signed_in(attacked: Attacked) -> PageClient:
    """Return an adviser's browser."""
    client = PageClient(attacked.app)
    sign_in(attacked.app, client)
    return client

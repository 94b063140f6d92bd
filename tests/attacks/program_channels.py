"""What programs and researchers get, and what files say of themselves."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from xml.etree import ElementTree

import pikepdf
import pyreadstat
from sqlalchemy import select

from reports.forms.dataset.statements import Statement, statements
from reports.forms.dataset.variables import KINDS
from reports.wording import words
from survey.database import reading
from survey.models import Account
from survey.services.research import code_of
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import LANGUAGES
from tests.attacks.rebuilding import Said
from tests.attacks.report_files import cells_of_csv, file_of, in_results, leaves, signed_in
from tests.attacks.staff_channels import ROLES_OF_STAFF
from tests.factories import ADVISER_ADDRESS, the_questionnaire
from tests.reading_programs import Program, make_program

#: Where the API is described.
_DESCRIBED: Final = "/openapi.json"
#: What the classes of don't-knows mean, the same for every round: where they end is the rule, and no figure.
_BANDS: Final = re.compile(r"\((?:minder dan 10%|10% tot en met 30%|meer dan 30%)\)")


def program_of(attacked: Attacked) -> Program:
    """Return a program of the support organisation."""
    signed_in(attacked)  # makes the adviser
    return make_program(attacked.app, address=ADVISER_ADDRESS)


def documents(attacked: Attacked) -> dict[str, str]:
    """Return what the API says at each of its addresses, with its headers."""
    program, round_id = program_of(attacked), attacked.round.id
    paths = (
        "/networks", f"/networks/{attacked.round.network_id}/rounds", f"/rounds/{round_id}/results",
        f"/rounds/{round_id}/profile", _DESCRIBED,
    )  # fmt: skip
    found = {path: program.get(path) for path in paths}
    assert {answer.status_code for answer in found.values()} == {200}
    return {path: answer.get_data(as_text=True) for path, answer in found.items()}


def read_api(attacked: Attacked) -> str:
    """Return every value that a program reads."""
    said = (str(each) for document in documents(attacked).values() for each in leaves(json.loads(document)))
    return "\n".join(said)


def rebuilt_from_api(attacked: Attacked) -> set[Said]:
    """Put together what the results that programs get say."""
    return in_results(documents(attacked)[f"/rounds/{attacked.round.id}/results"])


def research_files(attacked: Attacked) -> dict[str, bytes]:
    """Return the dataset in its forms, and its codebook."""
    client, names = signed_in(attacked), ("onderzoek.sav", "onderzoek.csv", "onderzoek-codeboek.csv")
    return {name: client.get(f"/{name}").body for name in names}


def research_dataset(attacked: Attacked) -> str:
    """Return every value of the network's rows, shown or as stored where that says more; and all labels."""
    files, network = research_files(attacked), code(attacked)
    mine = network_rows(files["onderzoek.csv"], network)
    explained = cells_of_csv(files["onderzoek-codeboek.csv"])
    return _BANDS.sub("", "\n".join([*mine, *explained, *sav_values(files["onderzoek.sav"], network)]))


def dataset_row(attacked: Attacked) -> dict[str, str]:
    """Return the network's row of the dataset as CSV, by column."""
    rows = csv.DictReader(StringIO(research_files(attacked)["onderzoek.csv"].decode("utf-8-sig")), delimiter=";")
    (mine,) = (row for row in rows if row["network"] == code(attacked))
    return mine


def rebuilt_from_dataset(attacked: Attacked) -> set[Said]:
    """Put together what the row says of averages and shares, of everybody and of groups."""
    row = dataset_row(attacked)
    asked = (each for each in statements(the_questionnaire(), words("nl")) if each.measure in ("theme_mean", "share"))
    return {
        _in_row(row, each) for each in asked if row.get(f"{each.name}_kind", "") not in ("", str(KINDS["withheld"]))
    }


def _in_row(row: dict[str, str], each: Statement) -> Said:
    (kind,) = (kind for kind, code in KINDS.items() if str(code) == row[f"{each.name}_kind"])
    values = (row[each.name], row[f"{each.name}_high"])
    written = tuple(value.replace(",", ".") for value in values if value)
    return Said(each.measure, each.subject, each.option, each.group, kind, written)


def code(attacked: Attacked) -> str:
    """Return the code of the network: rows of others hold their own figures."""
    return code_of(attacked.round.network_id, attacked.app.extensions["netwerkspiegel"].instance_key)


def network_rows(made: bytes, network: str) -> list[str]:
    rows = list(csv.DictReader(StringIO(made.decode("utf-8-sig")), delimiter=";"))
    found = [each for row in rows if row["network"] == network for each in (*row, *row.values())]
    assert found
    return found


def sav_values(made: bytes, network: str) -> Iterator[str]:
    """Go through everything in a file for SPSS, of one network."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "read.sav"
        path.write_bytes(made)
        frame, told = pyreadstat.read_sav(path, user_missing=True)
    yield from (str(each) for each in (told.file_label, *told.notes, *told.column_names_to_labels.values()))
    yield from (label for labels in told.variable_value_labels.values() for label in labels.values())
    mine = frame[frame["network"] == network]
    assert len(mine)
    for name in mine.columns:
        yield from (as_shown(value, told.original_variable_types[name]) for value in mine[name])


def as_shown(value: Any, form: str) -> str:
    """Return a value in its format; all of it where it has more to it than that shows."""
    if isinstance(value, str) or value != value:
        return str(value)
    shown = f"{value:.{int(form.partition('.')[2] or 0)}f}"
    return shown if float(shown) == value else repr(value)


def file_metadata(attacked: Attacked) -> str:
    """Return what files say of themselves, in properties that no page shows; and see that no name of staff is there."""
    client, at = signed_in(attacked), f"/rondes/{attacked.round.id}/rapport"
    every = [(address, language) for address in (attacked.round.report, at) for language in LANGUAGES]
    said = [each for address, language in every for each in _told(client, address, language)]
    assert not [name for name in names_of_staff(attacked) if name in "\n".join(said)]
    return "\n".join(said)


def _told(client: Any, address: str, language: str) -> Iterator[str]:
    for name in ("pdf", "cards", "sheets"):
        yield from of_pdf(file_of(client, address, name, language))
    for name in ("slides", "workbook"):
        yield from of_package(file_of(client, address, name, language))


def of_pdf(made: bytes) -> Iterator[str]:
    """Go through what a PDF says of itself, but for the version of its format; names of fields are no figures."""
    with pikepdf.open(io.BytesIO(made)) as document:
        yield from (str(value) for value in document.docinfo.values())
        with document.open_metadata() as metadata:
            yield from (str(value) for key, value in metadata.items() if not key.endswith("PDFVersion"))


def of_package(made: bytes) -> Iterator[str]:
    """Go through the properties of a package, and of the packages in it; and the times and owners of its parts."""
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        for info in parts.infolist():
            content = parts.read(info)
            yield from (str(info.date_time[:3]), info.comment.decode(), info.extra.hex())
            if content[:2] == b"PK":
                yield from of_package(content)
            elif info.filename.endswith("docProps/core.xml"):
                yield from ElementTree.fromstring(content).itertext()  # noqa: S314 -- a file of our own


def names_of_staff(attacked: Attacked) -> set[str]:
    """Return the names and addresses of everybody who can sign in."""
    with attacked.app.app_context(), reading() as session:
        accounts = session.scalars(select(Account)).all()
    told = {each for account in accounts for each in (account.name, account.address) if each}
    return told - set(ROLES_OF_STAFF)  # which other attacks give to accounts as names

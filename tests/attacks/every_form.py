"""What each form of a report says, text by text: to see which texts change when one thing does."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from flask import Flask

from reports.forms.kinds import FORMS, FormName
from survey.services.research import code_of
from tests.attacks.harvesting import LANGUAGES, said_by_attributes
from tests.attacks.program_channels import network_rows
from tests.attacks.report_files import file_of, read_file
from tests.factories import ADVISER_ADDRESS, OpenRound, key_of, sign_in
from tests.pages import Page, PageClient
from tests.reading_programs import make_program

#: What tells two reports apart: of which network and what they are made, and when.
_MARK: Final = re.compile(
    r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{12,64}\b|\d{4}-\d\d-\d\dT[\d:.+]+Z?"
)

#: By who gets it and its name: the texts of a form, in their order.
Forms = Mapping[str, Sequence[str]]


def said_in_forms(app: Flask, opened: OpenRound, network: str) -> Forms:
    """Return the texts of every form for participants, for staff and for programs, without the network's name."""
    client, staff = PageClient(app), PageClient(app)
    sign_in(app, staff)
    ways = {"participant": (client, opened.report), "staff": (staff, f"/rondes/{opened.id}/rapport")}
    found = {f"{who}: {name}": texts for who, way in ways.items() for name, texts in _of_way(*way)}
    found["organisations"] = _on_pages(client, f"{opened.report}/organisaties")
    found |= _for_programs(app, opened)
    code = code_of(opened.network_id, key_of(app))
    found["dataset"] = [each.replace(code, "") for each in network_rows(staff.get("/onderzoek.csv").body, code)]
    return {name: [_without(text, network, opened) for text in texts] for name, texts in found.items()}


def _without(text: str, network: str, opened: OpenRound) -> str:
    """Leave out which network this is."""
    return _MARK.sub("", text.replace(opened.report_token, "").replace(network, ""))


def _of_way(client: PageClient, address: str) -> Iterator[tuple[str, list[str]]]:
    yield "page", _on_pages(client, address)
    for name in FORMS:
        yield name, [text for lang in LANGUAGES for text in _texts(name, file_of(client, address, name, lang))]


def _on_pages(client: PageClient, address: str) -> list[str]:
    return [text for language in LANGUAGES for text in _on(client.get(f"{address}?taal={language}"))]


def _on(page: Page) -> Iterator[str]:
    """Go through every text of a page, every attribute, and every value of its figures."""
    for element in page.one("main").iter():
        if element.get("type") == "application/json":
            yield from flat(json.loads(element.text or ""))
        elif element.text:
            yield " ".join(element.text.split())
        yield " ".join((element.tail or "").split())
        yield from said_by_attributes(element)


def _texts(name: FormName, made: bytes) -> Iterator[str]:
    """Go through the texts of a form; of figures as data by rows, or with the place of each value."""
    if name == "json":
        yield from flat(json.loads(made))
    elif name == "csv":
        yield from made.decode("utf-8-sig").splitlines()
    else:
        yield from (" ".join(line.split()) for line in read_file(name, made).splitlines())


def _for_programs(app: Flask, opened: OpenRound) -> Iterator[tuple[str, list[str]]]:
    program = make_program(app, address=ADVISER_ADDRESS)
    for what in ("results", "profile"):
        yield f"api: {what}", list(flat(program.read(f"/rounds/{opened.id}/{what}")))


def flat(data: Any, place: str = "") -> Iterator[str]:
    """Go through every value of a document, with its place."""
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield from flat(value, f"{place}.{name}")
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from flat(value, f"{place}.{number}")
    else:
        yield f"{place} {data}"

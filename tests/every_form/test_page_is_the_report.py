"""The page says every published value in its place, every withheld mark, and no number of its own."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from reports.report import Report, tables
from tests.every_form.comparing import foreign, stated
from tests.every_form.made import EVERY, report
from tests.integration.test_report_blocks import printed
from tests.pages import Page, PageClient
from tests.report_pages import serve


@pytest.fixture
def read(make_app: Callable[..., Flask]) -> Callable[[str], Page]:
    """Read the page of one of the reports."""
    app = make_app("sqlite")
    serve(app, {f"{name}-{language}-{who[0]}": made for name, language in EVERY for who, made in both(name, language)})
    client = PageClient(app)
    return lambda name: client.get(f"/proefrapport/{name}")


def both(name: str, language: str) -> list[tuple[str, Report]]:
    make = partial(report, name, language)
    return [("participant", make("participant")), ("adviser", make("adviser"))]


def said(page: Page, of: Report) -> Counter[tuple[str, ...]]:
    """Return the cells of the page in which a value of the ledger stands, by table."""
    ids = {(section, table.caption): table.id for section, table in tables(of)}
    found = Counter((ids[section, caption], *rest) for section, caption, *rest in printed(page))
    wanted = stated(of)
    return Counter({key: number for key, number in found.items() if key in wanted})


def visible(element: Element) -> Iterator[str]:
    """Return the texts that are read; data of charts and drawings are compared elsewhere."""
    names_forms = "more-forms" in element.get("class", "")  # "A4" is a size of paper
    if element.tag.rpartition("}")[2] in ("script", "svg") or names_forms:
        return
    yield element.text or ""
    for child in element:
        yield from visible(child)
        yield child.tail or ""


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_value_stands_on_the_page_in_its_place(read: Callable[[str], Page], name: str, language: str) -> None:
    found = []
    for who, made in both(name, language):
        page = read(f"{name}-{language}-{who[0]}")
        assert said(page, made) == stated(made)
        assert foreign(visible(page.one("main")), made) == set()
        found.append(said(page, made))
    assert found[0] == found[1]

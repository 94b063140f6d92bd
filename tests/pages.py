"""A browser for tests that looks at every page it is given: whatever is fetched, in any test, is checked here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask
from werkzeug.test import TestResponse

from tests.page_checks import problems_with

HOST = "https://spiegel.example"


class BadPage(AssertionError):
    """A page is not fit for people; says what is wrong with it, and where it was found."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form as a browser would send it: where to, and the fields as they stand."""

    action: str
    fields: dict[str, str]


@dataclass(slots=True)
class Page:
    """What came back: a checked HTML page, or a redirect, or a document."""

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    tree: Element | None = None
    parse_errors: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        """Everything in the source, for texts that must be there or must not."""
        return self.body.decode("utf-8")

    @property
    def words(self) -> str:
        """What a person reads in the main part, with single spaces."""
        return " ".join(" ".join(self.one("main").itertext()).replace("\u00ad", "").split())

    @property
    def title(self) -> str:
        return self.one("title").text or ""

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")

    def all(self, tag: str, **attributes: str | None) -> list[Element]:
        """Return the elements with this tag and these attributes; ``None``: whatever its value."""
        assert self.tree is not None, f"{self.address} is no page."
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [found for found in self.tree.iter(tag) if _has(found, wanted)]

    def one(self, tag: str, **attributes: str | None) -> Element:
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{self.address} has {len(found)} times <{tag}> with {attributes}."
        return found[0]

    def form(self, **attributes: str | None) -> Form:
        """Return one form with what it would send, buttons left out."""
        element = self.one("form", **(attributes or {"id": "answers"}))
        fields: dict[str, Any] = {}
        for name, value in (pair for control in element.iter() if (pair := _field(control))):
            given = fields.get(name)
            fields[name] = value if given is None else [*(given if isinstance(given, list) else [given]), value]
        return Form(element.get("action") or urlsplit(self.address).path, fields)

    def links(self) -> list[str]:
        return [link.get("href", "") for link in self.all("a", href=None)]


def _has(element: Element, wanted: Mapping[str, str | None]) -> bool:
    return all(element.get(name) is not None and value in (None, element.get(name)) for name, value in wanted.items())


def _field(control: Element) -> tuple[str, str] | None:
    name, kind = control.get("name"), control.get("type")
    if name is None or control.tag not in ("input", "textarea", "select"):
        return None
    if control.tag == "select":
        options = [option for option in control.iter("option") if option.get("selected") is not None]
        return name, options[0].get("value", "") if options else ""
    if control.tag == "textarea":
        return name, (control.text or "")
    if kind in ("radio", "checkbox") and control.get("checked") is None:
        return None
    return name, control.get("value", "on")


def parse(body: bytes) -> tuple[Element, list[str]]:
    """Parse a page as strictly as the standard does; return the tree and what is wrong with it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(body, transport_encoding="utf-8")
    return tree, [f"line {place[0]}: {code} {details or ''}".strip() for place, code, details in parser.errors]


class PageClient:
    """Fetches pages, posts forms, and raises ``BadPage`` for any page that is not fit."""

    def __init__(self, app: Flask) -> None:
        #: The plain client, for posts by the hundred and for what is no page.
        self.http = app.test_client()

    def get(self, address: str, status: int = 200, **options: Any) -> Page:
        return self._open(address, status, method="GET", **options)

    def post(self, address: str, data: Any = None, status: int = 303, **options: Any) -> Page:
        return self._open(address, status, method="POST", data={} if data is None else data, **options)

    def submit(
        self, page: Page, changes: Mapping[str, str], status: int = 303, *, form: Mapping[str, str] | None = None
    ) -> Page:
        """Send a page's form as it stands, with these changes."""
        found = page.form(**(form or {}))
        return self.post(found.action, {**found.fields, **changes}, status)

    def follow(self, page: Page, status: int = 200) -> Page:
        assert page.status in (302, 303), f"{page.address} gave {page.status}, which leads nowhere."
        return self.get(page.location, status)

    def _open(self, address: str, status: int, **options: Any) -> Page:
        response = self.http.open(address, base_url=HOST, **options)
        with response:
            page = read(address, response)
        assert page.status == status, f"{address} gave {page.status} and not {status}: {_gist(page)}"
        return page


def read(address: str, response: TestResponse) -> Page:
    """Read a response; an HTML page is checked, unless no browser would show it."""
    page = Page(address, response.status_code, dict(response.headers), response.data)
    if response.mimetype == "text/html":
        page.tree, page.parse_errors = parse(page.body)
    is_shown = not 300 <= page.status < 400
    if found := problems_with(page) if is_shown else []:
        raise BadPage(f"{address} ({page.status}):\n- " + "\n- ".join(found))
    return page


def _gist(page: Page) -> str:
    return page.words[:300] if page.tree is not None and page.all("main") else page.location or page.text[:300]

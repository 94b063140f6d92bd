"""What every page must be: one small function per promise, each returning sentences about what breaks it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from tests.pages import Page

Check = Callable[["Page", Element], Iterator[str]]

OUR_HOST = "spiegel.example"
#: Addresses that hold a secret.
SECRET = ("/v/", "/rapport/", "/meedoen/")
#: Where a partner's device gets a cookie: at a meeting, and where its link was in the hands of staff, its code.
COOKIE = "/meedoen/"
CODE_OF_LINK = re.compile(r"code=\d{8}\.[0-9a-f]{64}; Expires=[^;]+; Secure; HttpOnly; Path=/v/[\w-]{43}; SameSite=Lax")
ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "srcset", "{http://www.w3.org/1999/xlink}href")
REFERRING = ("for", "form", "list", "aria-describedby", "aria-labelledby", "aria-controls", "aria-details", "aria-owns")
CONTROLS = ("input", "textarea", "select")


def problems_with(page: "Page") -> list[str]:
    """Return everything that is wrong with a response."""
    found = list(_headers(page))
    if page.tree is not None:
        tree = page.tree
        found += [problem for check in CHECKS for problem in check(page, tree)]
    return found


def _headers(page: "Page") -> Iterator[str]:
    policy = page.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "'unsafe-inline'" in policy.replace("style-src-attr 'unsafe-inline'", ""):
        yield f"the content policy is missing or weak: {policy!r}"
    if page.headers.get("Referrer-Policy") != "no-referrer":
        yield "the header Referrer-Policy is not 'no-referrer'"
    if page.headers.get("X-Content-Type-Options") != "nosniff":
        yield "the header X-Content-Type-Options is not 'nosniff'"
    path = urlsplit(page.address).path
    if path.startswith(SECRET) and page.headers.get("Cache-Control") != "no-store":
        yield "a page behind a secret link may be cached"
    if path.startswith((*SECRET, "/meedoen")) and not path.startswith(COOKIE):
        given = page.headers.get("Set-Cookie", "")
        if given and not CODE_OF_LINK.fullmatch(given):
            yield "a partner's page sets a cookie"


def _parses(page: "Page", tree: Element) -> Iterator[str]:
    yield from (f"it is no valid HTML: {error}" for error in page.parse_errors)


def _document(page: "Page", tree: Element) -> Iterator[str]:
    if page.body.lstrip()[:15].lower() != b"<!doctype html>":
        yield "it does not begin with a doctype"
    if not (tree.get("lang") or "").strip():
        yield "it does not say its language"
    for tag in ("h1", "main", "title"):
        number = len(list(tree.iter(tag)))
        if number != 1:
            yield f"it has {number} elements <{tag}>, not 1"
    if not any((title.text or "").split("|")[0].strip() for title in tree.iter("title")):
        yield "its title is empty"


def _ids(page: "Page", tree: Element) -> Iterator[str]:
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id") is not None)
    yield from (f"the id {name!r} is there {number} times" for name, number in ids.items() if number > 1)
    yield from (f"the id {name!r} is no id" for name in ids if not name or name.split() != [name])


def _labels(page: "Page", tree: Element) -> Iterator[str]:
    wrapped = {control for label in tree.iter("label") if _says(label) for control in label.iter()}
    labelled = {label.get("for") for label in tree.iter("label") if _says(label)}
    for control in tree.iter():
        if control.tag not in CONTROLS or control.get("type") in ("hidden", "submit", "button"):
            continue
        named = control.get("aria-label") or control.get("aria-labelledby")
        if not (named or control in wrapped or control.get("id", "") in labelled):
            yield f"{_name(control)} has no label"


def _names(page: "Page", tree: Element) -> Iterator[str]:
    for element in (*tree.iter("a"), *tree.iter("button"), *tree.iter("summary"), *tree.iter("h1"), *tree.iter("h2")):
        if not (_says(element) or element.get("aria-label")):
            yield f"{_name(element)} has no words"
    for element in tree.iter():
        if element.get("role") == "img" and not element.get("aria-label"):
            yield f"{_name(element)} is an image without a description"
        if element.tag == "img" and element.get("alt") is None:
            yield f"{_name(element)} has no alt"


def _fieldsets(page: "Page", tree: Element) -> Iterator[str]:
    for fieldset in tree.iter("fieldset"):
        first = next(iter(fieldset), None)
        if first is None or first.tag != "legend" or not _says(first):
            yield f"{_name(fieldset)} does not begin with a legend"
    names = Counter(radio.get("name") for radio in tree.iter("input") if radio.get("type") == "radio")
    inside = Counter(
        radio.get("name")
        for fieldset in tree.iter("fieldset")
        for radio in fieldset.iter("input")
        if radio.get("type") == "radio"
    )
    yield from (f"the radio buttons {name!r} are in no fieldset" for name in names if inside[name] < names[name])


def _references(page: "Page", tree: Element) -> Iterator[str]:
    ids = {element.get("id") for element in tree.iter()}
    for element in tree.iter():
        href = element.get("href", "")
        if href.startswith("#") and href[1:] not in ids:
            yield f"{_name(element)} leads to {href}, which is not there"
        for attribute in REFERRING:
            for target in (element.get(attribute) or "").split():
                if target not in ids:
                    yield f"{_name(element)} names {target!r} in {attribute}, which is not there"


def _scripts(page: "Page", tree: Element) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("src") is None and script.get("type") != "application/json":
            yield "it has an inline script"
    for element in tree.iter():
        yield from (f"{_name(element)} has the handler {name}" for name in element.keys() if name.startswith("on"))  # noqa: SIM118 -- an Element is no mapping


def _styles(page: "Page", tree: Element) -> Iterator[str]:
    if any(True for _ in tree.iter("style")):
        yield "it has an inline style sheet"
    if "style-src-attr 'unsafe-inline'" not in page.headers.get("Content-Security-Policy", ""):
        styled = (element for element in tree.iter() if element.get("style"))
        yield from (f"{_name(element)} has a style, which is refused" for element in styled)


def _addresses(page: "Page", tree: Element) -> Iterator[str]:
    for element in tree.iter():
        if element.get("download") and (element.get("href") or "").startswith("data:text/plain;"):
            continue  # a file that is on the page itself
        for attribute in ADDRESSES:
            parts = urlsplit(element.get(attribute) or "")
            if (element.tag, parts.scheme) == ("a", "otpauth"):
                continue  # no place, but an app of the phone itself
            if parts.scheme not in ("", "https", "mailto") or parts.hostname not in (None, OUR_HOST):
                yield f"{_name(element)} leads to another place: {parts.geturl()[:60]}"


CHECKS: Final[tuple[Check, ...]] = (
    _parses, _document, _ids, _labels, _names, _fieldsets, _references, _scripts, _styles, _addresses,
)  # fmt: skip


def _says(element: Element) -> bool:
    return bool("".join(element.itertext()).strip())


def _name(element: Element) -> str:
    """Name an element so that it can be found in the template."""
    shown = [f'{name}="{value[:40]}"' for name in ("id", "name", "class", "href") if (value := element.get(name))]
    return f"<{' '.join([str(element.tag), *shown[:2]])}>"

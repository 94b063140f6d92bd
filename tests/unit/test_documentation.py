"""The documentation leads nowhere that is not there, and every picture that is made for it is shown."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest

ROOT: Final = Path(__file__).parents[2]
DOCS: Final = ROOT / "docs"
PAGES: Final = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]

_CODE: Final = re.compile(r"^```.*?^```|`[^`\n]*`", re.M | re.S)
_LINK: Final = re.compile(r"\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
_HEADING: Final = re.compile(r"^#+ (.+)$", re.M)


def links(page: Path) -> list[str]:
    """Return where a page leads within the project."""
    text = _CODE.sub("", page.read_text(encoding="utf-8"))
    found = (first or second for first, second in _LINK.findall(text))
    return [unquote(each) for each in found if not each.startswith(("http:", "https:", "mailto:"))]


def anchors(page: Path) -> set[str]:
    """Return the names of a page's headings, as code hosts make them: small, without signs, with hyphens."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    plain = (heading.replace("`", "").lower() for heading in _HEADING.findall(text))
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in plain}


def leads_nowhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    return not target.exists() or bool(anchor and anchor not in anchors(target))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [link for link in links(page) if leads_nowhere(page, link)] == []


def test_links_are_found() -> None:
    assert leads_nowhere(DOCS / "README.md", "handleiding.md#er-is-geen-kop")
    assert leads_nowhere(DOCS / "README.md", "geen-bladzijde.md")
    assert not leads_nowhere(DOCS / "README.md", "handleiding.md#eén-netwerk")
    assert len(links(DOCS / "handleiding.md")) > 40


def test_every_picture_is_shown_and_told_of() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [
        path.name for path in sorted((DOCS / "pictures").glob("*.png")) if f"pictures/{path.name}" not in pages
    ] == []
    assert re.findall(r"<img (?![^>]*alt=\"[^\"]{40,}\")[^>]*>", pages) == []


def test_every_decision_is_in_the_list() -> None:
    listed = (DOCS / "README.md").read_text(encoding="utf-8")
    assert [
        path.name
        for path in sorted((DOCS / "decisions").glob("*.md"))
        if f"({path.parent.name}/{path.name})" not in listed
    ] == []

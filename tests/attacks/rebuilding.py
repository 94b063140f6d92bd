"""The attacker who reads a report, or what a command wrote, and puts the published statements together again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from questionnaires.definition import Questionnaire
from reports.results import TOTAL, Cell, Kind, Measure
from reports.wording import words
from tests.pages import Page

#: What groups are called in a Dutch report.
NAMES: Final = {"Bibliotheek": "library", "Welzijn": "welfare", "Overige partners": "rest"}

#: The tables that hold averages of themes. The others hold shares, words and what organisations said.
TABLES: Final = frozenset(words("nl").say(f"{table}.table") for table in ("themes", "groups"))

_NUMBER = r"(\d+[.,]\d+)"
_FORMS: Final[dict[Kind, str]] = {
    "exact": _NUMBER,
    "at_least": rf"{_NUMBER} (?:of hoger|or higher)|more than {_NUMBER}",
    "at_most": rf"{_NUMBER} (?:of lager|or lower)|less than {_NUMBER}",
    "between": rf"{_NUMBER} (?:tot|to) {_NUMBER}",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as somebody reads it; ``values`` in the precision in which they stand there."""

    measure: Measure
    subject: str
    option: str
    group: str
    kind: Kind
    values: tuple[str, ...]


def said_by(cell: Cell) -> Said:
    """Return what a shown cell says."""
    values = tuple(str(value) for value in dict.fromkeys((cell.low, cell.high)) if value is not None)
    return Said(cell.measure, cell.subject, cell.option or "", cell.group, cell.kind, values)


def on_page(page: Page, questionnaire: Questionnaire) -> set[Said]:
    """Return every average in the tables of a Dutch report that hold averages of themes."""
    tables = [table for table in page.all("table") if _caption(table) in TABLES]
    return {said for table in tables for said in _in_table(_lines(table), questionnaire)}


def _caption(table: Element) -> str:
    return " ".join(table.findtext("caption", "").split())


def _lines(table: Element) -> list[list[str]]:
    return [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in table.iter("tr")]


def _in_table(lines: list[list[str]], questionnaire: Questionnaire) -> Iterator[Said]:
    titles = {theme.title.in_language("nl"): theme.id for theme in questionnaire.themes}
    names = [_without_size(head) for head in lines[0]]
    groups = {place: NAMES[name] for place, name in enumerate(names) if name in NAMES} or {1: TOTAL}
    for line in lines[1:]:
        for place, group in groups.items():
            yield from _figure("theme_mean", titles[line[0]], "", group, _without_size(line[place]))


def in_listing(lines: Sequence[str], questionnaire: Questionnaire) -> set[Said]:
    """Return everything in what ``results show`` writes for people."""
    end = lines.index("")
    return {*_averages(lines[1:end], questionnaire), *_shares(lines[end + 2 :])}


def _averages(lines: Sequence[str], questionnaire: Questionnaire) -> Iterator[Said]:
    titles = {theme.title.in_language("nl"): theme.id for theme in questionnaire.themes}
    _, *groups, _ = re.split(r"\s{2,}", lines[0])
    for line in lines[1:]:
        title, *figures, unknown = re.split(r"\s{2,}", line)
        for group, figure in zip(groups, figures, strict=True):
            yield from _figure("theme_mean", titles[title], "", group, _without_size(figure))
        yield from _figure("dont_know", titles[title], "", TOTAL, unknown)


def _shares(lines: Sequence[str]) -> Iterator[Said]:
    for line in lines:
        about, _, said = line.partition(": ")
        subject, _, group = about.rpartition(", ")
        for each in said.split("; "):
            option, _, figure = each.partition(" ")
            yield from _figure("share", subject, option, group, figure)


def _without_size(text: str) -> str:
    return re.sub(r" \(n ?= ?[\d–]+\)$", "", text)


def _figure(measure: Measure, subject: str, option: str, group: str, text: str) -> Iterator[Said]:
    for kind, form in _FORMS.items():
        if found := re.fullmatch(form, text):
            values = (each.replace(",", ".") for each in found.groups() if each)
            yield Said(measure, subject, option, group, kind, tuple(values))
            return
    assert not re.search(r"\d", text), f"What '{text}' says of {subject} is not understood."

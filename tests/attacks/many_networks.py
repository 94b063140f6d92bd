"""Networks of two support organisations that all have published, and who looks at them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final
from xml.etree.ElementTree import Element

from flask import Flask
from sqlalchemy.orm import Session

from reports.report import ReportInput
from reports.standing import standing_of
from survey import clock
from survey.database import writing
from survey.models import Account, Network
from survey.services import networks
from tests.attacks.harvesting import decimals, denominators, said_by_attributes, shares
from tests.attacks.published_numbers import of_all_networks, parts, printed, sizes
from tests.dashboards import add_standing, closed_on
from tests.factories import ADVISER_ADDRESS, add_adviser, sign_in
from tests.pages import Page, PageClient
from tests.published_networks import averages
from tests.unit.reports.networks import given

COLLEAGUE, MANAGER = "ida@taalsteun.example", "beheer@taalsteun.example"
ELSEWHERE, ELSEWHERES = "Taalsteun Noord", "ida@noord.example"
#: Averages that no network has which anybody of the first organisation reads, in tenths.
FOREIGN, ARCHIVED = 11, 49

#: Who looks, as :func:`tests.factories.sign_in` takes it, and which networks that person may open.
READERS: Final[Mapping[str, tuple[dict[str, Any], frozenset[str]]]] = {
    "adviser of many networks": (
        {"address": ADVISER_ADDRESS},
        frozenset({"Bergen", "Delft", "Grootstad", "Stilte", "Tweestromen", "Waterdam"}),
    ),
    "administrator who looks after one": ({"role": "administrator", "address": MANAGER}, frozenset({"Kroonmeer"})),
    "adviser elsewhere": ({"support": ELSEWHERE, "address": ELSEWHERES}, frozenset({"Verweg", "Vreemd"})),
}


@dataclass(frozen=True, slots=True)
class Many:
    """All networks with what each published, one round after the other; names are the keys."""

    app: Flask
    published: "Mapping[str, tuple[Numbers, ...]]"

    def reads(self, who: str) -> tuple[PageClient, frozenset[str]]:
        """Sign somebody in; return the browser, and the networks that this person may open."""
        client, (account, names) = PageClient(self.app), READERS[who]
        sign_in(self.app, client, **account)
        return client, names | (frozenset({"Kroonmeer"}) if who.startswith("adviser of") else frozenset())

    def results(self, names: frozenset[str]) -> "list[Numbers]":
        """Return all that these networks published."""
        return [each for name in names for each in self.published[name]]


def add_many_networks(app: Flask) -> Many:
    """Add them all, each with its rounds released."""
    published: dict[str, tuple[Numbers, ...]] = {}
    two_rounds = [closed_on(given("middling")[0], date(2025, 3, 1)), given("large")[0]]
    with app.app_context(), writing() as session:
        mine, colleague, manager = (
            add_adviser(session, address=each) for each in (ADVISER_ADDRESS, COLLEAGUE, MANAGER)
        )
        elsewhere = add_adviser(session, support=ELSEWHERE, address=ELSEWHERES)
        for adviser, name, where, rounds in [
            (mine, "Waterdam", ("PV26", "AM01"), [given("small")[0]]),
            (mine, "Tweestromen", ("PV26", "AM02"), [given("divided")[0]]),
            (mine, "Grootstad", ("PV20", "AM01"), two_rounds),
            (mine, "Stilte", ("PV20", None), [given("silent")[0]]),
            (mine, "Delft", ("PV28", None), [of_averages(33)]),
            (colleague, "Bergen", ("PV27", None), [of_averages(36, roles=21)]),
            (manager, "Kroonmeer", ("PV27", None), [of_averages(23)]),
            (mine, "Vroegerdam", ("PV27", None), [of_averages(ARCHIVED)]),
            (elsewhere, "Verweg", ("PV26", "AM01"), [of_averages(FOREIGN)]),
            (elsewhere, "Vreemd", ("PV20", None), [of_averages(FOREIGN, roles=13)]),
        ]:  # fmt: skip
            published[name] = tuple(Numbers.of(each) for each in rounds)
            _add(session, adviser, name, where, rounds)
    return Many(app, published)


def of_averages(tenths: int, **of: int) -> ReportInput:
    """Return what a report is made of in which every theme has this average, but for those that are named."""
    return ReportInput("", averages(tenths, of={name.replace("_", "-"): value for name, value in of.items()}))


def _add(
    session: Session, adviser: Account, name: str, where: tuple[str, str | None], rounds: list[ReportInput]
) -> Network:
    network = networks.add_network(session, adviser=adviser, name=name, province=where[0], coordinator="Hanna Bos")
    network.region = where[1]
    for number, report in enumerate(rounds, 1):
        add_standing(session, network, replace(report, network=name), number=number)
    if name == "Vroegerdam":
        network.archived_at_utc = clock.now()
    return network


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number that may be told of a round, and of the edition: worked out once, as many texts are held to it."""

    values: frozenset[str]
    parts: frozenset[str]
    sizes: frozenset[int]
    #: Of the round before and of library beside welfare: how much averages differ, and with which margin.
    between: frozenset[str]

    @classmethod
    def of(cls, report: ReportInput) -> "Numbers":
        """Return what a report and the edition may say."""
        results = report.results
        values = {str(each) for each in printed(results)} | of_all_networks()
        told = frozenset(parts(results) | of_all_networks())
        between = {
            str(abs(number))
            for each in standing_of(report).themes
            for number in (each.difference, each.margin, each.gap_difference, each.gap_margin)
            if number is not None
        }
        return cls(frozenset(values), told, frozenset(sizes(results)), frozenset(between))


def strange(text: str, published: list[Numbers]) -> set[str]:
    """Return every number in a text that none of these rounds has, and that no edition tells."""
    found = {each for each in decimals(text) if 1 <= Decimal(each) <= 5}
    found -= frozenset[str]().union(*(each.values for each in published))
    found |= shares(text) - frozenset[str]().union(*(each.parts for each in published))
    found -= frozenset[str]().union(*(each.between for each in published))
    counted = denominators(text) - frozenset[int]().union(*(each.sizes for each in published))
    return found | {str(each) for each in counted}


def lines(page: Page) -> Iterator[tuple[str, str]]:
    """Give each line of a table that begins with the name of a network: the name, and all that is said in the line."""
    for line in page.all("tr"):
        cells = [each for each in line if each.tag in ("td", "th")]
        named = next((each for each in cells[0].iter("bdi")), None) if cells else None
        name = _text(named if named is not None else cells[0]) if cells else ""
        yield name, "\n".join(said for cell in cells[1:] for said in _said(cell))


def _said(cell: Element) -> list[str]:
    return [*cell.itertext(), *(value for each in cell.iter() for value in said_by_attributes(each))]


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).replace("\u00ad", "").split())

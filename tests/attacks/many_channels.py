"""The channels over many networks: what needs somebody, networks side by side, in every choice that there is."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

from reports.wording import words
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import LANGUAGES, everything_on
from tests.attacks.report_files import leaves
from tests.attacks.staff_channels import OWN_MARK, cells_of
from tests.factories import sign_in
from tests.pages import Page, PageClient

OVERVIEW: Final = "/overzicht"
COMPARE: Final = "/vergelijken"
BESIDE: Final = "/vergelijken/naast-elkaar"
WORKBOOK: Final = "/vergelijken.xlsx"
DEVELOPMENT: Final = "/ontwikkeling"
SIDES: Final = "/bibliotheek-en-welzijn"
SAID: Final = "/inzet-rollen-bereik"
PLACES: Final = "/kaart"
#: The pages over many networks beside those that compare, each with a workbook at the same address.
OTHERS: Final = (DEVELOPMENT, SIDES, SAID, PLACES)
BESIDE_WORKBOOK: Final = "/vergelijken/naast-elkaar.xlsx"
NEEDS_WORKBOOK: Final = "/overzicht.xlsx"
KEPT: Final = "/bewaard"
#: Whose networks; what is chosen beside it is chosen among all that somebody reads.
_ALL: Final = {"wie": ""}
_DRAWN: Final = re.compile(
    r'"(?:width|size|range)":\s*(?:\[[^\]]*\]|[\d.]+)|"x":\s*\[(?:\d+|null)(?:,\s*(?:\d+|null))*\]'
)
#: What the first sheet of a workbook gives an example of.
_MARKS: Final = ("percent", "at_least", "at_most", "between", "margin", "half", "others")


@dataclass(frozen=True, slots=True)
class Choice:
    """What an address asks for: names with values, in the order in which they stand in it."""

    asked: tuple[tuple[str, str], ...]

    def address(self, path: str, **more: str) -> str:
        """Return the address of a page with this choice."""
        return f"{path}?{urlencode([*self.asked, *more.items()])}"


def choices(client: PageClient) -> list[Choice]:
    """Return every choice that the page offers, each by itself, and each filter under a heading of its own."""
    page = client.get(f"{COMPARE}?wie=")
    offered = {field.get("name", ""): _values(field) for field in page.all("select") if field.get("id")}
    whose, groupings = offered.pop("wie", [""]), offered.pop("groepeer", [""])
    headed = [{"groepeer": by} for by in groupings]
    filters = [
        {name: value, "groepeer": name if name in groupings else ""}
        for name, values in offered.items()
        for value in values
        if value
    ]
    return [Choice(tuple({**_ALL, **each}.items())) for each in [*({"wie": each} for each in whose), *headed, *filters]]


def topics(client: PageClient) -> list[str]:
    """Return the topics that there is a chart of."""
    links = client.get(f"{COMPARE}?wie=").links()
    return sorted({link.partition("onderwerp=")[2].partition("&")[0].partition("#")[0] for link in links} - {""})


def _values(field: Element) -> list[str]:
    return [option.get("value", "") for option in field.iter("option")]


def ticked(client: PageClient) -> list[str]:
    """Return what the boxes before networks stand for."""
    boxes = client.get(f"{COMPARE}?wie=").all("input", type="checkbox", name="netwerk")
    return [box.get("value", "") for box in boxes]


def said_on(page: Page) -> str:
    """Return every text, attribute and number of a page, those that charts are drawn from among them.

    How broad lines and dots are, from where to where axes go and which round a dot is of is left out: that is no figure
    of anybody.
    """
    scripts = [_DRAWN.sub('"drawn":0', each.text or "") for each in page.all("script", type="application/json")]
    whole = _DRAWN.sub('"drawn":0', everything_on(page))  # an axis from 1 to 5 reads as 1,5 there
    return "\n".join([whole, *(str(each) for script in scripts for each in leaves(json.loads(script)))])


def workbook_of(sent: Page) -> str:
    """Return what stands in a workbook, but for the examples on its first sheet, which are of nobody."""
    explained = product(LANGUAGES, ("mark", "meaning"), _MARKS)
    examples = {words(language).say(f"workbook.{kind}.{mark}") for language, kind, mark in explained}
    return "\n".join(line for line in cells_of(sent.body).splitlines() if line not in examples)


def networks_side_by_side(attacked: Attacked) -> str:
    """Return what an adviser sees of the networks side by side, in every choice, by themselves, and as a workbook."""
    client = PageClient(attacked.app)
    sign_in(attacked.app, client)
    return OWN_MARK.sub("", "\n".join(_side_by_side(client)))


def _side_by_side(client: PageClient) -> Iterator[str]:
    for language in LANGUAGES:
        for each in choices(client):
            yield said_on(client.get(each.address(COMPARE, taal=language)))
            yield workbook_of(client.get(each.address(WORKBOOK, taal=language)))
        for topic in topics(client):
            yield said_on(client.get(f"{COMPARE}?wie=&onderwerp={topic}&taal={language}"))
        chosen = urlencode([("netwerk", key) for key in ticked(client)[:6]])
        yield said_on(client.get(f"{BESIDE}?{chosen}&taal={language}"))
        yield workbook_of(client.get(f"{BESIDE_WORKBOOK}?{chosen}&taal={language}"))


def overview_of_networks(attacked: Attacked) -> str:
    """Return what advisers and administrators see of what networks need."""
    client, said = PageClient(attacked.app), list[str]()
    for role in ("adviser", "administrator"):
        sign_in(attacked.app, client, role=role)
        said += [said_on(client.get(f"{OVERVIEW}?wie={whose}")) for whose in ("", "mijn")]
        said += [workbook_of(client.get(f"{NEEDS_WORKBOOK}?wie={whose}")) for whose in ("", "mijn")]
    return OWN_MARK.sub("", "\n".join(said))


def development_of_networks(attacked: Attacked) -> str:
    """Return how themes move over networks, and over the rounds of each."""
    client = PageClient(attacked.app)
    sign_in(attacked.app, client)
    rounds = [f"{DEVELOPMENT}?netwerk={key}" for key in ticked(client)]
    return _everywhere(client, [f"{DEVELOPMENT}?wie=", *rounds])


def sides_of_networks(attacked: Attacked) -> str:
    """Return library beside welfare over networks, and what organisations need of each other."""
    return _of_adviser(attacked, SIDES)


def said_of_networks(attacked: Attacked) -> str:
    """Return what organisations say of their networks, counted."""
    return _of_adviser(attacked, SAID)


def places_of_networks(attacked: Attacked) -> str:
    """Return where networks are, and how far their rounds are."""
    return _of_adviser(attacked, PLACES)


def _of_adviser(attacked: Attacked, path: str) -> str:
    client = PageClient(attacked.app)
    sign_in(attacked.app, client)
    return _everywhere(client, [f"{path}?wie="])


def _everywhere(client: PageClient, addresses: list[str]) -> str:
    """Return these pages and their workbooks, in both languages."""
    said = [
        each
        for address, language in product(addresses, LANGUAGES)
        for each in (
            said_on(client.get(f"{address}&taal={language}")),
            workbook_of(client.get(f"{address.replace('?', '.xlsx?')}&taal={language}")),
        )
    ]
    return OWN_MARK.sub("", "\n".join(said))


def kept_choices(attacked: Attacked) -> str:
    """Return what advisers and administrators see of the choices that they kept: the page, and no figure on it."""
    client, said = PageClient(attacked.app), list[str]()
    for role in ("adviser", "administrator"):
        sign_in(attacked.app, client, role=role)
        said += [said_on(page) for page in _kept(client)]
    return OWN_MARK.sub("", "\n".join(said))


def _kept(client: PageClient) -> Iterator[Page]:
    """Keep a choice of each kind, look at all that is told of it, and delete it."""
    beside = urlencode([("netwerk", key) for key in ticked(client)[:6]])
    form = client.get(f"{COMPARE}?wie=").form(class_="keep")
    kept = {"vergelijken": "wie=&onderwerp=roles", "naast-elkaar": beside, "overzicht": "wie=mijn"}
    for page, chosen in kept.items():
        client.post(KEPT, {**form.fields, "name": f"Keuze {page}", "page": page, "chosen": chosen})
    listed = client.get(KEPT)
    yield listed
    yield client.post(KEPT, {**form.fields, "name": "Keuze overzicht", "page": "vergelijken"}, 422)
    for address in sorted({link for link in listed.links() if link.startswith(f"{KEPT}/")}):
        each = client.get(address)
        yield each
        client.submit(each, {}, form={"id": "delete"})

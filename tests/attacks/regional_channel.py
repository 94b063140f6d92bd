"""The report of many networks as a channel: its page and its files, for both kinds of readers, of every area."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from reports.forms.kinds import FormName
from reports.wording import words
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import LANGUAGES
from tests.attacks.many_channels import said_on
from tests.attacks.report_files import read_file
from tests.attacks.staff_channels import OWN_MARK
from tests.factories import sign_in
from tests.pages import PageClient

REGIONAL: Final = "/regio"
FILES: Final[dict[FormName, str]] = {"pdf": "rapport.pdf", "slides": "dias.pptx", "workbook": "werkblad.xlsx"}
#: For whom: what is given on, and what is for who may read the report of each network.
GIVEN_ON, OWN = "doorgeven", ""
#: In which steps shares are printed, as the first sheet of every workbook says it.
_STEPS: Final = {words(language).say("workbook.meaning.percent") for language in LANGUAGES}


def areas(client: PageClient) -> list[str]:
    """Return every area that the page offers."""
    field = next(each for each in client.get(REGIONAL).all("select") if each.get("name") == "gebied")
    return [option.get("value", "") for option in field.iter("option")]


def on_paper(client: PageClient, area: str, whom: str, *names: FormName) -> Iterator[str]:
    """Give what stands in the files of an area's report."""
    for name in names or FILES:
        said = read_file(name, client.get(f"{REGIONAL}/{FILES[name]}?gebied={area}&voor={whom}").body)
        yield "\n".join(line for line in said.splitlines() if line not in _STEPS)


def everything(client: PageClient, area: str, whom: str) -> str:
    """Return what stands on the page of an area's report, and in its files."""
    page = client.get(f"{REGIONAL}?gebied={area}&voor={whom}")
    return "\n".join([said_on(page), *on_paper(client, area, whom)])


def report_of_many(attacked: Attacked) -> str:
    """Return what an adviser and an administrator get of all networks together, in every form, and can give on."""
    client, said = PageClient(attacked.app), list[str]()
    for role in ("adviser", "administrator"):
        sign_in(attacked.app, client, role=role)
        said += [everything(client, area, whom) for area, whom in product(areas(client), (GIVEN_ON, OWN))]
    return OWN_MARK.sub("", "\n".join(said))

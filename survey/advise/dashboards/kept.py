"""What a page over many networks knows of the choices that somebody kept, and of the link to what is chosen now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from flask import request, url_for
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from survey import clock
from survey.access import person
from survey.advise.dashboards.choices import MOST, NETWORK, WHOSE, Asked
from survey.clock import dutch_day
from survey.i18n import _, day, gettext_noop, ngettext
from survey.models import SavedView
from survey.queries import saved_views

#: The topic of a chart, in the address; it is a name in a questionnaire, and no longer than one.
TOPIC: Final = "onderwerp"
_LONGEST_TOPIC: Final = 40


@dataclass(frozen=True, slots=True)
class Board:
    """A page whose choices can be kept; ``networks``: so many are chosen there one by one at most."""

    endpoint: str
    message: str
    networks: int = 0
    has_topic: bool = False


#: By the name under which they are kept.
BOARDS: Final[Mapping[str, Board]] = {
    "overzicht": Board("dashboards.show_overview", gettext_noop("My networks")),
    "vergelijken": Board("dashboards.compare_networks", gettext_noop("Compare"), has_topic=True),
    "naast-elkaar": Board("dashboards.lay_side_by_side", gettext_noop("Networks side by side"), networks=MOST),
    "ontwikkeling": Board("dashboards.show_development", gettext_noop("Development")),
    "rondes": Board("dashboards.show_development", gettext_noop("Development of one network"), networks=1),
    "bibliotheek-en-welzijn": Board("dashboards.show_sides", gettext_noop("Library and welfare")),
    "inzet-rollen-bereik": Board("dashboards.show_said", gettext_noop("Commitment, roles and reach")),
    "kaart": Board("dashboards.show_places", gettext_noop("Where networks are")),
    "regio": Board("dashboards.show_regional", gettext_noop("Networks together")),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A kept view: what it is called, the page that it opens, and whether that is the one that is open."""

    id: UUID
    name: str
    page: str
    href: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What the page shows of this; ``chosen`` is what would be kept, ``said`` the same in words, with the day."""

    page: str
    chosen: str
    address: str
    links: tuple[Link, ...]
    said: tuple[str, ...]
    today: date
    outdated: Link | None = None

    @property
    def on(self) -> str:
        """The day in words."""
        return day(self.today)

    @property
    def source(self) -> str:
        """What stands below a picture of this page: where it is from, what was chosen, and when."""
        return " · ".join(("Netwerkspiegel", *self.said, self.on))

    @property
    def day(self) -> str:
        """The day as names of files have it."""
        return self.today.isoformat()

    @property
    def follows_reader(self) -> bool:
        """Whether the link shows everybody their own networks."""
        return (WHOSE, "mijn") in parse_qsl(self.chosen)


def kept_on(session: Session, page: str, asked: Asked, *, networks: tuple[str, ...] = ()) -> Kept:
    """Return what somebody kept, for a page on which this is asked; ``networks``: the names of those chosen."""
    chosen = as_address(page, asked, request.args.get(TOPIC, ""))
    given = request.query_string.decode("ascii", "replace")
    views = saved_views.list_views(session, account_id=person().account_id)
    links = tuple(_link(view, page, {chosen, given}) for view in views)
    outdated = next(
        (each for each, view in zip(links, views, strict=True) if each.is_open and view.chosen != chosen), None
    )
    names = (_("Networks: %(names)s", names=", ".join(networks)),) if networks else ()
    address = url_for(BOARDS[page].endpoint, _external=True) + f"?{chosen}"
    return Kept(page, chosen, address, links, (*names, *asked.said), dutch_day(clock.now()), outdated)


def _link(view: SavedView, page: str, here: set[str]) -> Link:
    board = BOARDS.get(view.page)
    title = _(board.message) if board else view.page
    is_here = board is not None and board.endpoint == BOARDS[page].endpoint and view.chosen in here
    return Link(view.id, view.name, title, href_of(view), is_here)


def href_of(view: SavedView) -> str:
    """Return where a kept view leads; of a page that is no longer there, to the overview."""
    board = BOARDS.get(view.page)
    if board is None:
        return url_for("dashboards.show_overview")
    place = f"#{TOPIC}" if board.has_topic and TOPIC in given_in(view.chosen) else ""
    return f"{url_for(board.endpoint)}?{view.chosen}{place}"


def as_address(page: str, asked: Asked, topic: str = "") -> str:
    """Return what is chosen as it stands in an address: only what this page knows, always in the same order."""
    return urlencode(list(_pairs(BOARDS[page], asked, topic)))


def _pairs(board: Board, asked: Asked, topic: str) -> Iterator[tuple[str, str]]:
    """Whose networks is always said: what goes without saying is another thing for who has none."""
    for each in asked.filters:
        value = asked.values[each.key]
        if each.key == WHOSE or value != each.default:
            yield each.key, value
    if board.has_topic and topic.replace("-", "").isalnum() and topic.isascii() and len(topic) <= _LONGEST_TOPIC:
        yield TOPIC, topic
    for network in asked.networks[: board.networks]:
        yield NETWORK, str(network)


def given_in(chosen: str) -> "MultiDict[str, str]":
    """Return what stands in an address after its question mark."""
    return MultiDict(parse_qsl(chosen, keep_blank_values=True, max_num_fields=50))


def in_words(asked: Asked, page: str) -> str:
    """Say what a kept view chooses."""
    number = len(asked.networks[: BOARDS[page].networks]) if page in BOARDS else 0
    told = [ngettext("%(num)s network", "%(num)s networks", number)] if number else list(asked.said)
    return "; ".join(told)

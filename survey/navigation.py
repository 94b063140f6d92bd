"""The menu of the staff's pages: the rooms, and who may enter them."""

from dataclasses import dataclass
from typing import Final

from flask import Flask, request

from survey.access import signed_in
from survey.i18n import gettext_noop
from survey.models.account import Role
from survey.templating import template_globals


@dataclass(frozen=True, slots=True)
class Room:
    """One entry of the menu; ``within``: how the endpoints begin whose pages belong to it."""

    endpoint: str
    message: str
    role: Role
    within: tuple[str, ...]


ROOMS: Final = (
    Room("dashboards.show_overview", gettext_noop("Overview"), "adviser", ("dashboards.",)),
    Room("advise.list_networks", gettext_noop("Networks"), "coordinator", ("advise.", "rounds.")),
    Room("rounds.list_rounds", gettext_noop("Rounds"), "coordinator", ("rounds.list_rounds",)),
    Room("advise.list_organisations", gettext_noop("Organisations"), "coordinator", ("advise.list_organisations",)),
    Room("advise.list_contacts", gettext_noop("Contacts"), "coordinator", ("advise.list_contacts",)),
    Room("importing.import_many", gettext_noop("Import"), "adviser", ("importing.",)),
    Room("questionnaires.list_available", gettext_noop("Questionnaires"), "adviser", ("questionnaires.",)),
    Room("administer.home", gettext_noop("Administration"), "administrator", ("administer.",)),
)

#: The pages over many networks, beside each other within their room.
DASHBOARDS: Final = (
    ("dashboards.show_overview", gettext_noop("My networks")),
    ("dashboards.compare_networks", gettext_noop("Compare")),
    ("dashboards.show_development", gettext_noop("Development")),
    ("dashboards.show_sides", gettext_noop("Library and welfare")),
    ("dashboards.show_said", gettext_noop("Commitment, roles and reach")),
    ("dashboards.show_places", gettext_noop("Where networks are")),
    ("dashboards.show_regional", gettext_noop("Networks together")),
)


def init_app(app: Flask) -> None:
    """Let templates draw the menu."""
    template_globals(app).update(signed_in=signed_in, rooms=rooms, is_in=is_in, dashboards=DASHBOARDS)


def rooms() -> list[Room]:
    """Return the rooms that who is signed in may enter."""
    somebody = signed_in()
    return [room for room in ROOMS if somebody is not None and somebody.may(room.role)]


def is_in(room: Room) -> bool:
    """Say whether this page is in a room: the most specific one that claims it."""
    endpoint = request.endpoint or ""
    claims = [(max(map(len, claimed)), each) for each in ROOMS if (claimed := _claims(each, endpoint))]
    return bool(claims) and max(claims, key=lambda claim: claim[0])[1] is room


def _claims(room: Room, endpoint: str) -> list[str]:
    return [beginning for beginning in room.within if endpoint.startswith(beginning)]

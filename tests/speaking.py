"""Networks whose organisations speak on their own behalf, for tests of the pages and of what is published."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from flask import Flask

from survey.database import reading, writing
from survey.models import PartnerOrganisation
from survey.queries import networks
from tests.factories import OpenRound, answer, make_round, statements
from tests.pages import PageClient

#: Two people of the library, one of the municipality, one of welfare, in this order of their links.
MEMBERS: Final = {"library": 2, "municipality": 1, "welfare": 1}
ADA, BEA, CAS, DIRK = range(4)


def speaking_round(app: Flask, *, but: tuple[int, ...] = (), name: str = "Taalnetwerk Waterdam") -> OpenRound:
    """Make a round in which everybody but these people has sent in the own part."""
    opened = make_round(app, MEMBERS, name=name)
    for person, token in enumerate(opened.tokens):
        if person not in but:
            answer(app, token, statements(4))
    return opened


def profile_of(opened: OpenRound, person: int) -> str:
    """Return the address at which somebody speaks on behalf of their organisation."""
    return f"/v/{opened.tokens[person]}/organisatie"


def say(client: PageClient, opened: OpenRound, person: int, **pages: Mapping[str, Any]) -> None:
    """Have somebody fill in these pages of the profile: ``first={"rf-tasks.intake": "do"}``."""
    for page_id, fields in pages.items():
        address = f"{profile_of(opened, person)}/{page_id.replace('_', '-')}"
        client.submit(client.get(address), fields)


def organisation_ids(app: Flask, opened: OpenRound) -> dict[str, UUID]:
    """Return the organisations of a round's network by their kind."""
    with app.app_context(), reading() as session:
        return {each.kind: each.id for each in networks.list_organisations(session, network_id=opened.network_id)}


def leave(app: Flask, opened: OpenRound, kind: str, *, to: UUID) -> None:
    """Let an organisation leave its network for another one, with its people."""
    with app.app_context(), writing() as session:
        session.get_one(PartnerOrganisation, organisation_ids(app, opened)[kind]).network_id = to

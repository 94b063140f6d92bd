"""Every address that anybody but its own owner can read, while a round is open: found by the application's own list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from typing import Final
from uuid import UUID

from flask import Flask
from sqlalchemy import select
from werkzeug.wrappers import Response

from survey.access import rule_of
from survey.database import reading
from survey.models import Contact, Invitation, Network
from tests.attacks.staff_channels import ROLES_OF_STAFF, cells_of
from tests.attacks.staff_walk import clean
from tests.factories import OpenRound, sign_in, the_questionnaire
from tests.pages import HOST, PageClient

#: What is not opened, and why.
NOT_READ: Final = {
    "administer.list_events": "the log notes the reading itself; two instances are compared elsewhere",
    "administer.list_events_workbook": "likewise",
    "administer.show_system": "how full the disk is, which changes by itself",
    "administer.person_proof": "nobody was erased",
    "administer.person_proof_text": "nobody was erased",
    "administer.show_study": "nobody asked for a study",
    "advise.offered": "nobody hands a network over",
    "dashboards.change_view": "nobody kept a choice; kept choices are a channel of their own",
    "importing.preview": "nobody imports a list",
    "respond.enter": "a code opens it; the pages behind a code have their own test",
}
#: Who comes in there has no part in a round yet, or is its owner.
_OTHERS: Final = ("door", "demo")
#: Pages of the own account: they ask who was away for some minutes to sign in anew, and then the next page says so.
_OWN: Final = "account."
_PLACE: Final = re.compile(r"<(?:\w+:)?(\w+)>")
#: Another one at each look.
_CHANGING: Final = ("Set-Cookie", "Date", "Expires")
_NOW: Final = re.compile(r'data-now="\d+"')


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Who looks, with what they hold, and what stands in the addresses."""

    app: Flask
    staff: Mapping[str, PageClient]
    program: str
    #: For each name in an address what can stand there.
    values: Mapping[str, Sequence[str]]
    #: The secrets by what they open.
    tokens: Mapping[str, Sequence[str]]

    def read(self) -> dict[str, str]:
        """Return what each visitor gets at each address: status, all headers, and every byte."""
        return {f"{who}: {address}": said for who, address, said in self._read()}

    def _read(self) -> Iterator[tuple[str, str, str]]:
        for rule, _, address in self._addresses():
            for who, client in self._visitors(rule):
                headers = {"Authorization": f"Bearer {self.program}"} if who == "program" else {}
                with client.http.get(address, base_url=HOST, headers=headers) as response:
                    yield who, address, f"{response.status_code}\n{_headers(response)}\n{_body(response)}"

    def _visitors(self, rule: str) -> Iterator[tuple[str, PageClient]]:
        if rule in ("signed_in", *ROLES_OF_STAFF):
            yield from self.staff.items()
        else:
            yield ("program" if rule == "api_token" else "anybody"), PageClient(self.app)

    def named(self) -> list[tuple[str, str]]:
        """Return every address that is read, with the form of it that the application knows."""
        return [(path, address) for _, path, address in self._addresses()]

    def _addresses(self) -> Iterator[tuple[str, str, str]]:
        for rule, path in rules(self.app):
            names = _PLACE.findall(path)
            choices = [self.tokens[rule] if name == "token" else self.values[name] for name in names]
            for values in product(*choices):
                given = iter(values)
                yield rule, path, _PLACE.sub(lambda _, given=given: next(given), path)


def rules(app: Flask) -> list[tuple[str, str]]:
    """Return every address that can be read, with who may open it."""
    readable = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    others = [rule for rule in readable if rule.endpoint not in (*NOT_READ, "static")]
    found = [(rule_of(app, rule.endpoint) or "", rule) for rule in others if not rule.endpoint.startswith(_OWN)]
    return [(who, rule.rule) for who, rule in found if who not in _OTHERS]


def everywhere(app: Flask, staff: Mapping[str, PageClient], program: str, **given: Sequence[str]) -> Everywhere:
    """Return all addresses with these values in them."""
    pages = [page.id for page in the_questionnaire().pages]
    tokens = {"report_link": given.pop("report"), "personal_link": given.pop("personal")}
    known = {
        "page_id": (pages[0], "first", "voice-first"),
        "questionnaire_id": ("taalnetwerkspiegel",),
        "content_hash": ("0" * 64,),
        "spoken": ("nl",),
    }
    return Everywhere(app, staff, program, known | given, tokens)


def staff_of(app: Flask) -> dict[str, PageClient]:
    """Sign in somebody of each role."""
    clients = {role: PageClient(app) for role in ROLES_OF_STAFF}
    for role, client in clients.items():
        sign_in(app, client, role=role, **({} if role == "adviser" else {"address": f"{role}@x.example"}))
    return clients


def people_of(app: Flask, opened: OpenRound, *names: str) -> dict[str, Sequence[str]]:
    """Return the ids of these people, and of where they are."""
    with app.app_context(), reading() as session:
        support = session.get_one(Network, opened.network_id).support_organisation_id
        rows = session.execute(
            select(Contact.id, Contact.partner_organisation_id, Invitation.id)
            .join(Invitation, Invitation.contact_id == Contact.id)
            .where(Contact.name.in_(names), Contact.network_id == opened.network_id)
            .order_by(Contact.name)
        ).all()
    ids: list[Sequence[UUID]] = [*zip(*rows, strict=True)]
    named = dict(zip(("contact_id", "organisation_id", "invitation_id"), ids, strict=True))
    written = {name: sorted({str(each) for each in found}) for name, found in named.items()}
    return {"support_id": (str(support),)} | written


def _headers(response: Response) -> str:
    """Return all headers; the length of a list as a workbook changes with the moment that is written in it."""
    changing = (*_CHANGING, "Content-Length") if _is_list(response) else _CHANGING
    return "\n".join(sorted(f"{name}: {value}" for name, value in response.headers if name not in changing))


def _is_list(response: Response) -> bool:
    return (response.mimetype or "").endswith("spreadsheetml.sheet") and "ETag" not in response.headers


def _body(response: Response) -> str:
    if _is_list(response):
        return cells_of(response.data)
    try:
        return _NOW.sub("", clean(response.get_data(as_text=True)))
    except UnicodeDecodeError:
        return sha256(response.data).hexdigest()

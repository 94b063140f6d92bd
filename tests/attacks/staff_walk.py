"""Everything that staff can open about a network, found by its addresses: a page that is added is in it by itself."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final
from uuid import UUID

from flask import Flask
from sqlalchemy import select
from werkzeug.wrappers import Response

from survey.access import rule_of
from survey.database import reading, writing
from survey.models import Account, Action, Contact, Invitation, Network
from survey.models.account import Role
from tests.attacks.staff_channels import cells_of
from tests.factories import sign_in
from tests.pages import HOST, PageClient

#: What is about somebody's own account, or needs something that nobody made here.
NOT_WALKED: Final = {
    "actions.print_cards": "what staff agreed on; cards of a network's actions are a channel of their own",
    "advise.offered": "nobody hands a network over",
    "advise.send_batch": "nobody asked for all reports; their file is a channel of its own",
    "dashboards.change_view": "nobody kept a choice; kept choices are a channel of their own",
    "dashboards.send_regional": "files of what its page says; each form is a channel of its own",
    "importing.preview": "nobody imports a list; the channel of imports does",
    "importing.template": "an empty list",
    "administer.person_proof": "nobody was erased as a person; the channel of proofs does",
    "administer.person_proof_text": "likewise",
    "administer.show_study": "nobody asked for a study",
    "rounds.print_form": "an empty form",
    "rounds.send_report": "files of what the page of the report says; each form is a channel of its own",
    "administer.show_system": "how full the disk is; the channel of the system does",
}
#: The signs of forms, and of what was just made: another one each time.
_SIGNED: Final = re.compile(r"\bI[\w-]{40,}\.[\w-]+\.[\w-]+")
_ID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/rapport/)[\w-]{43}")
#: What stands in the address of a page about somebody.
_OF_A_PERSON: Final = ("contact_id", "organisation_id", "invitation_id")
#: The headers by which something could be told.
_HEADERS: Final = ("Location", "ETag", "Last-Modified", "Content-Disposition")
#: Query strings that lists have beside their own addresses.
_ASKED: Final = {
    "rounds.list_rounds": ("", "wie=", "sorteer=ingestuurd&richting=af&wie=", "sorteer=genodigd&wie="),
    "rounds.list_rounds_workbook": ("wie=",),
    "advise.list_contacts": ("", "archief=", "sorteer=organisatie"),
    "advise.list_contacts_workbook": ("archief=",),
    "rounds.edit_texts": ("", "tekst=reminder"),
    "rounds.replace": ("", "wie=anders"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A network with its round, and the people in it whose own pages are opened."""

    network_id: UUID
    round_id: UUID
    names: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Walked:
    """A page or a document for staff."""

    rule: str
    endpoint: str
    arguments: frozenset[str]


def walked(app: Flask) -> list[Walked]:
    """Return all pages and documents for staff, but for those of the own account."""
    rules = (rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()))
    ours = ("signed_in", "coordinator", "adviser", "administrator")
    return [
        Walked(rule.rule, rule.endpoint, frozenset(rule.arguments))  # type: ignore[reportUnknownMemberType]  # a set of names
        for rule in rules
        if rule_of(app, rule.endpoint) in ours
        and not rule.endpoint.startswith("account.")
        and rule.endpoint not in NOT_WALKED
    ]


def said_to(app: Flask, role: Role, subject: Subject, *, within: str = "/") -> dict[str, str]:
    """Return what somebody of this role is told at each address: status, headers and every byte, but for ids.

    Only at addresses with ``within`` in them.
    """
    client, found = PageClient(app), dict[str, str]()
    account = sign_in(app, client, role=role, address=f"{role}@x.example")
    with app.app_context(), writing() as session:
        session.get_one(Account, account.id).name = role  # lists have an order then
    about = _about(app, subject, account.id)
    for name, address in (each for each in addresses(app, about) if within in each[0]):
        with client.http.get(address, base_url=HOST) as response:
            found[f"{role}: {name}"] = clean(f"{response.status_code} {_headers(response)}\n{_body(response)}")
    return found


def addresses(app: Flask, about: dict[str, dict[str, UUID | str]]) -> list[tuple[str, str]]:
    """Return every address for staff, under a name without ids; those about a person for each of the people."""
    build, made = app.url_map.bind("spiegel.example").build, dict[str, str]()
    for rule in walked(app):
        for name, values in about.items():
            if rule.arguments <= set(values):
                path = build(rule.endpoint, {each: values[each] for each in rule.arguments})
                said = f"{rule.rule} {name if rule.arguments & set(_OF_A_PERSON) else ''}"
                made |= {f"{said}?{asked}": f"{path}?{asked}" for asked in _ASKED.get(rule.endpoint, ("",))}
    return list(made.items())


def _about(app: Flask, subject: Subject, account_id: UUID) -> dict[str, dict[str, UUID | str]]:
    """Return the ids that stand in addresses: of the network, and with those of each of the people by name."""
    with app.app_context(), reading() as session:
        network = session.get_one(Network, subject.network_id)
        about: dict[str, UUID | str] = {
            "network_id": network.id,
            "round_id": subject.round_id,
            "support_id": network.support_organisation_id,
            "account_id": account_id,
            "questionnaire_id": "taalnetwerkspiegel",
        }
        if agreed := session.scalars(select(Action.id).where(Action.network_id == network.id)).first():
            about["action_id"] = agreed
        people = session.execute(
            select(Contact.name, Contact.id, Contact.partner_organisation_id, Invitation.id)
            .outerjoin(Invitation, Invitation.contact_id == Contact.id)
            .where(Contact.name.in_(subject.names), Contact.network_id == network.id)
            .order_by(Contact.name)
        ).all()
    return {"": about} | {
        name: about | {key: id for key, id in zip(_OF_A_PERSON, ids, strict=True) if id} for name, *ids in people
    }


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return the first line that differs at each address."""
    assert one.keys() == other.keys()
    lines = {name: zip_longest(said.splitlines(), other[name].splitlines(), fillvalue="") for name, said in one.items()}
    changed = {name: [pair for pair in pairs if pair[0] != pair[1]] for name, pairs in lines.items()}
    return {name: pairs[0] for name, pairs in changed.items() if pairs}


def clean(said: str) -> str:
    """Leave out what is another one in each instance and at each look: ids, and what forms are signed with."""
    return _SIGNED.sub("", _ID.sub("…", said))


def _headers(response: Response) -> str:
    return " ".join(f"{name}={response.headers[name]}" for name in _HEADERS if name in response.headers)


def _body(response: Response) -> str:
    is_workbook = (response.mimetype or "").endswith("spreadsheetml.sheet")
    return cells_of(response.data) if is_workbook else response.get_data(as_text=True)

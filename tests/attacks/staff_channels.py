"""The channels of who is signed in: lists, workbooks, the pages of one network, administration, the log."""

import re
from datetime import date
from io import BytesIO
from typing import Final

from openpyxl import load_workbook
from sqlalchemy import select

from survey.database import reading
from survey.models import Contact, PartnerOrganisation
from survey.models.account import Role
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import everything_on
from tests.commands import run_in
from tests.factories import sign_in
from tests.pages import PageClient
from tests.pdf_reading import text_of

#: The mark and the address of a proof, which are random; and the time of day on it.
OWN_MARK = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d\d\.\d\d uur")
CLOCK_TIME = re.compile(r"\b\d\d\.\d\d\b")

#: The lists as the address bar can ask for them; whatever they leave out or sort by says nothing of answers.
NETWORK_LISTS: Final = (
    "/netwerken?wie=&archief=",
    "/netwerken?sorteer=ronde&richting=af&ronde=gesloten",
    "/organisaties?sorteer=netwerk",
    "/contactpersonen?archief=",
    "/contactpersonen?sorteer=organisatie&namens=nee",
)
ROUND_LISTS: Final = (
    "/rondes?wie=",
    "/rondes?sorteer=ingestuurd&richting=af&staat=gesloten&wie=",
    "/rondes?richting=af&wie=",
)
ROLES_OF_STAFF: Final[tuple[Role, ...]] = ("coordinator", "adviser", "administrator")
ADMINISTRATION_LISTS: Final = ("/beheer/accounts?", "/beheer/ondersteuningsorganisaties?", "/beheer/logboek?")


def networks_list(attacked: Attacked) -> str:
    """Return what staff see of networks, in every role, order and choice that there is, and as a workbook."""
    return _in_each_role(attacked, NETWORK_LISTS, ROLES_OF_STAFF)


def rounds_list(attacked: Attacked) -> str:
    """Return what staff see of rounds over all networks, in every role, order and choice, and as a workbook."""
    said = _in_each_role(attacked, ROUND_LISTS, ROLES_OF_STAFF)
    return CLOCK_TIME.sub("", said)  # no average begins with two digits


def administrators_list(attacked: Attacked) -> str:
    """Return what administrators see of accounts, support organisations and the audit log."""
    said = _in_each_role(attacked, ADMINISTRATION_LISTS, ("administrator",))
    return CLOCK_TIME.sub("", said)  # no average begins with two digits


def _in_each_role(attacked: Attacked, addresses: tuple[str, ...], roles: tuple[Role, ...]) -> str:
    client = PageClient(attacked.app)
    said: list[str] = []
    for role in roles:
        sign_in(attacked.app, client, role=role)
        for address in addresses:
            said.append(everything_on(client.get(address)))
            said.append(cells_of(client.get(address.replace("?", ".xlsx?")).body))
    return "\n".join(said)


def cells_of(workbook: bytes) -> str:
    """Return what stands in the cells of a workbook, and what it says of itself; days are no numbers."""
    book = load_workbook(BytesIO(workbook))
    cells = (cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    said = (str(value) for value in cells if value is not None and not isinstance(value, date))
    return "\n".join([*said, str(book.properties.title), str(book.properties.creator)])


def administration_pages(attacked: Attacked) -> str:
    """Return what administrators see of the system and of the questionnaires, and advisers of the questionnaires."""
    client = PageClient(attacked.app)
    sign_in(attacked.app, client, role="administrator")
    paths = ("/beheer", "/beheer/systeem", "/beheer/vragenlijsten", "/beheer/kwaliteit", "/vragenlijsten")
    return "\n".join(everything_on(client.get(path)) for path in paths)


def system_command(attacked: Attacked) -> str:
    """Return what an operator is told of the system; without the times, which are no averages."""
    said = attacked.app.test_cli_runner().invoke(args=["system", "status"]).output
    return "\n".join(line for line in said.splitlines() if not line.startswith("worker"))


def audit_command(attacked: Attacked) -> str:
    """Return the audit log as an operator prints it; without the times, which are no averages."""
    return "\n".join(line.partition("\t")[2] for line in run_in(attacked.app, "audit", "show", "--limit", "10000"))


def retention_command(attacked: Attacked) -> str:
    """Return what an operator is told that would go tonight."""
    return "\n".join(run_in(attacked.app, "retention", "run", "--dry-run"))


def retention_page(attacked: Attacked) -> str:
    """Return what an administrator sees of what goes tonight."""
    return everything_on(_administrators(attacked).get("/beheer/bewaren"))


def file_of_a_person(attacked: Attacked) -> str:
    """Return all that an administrator gets of one participant, and the pages on the way."""
    client = _administrators(attacked)
    found = client.submit(client.get("/beheer/personen"), {"who": "library 000"}, 200, form={"id": "search"})
    asked, file = (client.submit(found, {}, 200, form={"id": each}) for each in ("erase1", "file1"))
    return "\n".join([everything_on(found), everything_on(asked), *file.one("main").itertext()])


def proof_of_erasure(attacked: Attacked) -> str:
    """Return the proof that somebody was erased; of a contact who was added for it, as a page and as a text."""
    organisation = f"library van {attacked.network}"
    run_in(attacked.app, "contact", "add", attacked.network, organisation, "Weg Ermee", "--email", "weg@x.example")
    client = _administrators(attacked)
    found = client.submit(client.get("/beheer/personen"), {"who": "weg@x.example"}, 200, form={"id": "search"})
    asked = client.submit(found, {}, 200, form={"id": "erase1"})
    page = client.follow(client.submit(asked, {}, form={"id": "erase"}))
    text = client.get(next(link for link in page.links() if link.endswith(".txt"))).text
    return OWN_MARK.sub("", f"{everything_on(page)}\n{text}")


def pages_to_erase(attacked: Attacked) -> str:
    """Return what who looks after a network is told before a participant is erased."""
    client = PageClient(attacked.app)
    sign_in(attacked.app, client, role="coordinator", address="coordinator@x.example")
    with attacked.app.app_context(), reading() as session:
        ids = session.scalars(select(Contact.id).where(Contact.network_id == attacked.round.network_id)).all()
    return "\n".join(everything_on(client.get(f"/contacten/{each}/wissen")) for each in ids[:3])


def _administrators(attacked: Attacked) -> PageClient:
    client = PageClient(attacked.app)
    sign_in(attacked.app, client, role="administrator", address="beheer@x.example")
    return client


#: The pages about one network, and about what is in it; what an import of nothing new would do is one of them.
NETWORK_PAGES: Final = (
    "/netwerken/{network}", "/netwerken/{network}/ronde", "/netwerken/{network}/ronde/genodigden",
    "/netwerken/{network}/bewerken", "/netwerken/{network}/organisaties/nieuw",
    "/netwerken/{network}/acties", "/netwerken/{network}/acties/voorstellen", "/netwerken/{network}/acties/nieuw",
    "/netwerken/{network}/importeren", "/organisaties/{organisation}/bewerken",
    "/organisaties/{organisation}/verwijderen", "/organisaties/{organisation}/samenvoegen",
    "/organisaties/{organisation}/contacten/nieuw", "/contacten/{contact}/bewerken", "/contacten/{contact}/samenvoegen",
)  # fmt: skip
#: The codes of a round, and the screen of a meeting: of a closed round, the way to its result.
CODE_PAGES: Final = ("/rondes/{round}/codes", "/rondes/{round}/codes/scherm")
ADVISERS_PAGES: Final = ("/netwerken/{network}/coordinatoren", "/netwerken/{network}/overdragen", "/importeren")


def network_pages(attacked: Attacked) -> str:
    """Return what each role sees of a network, its organisations and its contacts."""
    client, said = PageClient(attacked.app), list[str]()
    for role in ROLES_OF_STAFF:
        sign_in(attacked.app, client, role=role)
        paths = NETWORK_PAGES if role == "coordinator" else (*NETWORK_PAGES, *ADVISERS_PAGES)
        said += [everything_on(client.get(path)) for path in _filled(attacked, paths)]
    return OWN_MARK.sub("", "\n".join(said))


def cards_of_actions(attacked: Attacked) -> str:
    """Return what stands on the cards that each role prints of a network's actions."""
    client, said = PageClient(attacked.app), list[str]()
    for role in ROLES_OF_STAFF:
        sign_in(attacked.app, client, role=role)
        paths = (f"/netwerken/{attacked.round.network_id}/acties/{form}.pdf" for form in ("kaartjes-a4", "kaartjes"))
        said += [text_of(client.get(path).body) for path in paths]
    return "\n".join(said)


def code_pages_of_staff(attacked: Attacked) -> str:
    """Return what each role sees of the codes of a closed round."""
    client, said = PageClient(attacked.app), list[str]()
    for role in ROLES_OF_STAFF:
        sign_in(attacked.app, client, role=role)
        said += [everything_on(client.get(path.format(round=attacked.round.id))) for path in CODE_PAGES]
    return OWN_MARK.sub("", "\n".join(said))


def import_preview(attacked: Attacked) -> str:
    """Return what would be told of a list that holds the people who were invited."""
    client = PageClient(attacked.app)
    sign_in(attacked.app, client)
    with attacked.app.app_context(), reading() as session:
        ours = Contact.network_id == attacked.round.network_id
        people = session.execute(
            select(PartnerOrganisation.name, PartnerOrganisation.kind, Contact.name, Contact.address)
            .join(PartnerOrganisation, PartnerOrganisation.id == Contact.partner_organisation_id)
            .where(ours)
        ).all()
    rows = ["Organisatie;Soort;Naam;E-mailadres", *(";".join(each or "" for each in person) for person in people)]
    asked = client.get(f"/netwerken/{attacked.round.network_id}/importeren")
    file = (BytesIO("\n".join(rows).encode()), "partners.csv")
    form = next(found for found in asked.all("form", enctype="multipart/form-data"))
    token = next(field.get("value") for field in form.iter("input") if field.get("name") == "csrf_token")
    given = client.post(asked.address, {"csrf_token": token, "file": file}, content_type="multipart/form-data")
    return OWN_MARK.sub("", everything_on(client.follow(given)))


def account_pages(attacked: Attacked) -> str:
    """Return what everybody sees of the own account."""
    client = PageClient(attacked.app)
    sign_in(attacked.app, client)
    paths = ("/account", "/account/gegevens", "/account/sessies", "/account/passkeys", "/account/adres")
    return CLOCK_TIME.sub("", OWN_MARK.sub("", "\n".join(everything_on(client.get(path)) for path in paths)))


def _filled(attacked: Attacked, paths: tuple[str, ...]) -> list[str]:
    with attacked.app.app_context(), reading() as session:
        contact = session.scalars(select(Contact).where(Contact.network_id == attacked.round.network_id)).first()
    assert contact is not None
    of = {"network": contact.network_id, "organisation": contact.partner_organisation_id, "contact": contact.id}
    return [path.format(**of) for path in paths]

"""Every channel by which something of a closed round goes out, and how an attacker reads all of it.

A harvester returns everything that its channel says about the round, as text. Add a channel here when one is added
to the application; ``registry`` says which attacks are tried, and which wait for a channel that is not there yet.
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook
from sqlalchemy import select

from reports.results import Results
from survey.database import reading
from survey.mail.folder import mail_folder
from survey.models import Contact
from survey.models.account import Role
from survey.work import jobs
from tests.attacks.closed_round import Attacked
from tests.attacks.rebuilding import Said, in_listing, on_page, said_by
from tests.commands import refusal, run_in
from tests.factories import sign_in, the_questionnaire
from tests.lost_links import ask
from tests.mail_server import all_of, read_mail
from tests.pages import Page, PageClient

LANGUAGES: Final = ("nl", "en")

#: Something that can be an average: a number with decimals that stands by itself, in Dutch or in English.
DECIMAL = re.compile(r"(?<![\w.,:-])(\d+[.,]\d+)(?![\w:]|[.,]\d)")
#: The mark and the address of a proof, which are random; and the time of day on it.
OWN_MARK = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d\d\.\d\d uur")
CLOCK_TIME = re.compile(r"\b\d\d\.\d\d\b")
PERCENT = re.compile(r"(?<![\w.,:-])(\d+(?:[.,]\d+)?)\s?%")

#: A number of people that others are counted among, or that an average is of; not of pages.
DENOMINATOR = re.compile(r"(?<!pagina )(?<!page )\b\d+ (?:van de|van|uit|of the|of|out of|from) (\d+)\b|\bn ?= ?(\d+)")


@dataclass(frozen=True, slots=True)
class Channel:
    """One way out, and how to read everything on it."""

    name: str
    harvest: Callable[[Attacked], str]
    #: Who can open it; an adviser has the link to every report as well.
    roles: tuple[str, ...] = ("participant", "adviser")
    #: Whether this channel shows averages and shares at all; one that does must be seen to.
    has_averages: bool = True
    has_shares: bool = False
    #: How to put statements together again that stand on it.
    rebuild: Callable[[Attacked], set[Said]] | None = None


def averages(text: str) -> set[Decimal]:
    """Return every number in a text that can be an average on the scale from 1 to 5, in the precision it has."""
    return {number for each in decimals(text) if 1 <= (number := Decimal(each)) <= 5}


def decimals(text: str) -> set[str]:
    """Return every number with decimals, as it stands there but for a comma."""
    return {number.replace(",", ".") for number in DECIMAL.findall(text)}


def shares(text: str) -> set[str]:
    """Return every number in a text that can be a part of people or answers, as a part of 1 in the precision it has."""
    percents = {str(Decimal(number.replace(",", ".")).scaleb(-2)) for number in PERCENT.findall(text)}
    return {number for number in decimals(text) if Decimal(number) < 1} | percents


def denominators(text: str) -> set[int]:
    """Return every number of people that a text counts others among."""
    return {int(number) for found in DENOMINATOR.findall(text) for number in found if number}


def _reports(attacked: Attacked) -> list[Page]:
    client = PageClient(attacked.app)
    return [client.get(f"{attacked.round.report}?taal={language}") for language in LANGUAGES]


def report_page(attacked: Attacked) -> str:
    """Return what stands on the page, tables and all."""
    return "\n".join(text for page in _reports(attacked) for text in page.one("main").itertext() if "{" not in text)


def alternative_texts(attacked: Attacked) -> str:
    """Return every attribute: descriptions for screen readers, titles, data, styles."""
    attributes = (
        value for page in _reports(attacked) for element in page.all("main")[0].iter() for value in _said(element)
    )
    return "\n".join(attributes)


def _said(element: Any) -> Iterator[str]:
    drawn = ("d", "viewBox", "points", "x", "y", "cx", "cy", "r", "rx", "width", "height")  # of our own marks
    return (value for name, value in element.items() if name not in drawn)


def figure_data(attacked: Attacked) -> str:
    """Return every number and text of the data that the browser draws charts from."""
    scripts = (script for page in _reports(attacked) for script in page.all("script", type="application/json"))
    return "\n".join(str(value) for script in scripts for value in _leaves(json.loads(script.text or "")))


def _leaves(data: Any) -> Iterator[Any]:
    if isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _leaves(each)
    elif data is not None:
        yield data


def document(attacked: Attacked) -> str:
    """Return the text that a PDF reader finds, in both languages."""
    client = PageClient(attacked.app)
    return "\n".join(
        pdf_text(client.get(f"{attacked.round.report}/rapport.pdf?taal={language}").body) for language in LANGUAGES
    )


def pdf_text(pdf: bytes) -> str:
    """Return the text layer of a document."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def printed_questionnaire(attacked: Attacked) -> str:
    """Return what is left of a form on paper once its round is closed: the way to the report, and a refusal."""
    moved = PageClient(attacked.app).get(f"{attacked.round.link}/papier.pdf", 303)
    asked = the_questionnaire().id
    return "\n".join(
        [moved.text, refusal(attacked.app, "questionnaire", "paper", asked, "--network", attacked.network)]
    )


def results_command(attacked: Attacked) -> str:
    """Return what an operator is shown."""
    forms = ([], ["--format", "json"])
    return "\n".join(
        line for form in forms for line in run_in(attacked.app, "results", "show", attacked.network, *form)
    )


def profile_page(attacked: Attacked) -> str:
    """Return what partners read of each organisation, attributes and all."""
    client = PageClient(attacked.app)
    pages = [client.get(f"{attacked.round.report}/organisaties?taal={language}") for language in LANGUAGES]
    texts = [text for page in pages for text in page.one("main").itertext()]
    return "\n".join([*texts, *(value for page in pages for each in page.one("main").iter() for value in _said(each))])


def profile_command(attacked: Attacked) -> str:
    """Return what an operator is shown of the organisations."""
    return "\n".join(run_in(attacked.app, "results", "show", attacked.network, "--profile"))


def benchmark_command(attacked: Attacked) -> str:
    """Return what an operator is shown of all networks together."""
    forms = ([], ["--format", "json"])
    return "\n".join(line for form in forms for line in run_in(attacked.app, "benchmark", "show", *form))


def quality_command(attacked: Attacked) -> str:
    """Return what an operator is told of the questionnaire itself while few have answered it."""
    asked = the_questionnaire().id
    return "\n".join(refusal(attacked.app, "quality", each, asked) for each in ("study", "show"))


def other_commands(attacked: Attacked) -> str:
    """Return what the lists and the status say."""
    commands = (["network", "list"], ["round", "status", attacked.network])
    return "\n".join(line for command in commands for line in run_in(attacked.app, *command))


def networks_list(attacked: Attacked) -> str:
    """Return what staff see of networks, in every role, order and choice that there is, and as a workbook."""
    return _in_each_role(attacked, NETWORK_LISTS, ("coordinator", "adviser", "administrator"))


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


def everything_on(page: Page) -> str:
    """Return every text and every attribute of a page's main part."""
    main = page.one("main")
    return "\n".join([*main.itertext(), *(value for each in main.iter() for value in _said(each))])


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


def public_pages(attacked: Attacked) -> str:
    """Return what anybody can open."""
    client = PageClient(attacked.app)
    pages = [
        client.get(f"{path}?taal={language}")
        for path in ("/", "/antwoorden", "/privacy", "/verwerkingen")
        for language in LANGUAGES
    ]
    return "\n".join([*("".join(page.one("main").itertext()) for page in pages), client.get("/healthz").text])


def error_pages(attacked: Attacked) -> str:
    """Return what comes back where something is wrong."""
    client, link = PageClient(attacked.app), attacked.round.link
    late = client.post(f"{link}/roles", {"ro-1": "1"}, 410)
    missing = [client.get(path, 404) for path in (f"{attacked.round.report}/x", "/v/x", f"/rapport/{'A' * 43}")]
    return "\n".join(page.text for page in [late, *missing])


def code_pages(attacked: Attacked) -> str:
    """Return what is behind the door for who has a code: of a closed round there is none that opens it."""
    client = PageClient(attacked.app)
    wrong = client.post("/meedoen", {"code": "000 000"}, 422)
    pages = [client.get(f"/meedoen?taal={language}") for language in LANGUAGES]
    return "\n".join(page.text for page in [*pages, wrong, client.get(f"/meedoen/{attacked.round.report_token}", 404)])


def logs(attacked: Attacked) -> str:
    """Return what the application logged; without the times, which are no averages."""
    return "\n".join(line.split(" ", 2)[2] for line in attacked.log)


def lost_link_mail(attacked: Attacked) -> str:
    """Return all that somebody gets who asks for a lost link, headers and all."""
    addresses = select(Contact.address).where(Contact.network_id == attacked.round.network_id).limit(1)
    with attacked.app.app_context():
        with reading() as session:
            address = session.scalar(addresses)
        before = set(_mails(attacked))
        jobs.answer_lost_link(str(ask(attacked.app, address or "")))
    (path,) = set(_mails(attacked)) - before
    return all_of(read_mail(path.read_bytes()))


def mail_files(attacked: Attacked) -> str:
    """Return what an operator sees of the mails in the folder: their names, and everything in them."""
    lost_link_mail(attacked)
    return "\n".join(f"{path.name}\n{all_of(read_mail(path.read_bytes()))}" for path in _mails(attacked))


def _mails(attacked: Attacked) -> list[Path]:
    return sorted(mail_folder(attacked.app.extensions["netwerkspiegel"]).glob("*"))


def rebuilt_from_page(attacked: Attacked) -> set[Said]:
    """Put together what the tables of the report say."""
    return on_page(_reports(attacked)[0], the_questionnaire())


def rebuilt_from_command(attacked: Attacked) -> set[Said]:
    """Put together what both forms of the command say."""
    listing, (document,) = (
        run_in(attacked.app, "results", "show", attacked.network, *form) for form in ([], ["--format", "json"])
    )
    cells = Results.from_json(document).cells
    return in_listing(listing, the_questionnaire()) | {said_by(cell) for cell in cells if cell.shown}


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


ANYBODY: Final = ("anybody", "participant", "adviser", "administrator", "operator")
ADMINISTRATOR: Final = ("administrator",)
ANYBODY: Final = ("anybody", "participant", "adviser", "operator", "coordinator", "administrator")
STAFF: Final = ("coordinator", "adviser", "administrator")
#: The lists as the address bar can ask for them; whatever they leave out or sort by says nothing of answers.
NETWORK_LISTS: Final = (
    "/netwerken?wie=&archief=",
    "/netwerken?sorteer=ronde&richting=af&ronde=gesloten",
    "/organisaties?sorteer=netwerk",
    "/contactpersonen?archief=",
    "/contactpersonen?sorteer=organisatie&namens=nee",
)
ADMINISTRATION_LISTS: Final = ("/beheer/accounts?", "/beheer/ondersteuningsorganisaties?", "/beheer/logboek?")
OPERATOR: Final = ("operator",)

CHANNELS: Final = (
    Channel("report page", report_page, rebuild=rebuilt_from_page, has_shares=True),
    Channel("alternative texts", alternative_texts, has_averages=False),
    Channel("figure data", figure_data),
    Channel("PDF text", document, has_shares=True),
    Channel("printed questionnaire", printed_questionnaire, ("participant", "operator"), has_averages=False),
    Channel("results command", results_command, OPERATOR, has_shares=True, rebuild=rebuilt_from_command),
    Channel("organisation profiles", profile_page, has_averages=False),
    Channel("organisation profiles command", profile_command, OPERATOR, has_averages=False),
    Channel("benchmark editions", benchmark_command, OPERATOR, has_shares=True),
    Channel("quality of the questionnaire", quality_command, OPERATOR, has_averages=False),
    Channel("other commands", other_commands, OPERATOR, has_averages=False),
    Channel("lists of networks, organisations, contacts", networks_list, STAFF, has_averages=False),
    Channel("lists of administrators", administrators_list, ("administrator",), has_averages=False),
    Channel("administration pages", administration_pages, ("administrator",), has_averages=False),
    Channel("system command", system_command, OPERATOR, has_averages=False),
    Channel("public pages", public_pages, ANYBODY, has_averages=False),
    Channel("error pages", error_pages, ANYBODY, has_averages=False),
    Channel("pages behind a code", code_pages, ("anybody", "participant"), has_averages=False),
    Channel("mail: lost link", lost_link_mail, ("participant",), has_averages=False),
    Channel("mails kept as files", mail_files, OPERATOR, has_averages=False),
    Channel("logs", logs, OPERATOR, has_averages=False),
    Channel("audit log command", audit_command, OPERATOR, has_averages=False),
    Channel("retention command", retention_command, OPERATOR, has_averages=False),
    Channel("retention page", retention_page, ADMINISTRATOR, has_averages=False),
    Channel("file of a person", file_of_a_person, ADMINISTRATOR, has_averages=False),
    Channel("proof of erasure", proof_of_erasure, ADMINISTRATOR, has_averages=False),
    Channel("pages to erase a contact", pages_to_erase, ("adviser",), has_averages=False),
)

#: Everybody who can look; "anybody" has no link and is not signed in.
ROLES: Final = ANYBODY

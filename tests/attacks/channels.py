"""Every channel by which something of a closed round goes out, and how an attacker reads all of it.

A harvester returns everything that its channel says about the round, as text. Add a channel here when one is added
to the application; ``registry`` says which attacks are tried, and which wait for a channel that is not there yet.
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select

from reports.results import Results
from survey.database import reading
from survey.mail.folder import mail_folder
from survey.models import Contact
from survey.work import jobs
from tests.attacks.alert_channel import alert_mails
from tests.attacks.batch_files import all_reports, rebuilt_from_batch
from tests.attacks.closed_round import Attacked
from tests.attacks.conversation_channel import before_a_conversation, before_a_conversation_without_reading
from tests.attacks.harvesting import LANGUAGES, Channel, everything_on, said_by_attributes
from tests.attacks.many_channels import (
    development_of_networks,
    kept_choices,
    networks_side_by_side,
    overview_of_networks,
    places_of_networks,
    said_of_networks,
    sides_of_networks,
)
from tests.attacks.program_channels import (
    file_metadata,
    read_api,
    rebuilt_from_api,
    rebuilt_from_dataset,
    research_dataset,
)
from tests.attacks.rebuilding import Said, in_listing, on_page, said_by
from tests.attacks.regional_channel import report_of_many
from tests.attacks.report_files import (
    action_cards,
    figures_as_data,
    rebuilt_from_figures,
    slides,
    staff_files,
    workbook,
)
from tests.attacks.round_channels import histories, notices_of_mails, round_mails, round_pages
from tests.attacks.staff_channels import (
    account_pages,
    administration_pages,
    administrators_list,
    audit_command,
    cards_of_actions,
    code_pages_of_staff,
    file_of_a_person,
    import_preview,
    network_pages,
    networks_list,
    pages_to_erase,
    proof_of_erasure,
    retention_command,
    retention_page,
    rounds_list,
    system_command,
)
from tests.commands import refusal, run_in
from tests.factories import sign_in, the_questionnaire
from tests.lost_links import ask
from tests.mail_server import all_of, read_mail
from tests.pages import Page, PageClient


def _reports(attacked: Attacked) -> list[Page]:
    client = PageClient(attacked.app)
    return [client.get(f"{attacked.round.report}?taal={language}") for language in LANGUAGES]


def report_page(attacked: Attacked) -> str:
    """Return what stands on the page, tables and all."""
    return "\n".join(text for page in _reports(attacked) for text in page.one("main").itertext() if "{" not in text)


def alternative_texts(attacked: Attacked) -> str:
    """Return every attribute: descriptions for screen readers, titles, data, styles."""
    attributes = (
        value
        for page in _reports(attacked)
        for element in page.all("main")[0].iter()
        for value in said_by_attributes(element)
    )
    return "\n".join(attributes)


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


def report_for_staff(attacked: Attacked) -> str:
    """Return everything that staff read of the report with guidance: the page, its attributes, its data, the PDF."""
    client, address = PageClient(attacked.app), f"/rondes/{attacked.round.id}/rapport"
    sign_in(attacked.app, client)
    pages = [client.get(f"{address}?taal={language}") for language in LANGUAGES]
    scripts = [json.loads(each.text or "") for page in pages for each in page.all("script", type="application/json")]
    return "\n".join(
        [
            *(text for page in pages for text in page.one("main").itertext() if "{" not in text),
            *(said for page in pages for each in page.one("main").iter() for said in said_by_attributes(each)),
            *(str(value) for script in scripts for value in _leaves(script)),
            *(pdf_text(client.get(f"{address}/rapport.pdf?taal={language}").body) for language in LANGUAGES),
            staff_files(client, address),
        ]
    )


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
    return "\n".join(
        [*texts, *(value for page in pages for each in page.one("main").iter() for value in said_by_attributes(each))]
    )


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


def own_words_page(attacked: Attacked) -> str:
    """Return what the one adviser of the network reads of own words, and what the page of the round says of them."""
    client = PageClient(attacked.app)
    sign_in(attacked.app, client)
    pages = (f"/rondes/{attacked.round.id}/eigen-woorden", f"/netwerken/{attacked.round.network_id}/ronde")
    return "\n".join(everything_on(client.get(page)) for page in pages)


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


ADMINISTRATOR: Final = ("administrator",)
ANYBODY: Final = ("anybody", "participant", "adviser", "operator", "coordinator", "administrator")
STAFF: Final = ("coordinator", "adviser", "administrator")
OPERATOR: Final = ("operator",)

CHANNELS: Final = (
    Channel("report page", report_page, rebuild=rebuilt_from_page, has_shares=True),
    Channel("alternative texts", alternative_texts, has_averages=False),
    Channel("figure data", figure_data, has_shares=True),
    Channel("PDF text", document, has_shares=True),
    Channel("slides", slides, has_shares=True),
    Channel("workbook", workbook, has_shares=True),
    Channel("figures as CSV and JSON", figures_as_data, has_shares=True, rebuild=rebuilt_from_figures),
    Channel("action cards", action_cards, has_averages=False),
    Channel("file metadata", file_metadata, has_averages=False),
    Channel("read API", read_api, ("adviser",), has_shares=True, rebuild=rebuilt_from_api),
    Channel("research dataset", research_dataset, ("adviser",), has_shares=True, rebuild=rebuilt_from_dataset),
    Channel("report for staff", report_for_staff, ("coordinator", "adviser"), has_shares=True),
    Channel("all reports in one file", all_reports, ("adviser",), has_shares=True, rebuild=rebuilt_from_batch),
    Channel("printed questionnaire", printed_questionnaire, ("participant", "operator"), has_averages=False),
    Channel("results command", results_command, OPERATOR, has_shares=True, rebuild=rebuilt_from_command),
    Channel("organisation profiles", profile_page, has_averages=False),
    Channel("organisation profiles command", profile_command, OPERATOR, has_averages=False),
    Channel("benchmark editions", benchmark_command, OPERATOR),
    Channel("quality of the questionnaire", quality_command, OPERATOR, has_averages=False),
    Channel("other commands", other_commands, OPERATOR, has_averages=False),
    Channel("lists of networks, organisations, contacts", networks_list, STAFF, has_averages=False),
    Channel("list of rounds", rounds_list, STAFF, has_averages=False),
    Channel("networks side by side", networks_side_by_side, ("adviser",), of_many=True),
    Channel(
        "overview of networks", overview_of_networks, ("adviser", "administrator"), has_averages=False, of_many=True
    ),
    Channel("networks over rounds", development_of_networks, ("adviser",), of_many=True, has_differences=True),
    Channel(
        "library beside welfare over networks", sides_of_networks, ("adviser",), of_many=True, has_differences=True
    ),
    Channel("what organisations say of networks", said_of_networks, ("adviser",), has_averages=False, of_many=True),
    Channel("where networks are", places_of_networks, ("adviser",), has_averages=False, of_many=True),
    Channel("alerts by mail", alert_mails, ("adviser", "administrator"), has_averages=False),
    Channel("kept choices", kept_choices, ("adviser", "administrator"), has_averages=False),
    Channel("report of many networks", report_of_many, ("adviser", "administrator"), of_many=True),
    Channel("lists of administrators", administrators_list, ("administrator",), has_averages=False),
    Channel("pages of a network", network_pages, STAFF, has_averages=False),
    Channel("before a conversation", before_a_conversation, ("coordinator", "adviser"), has_shares=True),
    Channel("conversation, not a reader", before_a_conversation_without_reading, ADMINISTRATOR, has_averages=False),
    Channel("cards of a network's actions", cards_of_actions, STAFF, has_averages=False),
    Channel("codes of a round", code_pages_of_staff, STAFF, has_averages=False),
    Channel("what an import would do", import_preview, STAFF, has_averages=False),
    Channel("own account", account_pages, STAFF, has_averages=False),
    Channel("administration pages", administration_pages, ("administrator",), has_averages=False),
    Channel("system command", system_command, OPERATOR, has_averages=False),
    Channel("own words, to decide on", own_words_page, ("adviser",), has_averages=False),
    Channel("public pages", public_pages, ANYBODY, has_averages=False),
    Channel("error pages", error_pages, ANYBODY, has_averages=False),
    Channel("pages behind a code", code_pages, ("anybody", "participant"), has_averages=False),
    Channel("mail: lost link", lost_link_mail, ("participant",), has_averages=False),
    Channel(
        "mail: invitations, reminders and what follows", round_mails, ("participant", "operator"), has_averages=False
    ),
    Channel("histories of contacts", histories, STAFF, has_averages=False),
    Channel("every address of a round", round_pages, STAFF, has_averages=False),
    Channel("answers to mails that came back", notices_of_mails, ANYBODY, has_averages=False),
    Channel("mails kept as files", mail_files, OPERATOR, has_averages=False),
    Channel("logs", logs, OPERATOR, has_averages=False),
    Channel("audit log command", audit_command, OPERATOR, has_averages=False),
    Channel("retention command", retention_command, OPERATOR, has_averages=False),
    Channel("retention page", retention_page, ADMINISTRATOR, has_averages=False),
    Channel("file of a person", file_of_a_person, ADMINISTRATOR, has_averages=False),
    Channel("proof of erasure", proof_of_erasure, ADMINISTRATOR, has_averages=False),
    Channel("pages to erase a contact", pages_to_erase, STAFF, has_averages=False),
)

#: Everybody who can look; "anybody" has no link and is not signed in.
ROLES: Final = ANYBODY

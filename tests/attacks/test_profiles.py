"""What organisations say by name, and what people answer without names: neither tells anything of the other.

Attacks 12 (one-person organisations) and 13 (facts that stick between rounds), in networks in which every
organisation is one person.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from survey import clock
from survey.database import writing
from survey.models import Network
from survey.queries.profiles import get_published
from tests.addresses import ADDRESSES
from tests.attacks.report_files import rows_of_csv
from tests.commands import run_in
from tests.factories import OpenRound, answer, close_round, coded_answers, key_of, make_round, open_next_round
from tests.package_reading import everything_in
from tests.pages import HOST, PageClient
from tests.pdf_reading import text_of
from tests.speaking import organisation_ids, say

#: One person each, and enough of them for averages.
ALONE: Final = dict.fromkeys(("library", "welfare", "municipality", "formal-provider", "work", "health", "housing"), 1)
NUMBERS: Final = (
    "rn-found", "rn-referred-out", "rn-referred-in", "rn-intake", "rn-started", "rn-finished", "rn-nt1-share",
    "rn-volunteers",
)  # fmt: skip
SENTENCE: Final = "Hierover-praten-wij-nog."


def alone(app: Flask, shift: int, *, name: str = "Taalnetwerk Waterdam") -> OpenRound:
    """Make a round of one-person organisations, each with answers of its own that ``shift`` changes."""
    opened = make_round(app, ALONE, name=name)
    for person, token in enumerate(opened.tokens):
        answer(app, token, coded_answers(person + shift))
    return opened


def speak(app: Flask, opened: OpenRound, numbers: Sequence[int] = (120, 3, 0, 17, 6, 2, 1, 4)) -> None:
    """Have every organisation say something, and give these numbers of people."""
    client, given = PageClient(app), dict(zip(NUMBERS, map(str, numbers), strict=True))
    for person in range(len(ALONE)):
        say(client, opened, person, first={"rf-tasks.intake": "do"}, reach_numbers=given, voice_first={"vo-1": "stuck"})


def published(app: Flask, opened: OpenRound, *, at: datetime | None = None) -> tuple[str, str]:
    """Close the round; return what is published of persons, and of organisations with their kinds as their ids."""
    results = close_round(app, opened.id, at=at)
    assert results is not None
    with app.app_context(), writing() as session:
        profiles = get_published(session, round_id=opened.id) or ""
    for kind, organisation in organisation_ids(app, opened).items():
        profiles = profiles.replace(str(organisation), kind)
    return results.to_json(), profiles


def read(app: Flask, opened: OpenRound, network: str) -> str:
    """Return what partners read of the organisations."""
    client = PageClient(app)
    pages = [client.get(f"{opened.report}/organisaties?taal={language}").text for language in ("nl", "en")]
    return "\n".join(pages).replace(opened.report_token, "").replace(network, "")


def test_12_what_organisations_said_does_not_depend_on_what_anybody_answered(committed_app: Flask) -> None:
    """The same is said twice by organisations of one person each, who answer otherwise."""
    made: list[tuple[str, str, str]] = []
    for name, shift in (("Netwerk-A", 0), ("Netwerk-B", 60)):
        opened = alone(committed_app, shift, name=name)
        speak(committed_app, opened)
        results, profiles = published(committed_app, opened)
        made.append((results, profiles.replace(name, ""), read(committed_app, opened, name)))

    (results, *first), (others, *second) = made
    assert results != others
    assert first == second
    assert "vo-1" not in results


def test_12_what_people_answered_does_not_depend_on_what_organisations_said(committed_app: Flask) -> None:
    silent, speaking = (alone(committed_app, 0, name=name) for name in ("Netwerk-A", "Netwerk-B"))
    speak(committed_app, speaking)

    first, second = published(committed_app, silent), published(committed_app, speaking)

    assert first[0] == second[0]
    assert first[1] != second[1]


def test_12_roles_relations_and_reach_do_not_depend_on_what_anybody_answered(committed_app: Flask) -> None:
    """In the figures that a report is handed out in: those of organisations, and those of people beside them."""
    made: list[dict[str, list[str]]] = []
    for name, shift, speaks in (("Netwerk-A", 0, True), ("Netwerk-B", 60, True), ("Netwerk-C", 0, False)):
        opened = alone(committed_app, shift, name=name)
        if speaks:
            speak(committed_app, opened)
        published(committed_app, opened)
        made.append(told_by(committed_app, opened, name))

    one, other, silent = made
    assert one["organisation"] == other["organisation"] != []
    assert one["people"] != other["people"]
    assert one["people"] == silent["people"]
    assert one["organisation"] != silent.get("organisation")


def told_by(app: Flask, opened: OpenRound, network: str) -> dict[str, list[str]]:
    """Return the rows of the figures as CSV, by whom they are told."""
    found: dict[str, list[str]] = {}
    for row in rows_of_csv(app, opened.report):
        found.setdefault(row["source"], []).append(json.dumps(row).replace(network, ""))
    return found


def test_12_one_to_four_people_cannot_be_told_apart(committed_app: Flask) -> None:
    """Four people everywhere, or one: it is published in the same words, and in no number."""
    made: list[str] = []
    for name, number in (("Netwerk-A", 4), ("Netwerk-B", 1)):
        opened = alone(committed_app, 0, name=name)
        speak(committed_app, opened, [number] * len(NUMBERS))
        document = published(committed_app, opened)[1]
        assert [each for each in integers(json.loads(document)) if 1 <= each <= 4] == [1]  # the format of the text
        made.append(document.replace(name, "") + read(committed_app, opened, name))

    assert made[0] == made[1]
    assert made[0].count("&lt; 5") == 2 * len(ALONE) * len(NUMBERS)


def integers(data: Any) -> list[int]:
    """Return every whole number in a document."""
    if isinstance(data, Mapping | list):
        inner = data.values() if isinstance(data, Mapping) else data
        return [number for each in inner for number in integers(each)]
    return [data] if type(data) is int else []


def test_12_this_attack_would_find_a_number(committed_app: Flask) -> None:
    opened = alone(committed_app, 0)
    speak(committed_app, opened, [5] * len(NUMBERS))

    document = json.loads(published(committed_app, opened)[1])

    assert integers(document).count(5) == len(ALONE) * len(NUMBERS)


@pytest.mark.parametrize("query", ["", "?organisatie={id}&organisation={id}&alles=1&taal=en&meer=1"])
def test_12_no_foreign_link_opens_what_an_organisation_said_before_it_is_published(
    committed_app: Flask, query: str
) -> None:
    opened, elsewhere = alone(committed_app, 0), alone(committed_app, 0, name="Elders")
    mine, client = str(organisation_ids(committed_app, opened)["health"]), PageClient(committed_app)
    speaker = spoken_by(committed_app, opened, "health")
    foreign = {*opened.tokens, *elsewhere.tokens, opened.report_token, elsewhere.report_token} - {speaker}

    seen = [
        read_whatever(client.http.open(address, method=method, base_url=HOST, data={"organisation": mine}))
        for address in {each for token in foreign for each in addresses(token, query.format(id=mine))}
        for method in ("GET", "POST")
    ]

    assert not [text for text in seen if SENTENCE in text]
    assert SENTENCE in client.get(f"/v/{speaker}/organisatie?alles=1").text


def read_whatever(response: TestResponse) -> str:
    """Return what stands in an answer, whatever it is."""
    if response.mimetype == "application/pdf":
        return text_of(response.data)
    return everything_in(response.data) if response.data[:2] == b"PK" else response.get_data(as_text=True)


def spoken_by(app: Flask, opened: OpenRound, kind: str) -> str:
    """Have the one of this kind say something that can be found back; return that person's link."""
    client = PageClient(app)
    person = next(at for at in range(len(ALONE)) if f"{kind} van" in client.get(f"/v/{opened.tokens[at]}/klaar").words)
    say(client, opened, person, voice_first={"vo-1-why": SENTENCE})
    return opened.tokens[person]


def addresses(token: str, query: str) -> set[str]:
    """Return every address that a secret fits in, of every page of the profile too."""
    pages = ("first", "contact-details", "voice-first", "municipal-check")
    rules = {each.split()[1] for each in ADDRESSES if "<token>" in each and "wissen" not in each}
    return {rule.replace("<token>", token).replace("<page_id>", page) + query for rule in rules for page in pages}


def test_13_nothing_that_an_organisation_said_comes_back_in_the_next_round(committed_app: Flask) -> None:
    opened = alone(committed_app, 0)
    spoken_by(committed_app, opened, "health")
    close_round(committed_app, opened.id)
    later = clock.now() + timedelta(days=100)
    with committed_app.app_context(), writing() as session:
        network = session.get_one(Network, opened.network_id)
        after = open_next_round(session, network=network, key=key_of(committed_app), at=later)
    first = run_in(committed_app, "results", "show", "Taalnetwerk Waterdam", "--profile")
    for person, token in enumerate(after.tokens):
        answer(committed_app, token, coded_answers(person))

    pages = [PageClient(committed_app).get(f"/v/{token}/organisatie?alles=1") for token in after.tokens]
    document = json.loads(published(committed_app, after, at=later)[1])

    assert not [page for page in pages if SENTENCE in page.text or "Het laatst veranderd" in page.words]
    assert {tuple(each["blocks"]) for each in document["organisations"]} == {()}
    assert SENTENCE not in json.dumps(document)
    earlier = run_in(committed_app, "results", "show", "Taalnetwerk Waterdam", "--profile", "--round", "1")
    assert earlier == first

"""Attack 12: one number of an organisation taken off another, in every form that names organisations."""

import re
from typing import Final

import pytest
from flask import Flask

from reports.forms.kinds import FORMS
from tests.attacks.report_files import file_of, read_file
from tests.factories import OpenRound, close_round
from tests.pages import PageClient
from tests.speaking import CAS, say, speaking_round

#: In place of what differs between networks and is no number of people.
_NAMES: Final = re.compile(r"Netwerk-\w+|[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{12,64}\b")
#: Made anew for each file, or for each edition.
_TIMES: Final = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z?|\d\d[:.]\d\d\b|\d{14}\S*")


def with_numbers(app: Flask, name: str, started: int, part: dict[str, int]) -> OpenRound:
    """Publish a network in which the municipality says these numbers of people."""
    opened = speaking_round(app, name=name)
    given = {"rn-started": started, **part}
    say(PageClient(app), opened, CAS, reach_numbers={question: str(number) for question, number in given.items()})
    close_round(app, opened.id)
    return opened


def everywhere(app: Flask, opened: OpenRound) -> dict[str, list[str]]:
    """Return what every form and page says, without names of networks, ids and times."""
    client = PageClient(app)
    said = {name: read_file(name, file_of(client, opened.report, name, "nl")) for name in FORMS}
    for page in ("", "/organisaties"):
        said[page] = "\n".join(client.get(f"{opened.report}{page}?taal=nl").one("main").itertext())
    plain = {name: _TIMES.sub("", _NAMES.sub("", text.replace(opened.report_token, ""))) for name, text in said.items()}
    return {name: text.split() for name, text in plain.items()}


@pytest.mark.parametrize("question", ["rn-finished", "rn-nt1-share"])
def test_12_one_to_four_who_are_left_cannot_be_told_apart(committed_app: Flask, question: str) -> None:
    """Of 11 who started, 10 or 7."""
    one, four = (
        everywhere(committed_app, with_numbers(committed_app, name, 11, {question: number}))
        for name, number in (("Netwerk-A", 10), ("Netwerk-B", 7))
    )

    assert [name for name in one if one[name] != four[name]] == []


def test_12_this_attack_finds_numbers_of_which_five_or_more_are_left(committed_app: Flask) -> None:
    five, six = (
        everywhere(committed_app, with_numbers(committed_app, name, 11, {"rn-finished": number}))
        for name, number in (("Netwerk-A", 6), ("Netwerk-B", 5))
    )

    told = {name for name in five if five[name] != six[name]}
    assert {"csv", "json", "workbook", "/organisaties"} <= told

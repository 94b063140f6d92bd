"""Every kind of page, judged by html-validate with its recommended rules."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from tests.factories import (
    OpenRound,
    answer,
    close_round,
    coded_answers,
    fill_in,
    make_round,
    sign_in,
    statements,
    words,
)
from tests.joining import begin, make_code
from tests.pages import PageClient

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "node_modules" / ".bin" / "html-validate"

#: The recommended rules; each exception with its reason.
RULES = {
    # a table that scrolls in its own frame is a region, and not a part of the text as a section would be
    "prefer-native-element": ["error", {"exclude": ["region"]}],
}


@pytest.fixture
def engine_name() -> str:
    """One engine is enough: pages do not depend on it."""
    return "sqlite"


def pages(app: Flask, client: PageClient, opened: OpenRound, report: OpenRound) -> dict[str, str]:
    """Return the source of one page of every kind, by name."""
    made = {"start": "/", "privacy": "/antwoorden", "sample": "/voorbeeldrapport", "networks": "/netwerken"}
    made |= {"begin": opened.link, "theme": f"{opened.link}/roles", "last": f"{opened.link}/closing"}
    sources = {name: client.get(path).text for name, path in made.items()}
    made = {"lost": "/link-kwijt", "asked": "/link-kwijt/gevraagd"}
    sources |= {name: client.get(path).text for name, path in made.items()}
    sources["no address"] = client.post("/link-kwijt", {"address": "ada"}, 422).text
    sources["unknown"] = client.get("/v/x", 404).text
    sources["nothing"] = client.post(f"{opened.link}/nakijken", {"go": "send"}, 422).text
    sources["wrong"] = client.post(f"{opened.link}/roles", {"ro-1": "9"}, 422).text
    sources["long"] = client.post(f"{opened.link}/closing", {"op-keep": "a" * 500}, 422).text
    fill_in(client, opened.tokens[0], {"ro-1": "4"}, send=False)
    sources["gaps"] = client.get(f"{opened.link}/nakijken?open=1").text
    fill_in(client, opened.tokens[0], statements(4) | words("op-keep", "De koffie.", share=True))
    for name, rest in {"check": "/nakijken", "mirror": "/klaar", "again": "", "kept": "/closing"}.items():
        sources[name] = client.get(opened.link + rest).text
    client.post(f"{opened.link}/wissen")
    sources["erased"] = client.get(f"{opened.link}?gewist=1").text
    sources["report"] = client.get(report.report).text
    sources["report-en"] = client.get(f"{report.report}?taal=en").text
    sources |= behind_codes(app, client, opened)
    sources["late"] = client.post(f"{report.link}/roles", {"ro-1": "1"}, 410).text
    return sources


def behind_codes(app: Flask, client: PageClient, opened: OpenRound) -> dict[str, str]:
    """Return the source of one page of every kind that is behind a code."""
    meeting, paper = (f"/meedoen/{make_code(app, opened, purpose).token}" for purpose in ("meeting", "paper"))
    form = begin(client, make_code(app, opened, "paper"))
    sources = {name: client.get(path).text for name, path in {"digits": "/meedoen", "form": form}.items()}
    sources |= {"meeting": client.get(meeting).text, "paper": client.get(paper).text}
    sources["wrong-digits"] = client.post("/meedoen", {"code": "1"}, 422).text
    sources["wrong-number"] = client.post(paper, {"number": "1"}, 422).text
    sources["no-cookie"] = PageClient(app).post(meeting, status=422).text
    sources["joined"] = client.get(begin(client, make_code(app, opened))).text
    fill_in(client, form.removeprefix("/v/"), statements(4))
    return sources | {"typed-over": client.get(f"{form}/klaar").text}


@pytest.fixture
def folder(app: Flask, client: PageClient, opened: OpenRound, tmp_path: Path) -> Path:
    """A folder with one page of every kind, and the rules."""
    report = make_round(app, {"library": 6, "municipality": 6}, name="Taalnetwerk Dicht")
    for person, token in enumerate(report.tokens):
        answer(app, token, coded_answers(person))
    close_round(app, report.id)
    sign_in(app, client)
    for name, source in pages(app, client, opened, report).items():
        (tmp_path / f"{name}.html").write_text(source, encoding="utf-8")
    config = {"root": True, "extends": ["html-validate:recommended"], "rules": RULES}
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(config))
    return tmp_path


def validate(folder: Path) -> list[str]:
    """Return what html-validate says about the pages of a folder, a line per problem."""
    assert PROGRAM.exists(), "html-validate is not there. Run: make dev"
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    files = sorted(path.name for path in folder.glob("*.html"))
    done = subprocess.run(
        [PROGRAM, "--formatter", "text", *files], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode in (0, 1), done.stderr
    return [line.removeprefix(f"{folder}/") for line in done.stdout.splitlines()]


def test_every_kind_of_page_is_valid(folder: Path) -> None:
    assert validate(folder) == []


def test_a_page_that_is_not_valid_is_found(tmp_path: Path) -> None:
    config = {"root": True, "extends": ["html-validate:recommended"]}
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(config))
    (tmp_path / "x.html").write_text('<!DOCTYPE html><html lang="nl"><body><p><div></div></p></body></html>')

    assert any("[close-order]" in line for line in validate(tmp_path))

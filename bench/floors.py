"""Two floors to hold the application against, served with the same settings.

``bare``: what the page costs at least in Flask. It returns the real pages' bytes from memory, and on POST makes one
UPDATE of a JSON document, durable in the same way. ``plain_wtforms``: the same pages, with their fields built and
rendered by WTForms on each request; all around the fields is fixed text, so it does less than a real page would.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import local
from typing import Any

from flask import Flask, jsonify, redirect, request
from flask.typing import ResponseReturnValue
from jinja2 import Environment, Template
from wtforms import BooleanField, Form, RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import (
    SelectChoice,  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType] -- its stubs are of 3.2
)
from wtforms.widgets import CheckboxInput

from bench.people import RESPONDENT
from questionnaires import catalogue
from questionnaires.definition import Page
from questionnaires.types.base import FieldView
from questionnaires.types.texts import TICK
from survey.services.planning import DEFAULT_QUESTIONNAIRE

#: Tells a floor where its folder is.
FOLDER = "NETWERKSPIEGEL_BENCH_FLOOR"
_DATABASE, _PAGES = "floor.db", "pages"

_FIELDS = """<div class="questions">
{% for field in form if field.type != "BooleanField" %}
{% if field.type == "SelectField" %}
<div class="field">{{ field.label() }} {{ field() }}</div>
{% elif field.type in ("RadioField", "SelectMultipleField") %}
<fieldset class="card">
<legend>{{ field.label.text }}</legend>
<div class="tiles">
{% for option in field %}
<label class="tile">{{ option() }}<span>{{ option.label.text }}</span></label>
{% endfor %}
</div>
</fieldset>
{% else %}
<div class="field">
{{ field.label() }}
{{ field(rows=4, dir="auto") }}
<label class="tick">{{ form[field.name ~ tick]() }} {{ form[field.name ~ tick].label.text }}</label>
</div>
{% endif %}
{% endfor %}
</div>"""


def prepare(folder: Path, *, pages: dict[str, bytes], tokens: list[str]) -> dict[str, str]:
    """Write down what the floors serve and update; return the environment that tells them where it is."""
    (folder / _PAGES).mkdir()
    for name, content in pages.items():
        (folder / _PAGES / f"{name or 'intro'}.html").write_bytes(content)
    database = _connect(folder / _DATABASE)
    database.execute("CREATE TABLE response (token TEXT PRIMARY KEY, answers TEXT NOT NULL)")
    database.execute("BEGIN IMMEDIATE")
    database.executemany("INSERT INTO response VALUES (?, '{}')", [(token,) for token in tokens])
    database.execute("COMMIT")
    database.close()
    return {FOLDER: str(folder)}


def bare() -> Flask:
    """Return the floor that only sends bytes and stores one document."""
    pages = _read_pages()
    return _floor(pages.__getitem__, lambda name: None)


def plain_wtforms() -> Flask:
    """Return the floor that builds and renders each page's fields by WTForms."""
    pages = _read_pages()
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    forms = {page.id: _form_class(page) for page in catalogue.latest(DEFAULT_QUESTIONNAIRE).pages}
    templates = {name: _template(environment, pages[name].decode()) for name in forms}

    def draw(name: str) -> bytes | str:
        return templates[name].render(form=forms[name](), tick=TICK) if name in forms else pages[name]

    def check(name: str) -> None:
        if name in forms:
            forms[name](request.form).validate()

    return _floor(draw, check)


def _floor(draw: Callable[[str], bytes | str], check: Callable[[str], None]) -> Flask:
    app = Flask(__name__, static_folder=None)
    connections = _Connections(Path(os.environ[FOLDER]) / _DATABASE)

    @app.get("/v/<token>")
    @app.get("/v/<token>/<name>")
    def show(token: str, name: str = "intro") -> ResponseReturnValue:
        return draw(name)

    @app.post("/v/<token>/<name>/bewaar")
    def keep_choice(token: str, name: str) -> ResponseReturnValue:
        store(token)
        return jsonify(saved="")

    @app.post("/v/<token>/<name>")
    def keep(token: str, name: str) -> ResponseReturnValue:
        check(name)
        store(token)
        address = f"/v/{token}/{name}"
        return jsonify(to=address) if "script" in request.form else redirect(address, 303)

    def store(token: str) -> None:
        database = connections.mine()
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE response SET answers = ? WHERE token = ?", (json.dumps(request.form), token))
        database.execute("COMMIT")

    return app


class _Connections:
    """One lasting connection per thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.own = local()

    def mine(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self.own, "connection", None)
        if connection is None:
            connection = self.own.connection = _connect(self.path)
        return connection


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _read_pages() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in (Path(os.environ[FOLDER]) / _PAGES).glob("*.html")}


def _template(environment: Environment, page: str) -> Template:
    """Return a page as a template: its questions drawn from a form, all else as it was."""
    begin = page.index('<div class="questions">')
    end = page.rindex("</div>", begin, page.index('<p class="buttons">')) + len("</div>")
    return environment.from_string(f"{_fixed(page[:begin])}{_FIELDS}{_fixed(page[end:])}")


def _fixed(text: str) -> str:
    return f"{{% raw %}}{text}{{% endraw %}}"


def _form_class(page: Page) -> type[Form]:
    """Return a form with a page's fields; an instance of it builds them."""
    fields: dict[str, object] = {}
    for view in _leaves(part.view(RESPONDENT) for part in page.parts):
        fields |= _fields(view)
    return type("PageForm", (Form,), fields)


def _leaves(views: Iterable[FieldView]) -> Iterator[FieldView]:
    """Go through the fields, those on cards among them."""
    for view in views:
        if view.parts:
            yield from _leaves(view.parts)
        else:
            yield view


def _fields(view: FieldView) -> dict[str, object]:
    labels = {option.value: option.label for option in view.options}
    if view.macro == "unfolding":
        labels = {"": "Kies hier"} | labels
    choices: list[Any] = [SelectChoice(value, label) for value, label in labels.items()]
    if view.macro == "ticks":
        ticks = SelectMultipleField(view.label, choices=choices, option_widget=CheckboxInput())
        return {view.name: ticks}
    if view.macro == "unfolding":
        return {view.name: SelectField(view.label, choices=choices)}
    if choices:
        return {view.name: RadioField(view.label, choices=choices)}
    return {view.name: TextAreaField(view.label), view.name + TICK: BooleanField("Dit mag in het rapport")}

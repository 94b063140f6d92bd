"""A form as a definition: plain data in the language of our files, and what has to be said about every row."""

import re
from dataclasses import dataclass
from typing import Any, Final

from questionnaires.written import VERSION
from questionnaires.xlsform.importing.columns import note_columns
from questionnaires.xlsform.importing.form import AnsweredBy, Form
from questionnaires.xlsform.importing.lists import ChoiceLists
from questionnaires.xlsform.importing.names import Names
from questionnaires.xlsform.importing.pages import Pages
from questionnaires.xlsform.importing.texts import Texts
from questionnaires.xlsform.importing.themes import Themes
from questionnaires.xlsform.importing.tree import tree
from questionnaires.xlsform.notes import Notes
from questionnaires.xlsform.rows import Row, Sheets

_FIRST_VERSION: Final = "1.0.0"


@dataclass(frozen=True, slots=True)
class Imported:
    """A definition, empty when there is nothing in the form that can be asked here; and sentences about the form."""

    definition: dict[str, Any]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read what a form does not say: who answers it, in which language it is, what it is called."""

    answered_by: AnsweredBy = "person"
    language: str = "nl"
    name: str = "form"


def imported(sheets: Sheets, reading: Reading, notes: Notes) -> Imported:
    """Read a form as a definition."""
    nodes = tree(sheets.survey, notes)
    texts, names = Texts(sheets, reading.language, notes), Names()
    form = Form(reading.answered_by, notes, names, texts, ChoiceLists(sheets.choices, texts, names, notes))
    note_columns(sheets, (each for node in nodes for each in (node, *node.rows())), texts, notes)
    head = _head(next((row for row in sheets.settings if row), Row()), reading, form)
    pages = Pages(form, head["title"], Themes(form))
    pages.add(nodes)
    definition = head | _body(pages, form) if pages.written() else {}
    names.note_changed(notes)
    form.lists.note_unused()
    return Imported(definition, notes.sentences())


def _head(settings: Row, reading: Reading, form: Form) -> dict[str, Any]:
    title = settings.get("form_title") or settings.get("title") or reading.name
    if len(form.texts.languages) > 1:
        form.notes.add_general(f'The title, "{title}", is in one language: it stands in for the others.')
    version = settings.get("version", "")
    if not re.search(VERSION, version):
        was = f'"{version}"' if version else "not there"
        form.notes.add_general(
            f"A version is three numbers here, and that of the form is {was}: it became {_FIRST_VERSION}."
        )
        version = _FIRST_VERSION
    return {
        "id": form.names.take(settings.get("form_id") or settings.get("id_string") or reading.name),
        "version": version,
        "answered_by": reading.answered_by,
        "languages": list(form.texts.languages),
        "title": form.texts.same(" ".join(title.split())),
    }


def _body(pages: Pages, form: Form) -> dict[str, Any]:
    form.notes.add_general('A form does not say how long anything takes: look at all "minutes", which are estimates.')
    common = pages.themes.common()
    if form.lists.scales:
        sentence = "A form does not say what a statement is about, nor when agreeing with it is bad news"
        form.notes.add_general(f'{sentence}: look at each "level", and add "reversed: true" where it is.')
    sections: dict[str, Any] = {
        "scales": list(form.lists.scales.values()),
        "statements": common,
        "themes": pages.themes.written,
        "blocks": list(pages.blocks.values()),
        "pages": pages.written(),
    }
    return {name: section for name, section in sections.items() if section}

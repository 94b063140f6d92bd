"""Questions with a choice, drawn once: what differs between requests is which option is marked.

Drawing a page of five statements from its macro costs more than everything else on the page together. So a card
is drawn once per version, language and kind of organisation, with a gap where an option may be marked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from flask import current_app
from markupsafe import Markup

from questionnaires import catalogue
from questionnaires.types.base import Answer, FieldView

#: Stands in the drawn card where an option may be marked; no text of a definition can hold it.
_GAP = "\x1f"
_MARK = " checked"


@dataclass(frozen=True, slots=True)
class Card:
    """A drawn card in pieces: before the first gap, between the gaps, after the last; a value for each gap."""

    pieces: tuple[str, ...]
    values: tuple[str, ...]

    def marked(self, answer: Answer) -> Markup:
        """Return the card with the option of ``answer`` marked, if it is one."""
        chosen = str(answer)
        marks = (_MARK if value == chosen else "" for value in self.values)
        inside = "".join(mark + piece for mark, piece in zip(marks, self.pieces[1:], strict=True))
        return Markup(self.pieces[0] + inside)  # noqa: S704 -- drawn by our template, which escapes


@cache
def page_fields(questionnaire_id: str, version: str, page_id: str, language: str, kind: str) -> tuple[FieldView, ...]:
    """Prepare a page's fields once per version, language and kind of organisation."""
    page = catalogue.find(questionnaire_id, version).page(page_id)
    return tuple(question.view(language, kind) for question in page.questions) if page else ()


@cache
def page_cards(questionnaire_id: str, version: str, page_id: str, language: str, kind: str) -> Mapping[str, Card]:
    """Draw a page's questions with options, by question; those without are drawn by their macro each time."""
    page = catalogue.find(questionnaire_id, version).page(page_id)
    fields = page_fields(questionnaire_id, version, page_id, language, kind)
    is_theme = page is not None and page.theme is not None
    return {
        field.id: _draw(field, (number, len(fields)) if is_theme else None)
        for number, field in enumerate(fields, 1)
        if field.options
    }


def _draw(field: FieldView, place: tuple[int, int] | None) -> Card:
    macros: Any = current_app.jinja_env.get_template("macros/fields.html").module
    drawn = str(getattr(macros, field.macro)(field, None, None, False, place, _GAP))
    return Card(tuple(drawn.split(_GAP)), tuple(option.value for option in field.options))

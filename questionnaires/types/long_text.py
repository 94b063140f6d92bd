"""An open question, with its own tick "this may be used in the report"."""

import unicodedata
from typing import Final, Literal

from pydantic import Field

from questionnaires.text import Text
from questionnaires.types.base import Answer, FieldView, Form, Problem, Question, Reading

#: The tick's form field is the question's id with this behind it, so no question's id may end like this.
TICK: Final = "-ok"

#: Control characters and lone surrogates: neither PostgreSQL nor a PDF can hold them, and nobody types them.
_UNSTORABLE: Final = frozenset({"Cc", "Cs"})


def tidy(text: str) -> str:
    """Return ``text`` as it is stored: every character that a person can mean, in one spelling.

    Line ends become LF and letters NFC; what cannot be stored goes. Markup and formulas stay as typed: whoever
    draws them escapes them.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in _UNSTORABLE)
    return unicodedata.normalize("NFC", kept).strip()


class LongText(Question):
    """An answer in own words; stored as ``{"text": ..., "share": ...}``, or ``None`` when empty."""

    type: Literal["long_text"]
    limit: int = Field(default=400, ge=1, le=4000)
    hint: Text | None = None

    def read(self, form: Form, stored: Answer) -> Reading:
        """Read text and tick; without its text in the form, a tick that is absent says nothing."""
        posted = form(self.id)
        if posted is None:
            return Reading(stored, stored)
        text = tidy(posted)
        if not text:
            return Reading(None, None)
        typed: Answer = {"text": text, "share": form(self.id + TICK) == "on"}
        problem = self._too_long(text)
        return Reading(stored if problem else typed, typed, problem)

    def problem_with(self, answer: Answer) -> Problem | None:
        """Check that ``answer`` is a tidy text within the limit, with its tick."""
        if answer is None:
            return None
        if not isinstance(answer, dict) or answer.keys() != {"text", "share"}:
            return Problem("not_a_text")
        text, share = answer["text"], answer["share"]
        if not isinstance(text, str) or not isinstance(share, bool) or not text or text != tidy(text):
            return Problem("not_a_text")
        return self._too_long(text)

    def view(self, language: str, kind: str | None = None) -> FieldView:
        """Prepare the question for drawing, with its limit and hint."""
        hint = self.hint.in_language(language) if self.hint else None
        return FieldView(self.id, "long_text", self.wording(language, kind), limit=self.limit, hint=hint)

    def read_back(self, answer: Answer, language: str) -> str:
        """Give the text back as typed."""
        return str(answer["text"]) if isinstance(answer, dict) else ""

    def _too_long(self, text: str) -> Problem | None:
        if len(text) <= self.limit:
            return None
        return Problem("too_long", {"length": len(text), "limit": self.limit})

"""The same short list of answers for several lines: ja / voor een deel / nee / weet ik niet."""

from typing import Literal

from questionnaires.respondent import Respondent
from questionnaires.types.base import FieldView, Question
from questionnaires.types.options import (
    Lines,
    Ticks,
    alone,
    answered,
    chosen,
    codes,
    labels,
    option_views,
    stored_as,
    unknown,
)
from questionnaires.types.parts import Answer, OneOf, Part, Several, SomeOf
from questionnaires.types.summary import Variable


class Checklist(Question):
    """One choice per line, or ticks per line; stored as a document with the answer of each line."""

    type: Literal["checklist"]
    lines: Lines
    options: Ticks
    #: Several options may be ticked on each line.
    several: bool = False

    def part(self, respondent: Respondent) -> Several:
        """Return one field per line."""
        return Several({line.id: self._field(line.id) for line in self.lines})

    def _field(self, line: str) -> Part:
        name = f"{self.id}.{line}"
        if self.several:
            ids = tuple(option.id for option in self.options)
            return SomeOf(name, ids, alone(self.options), unknown=unknown(self.options))
        return OneOf(name, stored_as(self.options))

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare a card per line."""
        options, macro = option_views(self.options, respondent.language), "ticks" if self.several else "choices"
        cards = (
            FieldView(f"{self.id}.{line}", macro, text, options)
            for line, text in labels(self.lines, respondent.language).items()
        )
        return self._view(respondent, "cards", parts=tuple(cards))

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Say each line that was answered."""
        lines, known = labels(self.lines, respondent.language), labels(self.options, respondent.language)
        return tuple((lines[line], chosen(given, known)) for line, given in answered(answer, lines))

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return one variable per line."""
        kind = "several" if self.several else "one"
        return tuple(
            Variable(f"{self.id}.{line}", text, kind, codes(self.options, language))
            for line, text in labels(self.lines, language).items()
        )

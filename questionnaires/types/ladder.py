"""Steps of a ladder: which one fits now, and which one is needed."""

from typing import Literal

from questionnaires.respondent import Respondent
from questionnaires.text import Text
from questionnaires.types.base import FieldView, Question
from questionnaires.types.options import Choices, answered, chosen, codes, labels, option_views, stored_as
from questionnaires.types.parts import Answer, OneOf, Several
from questionnaires.types.summary import Variable


class Ladder(Question):
    """One choice out of the same steps, twice; stored as ``{"now": ..., "needed": ...}``."""

    type: Literal["ladder"]
    steps: Choices
    now: Text
    needed: Text

    def part(self, respondent: Respondent) -> Several:
        """Return the two choices."""
        steps = stored_as(self.steps)
        return Several({moment: OneOf(f"{self.id}.{moment}", steps) for moment in ("now", "needed")})

    def _moments(self, language: str) -> dict[str, str]:
        return {"now": self.now.in_language(language), "needed": self.needed.in_language(language)}

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare a card for now and one for what is needed."""
        steps = option_views(self.steps, respondent.language)
        cards = (
            FieldView(f"{self.id}.{moment}", "choices", text, steps)
            for moment, text in self._moments(respondent.language).items()
        )
        return self._view(respondent, "cards", parts=tuple(cards))

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Say both steps."""
        moments, steps = self._moments(respondent.language), labels(self.steps, respondent.language)
        return tuple((moments[moment], chosen(step, steps)) for moment, step in answered(answer, moments))

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return one variable for now and one for what is needed."""
        return tuple(
            Variable(f"{self.id}.{moment}", text, "one", codes(self.steps, language))
            for moment, text in self._moments(language).items()
        )

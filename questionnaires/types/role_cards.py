"""Role cards: for each task, which kinds of partner do it now and which kind should lead it."""

from typing import Final, Literal

from pydantic import Field

from questionnaires.respondent import Respondent
from questionnaires.text import Text
from questionnaires.types.base import FieldView, Option, Question, Slug
from questionnaires.types.options import Line, Lines, answered, chosen
from questionnaires.types.parts import Answer, OneOf, Several, SomeOf
from questionnaires.types.summary import DONT_KNOW, Variable

#: Beside the kinds of partner: another organisation, nobody, and not known.
OTHER: Final = "other"
NOBODY: Final = "nobody"


class RoleCards(Question):
    """A card per task; stored as ``{task: {"now": [kinds], "lead": kind}}``.

    Offered are the kinds of partner that are in the respondent's network; all kinds where that is not known.
    """

    type: Literal["role_cards"]
    tasks: Lines
    now: Text
    lead: Text
    other: Text
    nobody: Text
    dont_know: Text
    #: Names of the kinds of partner, in languages that kinds.yaml does not have.
    kinds: dict[Slug, Text] = Field(default_factory=dict[str, Text])

    def part(self, respondent: Respondent) -> Several:
        """Return ticks for now and a choice for who should lead, for each task."""
        kinds = (*_offered(respondent), OTHER)
        now, alone = (*kinds, NOBODY, DONT_KNOW), frozenset({NOBODY, DONT_KNOW})
        lead: dict[str, Answer] = {kind: kind for kind in (*kinds, DONT_KNOW)}
        return Several(
            {
                task.id: Several(
                    {
                        "now": SomeOf(f"{self.id}.{task.id}.now", now, alone, unknown=DONT_KNOW),
                        "lead": OneOf(f"{self.id}.{task.id}.lead", lead, unfolds=True),
                    }
                )
                for task in self.tasks
            }
        )

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare a card per task, with both questions on it."""
        cards = (self._card(task, respondent) for task in self.tasks)
        return self._view(respondent, "cards", parts=tuple(cards))

    def _card(self, task: Line, respondent: Respondent) -> FieldView:
        name, language = f"{self.id}.{task.id}", respondent.language
        labels = self._labels(language)
        kinds = tuple(Option(kind, labels[kind]) for kind in (*_offered(respondent), OTHER))
        nobody, unknown = Option(NOBODY, labels[NOBODY], apart=True), Option(DONT_KNOW, labels[DONT_KNOW], apart=True)
        now = FieldView(f"{name}.now", "ticks", self.now.in_language(language), (*kinds, nobody, unknown))
        lead = FieldView(f"{name}.lead", "unfolding", self.lead.in_language(language), (*kinds, unknown))
        return FieldView(name, "card", task.text.in_language(language), parts=(now, lead))

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Say for each task who does it, and who should lead."""
        tasks = {task.id: task.text.in_language(respondent.language) for task in self.tasks}
        known = self._labels(respondent.language)
        asked = {"now": self.now.in_language(respondent.language), "lead": self.lead.in_language(respondent.language)}
        return tuple(
            (f"{tasks[task]}: {asked[moment]}", chosen(given, known))
            for task, moments in answered(answer, tasks)
            for moment, given in answered(moments, asked)
        )

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return two variables per task."""
        labels = self._labels(language)
        lead = tuple((code, label) for code, label in labels.items() if code != NOBODY)
        return tuple(
            variable
            for task in self.tasks
            for variable in (
                Variable(
                    f"{self.id}.{task.id}.now",
                    f"{task.text.in_language(language)}: {self.now.in_language(language)}",
                    "several",
                    tuple(labels.items()),
                ),
                Variable(
                    f"{self.id}.{task.id}.lead",
                    f"{task.text.in_language(language)}: {self.lead.in_language(language)}",
                    "one",
                    lead,
                ),
            )
        )

    def _labels(self, language: str) -> dict[str, str]:
        from questionnaires.kinds import partner_kinds  # which reads its file as a definition, with the types

        named = {kind.id: self.kinds.get(kind.id, kind.name) for kind in partner_kinds().values()}
        kinds = {kind: name.in_language(language) for kind, name in named.items()}
        own = {OTHER: self.other, NOBODY: self.nobody, DONT_KNOW: self.dont_know}
        return kinds | {code: text.in_language(language) for code, text in own.items()}


def _offered(respondent: Respondent) -> tuple[str, ...]:
    if respondent.kinds:
        return respondent.kinds
    from questionnaires.kinds import partner_kinds

    return tuple(partner_kinds())

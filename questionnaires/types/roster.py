"""The same questions about each organisation that was ticked in another question: the relation map."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from questionnaires.conditions import Leaf
from questionnaires.respondent import Member, Respondent
from questionnaires.text import Text
from questionnaires.types.base import Definition, FieldView, Question, Slug
from questionnaires.types.options import (
    Choices,
    OptionId,
    answered,
    chosen,
    codes,
    labels,
    option_views,
    stored_as,
    unique,
)
from questionnaires.types.parts import Answer, OneOf, Several
from questionnaires.types.summary import Measure, Variable


class RosterField(Definition):
    """One question about each organisation."""

    id: OptionId
    text: Text
    options: Choices


class Roster(Question):
    """A card per organisation; stored as ``{organisation: {field: option}}``.

    Every organisation of the network has its card, out of sight until it is ticked: an answer about one that is no
    longer ticked is kept, and is not sent in.
    """

    for_persons: ClassVar[bool] = False

    type: Literal["roster"]
    #: The question in which the organisations are ticked.
    of: Slug
    fields: Annotated[tuple[RosterField, ...], Field(min_length=1), AfterValidator(unique)]

    @property
    def chosen_in(self) -> str:
        """The question in which the organisations are ticked."""
        return self.of

    def part(self, respondent: Respondent) -> Several:
        """Return the fields of each organisation."""
        return Several({member.id: self._fields(member.id) for member in respondent.organisations})

    def _fields(self, organisation: str) -> Several:
        return Several(
            {field.id: OneOf(f"{self.id}.{organisation}.{field.id}", stored_as(field.options)) for field in self.fields}
        )

    def is_sound(self, answer: Answer) -> bool:
        """Check the answer; which organisations a network has is not known here, so any id will do."""
        if answer is None:
            return True
        given = answer if isinstance(answer, dict) else {}
        return bool(given) and all(self._fields(member).is_sound(fields) for member, fields in given.items())

    def view(self, respondent: Respondent) -> FieldView:
        """Prepare a card per organisation, each out of sight until it is ticked."""
        cards = (self._card(member, respondent.language) for member in respondent.organisations)
        return self._view(respondent, "cards", parts=tuple(cards))

    def _card(self, member: Member, language: str) -> FieldView:
        name = f"{self.id}.{member.id}"
        fields = tuple(
            FieldView(
                f"{name}.{field.id}", "choices", field.text.in_language(language), option_views(field.options, language)
            )
            for field in self.fields
        )
        ticked = Leaf("question", self.of, "includes", member.id)
        return FieldView(name, "card", member.name, parts=fields, show_when=ticked)

    def said(self, answer: Answer, respondent: Respondent) -> tuple[tuple[str, str], ...]:
        """Say each answer about each organisation."""
        members = {member.id: member.name for member in respondent.organisations}
        fields = {field.id: field for field in self.fields}
        return tuple(
            (
                f"{members[member]}: {fields[name].text.in_language(respondent.language)}",
                chosen(option, labels(fields[name].options, respondent.language)),
            )
            for member, given in answered(answer, members)
            for name, option in answered(given, fields)
        )

    def variables(self, language: str) -> tuple[Variable, ...]:
        """Return one variable per field, for each organisation."""
        return tuple(
            Variable(
                f"{self.id}.(organisation).{field.id}",
                field.text.in_language(language),
                "one",
                codes(field.options, language),
            )
            for field in self.fields
        )

    def measures(self) -> tuple[Measure, ...]:
        """Return no tables: what is said of organisations is shown by name, never counted."""
        return ()

    def progress(self, answer: Answer, respondent: Respondent) -> tuple[int, int]:
        """Count all cards as one: how many there are depends on what was ticked."""
        return int(answer is not None), 1

    def sent(self, answer: Answer, shown: Sequence[str]) -> Answer:
        """Leave out the organisations that are not ticked."""
        return dict(answered(answer, shown)) or None

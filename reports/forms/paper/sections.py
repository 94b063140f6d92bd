"""The pages of a questionnaire as sections of a form: what can be asked, numbered from 1."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from questionnaires.conditions import Condition, Leaf
from questionnaires.definition import Page, Questionnaire
from questionnaires.respondent import Respondent
from questionnaires.showing import Facts, Showing, reduced
from questionnaires.types.base import FieldView, Question
from reports.forms.paper.answers import room
from reports.forms.paper.conditions import Numbered, only_if
from reports.forms.paper.grids import row
from reports.forms.paper.occasion import Occasion
from reports.forms.paper.parts import Asked, Block, Grid, Section, Statements, Told
from reports.wording import Words


def sections(
    questionnaire: Questionnaire, respondent: Respondent, occasion: Occasion, words: Words
) -> tuple[Section, ...]:  # fmt: skip
    """Return a section for each page on which anything can be asked; an intro is not printed twice in a row."""
    facts = Facts(respondent.kind, occasion.round_number or 0, tuple(block.id for block in questionnaire.blocks))
    writer = _Writer(respondent, words, facts)
    made: list[Section] = []
    last_intro: str | None = None
    for page in questionnaire.pages:
        blocks = tuple(_together(writer.blocks(page)))
        intro = page.intro.in_language(respondent.language) if page.intro else None
        if blocks:
            new_intro = None if intro == last_intro else intro
            made.append(Section(page.title.in_language(respondent.language), new_intro, blocks))
            last_intro = intro
    return tuple(made)


def _together(blocks: Iterable[Block]) -> Iterator[Block]:
    """Put statements that follow each other and have the same answers into one grid."""
    for _, alike in groupby(blocks, key=lambda block: block.grid.heads if isinstance(block, Statements) else block):
        found = list(alike)
        grids = [block.grid for block in found if isinstance(block, Statements)]
        if grids:
            yield Statements(Grid(grids[0].heads, tuple(row for grid in grids for row in grid.rows)))
        else:
            yield from found


@dataclass
class _Writer:
    """Goes through the pages in order, and knows what was asked before."""

    respondent: Respondent
    words: Words
    facts: Facts
    _numbers: dict[str, str] = field(default_factory=dict[str, str])
    _views: dict[str, FieldView] = field(default_factory=dict[str, FieldView])

    def blocks(self, page: Page) -> Iterator[Block]:
        """Go through what a page asks and tells."""
        for part in page.parts:
            left = part.show_when is None or self._left(part.show_when)
            if left is not False:
                yield self._block(part, self._notes(part, left))

    def _left(self, condition: Condition) -> Condition | bool:
        """Return what of a condition cannot be known before the form is filled in."""
        return reduced(condition, Showing(frozenset(), {}, self.facts), self._is_open)

    def _is_open(self, leaf: Leaf) -> bool:
        if leaf.source == "question":
            return leaf.name in self._numbers
        return self.facts.kind is None if leaf.source == "organisation" else leaf.name == "number" and not self._round

    @property
    def _round(self) -> int:
        """The number of the round, 0 when that is not known."""
        return self.facts.round_number

    def _notes(self, part: Question, left: Condition | bool) -> tuple[str, ...]:
        notes: list[str] = []
        if not isinstance(left, bool) and left != Leaf("question", part.chosen_in or "", "answered", True):
            notes.append(only_if(left, Numbered(self._numbers, self._views), self.words))
        if part.chosen_in in self._numbers:
            is_listed = any(member.name for member in self.respondent.organisations)
            situation = "paper.ticked_before" if is_listed else "paper.ticked_blank"
            notes.append(self.words.say(situation, number=self._numbers[part.chosen_in or ""]))
        return tuple(notes)

    def _block(self, part: Question, notes: tuple[str, ...]) -> Block:
        view = part.view(self.respondent)
        if not part.takes_answer:
            return Told(view.label, view.hint, notes)
        self._views[part.id], self._numbers[part.id] = view, str(len(self._numbers) + 1)
        number = self._numbers[part.id]
        if view.macro == "statement":
            heads = tuple(option.label for option in view.options)
            hints = (view.hint,) if view.hint else ()
            return Statements(Grid(heads, (row(number, view.label, heads, self.words, (*hints, *notes)),)))
        answers, how = room(number, view, self.words)
        return Asked(number, view.label, view.hint, (*notes, *how), answers)

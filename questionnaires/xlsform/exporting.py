"""A questionnaire as an XLSForm: a page is a group on one screen; a block of another name is a group on that page."""

from dataclasses import dataclass
from itertools import groupby

from questionnaires.conditions import Condition
from questionnaires.definition import Block, Page, Questionnaire
from questionnaires.types.base import Question
from questionnaires.xlsform.building import FormBuilder
from questionnaires.xlsform.losses import losses
from questionnaires.xlsform.question_rows import add_question, can_be_asked
from questionnaires.xlsform.relevant import Inexpressible, relevant
from questionnaires.xlsform.rows import INTRO, Sheets


@dataclass(frozen=True, slots=True)
class Exported:
    """A form, and a sentence for everything of the questionnaire that is not in it."""

    sheets: Sheets
    losses: tuple[str, ...]


def exported(questionnaire: Questionnaire) -> Exported:
    """Write a questionnaire as a form."""
    export = _Export(questionnaire)
    for page in questionnaire.pages:
        export.add_page(page)
    first = questionnaire.languages[0]
    settings = {
        "form_title": questionnaire.title[first],
        "form_id": questionnaire.id,
        "version": questionnaire.version,
        "default_language": export.form.columns[first],
    }
    sheets = Sheets(export.form.survey, export.form.choices, [settings])
    return Exported(sheets, (*losses(questionnaire), *export.form.losses))


class _Export:
    """The form so far, with the questions as they are written: without the condition of their block."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.form = FormBuilder(questionnaire.languages)
        self.block_of = {each.id: block for block in questionnaire.blocks for each in block.questions}
        self.written = {each.id: each for block in questionnaire.blocks for each in block.questions}
        self.asked: dict[str, Question] = {}

    def add_page(self, page: Page) -> None:
        """Add a page, if anything on it can be asked in a form."""
        parts = [self.written.get(part.id, part) for part in page.parts]
        for part in parts:
            if not can_be_asked(part):
                self.form.losses.append(
                    f'"{part.id}" is left out: a form does not know the organisations of a network.'
                )
        kept = [part for part in parts if can_be_asked(part)]
        if not kept:
            self.form.losses.append(f'The page "{page.id}" is left out: nothing on it can be asked in a form.')
            return
        block = self._only_block(page)
        with self.form.group(page.id, page.title, appearance="field-list", relevant=self._of_block(block)):
            if page.intro:
                self.form.row("note", f"{page.id}{INTRO}", page.intro)
            if block:
                self._add(kept)
            else:
                self._add_by_block(kept)

    def _only_block(self, page: Page) -> Block | None:
        """Return the block that this page is; ``None`` for a page with a heading of its own."""
        block = self.block_of.get(page.parts[0].id)
        return block if block and block.id == page.id else None

    def _add_by_block(self, parts: list[Question]) -> None:
        for _, group in groupby(parts, key=self._block_id):
            together = list(group)
            block = self.block_of.get(together[0].id)
            if block is None:
                self._add(together)
            else:
                with self.form.group(block.id, block.title, relevant=self._of_block(block)):
                    self._add(together)

    def _block_id(self, question: Question) -> str | None:
        block = self.block_of.get(question.id)
        return block.id if block else None

    def _add(self, questions: list[Question]) -> None:
        for question in questions:
            add_question(self.form, question, self._relevant(question.id, question.show_when))
            self.asked[question.id] = question

    def _of_block(self, block: Block | None) -> str:
        return self._relevant(block.id, block.show_when) if block else ""

    def _relevant(self, name: str, condition: Condition | None) -> str:
        if condition is None:
            return ""
        try:
            return relevant(condition, self.asked)
        except Inexpressible as because:
            sentence = f'The form asks "{name}" of everybody, whatever its condition says: {because}.'
            if sentence not in self.form.losses:
                self.form.losses.append(sentence)
            return ""

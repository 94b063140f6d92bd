"""Make the questionnaire out of a definition file: every page gets the questions that it names."""

from collections.abc import Iterator

from questionnaires.conditions import both
from questionnaires.definition import Block, Page, Questionnaire, Theme
from questionnaires.guide import find_guide
from questionnaires.types.base import Question
from questionnaires.written import BlockPage, OwnPage, ThemePage, WrittenQuestionnaire


def assembled(written: WrittenQuestionnaire, content_hash: str) -> Questionnaire:
    """Put a checked definition together."""
    parts = _Parts(written)
    pages = tuple(parts.pages())
    shown = {part.id for page in pages for part in page.parts}
    return Questionnaire(
        id=written.id,
        version=written.version,
        answered_by=written.answered_by,
        title=written.title,
        languages=written.languages,
        guide=find_guide(written.guide) if written.guide else None,
        scales={scale.id: scale for scale in written.scales},
        themes=tuple(theme for theme in written.themes if any(page.theme is theme for page in pages)),
        blocks=tuple(block for block in written.blocks if any(each.id in shown for each in block.questions)),
        pages=pages,
        minutes=parts.minutes,
        content_hash=content_hash,
        based_on=written.based_on.questionnaire if written.based_on else None,
    )


class _Parts:
    """The themes, blocks and questions of a file by name, and about how long each question takes."""

    def __init__(self, written: WrittenQuestionnaire) -> None:
        self.written = written
        self.themes = {theme.id: theme for theme in written.themes}
        self.blocks = {block.id: block for block in written.blocks}
        self.statements = {item.id: item for theme in written.themes for item in theme.items}
        self.questions = {each.id: each for block in written.blocks for each in _conditioned(block)}
        self.minutes: dict[str, float] = {}
        for block in written.blocks:
            self._share(block.questions, block.minutes)
        for theme in written.themes if written.statements else ():
            self._share(theme.items, written.statements.minutes)  # type: ignore[union-attr]  # tested a line above

    def pages(self) -> Iterator[Page]:
        """Go through the pages, each with its questions."""
        for page in self.written.pages:
            match page:
                case ThemePage():
                    yield self._theme_page(self.themes[page.theme])
                case BlockPage():
                    block = self.blocks[page.block]
                    yield Page(id=block.id, title=block.title, intro=page.intro, parts=self._of(block))
                case _:
                    assert isinstance(page, OwnPage)  # noqa: S101 -- there is no other form
                    yield self._own_page(page)

    def _theme_page(self, theme: Theme) -> Page:
        common = self.written.statements
        intro = common.intro if common else None
        return Page(id=theme.id, title=theme.title, intro=intro, parts=theme.items, theme=theme)

    def _own_page(self, page: OwnPage) -> Page:
        statements = tuple(self.statements[name] for name in page.statements)
        if page.minutes:
            self._share(statements, page.minutes)
        blocks = tuple(question for name in page.blocks for question in self._of(self.blocks[name]))
        single = tuple(self.questions[name] for name in page.questions)
        return Page(id=page.id, title=page.title, intro=page.intro, parts=(*statements, *blocks, *single))

    def _of(self, block: Block) -> tuple[Question, ...]:
        return tuple(self.questions[question.id] for question in block.questions)

    def _share(self, questions: tuple[Question, ...], minutes: float) -> None:
        self.minutes |= {question.id: minutes / len(questions) for question in questions}


def _conditioned(block: Block) -> Iterator[Question]:
    """Hand a block's condition on to each of its questions."""
    for question in block.questions:
        if block.show_when is None:
            yield question
        else:
            yield question.model_copy(update={"show_when": both(block.show_when, question.show_when)})

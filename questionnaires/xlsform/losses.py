"""What of a questionnaire an XLSForm cannot express, whatever its rows: one sentence for each kind of loss."""

from collections.abc import Callable, Iterable, Iterator

from questionnaires.definition import Questionnaire
from questionnaires.types.base import Question
from questionnaires.types.checklist import Checklist
from questionnaires.types.multiple_choice import MultipleChoice
from questionnaires.types.options import Choice, Line
from questionnaires.types.role_cards import RoleCards
from questionnaires.types.single_choice import SingleChoice
from questionnaires.types.statement import Statement
from questionnaires.types.summary import DONT_KNOW
from questionnaires.xlsform.question_rows import can_be_asked


def losses(questionnaire: Questionnaire) -> Iterator[str]:
    """Go through what gets lost."""
    parts = [part for page in questionnaire.pages for part in page.parts if can_be_asked(part)]
    yield from _of_the_whole(questionnaire)
    yield from _of_themes(questionnaire)
    for says, has in _OF_QUESTIONS:
        yield from _naming(says, (part.id for part in parts if has(part)))
    yield from _naming("The tasks of which it is good that several partners do them are not marked", _shared(parts))
    yield from _naming("These choices look like a scale or a grade, by their numbers", _like_numbers(parts))
    yield from _naming('Nothing marks these options as "don\'t know"', _unmarked(parts))


def _of_the_whole(questionnaire: Questionnaire) -> Iterator[str]:
    yield "How many minutes anything takes is not in the form."
    others = questionnaire.languages[1:]
    if others:
        yield f"The title is in the form in one language only; it loses: {', '.join(others)}."
    if questionnaire.answered_by == "organisation":
        yield 'Nothing says that organisations answer it: read it back with "--answered-by organisation".'
    if questionnaire.based_on:
        yield f'Nothing says that it is based on "{questionnaire.based_on}": the form has everything written out.'
    if questionnaire.guide:
        yield f'The guide "{questionnaire.guide.id}" (what to talk about, and what to do) is not in the form.'


def _of_themes(questionnaire: Questionnaire) -> Iterator[str]:
    shortened = (theme.id for theme in questionnaire.themes if theme.short != theme.title)
    yield from _naming("The short names of themes are not in the form", shortened)
    of_blocks = {each.id for block in questionnaire.blocks for each in block.questions}
    for page in questionnaire.pages:
        loose = [part.id for part in page.parts if isinstance(part, Statement) and part.id not in of_blocks]
        if loose and page.theme is None:
            yield f'The page "{page.id}" looks like one theme: nothing says to which themes its statements belong.'


def _naming(says: str, names: Iterable[str]) -> Iterator[str]:
    listed = list(names)
    if listed:
        yield f"{says}: {', '.join(listed)}."


def _has_versions(part: Question) -> bool:
    return part.version != 1


def _has_variants(part: Question) -> bool:
    return bool(part.variants)


def _is_about_less(part: Question) -> bool:
    return isinstance(part, Statement) and part.level != "network"


def _is_reversed(part: Question) -> bool:
    return isinstance(part, Statement) and part.reversed


def _is_core(part: Question) -> bool:
    return isinstance(part, Statement) and part.core


def _is_anchor(part: Question) -> bool:
    return isinstance(part, Statement) and part.anchor


def _offers_kinds(part: Question) -> bool:
    return isinstance(part, RoleCards)


_OF_QUESTIONS: tuple[tuple[str, Callable[[Question], bool]], ...] = (
    ("Other words for a kind of organisation (variants) are not in the form", _has_variants),
    ("The version of a question is not in the form", _has_versions),
    ("That a statement counts the other way round (reversed) is not in the form", _is_reversed),
    ("That a statement is in the short version (core) is not in the form", _is_core),
    ("That a statement is in the quick scan (anchor) is not in the form", _is_anchor),
    ("What a statement is about (level) is not in the form", _is_about_less),
    ("The form offers all kinds of organisation, and not only those of the network", _offers_kinds),
)


def _shared(parts: Iterable[Question]) -> Iterator[str]:
    for part in parts:
        lines: tuple[Line, ...] = ()
        if isinstance(part, RoleCards):
            lines = part.tasks
        elif isinstance(part, Checklist):
            lines = part.lines
        yield from (f"{part.id}.{line.id}" for line in lines if line.shared)


def _like_numbers(parts: Iterable[Question]) -> Iterator[str]:
    for part in parts:
        names = {option.id for option in part.options} if isinstance(part, SingleChoice) else set[str]()
        if names - {DONT_KNOW} == {*map(str, range(1, 6))} or names == {*map(str, range(1, 11))}:
            yield part.id


def _unmarked(parts: Iterable[Question]) -> Iterator[str]:
    """Go through the options for which the name "dk" and the mark do not go together."""
    for part in parts:
        options: tuple[Choice, ...] = ()
        if isinstance(part, SingleChoice | MultipleChoice | Checklist):
            options = part.options
        yield from (f"{part.id}.{each.id}" for each in options if each.dont_know != (each.id == DONT_KNOW))

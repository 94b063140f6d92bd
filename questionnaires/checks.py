"""What must hold across a definition file: ids are unique, and whatever names something names a thing that exists.

The checks look at the plain data, so that they run beside the typing and a file tells all its mistakes at once.
"""

from collections.abc import Iterator
from typing import Any, Final, cast

from questionnaires.condition_checks import check_conditions
from questionnaires.context import FileContext
from questionnaires.document import Document, Trail
from questionnaires.guide import find_guide, guides
from questionnaires.kinds import partner_kinds
from questionnaires.mistakes import DefinitionErrors
from questionnaires.page_checks import check_pages
from questionnaires.sentences import did_you_mean, said
from questionnaires.types import question_type
from questionnaires.types.multiple_choice import MultipleChoice
from questionnaires.types.texts import TICK
from questionnaires.written import READABILITY_RULES

#: A page's id is its address; these are those of checking, thanking, erasing, leaving, the organisation profile, and
#: the code to go on with.
ADDRESSES: Final = frozenset({"nakijken", "klaar", "wissen", "afmelden", "organisatie", "code"})

#: A question's id is the name of its form field; these are fields of the page itself.
FIELDS: Final = frozenset({"basis", "chosen", "go", "lang", "live", "place", "script"})

#: What no id can be.
RESERVED: Final = ADDRESSES | FIELDS

#: Lists whose entries have ids of their own, unique within the list only.
_OWN_IDS: Final = frozenset({"options", "lines", "steps", "tasks", "fields"})


def check(document: Document, context: FileContext) -> None:
    """Note everything in ``document`` that does not hold together."""
    _unique_ids(document)
    _unique_languages(document)
    _guide_fits(document)
    _themes_have_a_scale(document)
    _exceptions_name_what_exists(document)
    order = check_pages(document)
    for trail, question in questions(document):
        _question_is_sound(document, trail, question)
        _can_be_asked(document, trail, question)
        _roster_has_its_list(document, trail, question, order)
        _kinds_have_names(document, trail, question)
    _asks_something(document)
    check_conditions(document, context, dict(_by_id(document)), order)


def _asks_something(document: Document) -> None:
    """Note a file in which there is nothing to answer."""
    types = [question_type(question) for _, question in questions(document)]
    if types and not any(found is None or found.takes_answer for found in types):
        document.add(("blocks",), "This questionnaire asks nothing: all of it is text to read.", at_key=True)


def questions(document: Document) -> Iterator[tuple[Trail, dict[str, Any]]]:
    """Go through the statements and the other questions of a file."""
    for theme, _ in document.parts("themes"):
        yield from document.parts(*theme, "items")
    for block, _ in document.parts("blocks"):
        yield from document.parts(*block, "questions")


def _by_id(document: Document) -> Iterator[tuple[str, Trail]]:
    for trail, question in questions(document):
        if isinstance(question.get("id"), str):
            yield question["id"], trail


def _unique_ids(document: Document) -> None:
    first: dict[str, Trail] = {}
    for trail, name in _ids((), document.data):
        if first.setdefault(name, trail) != trail:
            _note_twice(document, name, first[name], trail)
        if name in ADDRESSES:
            document.add(trail, f'The id "{name}" is the address of a page around the questions. Choose another word.')
        if name in FIELDS:
            document.add(trail, f'The id "{name}" is the name of a field that every page has. Choose another word.')


def _note_twice(document: Document, name: str, first: Trail, second: Trail) -> None:
    if first in document.values and second in document.values:
        line = document.values[first].line
        document.add(second, f'The id "{name}" is used a second time; the first is on line {line}.')
    else:
        own = first if first in document.values else second
        document.add(own, f'The id "{name}" is used in the questionnaire that this one is based on, too.')


def _ids(trail: Trail, data: Any) -> Iterator[tuple[Trail, str]]:
    if isinstance(data, dict):
        for key, value in cast(dict[str, Any], data).items():
            if key == "id" and isinstance(value, str):
                yield (*trail, key), value
            if key not in _OWN_IDS:
                yield from _ids((*trail, key), value)
    elif isinstance(data, tuple):
        for number, value in enumerate(cast(tuple[Any, ...], data)):
            yield from _ids((*trail, number), value)


def _unique_languages(document: Document) -> None:
    seen: set[object] = set()
    for number, language in enumerate(document.listed("languages")):
        if isinstance(language, str):
            if language in seen:
                document.add(("languages", number), f"The language {said(language)} stands in the list twice.")
            seen.add(language)


def _guide_fits(document: Document) -> None:
    name = document.at("guide")
    if not isinstance(name, str):
        return
    if name not in guides():
        document.add(("guide",), f'There is no guide "{name}" here.{did_you_mean(name, guides())}')
        return
    try:
        guide = find_guide(name)
    except DefinitionErrors:
        document.add(("guide",), f'The guide "{name}" has mistakes of its own: check that file first.')
        return
    for language in document.listed("languages"):
        if language not in guide.languages:
            document.add(("guide",), f'The guide "{name}" has no texts in the language {said(language)}.')
    for trail, theme in document.parts("themes"):
        if isinstance(theme.get("id"), str) and guide.theme(theme["id"]) is None:
            document.add((*trail, "id"), f'The guide "{name}" has nothing for the theme "{theme["id"]}".')


def _themes_have_a_scale(document: Document) -> None:
    if document.listed("themes") and "statements" not in document.mapping():
        sentence = '"statements" is missing in this file: it names the scale of the themes.'
        document.add(("themes",), sentence, at_key=True)


def _exceptions_name_what_exists(document: Document) -> None:
    known = {name for _, name in _ids((), document.data)}
    for trail, accepted in document.parts("accept"):
        at, rule = accepted.get("at"), accepted.get("rule")
        if isinstance(at, str) and at not in known:
            document.add((*trail, "at"), f'There is nothing called "{at}" in this file.{did_you_mean(at, known)}')
        if isinstance(rule, str) and rule not in READABILITY_RULES:
            suggestion = did_you_mean(rule, READABILITY_RULES)
            document.add((*trail, "rule"), f'There is no rule "{rule}".{suggestion}')


def _question_is_sound(document: Document, trail: Trail, question: dict[str, Any]) -> None:
    if str(question.get("id")).endswith(TICK):
        document.add((*trail, "id"), f'An id cannot end with "{TICK}": the tick beside an open question is called so.')
    if question.get("anchor") is True and question.get("core") is not True:
        document.add((*trail, "anchor"), 'An anchor is also in the short version: add "core: true".', at_key=True)
    known = partner_kinds()
    for setting in ("variants", "kinds"):
        for kind in document.mapping(*trail, setting):
            if kind not in known:
                sentence = f'There is no kind of organisation "{kind}".{did_you_mean(kind, known)}'
                document.add((*trail, setting, kind), sentence, at_key=True)


def _can_be_asked(document: Document, trail: Trail, question: dict[str, Any]) -> None:
    """Note what could not be published of persons."""
    asks_persons = document.mapping().get("answered_by", "person") == "person"
    found = question_type(question)
    lists_organisations = question.get("options_from") is not None
    if asks_persons and found is not None and (not found.for_persons or lists_organisations):
        what = "options_from" if lists_organisations else "type"
        name = what if lists_organisations else question["type"]
        sentence = (
            f'"{name}" cannot be asked of persons: what they answer is published in shares only. '
            'It belongs in a file with "answered_by: organisation".'
        )
        document.add((*trail, what), sentence)


def _roster_has_its_list(document: Document, trail: Trail, question: dict[str, Any], order: list[str]) -> None:
    """Note a roster that goes through no list of organisations, or through one that is asked later."""
    of = question.get("of")
    if question.get("type") != "roster" or not isinstance(of, str):
        return
    named = dict(_by_id(document)).get(of)
    listed = document.mapping(*named) if named else {}
    if question_type(listed) is not MultipleChoice or listed.get("options_from") != "organisations":
        sentence = f'"of" must name a multiple_choice with "options_from: organisations"; it says {said(of)}.'
        document.add((*trail, "of"), sentence)
    elif question.get("id") in order and of in order[order.index(question["id"]) :]:
        document.add((*trail, "of"), f'"{of}" is asked later than "{question["id"]}": ask it before.')


def _kinds_have_names(document: Document, trail: Trail, question: dict[str, Any]) -> None:
    """Note role cards in a language in which the kinds of organisation that they offer have no names."""
    if question.get("type") != "role_cards":
        return
    own = document.mapping(*trail, "kinds")
    for language in (each for each in document.listed("languages") if isinstance(each, str)):
        nameless = [kind.id for kind in partner_kinds().values() if language not in kind.name and kind.id not in own]
        if nameless:
            sentence = (
                f"The kinds of organisation have no names in the language {said(language)}: "
                f'give them below "kinds" here, such as "{nameless[0]}".'
            )
            document.add((*trail, "type"), sentence)

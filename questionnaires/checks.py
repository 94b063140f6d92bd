"""What must hold across a definition file: ids are unique, and whatever names something names a thing that exists.

The checks look at the plain data, so that they run beside the typing and a file tells all its mistakes at once.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any, cast

from questionnaires.document import Document, Trail
from questionnaires.kinds import partner_kinds
from questionnaires.sentences import did_you_mean, said
from questionnaires.types.long_text import TICK

#: A page's id is its address; these are the addresses of checking, thanking and erasing.
RESERVED = frozenset({"nakijken", "klaar", "wissen"})


def check(document: Document) -> None:
    """Note everything in ``document`` that does not hold together."""
    _unique_ids(document)
    _free_ids(document)
    _unique_languages(document)
    _pages_name_what_exists(document)
    for trail, question in _questions(document):
        _question_is_sound(document, trail, question)


def _unique_ids(document: Document) -> None:
    first: dict[str, Trail] = {}
    for trail, name in _ids((), document.data):
        if first.setdefault(name, trail) != trail:
            line = document.values[first[name]].line
            document.add(trail, f'The id "{name}" is used a second time; the first is on line {line}.')


def _free_ids(document: Document) -> None:
    for trail, name in _ids((), document.data):
        if name in RESERVED:
            document.add(trail, f'The id "{name}" is the address of a page around the questions. Choose another word.')


def _ids(trail: Trail, data: Any) -> Iterator[tuple[Trail, str]]:
    if isinstance(data, dict):
        for key, value in cast(dict[str, Any], data).items():
            if key == "id" and isinstance(value, str):
                yield (*trail, key), value
            yield from _ids((*trail, key), value)
    elif isinstance(data, tuple):
        for number, value in enumerate(cast(tuple[Any, ...], data)):
            yield from _ids((*trail, number), value)


def _unique_languages(document: Document) -> None:
    seen: set[object] = set()
    for trail, language in _entries(document, "languages"):
        if language in seen:
            document.add(trail, f"The language {said(language)} stands in the list twice.")
        seen.add(language)


def _entries(document: Document, *trail: str | int) -> Iterator[tuple[Trail, str]]:
    """Go through the texts in the list at ``trail``."""
    for number, entry in enumerate(document.listed(*trail)):
        if isinstance(entry, str):
            yield (*trail, number), entry


def _pages_name_what_exists(document: Document) -> None:
    themes, blocks = _declared(document, "themes"), _declared(document, "blocks")
    shown: set[str] = set()
    for page, written in document.parts("pages"):
        if isinstance(written.get("theme"), str):
            _shows(document, (*page, "theme"), "theme", themes, shown)
        for trail, _ in _entries(document, *page, "blocks"):
            _shows(document, trail, "block", blocks, shown)
    for name, trail in chain(themes.items(), blocks.items()):
        if name not in shown:
            document.add(trail, f'"{name}" is on no page, so nobody would see it.')


def _declared(document: Document, section: str) -> dict[str, Trail]:
    parts = document.parts(section)
    return {part["id"]: (*trail, "id") for trail, part in parts if isinstance(part.get("id"), str)}


def _shows(document: Document, trail: Trail, what: str, declared: dict[str, Trail], shown: set[str]) -> None:
    name = document.at(*trail)
    if name not in declared:
        document.add(trail, f'There is no {what} "{name}" in this file.{did_you_mean(name, declared)}')
    elif name in shown:
        document.add(trail, f'"{name}" is already on a page.')
    shown.add(name)


def _questions(document: Document) -> Iterator[tuple[Trail, dict[str, Any]]]:
    for theme, _ in document.parts("themes"):
        yield from document.parts(*theme, "items")
    for block, _ in document.parts("blocks"):
        yield from document.parts(*block, "questions")


def _question_is_sound(document: Document, trail: Trail, question: dict[str, Any]) -> None:
    if str(question.get("id")).endswith(TICK):
        document.add((*trail, "id"), f'An id cannot end with "{TICK}": the tick beside an open question is called so.')
    if question.get("anchor") is True and question.get("core") is not True:
        document.add((*trail, "anchor"), 'An anchor is also in the short version: add "core: true".', at_key=True)
    known = partner_kinds()
    for kind in document.mapping(*trail, "variants"):
        if kind not in known:
            sentence = f'There is no kind of organisation "{kind}".{did_you_mean(kind, known)}'
            document.add((*trail, "variants", kind), sentence, at_key=True)

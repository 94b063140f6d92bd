"""Read YAML into a document: plain data with places.

Only the simple part of YAML is read: settings, lists, texts, numbers, true and false. Aliases, anchors, tags and tabs
are refused, because a reader who is not a programmer would stumble over them. The data are built straight from the
parser's events: the one layer that still shows every key and alias, and faster than composing nodes.
"""

import re
from pathlib import Path
from typing import Any, Final

from questionnaires.document import Document, Place, Trail
from questionnaires.events import Event, SyntaxMistake, parse

#: Bytes; the complete instrument takes a twentieth of it.
LARGEST: Final = 1_000_000

#: Deeper than any definition; keeps a hostile file from exhausting the stack.
_DEEPEST: Final = 12

_TAB: Final = re.compile("\t")
#: What YAML calls not printable, and what editors do not show: other line ends, spaces of no width, turned directions.
_INVISIBLE: Final = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u200a\u200c-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
#: Longer rows of digits stay text: no setting needs them, and turning them into a number takes time.
_WHOLE: Final = re.compile(r"[-+]?[0-9]{1,15}")
_NUMBER: Final = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_EMPTY: Final = "This file is empty."
_WORDS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}


def read(path: Path) -> Document:
    """Read a YAML file.

    Raises
    ------
    DefinitionErrors
        When the file cannot be read as YAML at all; lesser mistakes are in the document's ``mistakes``.
    """
    document = Document(path.name)
    if path.stat().st_size > LARGEST:
        document.note(Place(1, 1), "This file is larger than 1 MB, and no questionnaire is. Is it the right one?")
        raise document.errors()
    text = _decoded(path.read_bytes(), document)
    _note_each(_TAB, text, document, "There is a tab here: use spaces.")
    try:
        _Builder(text.replace("\t", " "), document).build()
    except SyntaxMistake as mistake:
        # After a tab, what the parser says is most likely only its consequence.
        if not _TAB.search(text):
            document.note(mistake.place, mistake.sentence)
        raise document.errors() from mistake
    if document.data is None:
        document.note(Place(1, 1), _EMPTY)
        raise document.errors()
    return document


def _decoded(content: bytes, document: Document) -> str:
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        document.note(_end_of(before), "This file is not in UTF-8: save it again with that encoding.")
        raise document.errors() from error
    _note_each(_INVISIBLE, text, document, "There is an invisible sign here that cannot be used: remove it.")
    if document.mistakes:
        raise document.errors()
    return text


def _note_each(pattern: re.Pattern[str], text: str, document: Document, sentence: str) -> None:
    for match in pattern.finditer(text):
        document.note(_end_of(text[: match.start()]), sentence)


def _end_of(text: str) -> Place:
    return Place(text.count("\n") + 1, len(text) - text.rfind("\n"))


class _Builder:
    """Builds a document's data from the events of its text."""

    def __init__(self, text: str, document: Document) -> None:
        self._events = parse(text)
        self._document = document

    def build(self) -> None:
        """Build the one document of a file."""
        documents = 0
        for event in self._events:
            if event.name == "document":
                documents += 1
            elif documents == 1:
                self._document.data = self._value((), event)
            else:
                self._document.note(event.place, "Above this, a line of dashes starts a second document: remove it.")
                raise self._document.errors()

    def _value(self, trail: Trail, event: Event) -> Any:
        if len(trail) > _DEEPEST:
            self._document.note(event.place, "This is nested too deeply.")
            raise self._document.errors()
        self._refuse_shorthand(event)
        self._document.values.setdefault(trail, event.place)
        if event.name == "mapping":
            return self._mapping(trail)
        return self._list(trail) if event.name == "list" else _scalar(event)

    def _mapping(self, trail: Trail) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while (event := next(self._events)).name != "end":
            key = self._key(trail, event)
            if key in data:
                first = self._document.keys[(*trail, key)]
                self._document.note(event.place, f'"{key}" stands here twice; the first is on line {first.line}.')
            self._document.keys.setdefault((*trail, key), event.place)
            value = self._value((*trail, key), next(self._events))
            data.setdefault(key, value)
        return data

    def _key(self, trail: Trail, event: Event) -> str:
        if event.name == "scalar":
            self._refuse_shorthand(event)
            return event.text
        self._document.note(event.place, "Only a word can stand before a colon.")
        self._value((*trail, "?"), event)
        return "?"

    def _list(self, trail: Trail) -> tuple[Any, ...]:
        data: list[Any] = []
        while (event := next(self._events)).name != "end":
            data.append(self._value((*trail, len(data)), event))
        return tuple(data)

    def _refuse_shorthand(self, event: Event) -> None:
        if event.name == "alias":
            self._document.note(event.place, f"*{event.anchor} repeats what stands elsewhere: write it out here.")
        elif event.anchor:
            self._document.note(event.place, f"&{event.anchor} marks this for repetition elsewhere: remove the mark.")
        if event.tagged:
            self._document.note(event.place, "A type mark that starts with ! cannot be used: remove it.")


def _scalar(event: Event) -> str | int | float | bool | None:
    """Read a text as written; without quotation marks it may be a number, true, false or nothing."""
    text = event.text
    if event.quoted:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text

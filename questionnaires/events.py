"""The YAML library's events and errors, in our own words: the only file that knows the library."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from questionnaires.document import Place

#: The library's events that matter here, and what they are called from here on.
_NAMES: Final[dict[str, Literal["document", "mapping", "list", "scalar", "alias", "end"]]] = {
    "DocumentStartEvent": "document",
    "MappingStartEvent": "mapping",
    "SequenceStartEvent": "list",
    "ScalarEvent": "scalar",
    "AliasEvent": "alias",
    "MappingEndEvent": "end",
    "SequenceEndEvent": "end",
}

#: What the library says, whether it is about where something opened, and what it means to the writer.
_SYNTAX: Final = (
    ("mapping values are not allowed", False, "A text with a colon in it needs quotation marks around it."),
    ("unexpected end of stream", True, "The quotation mark that opens here is never closed."),
    ("unexpected document separator", True, "The quotation mark that opens here is never closed."),
    ("expected ',' or", True, "The bracket that opens here is never closed, or a text in it needs quotation marks."),
    ("could not find expected ':'", False, "A colon is missing on this line or the one before."),
    ("expected <block end>", False, "This line is not indented like its neighbours."),
    ("cannot start any token", False, "A text that starts with this sign needs quotation marks around it."),
    ("", False, "This cannot be read: look at the signs and the indentation of this line."),
)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that the parser came across."""

    name: Literal["document", "mapping", "list", "scalar", "alias", "end"]
    place: Place
    text: str
    quoted: bool
    #: The name behind ``&`` or ``*``.
    anchor: str | None
    tagged: bool


class SyntaxMistake(Exception):
    """The text is not YAML: where, and why."""

    def __init__(self, place: Place, sentence: str) -> None:
        self.place = place
        self.sentence = sentence
        super().__init__(sentence)


def parse(text: str) -> Iterator[Event]:
    """Go through ``text`` event by event.

    Raises
    ------
    SyntaxMistake
        Where the text stops being YAML.
    """
    library: Any = YAML(typ="safe", pure=True)
    try:
        for event in library.parse(text):
            name = _NAMES.get(type(event).__name__)
            if name:
                yield _event(name, event)
    except MarkedYAMLError as error:
        raise _syntax_mistake(error) from error


def _event(name: Literal["document", "mapping", "list", "scalar", "alias", "end"], event: Any) -> Event:
    return Event(
        name,
        _place(event.start_mark),
        # An alias is refused; what it says stands in for what it means, so that nothing else seems to be missing.
        text=f"*{event.anchor}" if name == "alias" else str(getattr(event, "value", "")),
        quoted=bool(getattr(event, "style", None)),
        anchor=getattr(event, "anchor", None),
        tagged=bool(getattr(event, "tag", None)),
    )


def _syntax_mistake(error: Any) -> SyntaxMistake:
    at_opening, sentence = next((opening, plain) for part, opening, plain in _SYNTAX if part in str(error.problem))
    return SyntaxMistake(_place(error.context_mark if at_opening else error.problem_mark), sentence)


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)

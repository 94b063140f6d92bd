"""Plain data as the text of a definition file, as a person writes it: short things on a line, long texts folded."""

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, Final, cast

_WIDTH: Final = 118

#: Written without quotation marks: starts with a letter, and has no sign that means something in YAML; or a version.
_PLAIN: Final = re.compile(r"[^\W\d_](?:[^\n:#]|:(?=\S)|(?<=\S)#)*|\d+(?:\.\d+){2,}")
_PLAIN_INSIDE: Final = re.compile(r"[^\W\d_][^\n:#,\[\]{}]*")

#: Words that YAML, or one of its readers, takes for something else than a word.
_WORDS: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})

#: Lists and settings that our files write on one line.
_ONE_LINE: Final = frozenset({"languages", "blocks", "questions", "statements", "show_when", "in"})


def yaml_text(data: Mapping[str, Any]) -> str:
    """Return settings as the text of a file, with an empty line above each long section."""
    return "\n".join(_sections(data)) + "\n"


def _sections(data: Mapping[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        lines = list(_setting(key, value, 0))
        yield from ["", *lines] if isinstance(value, list) and len(lines) > 1 else lines


def _lines(data: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, value in data.items():
        yield from _setting(key, value, indent)


def _setting(key: str, value: Any, indent: int) -> Iterator[str]:
    start = f"{' ' * indent}{_scalar(key, _PLAIN)}:"
    short = _on_one_line(key, value)
    if short is not None and len(start) + len(short) < _WIDTH:
        yield f"{start} {short}"
    elif isinstance(value, Mapping):
        yield start
        yield from _lines(cast(Mapping[str, Any], value), indent + 2)
    elif isinstance(value, list):
        yield start
        for entry in cast(list[Any], value):
            yield from _entry(entry, indent + 2)
    else:
        yield from _text(start, str(value), indent + 2)


def _on_one_line(key: str, value: Any) -> str | None:
    """Return a value as it stands behind its key; ``None`` when it needs lines of its own."""
    if isinstance(value, Mapping):
        return one_line(cast(Any, value)) if key == "show_when" else None
    if isinstance(value, list):
        simple = key in _ONE_LINE and not any(isinstance(each, Mapping) for each in cast(list[Any], value))
        return one_line(cast(Any, value)) if simple or not value else None
    return _scalar(value, _PLAIN)


def _entry(entry: Any, indent: int) -> Iterator[str]:
    """Go through the lines of an entry in a list: a dash, and the rest below its first setting."""
    dash = " " * indent + "- "
    if isinstance(entry, Mapping):
        for number, line in enumerate(_lines(cast(Mapping[str, Any], entry), indent + 2)):
            yield dash + line[indent + 2 :] if number == 0 else line
    else:
        yield dash + one_line(entry)


def _text(start: str, text: str, indent: int) -> Iterator[str]:
    """Fold a long text at its spaces; what cannot be folded and come back the same is quoted."""
    folded = wrap(text, _WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    if " ".join(folded) == text and text.isprintable():
        yield f"{start} >-"
        yield from (" " * indent + line for line in folded)
    else:
        yield f"{start} {_quoted(text)}"


def one_line(value: Any) -> str:
    """Return settings, a list or a text as one line."""
    if isinstance(value, Mapping):
        pairs = cast(Mapping[str, Any], value).items()
        return "{" + ", ".join(f"{_scalar(key, _PLAIN_INSIDE)}: {one_line(each)}" for key, each in pairs) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(one_line(each) for each in cast(Sequence[Any], value)) + "]"
    return _scalar(value, _PLAIN_INSIDE)


def _scalar(value: Any, plain: re.Pattern[str]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    is_plain = plain.fullmatch(value) and value == value.strip() and value.lower() not in _WORDS
    return value if is_plain and value.isprintable() else _quoted(value)


def _quoted(text: str) -> str:
    """Put a text between quotation marks, with every sign in it that is not printed written as its number."""
    escaped = "".join(_sign(sign) for sign in text)
    return f'"{escaped}"'


def _sign(sign: str) -> str:
    if sign in '"\\':
        return "\\" + sign
    if sign == "\n":
        return "\\n"
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"

"""Read an XPath expression as far as a condition here can say it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from questionnaires.xlsform.expressions import Comparison, Every, Expression, Negation, Selected, Some, Unreadable

#: Deeper than any condition that a person writes.
_DEEPEST: Final = 20

_TOKEN: Final = re.compile(
    r"\s*(?:\$\{\s*(?P<name>[^{}]+?)\s*\}|'(?P<single>[^']*)'|\"(?P<double>[^\"]*)\"|(?P<number>-?\d{1,15}(?![\d.]))"
    r"|(?P<sign>!=|>=|<=|=|>|<|\(|\)|,)|(?P<word>[A-Za-z][A-Za-z-]*))"
)
_FLIPPED: Final = {"=": "=", "!=": "!=", ">=": "<=", "<=": ">=", ">": "<", "<": ">"}


def parse(text: str) -> Expression:
    """Read an expression.

    Raises
    ------
    Unreadable
        When it says anything else than a condition here can say.
    """
    return _Reader(_tokens(text)).whole()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at, text = 0, text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise Unreadable(f'"{text[at : at + 20].strip()}" in it cannot be read')
        kind = match.lastgroup or ""
        found.append(_Token("text" if kind in ("single", "double") else kind, match[kind]))
        at = match.end()
    return found


class _Reader:
    """Goes through the tokens once, from left to right."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens, self._at, self._depth = tokens, 0, 0

    def whole(self) -> Expression:
        """Read all there is."""
        found = self._some()
        if self._at < len(self._tokens):
            raise Unreadable(f'what follows on "{self._tokens[self._at].text}" in it cannot be read')
        return found

    def _some(self) -> Expression:
        parts = self._joined("or", self._every)
        return parts[0] if len(parts) == 1 else Some(parts)

    def _every(self) -> Expression:
        parts = self._joined("and", self._one)
        return parts[0] if len(parts) == 1 else Every(parts)

    def _joined(self, word: str, read: Callable[[], Expression]) -> tuple[Expression, ...]:
        self._depth += 1
        if self._depth > 2 * _DEEPEST:
            raise Unreadable("it is nested too deeply")
        parts = [read()]
        while self._takes("word", word):
            parts.append(read())
        self._depth -= 1
        return tuple(parts)

    def _one(self) -> Expression:
        if self._takes("word", "not"):
            return Negation(self._in_brackets())
        if self._sees("sign", "("):
            return self._in_brackets()
        return self._selected() if self._takes("word", "selected") else self._comparison()

    def _in_brackets(self) -> Expression:
        self._must("sign", "(")
        found = self._some()
        self._must("sign", ")")
        return found

    def _selected(self) -> Expression:
        self._must("sign", "(")
        name = self._must("name")
        self._must("sign", ",")
        value = self._must("text")
        self._must("sign", ")")
        return Selected(name, value)

    def _comparison(self) -> Expression:
        if self._sees("name"):
            name, operator = self._must("name"), self._operator()
            return Comparison(name, operator, self._value())
        value, operator = self._value(), self._operator()
        return Comparison(self._must("name"), _FLIPPED[operator], value)

    def _operator(self) -> str:
        operator = self._must("sign")
        if operator not in _FLIPPED:
            raise Unreadable(f'"{operator}" stands in it where a comparison should')
        return operator

    def _value(self) -> str | int:
        if self._sees("number"):
            return int(self._must("number"))
        return self._must("text")

    def _sees(self, kind: str, text: str | None = None) -> bool:
        if self._at >= len(self._tokens):
            return False
        token = self._tokens[self._at]
        return token.kind == kind and text in (None, token.text)

    def _takes(self, kind: str, text: str) -> bool:
        found = self._sees(kind, text)
        self._at += found
        return found

    def _must(self, kind: str, text: str | None = None) -> str:
        if not self._sees(kind, text):
            if self._at >= len(self._tokens):
                raise Unreadable("it stops halfway")
            raise Unreadable(f'"{self._tokens[self._at].text}" in it cannot be read')
        self._at += 1
        return self._tokens[self._at - 1].text

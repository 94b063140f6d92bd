"""What may be answered, as XLSForm writes it in the column ``constraint``: how many ticks, how large, how long."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

_T = TypeVar("_T")

_MOST: Final = r"count-selected\(\s*\.\s*\)\s*(<=?)\s*(\d{1,9})"
_ALONE: Final = (
    r"not\(\s*selected\(\s*\.\s*,\s*['\"]([^'\"]+)['\"]\s*\)\s+and\s+count-selected\(\s*\.\s*\)\s*>\s*1\s*\)"
)
_LENGTH: Final = r"string-length\(\s*\.\s*\)\s*(<=?)\s*(\d{1,9})"
_HIGHEST: Final = r"\.\s*(<=?)\s*(\d{1,12})"
_LOWEST: Final = r"\.\s*(>=?)\s*(-?\d{1,12})"
_DONE: Final = " true "


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer keeps to; none of it given means anything goes."""

    at_most: int | None = None
    alone: frozenset[str] = frozenset()
    length: int | None = None
    lowest: int | None = None
    highest: int | None = None

    def written(self) -> str:
        """Return the limits as one expression; empty when there are none."""
        return " and ".join(self._clauses())

    def _clauses(self) -> Iterator[str]:
        if self.at_most is not None:
            yield f"count-selected(.) <= {self.at_most}"
        for option in sorted(self.alone):
            yield f"not(selected(., '{option}') and count-selected(.) > 1)"
        if self.length is not None:
            yield f"string-length(.) <= {self.length}"
        if self.lowest is not None:
            yield f". >= {self.lowest}"
        if self.highest is not None:
            yield f". <= {self.highest}"


def read_limits(written: str) -> Limits | None:
    """Read limits back; ``None`` when the expression says anything else."""
    rest = _Rest(written)
    alone = rest.take(_ALONE, lambda match: match[1])
    most, length = rest.take(_MOST, _upper), rest.take(_LENGTH, _upper)
    highest, lowest = rest.take(_HIGHEST, _upper), rest.take(_LOWEST, _lower)
    if not re.fullmatch(r"\s*\(*\s*true(\s+and\s+true)*\s*\)*\s*", rest.text):
        return None
    return Limits(
        _tightest(most, min), frozenset(alone), _tightest(length, min), _tightest(lowest, max), _tightest(highest, min)
    )


class _Rest:
    """What of an expression is not read yet."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: str, read: Callable[[re.Match[str]], _T]) -> list[_T]:
        found = [read(match) for match in re.finditer(pattern, self.text)]
        self.text = re.sub(pattern, _DONE, self.text)
        return found


def _upper(match: re.Match[str]) -> int:
    return int(match[2]) - (match[1] == "<")


def _lower(match: re.Match[str]) -> int:
    return int(match[2]) + (match[1] == ">")


def _tightest(values: Iterable[int], of: Callable[[Iterable[int]], int]) -> int | None:
    listed = list(values)
    return of(listed) if listed else None

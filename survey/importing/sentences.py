"""Sentences that are said in the reader's language later, where there is a reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message of the catalogues with what is filled in; a value may be a sentence of its own."""

    message: str
    values: Mapping[str, Any]


def later(message: str, **values: Any) -> Sentence:
    """Return a sentence; the catalogues find its message by the name of this function."""
    return Sentence(message, values)


class Unreadable(Exception):
    """A file cannot be read as a list of partners; ``sentence`` says why, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.message)
        self.sentence = sentence

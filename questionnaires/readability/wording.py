"""Words that make a text hard: jargon, abbreviations, and nouns that hide a verb."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from questionnaires.readability.measure import words_of
from questionnaires.readability.quoting import quoted
from questionnaires.readability.wordlists import EVERYDAY_INITIALS, EVERYDAY_NOUNS, INITIALS, JARGON, SHORTENED

#: One group for each kind of jargon, in the order of the list.
_JARGON: Final = re.compile(rf"\b(?:{'|'.join(f'({forms})' for forms in JARGON)})\b", re.IGNORECASE)
_PLAIN: Final = tuple(JARGON.values())

_ABBREVIATION: Final = re.compile(
    rf"(?<![^\W_])(?:(?i:{'|'.join(map(re.escape, SHORTENED))})"
    rf"|(?:[A-Z]{{2,}}\d*|(?i:{'|'.join(INITIALS)}))(?![^\W_])|(?:[^\W\d_]\.){{2,}})"
)

_ABSTRACT_END: Final = re.compile(r"(?:ing(?:en)?|heid|heden|aties?|iteit(?:en)?)$")
_TOO_MANY_ABSTRACT: Final = 3


def jargon(sentences: Sequence[str]) -> Iterator[str]:
    """Find words of the trade, each once, and give the plain word."""
    uses = (use for sentence in sentences for use in _JARGON.finditer(sentence))
    for word, group in {use[0]: use.lastindex or 1 for use in uses}.items():
        yield f'"{word}" is jargon: write {_PLAIN[group - 1]}.'


def abbreviations(sentences: Sequence[str]) -> Iterator[str]:
    """Find abbreviations, each once. Brackets before or behind a name explain it, here and further on in the text."""
    text = " ".join(sentences)
    for name in dict.fromkeys(_ABBREVIATION.findall(text)):
        in_full = SHORTENED.get(name.lower())
        if in_full:
            yield f'"{name}" is an abbreviation: write "{in_full}".'
        elif name not in EVERYDAY_INITIALS and not _is_explained(name, text):
            yield f'"{name}" is an abbreviation: write it in full, or explain it in brackets.'


def heavy_nouns(sentences: Sequence[str]) -> Iterator[str]:
    """Find a text in which abstract nouns pile up: one or two read well, and some are everyday words."""
    abstract = [word for sentence in sentences for word in words_of(sentence) if _is_abstract(word.lower())]
    if len(abstract) >= _TOO_MANY_ABSTRACT:
        yield f"{quoted(abstract)} make this text heavy: turn one or more into a verb."


def _is_explained(name: str, text: str) -> bool:
    return f"({name})" in text or re.search(rf"(?<![^\W_]){re.escape(name)} ?\(", text) is not None


def _is_abstract(word: str) -> bool:
    """Tell whether a word is made of another by an ending; "kring" and "ding" are not, for no vowel is left of them."""
    stem = _ABSTRACT_END.sub("", word)
    return stem != word and not set("aeiouy").isdisjoint(stem) and not any(noun in word for noun in EVERYDAY_NOUNS)

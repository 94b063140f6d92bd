"""Which rules go for which text, and what they find."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from questionnaires.readability.grammar import double_negations, passive, two_judgements
from questionnaires.readability.measure import flesch_douma, sentences_of, words_of
from questionnaires.readability.quoting import opening, quoted
from questionnaires.readability.syllables import count_syllables
from questionnaires.readability.wording import abbreviations, heavy_nouns, jargon

_LONGEST_STATEMENT: Final = 12
_LONGEST_SENTENCE: Final = 15
_EASY_ENOUGH: Final = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say of a text; a warning may be right as it is, a mistake may not."""

    rule: str
    is_mistake: bool
    sentence: str


def _long_statement(sentences: Sequence[str]) -> Iterator[str]:
    words = [word for sentence in sentences for word in words_of(sentence)]
    if len(words) > _LONGEST_STATEMENT:
        yield f"{opening(words)} has {len(words)} words: say it in at most {_LONGEST_STATEMENT}, as a statement must."


def _long_sentences(sentences: Sequence[str]) -> Iterator[str]:
    for words in map(words_of, sentences):
        if len(words) > _LONGEST_SENTENCE:
            yield f"{opening(words)} has {len(words)} words: split it into sentences of at most {_LONGEST_SENTENCE}."


#: Says, of the sentences of a text, what a rule finds in them.
_Rule = Callable[[Sequence[str]], Iterable[str]]

_EVERY_TEXT: Final[Mapping[str, _Rule]] = {
    "jargon": jargon,
    "passive": passive,
    "double-negation": double_negations,
    "abbreviation": abbreviations,
    "noun-heavy": heavy_nouns,
}
#: A statement too long for a sentence is too long for a statement already, and is told so once.
_STATEMENT: Final[Mapping[str, _Rule]] = {
    "long-statement": _long_statement,
    "two-judgements": two_judgements,
    **_EVERY_TEXT,
}
_OTHER_TEXT: Final[Mapping[str, _Rule]] = {"long-sentence": _long_sentences, **_EVERY_TEXT}
_BLOCK: Final = "hard-to-read"

RULES: Final = frozenset({*_STATEMENT, *_OTHER_TEXT, _BLOCK})
_MISTAKES: Final = frozenset({"long-statement", "long-sentence"})


def examine_text(text: str, *, is_statement: bool = False) -> list[Finding]:
    """Return what the rules find in one text; a statement is held to stricter ones, for people must judge it."""
    sentences = sentences_of(text)
    rules = _STATEMENT if is_statement else _OTHER_TEXT
    return [Finding(rule, rule in _MISTAKES, said) for rule, find in rules.items() for said in find(sentences)]


def examine_block(texts: Sequence[str]) -> list[Finding]:
    """Return whether texts that are read together are hard; a single text is too short to measure."""
    figure = flesch_douma(texts)
    if not figure < _EASY_ENOUGH:  # nor when there are no words, and so no figure
        return []
    sentence = (
        f"These texts measure {figure:.1f} on the Flesch-Douma scale and need {_EASY_ENOUGH}: "
        f"shorten the sentences or the longest words, {quoted(_longest_words(texts))}."
    )
    return [Finding(_BLOCK, False, sentence)]


def _longest_words(texts: Iterable[str]) -> list[str]:
    words = dict.fromkeys(chain.from_iterable(map(words_of, texts)))
    return sorted(words, key=count_syllables, reverse=True)[:3]

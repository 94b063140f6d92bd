"""Saying a writer's own words back to them."""

from collections.abc import Sequence

_OPENING = 8


def quoted(words: Sequence[str]) -> str:
    """List words in quotation marks: ``"niet", "geen" and "zonder"``."""
    *others, last = (f'"{word}"' for word in words)
    return f"{', '.join(others)} and {last}" if others else last


def opening(words: Sequence[str]) -> str:
    """Quote the first words of a sentence, by which its writer finds it."""
    return f'"{" ".join(words[:_OPENING])}{"…" if len(words) > _OPENING else ""}"'

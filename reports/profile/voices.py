"""The organisations' voices beside the network's average of the same theme: two kinds of answer that never mix."""

from dataclasses import dataclass

from reports.profile.asked import VOICES
from reports.profile.document import ProfileResults
from reports.profile.facts import Voice
from reports.results import Cell, Results


@dataclass(frozen=True, slots=True)
class ThemeVoices:
    """What organisations say of a theme, by name, and the published average of the network.

    ``average`` is absent when the round asked nothing that gives one, and withheld when too few answered.
    """

    theme: str
    voices: tuple[Voice, ...]
    average: Cell | None


def theme_voices(profile: ProfileResults, results: Results) -> tuple[ThemeVoices, ...]:
    """Lay both beside each other for the themes that an organisation spoke about, in their order."""
    beside = (_theme(theme, profile, results) for theme in VOICES.values())
    return tuple(each for each in beside if each.voices)


def _theme(theme: str, profile: ProfileResults, results: Results) -> ThemeVoices:
    voices = tuple(voice for voice in profile.voices if voice.theme == theme)
    return ThemeVoices(theme, voices, results.cell("theme_mean", theme) if results.theme(theme) else None)

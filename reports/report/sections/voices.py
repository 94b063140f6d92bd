"""De stem van de organisaties: what each says of a theme, by name, beside the average; the two never mix (R11)."""

from typing import Final

from reports.profile import ProfileResults, ThemeVoices, Voice, theme_voices
from reports.profile.asked import VOICES
from reports.report.drawing import printed, with_answers
from reports.report.naming import listed, nothing_said, silent_note
from reports.report.parts import Paragraph, Section
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import NOTHING, Value, texts
from reports.wording.organisations import voices_answer
from reports.wording.words import opening

#: The part of the organisation profile, and its answer that something is stuck.
BLOCK, STUCK = "voice", "stuck"

#: With more sentences than this their table stands where there is room for it only.
SENTENCES: Final = 30

#: The question of every theme.
_QUESTIONS: Final = {theme: question for question, theme in VOICES.items()}


def section(source: Source) -> Section | None:
    """Make the section: who says what of each theme, and the sentences that they gave with it."""
    profile, say = source.profile, source.words.say
    if profile is None or BLOCK not in profile.blocks:
        return None
    themes = theme_voices(profile, source.results)
    if not themes:
        none = (nothing_said(source),)
        return Section("voices", say("voices"), none, say("organisations.none.text"))
    answer = voices_answer(source.words, sum(any(is_stuck(each) for each in theme.voices) for theme in themes))
    blocks = (
        Paragraph(answer, "lead"),
        _table(source, profile, themes),
        Paragraph(say("voices.how"), "small"),
        *silent_note(source, profile, BLOCK),
        *_sentences(source, profile, themes),
    )
    return Section("voices", say("voices"), blocks, answer)


def is_stuck(voice: Voice) -> bool:
    """Whether an organisation says that something is stuck."""
    return voice.choice == STUCK


def title_of(source: Source, theme: str) -> str:
    """Return a theme's title; the question about it where the personal part does not have the theme."""
    known = {each.id: each.title.in_language(source.words.language) for each in source.questionnaire.themes}
    return known.get(theme) or source.profile_labels.wording(_QUESTIONS[theme])


def _table(source: Source, profile: ProfileResults, themes: tuple[ThemeVoices, ...]) -> Table:
    words = source.words
    options = source.profile_labels.options(_QUESTIONS[themes[0].theme])
    cells = [each.average for each in themes if each.average]
    columns = [Column(words.say("column.theme")), *(Column(opening(label)) for label in options.values())]
    columns += [Column(opening(with_answers(words, words.say("voices.mean"), cells)), numeric=True)] if cells else []
    rows = tuple(
        (
            Value(title_of(source, each.theme)),
            *(Value(_saying(source, profile, each, option)) for option in options),
            *([printed(words, each.average, cells) if each.average else NOTHING] if cells else []),
        )
        for each in themes
    )
    return Table("voices", words.say("voices.table"), tuple(columns), rows)


def _saying(source: Source, profile: ProfileResults, theme: ThemeVoices, option: str) -> str:
    return listed(source, profile, (voice.organisation for voice in theme.voices if voice.choice == option))


def _sentences(source: Source, profile: ProfileResults, themes: tuple[ThemeVoices, ...]) -> list[Table]:
    say = source.words.say
    names = {each.id: each.name for each in profile.organisations}
    rows = tuple(
        texts(title_of(source, theme.theme), names[voice.organisation], voice.sentence)
        for theme in themes
        for voice in theme.voices
        if voice.sentence
    )
    columns = (Column(say("column.theme")), Column(say("organisations.column")), Column(say("voices.sentence")))
    reach = "all" if len(rows) <= SENTENCES else "data"
    return [Table("voices-sentences", say("voices.sentences"), columns, rows, reach)] if rows else []

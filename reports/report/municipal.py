"""The municipality's own answers in a report, by name, each beside what everybody says of the same (R11)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reports.profile import MunicipalLine, ProfileResults, municipal_check
from reports.profile.asked import CHECK, LEVEL
from reports.report.heat import favourite, published
from reports.report.parts import Block, Paragraph
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import NOTHING, Value

#: The kind of organisation that is asked.
KIND: Final = "municipality"

#: With more municipalities than this, their answers stand in one column.
_COLUMNS: Final = 3


def own(source: Source, profile: ProfileResults) -> list[Block]:
    """Return what the municipality says itself, beside everybody's answers where these are shown, or that it is silent.

    The sentences and the steps of the ladder have other answers, so that each have a table.
    """
    say, spoken = source.words.say, _spoken(source, profile)
    if not spoken:
        return [Paragraph(own_answer(source, profile))]
    lines, steps = ([line for line in spoken if line.subject.startswith(f"{asked}.")] for asked in (CHECK, LEVEL))
    beside = [Paragraph(say("municipality.beside"), "small")] if any(line.everyone for line in spoken) else []
    return [
        *([_lines(source, profile, lines)] if lines else []),
        *([_steps(source, profile, steps)] if steps else []),
        *beside,
    ]


def own_answer(source: Source, profile: ProfileResults) -> str:
    """Say that the municipality speaks for itself, is silent, or is not there."""
    if _spoken(source, profile):
        return source.words.say("municipality.own.speaks")
    return source.words.say(f"municipality.own.{'silent' if profile.of_kind(KIND) else 'absent'}")


def _spoken(source: Source, profile: ProfileResults) -> list[MunicipalLine]:
    return [line for line in municipal_check(profile, source.results) if line.own]


def _lines(source: Source, profile: ProfileResults, lines: Sequence[MunicipalLine]) -> Table:
    """Return the sentences: who says what of each, and which part of everybody chose each answer."""
    is_beside = any(line.everyone for line in lines)
    options = source.labels.options(lines[0].subject) if is_beside else {}
    shared = {
        line.subject: [published(source, line.subject, option) for option in options] for line in lines
    }  # fmt: skip
    heads = [
        Column(source.words.say("municipality.everyone.says", option=label), numeric=True) for label in options.values()
    ]
    return _table(source, profile, lines, ("municipality-own", is_beside), heads, shared)


def _steps(source: Source, profile: ProfileResults, steps: Sequence[MunicipalLine]) -> Table:
    """Return the steps of the ladder: what is said of each moment, and what most of everybody chose."""
    is_beside = any(line.everyone for line in steps)
    heads = [Column(source.words.say("municipality.everyone"))] if is_beside else []
    shared = {line.subject: [_most(source, line)] if is_beside else [] for line in steps}
    return _table(source, profile, steps, ("municipality-own-level", is_beside), heads, shared)


def _most(source: Source, line: MunicipalLine) -> Value:
    """Return the step that was chosen more often than any other; a dash where nothing is shown."""
    if not line.everyone:
        return NOTHING
    return Value(favourite(source, line.subject) or source.words.say("shares.none"))


def _table(
    source: Source,
    profile: ProfileResults,
    lines: Sequence[MunicipalLine],
    named: tuple[str, bool],
    heads: Sequence[Column],
    shared: Mapping[str, Sequence[Value]],
) -> Table:
    """Return what the municipalities say, and behind it what everybody does; ``named``: the id, and whether it is."""
    say, (table, is_beside) = source.words.say, named
    speaking = {said.organisation for line in lines for said in line.own}
    names = {each.id: each.name for each in profile.organisations if each.id in speaking}
    own_heads = names.values() if len(names) <= _COLUMNS else [say("municipality.own.answers")]
    columns = (Column(say("municipality.column")), *map(Column, own_heads), *heads)
    rows = tuple(
        (
            Value(source.profile_labels.wording(line.subject)),
            *map(Value, _answers(source, names, line)),
            *shared[line.subject],
        )
        for line in lines
    )
    return Table(table, say(f"{table.replace('-', '.')}{'.beside' if is_beside else ''}"), columns, rows)


def _answers(source: Source, names: Mapping[str, str], line: MunicipalLine) -> Iterator[str]:
    """Go through the answers to a line: one for each municipality, or all of them together where there are many."""
    options = source.profile_labels.options(line.subject)
    answers = {said.organisation: options.get(said.choice, said.choice) for said in line.own}
    if len(names) <= _COLUMNS:
        return (answers.get(each, NOTHING.text) for each in names)
    return iter(["; ".join(f"{name}: {answers[each]}" for each, name in names.items() if each in answers)])

"""What networks agreed to do, and what the meeting about this report can ask."""

from collections.abc import Sequence
from typing import Final

from reports.dashboards.foremost import foremost
from reports.regional.counting import Source, quoted, table
from reports.regional.given import ActionTally
from reports.regional.themes import TogetherTheme
from reports.report.parts import Block, Notice, Paragraph, Section, Talk, Talks
from reports.report.values import Value, number
from reports.wording.words import inline

#: So many themes to talk about, of each kind.
_MOST: Final = 2


def actions(source: Source) -> Section:
    """Make the section about actions; nobody's action is in it by its text, and no network's by its name."""
    say, told = source.words.say, source.given.actions
    if not told:
        none = Notice(say("region.actions.none.title"), say("region.actions.none"))
        return Section("actions", say("region.actions"), (none,), none.title)
    answer = summary(source)
    rows = [_row(source, each) for each in _in_order(source)]
    heads = [say("column.theme"), *(say(f"region.actions.{each}") for each in ("to-do", "late", "done"))]
    blocks: tuple[Block, ...] = (
        Paragraph(answer, "lead"),
        Paragraph(_most(source)),
        table(source, "actions", heads, rows),
        Paragraph(say("region.actions.how"), "small"),
    )
    return Section("actions", say("region.actions"), blocks, answer)


def summary(source: Source) -> str:
    """Say how many actions are to be done, late and done."""
    told = source.given.actions
    numbers = {name: sum(getattr(each, name) for each in told) for name in ("to_do", "late", "done")}
    return source.words.say("region.actions.answer", **numbers)


def _most(source: Source) -> str:
    """Say about which themes most actions are; equally many are all named, or none."""
    titles = source.given.names.themes
    numbers = {each.theme: each.to_do + each.done for each in _in_order(source) if each.theme in titles and each.theme}
    first = foremost(numbers)
    if not first:
        return source.words.say("region.actions.level")
    return source.words.say("region.actions.most", themes=quoted(source, [titles[each] for each in first]))


def _in_order(source: Source) -> list[ActionTally]:
    """Return the themes in questionnaire order; all others, and what is about none, in one line at the end."""
    titles = source.given.names.themes
    known = {each.theme: each for each in source.given.actions if each.theme in titles}
    rest = [each for each in source.given.actions if each.theme not in titles]
    other = ActionTally(
        None, sum(each.to_do for each in rest), sum(each.late for each in rest), sum(each.done for each in rest)
    )
    return [*(known[theme] for theme in titles if theme in known), *([other] if rest else [])]


def _row(source: Source, each: ActionTally) -> tuple[Value, ...]:
    title = source.given.names.themes.get(each.theme or "", source.words.say("region.actions.other"))
    return (Value(title), *(number(of, "actions") for of in (each.to_do, each.late, each.done)))


def talk(source: Source, themes: Sequence[TogetherTheme]) -> Section:
    """Make the section that says what this can mean, and what the meeting can ask."""
    say = source.words.say
    worries, strong = ([each for each in themes if getattr(each, name)][:_MOST] for name in ("is_worry", "is_strong"))
    items = [_talk(source, "worry", each.title) for each in worries]
    items += [_talk(source, "strong", each.title) for each in strong if each not in worries]
    items.append(Talk(say("region.talk.all"), say("region.talk.all.why"), _questions(source, "all")))
    return Section("talk", say("region.talk"), (Paragraph(say("region.talk.how")), Talks(tuple(items))))


def _talk(source: Source, what: str, title: str) -> Talk:
    say = source.words.say
    return Talk(title, say(f"region.talk.{what}.why", theme=inline(title)), _questions(source, what))


def _questions(source: Source, what: str) -> tuple[str, ...]:
    return tuple(source.words.say(f"region.talk.{what}.{number}") for number in (1, 2, 3))

"""What whoever leads the meeting does at each slide, and at which minute: a meeting of 90 minutes, or one of a scan.

Minutes are those of the steps in the guidance of the report. Slides that are worked with in turn share the minutes of
their step; those that are read alone have all of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reports.forms.slides.page import Page, Step
from reports.report import Fact, Guidance, Notice, Paragraph, Talks
from reports.wording import Words
from reports.wording.words import inline


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a step: what is said of it (``slides.script.<name>``), and its minutes."""

    name: str
    first: int | None = None
    last: int = 0
    in_turn: bool = False


Plan = Mapping[Step, tuple[_Part, ...]]
_MEETING: Final[Plan] = {
    "open": (_Part("open", 0, 10, in_turn=True),),
    "alone": (_Part("alone", 10, 25),),
    "threes": (_Part("threes", 25, 45, in_turn=True),),
    "together": (_Part("together", 45, 60),),
    "choose": (_Part("choose", 60, 80), _Part("agree", 80, 90)),
    "close": (_Part("close"),),
}
_SCAN: Final[Plan] = {
    "open": (_Part("scan.open"),),
    "alone": (_Part("scan.alone", 0, 1),),
    "threes": (_Part("scan.pairs", 1, 5), _Part("scan.all", 5, 15)),
    "together": (_Part("scan.all", 5, 15),),
    "choose": (_Part("scan.choose", 15, 20),),
    "close": (_Part("close"),),
}


def script(told: Sequence[Page], plan: Guidance | None, words: Words) -> list[list[str]]:
    """Return for each slide what to do, as paragraphs; ``plan`` is the report's own guidance."""
    is_scan = plan is not None and plan.title == words.say("guidance.scan")
    steps = _SCAN if is_scan else _MEETING
    return [[*_script(told, place, steps, words), *_theme(page, plan, words)] for place, page in enumerate(told)]


def _script(told: Sequence[Page], place: int, steps: Plan, words: Words) -> Iterator[str]:
    page = told[place]
    parts = steps[page.step]
    before, of = (sum(each.step == page.step for each in some) for some in (told[:place], told))
    own = _own(page, words) if steps is _MEETING and (before or page.about != "talk") else ""
    if before and own:
        yield f"{_minutes(parts[0], before, of, words)}. {own}"
        return
    for part in parts:
        yield f"{_minutes(part, before, of, words)}. {words.say(f'slides.script.{part.name}')}"
    if own:
        yield own


def _minutes(part: _Part, place: int, of: int, words: Words) -> str:
    if part.first is None:
        return words.say(f"slides.script.{part.name}.when")
    length, turns = part.last - part.first, of if part.in_turn else 1
    turn = place if part.in_turn else 0
    first, last = (part.first + length * each // turns for each in (turn, turn + 1))
    return words.say("slides.script.minutes", first=first, last=last)


def _own(page: Page, words: Words) -> str:
    """Return what to do with this slide; where there are no figures there is no figure to explain."""
    is_empty = page.about in ("themes", "groups") and all(isinstance(each, Notice | Paragraph) for each in page.blocks)
    name = "few" if is_empty else page.about
    return words.say(f"slides.do.{name}") if name else ""


def _theme(page: Page, plan: Guidance | None, words: Words) -> Iterator[str]:
    """Go through the advice on leading the theme of a slide."""
    for title in (talk.title for block in page.blocks if isinstance(block, Talks) for talk in block.items):
        term = words.say("guidance.theme", theme=inline(title))
        yield from (f"{term}: {each.value}" for each in (plan.steps if plan else ()) if _is_about(each, title, words))


def _is_about(step: Fact, title: str, words: Words) -> bool:
    """Whether a step is advice on a theme, perhaps on another one as well."""
    begin = words.say("guidance.theme", theme="")
    return bool(title) and step.term.startswith(begin) and inline(title).casefold() in step.term.casefold()


def without_themes(plan: Guidance, titles: Sequence[str], words: Words) -> Guidance:
    """Return the steps of the meeting only: what is said of a theme stands with its slide."""
    steps = (each for each in plan.steps if not any(_is_about(each, title, words) for title in titles))
    return replace(plan, steps=tuple(steps))

"""Questionnaires that nobody has seen: any valid definition, as data, and any wrong value for a field."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from questionnaires.types.parts import OneOf, Part, Several, SomeOf
from questionnaires.types.texts import TickedWords, Words
from questionnaires.types.whole_number import NumberField

#: Words with all that a page, a database or a file could stumble over.
TEXTS = st.text(alphabet="abcdeë <>&\"'ïé:#-{}%ß你🙂", min_size=1, max_size=24).filter(lambda text: text.strip())
SCALE = [{"nl": word} for word in ("een", "twee", "drie", "vier", "vijf")]


def text() -> st.SearchStrategy[dict[str, str]]:
    return TEXTS.map(lambda words: {"nl": words})


@st.composite
def options(draw: st.DrawFn, least: int = 2, **settings: bool) -> list[dict[str, Any]]:
    """Options o0, o1, ...; the last one may be one of its own kind."""
    made: list[dict[str, Any]] = [{"id": f"o{n}", "text": draw(text())} for n in range(draw(st.integers(least, 4)))]
    for name in [name for name, wanted in settings.items() if wanted and draw(st.booleans())]:
        made[-1][name] = True
    return made


@st.composite
def question(draw: st.DrawFn, number: int, kinds: tuple[str, ...]) -> dict[str, Any]:
    """One question of any of these types."""
    kind = draw(st.sampled_from(kinds))
    return {"id": f"q-{number}", "type": kind, "text": draw(text()), **draw(_SETTINGS[kind])}


_SETTINGS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "statement": st.fixed_dictionaries({"scale": st.just("agree"), "level": st.just("network")}),
    "single_choice": st.fixed_dictionaries({"options": options(dont_know=True)}),
    "multiple_choice": st.fixed_dictionaries(
        {"options": options(least=3, exclusive=True)}, optional={"at_most": st.integers(1, 2)}
    ),
    "grade": st.just({}),
    "long_text": st.fixed_dictionaries({}, optional={"limit": st.integers(20, 60), "hint": text()}),
    "checklist": st.fixed_dictionaries(
        {"lines": options(least=1), "options": options(dont_know=True)}, optional={"several": st.booleans()}
    ).map(lambda made: made | {"lines": [{"id": line["id"], "text": line["text"]} for line in made["lines"]]}),
    "ladder": st.fixed_dictionaries({"steps": options(), "now": text(), "needed": text()}),
    "role_cards": st.fixed_dictionaries(
        {"tasks": options(least=1), **{name: text() for name in ("now", "lead", "other", "nobody", "dont_know")}}
    ),
    "information": st.just({}),
    "short_text": st.fixed_dictionaries({}, optional={"limit": st.integers(10, 40)}),
    "whole_number": st.fixed_dictionaries(
        {**{name: text() for name in ("counted", "estimated", "unknown")}, "maximum": st.integers(1, 400)}
    ),
}
FOR_PERSONS = tuple(name for name in _SETTINGS if name not in ("short_text", "whole_number"))
FOR_ORGANISATIONS = tuple(name for name in _SETTINGS if name != "long_text")


@st.composite
def condition(draw: st.DrawFn, before: list[dict[str, Any]]) -> dict[str, Any]:
    """A condition that can come true, about a question that was asked before."""
    about = draw(st.sampled_from(before))
    leaf: dict[str, Any] = {"question": about["id"]}
    if about["type"] == "single_choice":
        leaf["equals"] = draw(st.sampled_from([option["id"] for option in about["options"]]))
    elif about["type"] == "multiple_choice":
        leaf["includes"] = draw(st.sampled_from([option["id"] for option in about["options"]]))
    elif about["type"] in ("grade", "statement"):
        leaf["at_least"] = draw(st.integers(2, 5))
    else:
        leaf["answered"] = True
    return {"not": leaf} if draw(st.booleans()) else leaf


@st.composite
def definitions(draw: st.DrawFn, *, answered_by: str = "person") -> dict[str, Any]:
    """Any valid definition of one to three blocks, each on a page of its own, with conditions among them."""
    kinds = FOR_PERSONS if answered_by == "person" else FOR_ORGANISATIONS
    asked: list[dict[str, Any]] = []
    blocks: list[dict[str, Any]] = []
    for place in range(draw(st.integers(1, 3))):
        own: list[dict[str, Any]] = []
        for _ in range(draw(st.integers(1, 3))):
            made = draw(question(len(asked) + 1, kinds))
            about = [each for each in asked if each["type"] != "information" and "show_when" not in each]
            if about and draw(st.booleans()):
                made["show_when"] = draw(condition(about))
            own.append(made)
            asked.append(made)
        blocks.append({"id": f"block-{place}", "title": draw(text()), "minutes": 1, "questions": own})
    if all(each["type"] == "information" for each in asked):
        own = {"id": "q-0", "type": "grade", "text": draw(text())}
        blocks[0]["questions"].append(own)
    return {
        "id": "any-questionnaire",
        "version": "1.0.0",
        "answered_by": answered_by,
        "languages": ["nl"],
        "title": {"nl": "Van alles"},
        "scales": [{"id": "agree", "options": SCALE, "dont_know": {"nl": "weet niet"}}],
        "blocks": blocks,
        "pages": [{"block": block["id"]} for block in blocks],
    }


def write(definition: dict[str, Any], path: Path) -> Path:
    """Write a definition to a file: JSON is YAML as well."""
    path.write_text(json.dumps(definition, ensure_ascii=False), encoding="utf-8")
    return path


def wrong_values(part: Part) -> Iterator[tuple[str, list[str]]]:
    """Go through values that no field of this part can take, each with the field that has to say so."""
    match part:
        case OneOf():
            yield part.name, ["no-option"]
        case SomeOf():
            yield part.name, ["", "no-option"]
            alone = sorted(part.exclusive)
            if alone and len(part.values) > 1:
                yield part.name, ["", alone[0], next(value for value in part.values if value != alone[0])]
            if part.at_most and part.at_most < len(part.values):
                yield part.name, ["", *part.values]
        case TickedWords() | Words():
            yield part.name, ["a" * (part.limit + 1)]
        case NumberField():
            yield part.name, ["veel"]
            yield part.name, ["-1"]
            yield part.name, [str(part.maximum + 1)]
        case Several():
            for each in part.parts.values():
                yield from wrong_values(each)
        case _:
            raise AssertionError(f"Nobody knows what is wrong for a {part}.")

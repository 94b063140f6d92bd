"""What pydantic finds wrong, said in sentences for people who write a questionnaire and no programs."""

import re
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from questionnaires.context import FileContext
from questionnaires.document import Document, Trail
from questionnaires.types.base import Definition

_Model = TypeVar("_Model", bound=Definition)

#: Looks up which settings may stand at a place of a file, given the data there.
SettingsAt = Callable[[Trail, Any], Collection[str]]

_SENTENCES: Final[Mapping[str, str]] = {
    "missing": "{subject} is missing here.",
    "extra_forbidden": "{subject} is not a setting that can stand here.",
    "string_type": "{subject} must be a text, and it says {value}.",
    "bool_type": "{subject} must be true or false without quotation marks, and it says {value}.",
    "int_type": "{subject} must be a whole number, and it says {value}.",
    "float_type": "{subject} must be a number, and it says {value}.",
    "tuple_type": "{subject} must be a list, with a dash before each entry; it says {value}.",
    "dict_type": "{subject} needs settings below it, one a line; it says {value}.",
    "model_type": "{subject} needs settings below it, one a line; it says {value}.",
    "literal_error": "{subject} must be {expected}, and it says {value}.",
    "string_too_long": "{subject} may have at most {max_length} signs, and it says {value}.",
    "too_short": "{subject} needs at least {min_length} in its list, and it has {actual_length}.",
    "too_long": "{subject} may have at most {max_length} in its list, and it has {actual_length}.",
    "greater_than": "{subject} must be more than {gt:.12g}, and it says {value}.",
    "greater_than_equal": "{subject} must be at least {ge:.12g}, and it says {value}.",
    "less_than_equal": "{subject} may be at most {le:.12g}, and it says {value}.",
    "unknown_name": "There is no {what} {value} here.",
    "unknown_language": "The language {subject} is not in the list of languages of this file.",
    "no_languages": "{subject} needs its text in each language, one a line.",
    "missing_language": '{subject} has no text in the language "{language}".',
    "empty_text": "{subject} has no text behind it.",
    "not_in_quotes": "{subject} must be a text: put {value} between quotation marks.",
    "string_too_short": "{subject} needs at least {min_length} signs, and it says {value}.",
    "twice_in_list": '{subject} has the id "{name}" twice.',
    "one_list": 'This needs either "options" or "options_from", and not both.',
    "needless_limit": '"at_most" limits nothing here: there are {options} options.',
    "no_room": '"maximum" is below "minimum" here.',
    "condition_shape": "{subject} needs a condition below it, such as: {{question: ov-grade, at_least: 8}}.",
    "condition_alone": "{subject} cannot stand beside {value}: put it inside.",
    "condition_list": "{subject} needs a list of conditions, with a dash before each; it says {value}.",
    "condition_none": "{subject} needs at least one entry in its list.",
    "condition_part": '{subject} can only stand beside "question".',
    "condition_source": "{subject} must ask about one thing: question, organisation or round.",
    "condition_operator": "{subject} must compare in one way: equals, in, includes, at_least or answered.",
    "condition_equals": "{subject} must be one answer, and it says {value}.",
    "condition_includes": "{subject} must be one option, and it says {value}.",
    "condition_in": "{subject} must be a list of answers, and it says {value}.",
    "condition_at_least": "{subject} must be a whole number, and it says {value}.",
    "condition_answered": "{subject} must be true or false without quotation marks, and it says {value}.",
}
_OTHERWISE: Final = "{subject} cannot be {value}."

#: What a text must look like, by the setting that it stands behind.
_SHAPES: Final[Mapping[str, str]] = {
    "id": "must be small letters, digits and single hyphens, and start with a letter",
    "version": 'must be three whole numbers with dots between, such as "1.0.0"',
    "languages": 'must be a language code of two or three small letters, such as "nl"',
}

#: Errors that are about the name before the colon rather than about what stands behind it.
_ABOUT_THE_KEY: Final = {
    *("missing", "extra_forbidden", "too_short", "too_long"),
    *("no_languages", "missing_language", "unknown_language", "empty_text"),
    *("condition_alone", "condition_part"),
}


def typed(model: type[_Model], document: Document, context: FileContext, settings_at: SettingsAt) -> _Model | None:
    """Read a document into ``model``; when it does not fit, note every mistake in it and return ``None``."""
    try:
        return model.model_validate(document.data, context=context)
    except ValidationError as refused:
        for error in refused.errors(include_url=False):
            _note(error, document, settings_at)
    return None


def did_you_mean(word: object, known: Collection[str]) -> str:
    """Return the question that points to the known word nearest to ``word``; empty when none is near."""
    near = get_close_matches(word, known, n=1) if isinstance(word, str) else []
    return f' Did you mean "{near[0]}"?' if near else ""


def said(value: Any) -> str:
    """Say a value from a file back to its writer, shortened."""
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= 40 else f'"{value[:39]}…"'
    if isinstance(value, dict):
        return "several settings"
    if isinstance(value, tuple):
        return "a list"
    return str(value).lower()


def _note(error: ErrorDetails, document: Document, settings_at: SettingsAt) -> None:
    kind, trail = error["type"], error["loc"]
    if kind == "too_short" and len(error["input"]) >= error.get("ctx", {})["min_length"]:
        return  # pydantic does not count the entries that are wrong themselves; each of those is noted already
    hint = _hint(error)
    if kind == "missing":
        trail = trail[:-1]
    elif kind == "extra_forbidden":
        known = set(settings_at(trail[:-1], document.at(*trail[:-1]))) - {trail[-1]}
        hint = did_you_mean(trail[-1], sorted(known))
    document.add(trail, _sentence(error) + hint, at_key=kind in _ABOUT_THE_KEY or error["input"] is None)


def _hint(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    known: Collection[str] = context.get("known") or re.findall(r"'([^']+)'", str(context.get("expected")))
    return did_you_mean(error["input"], known)


def _sentence(error: ErrorDetails) -> str:
    kind, value, name = error["type"], error["input"], _name(error["loc"])
    subject = _subject(error["loc"])
    if value is None and kind not in _ABOUT_THE_KEY:
        return f"{subject} has nothing behind it."
    if kind == "string_type" and isinstance(value, int | float) and name not in ("version", "languages"):
        kind = "not_in_quotes"
    if kind == "string_pattern_mismatch" or (kind == "string_type" and name in _SHAPES):
        return f"{subject} {_SHAPES.get(name, _SHAPES['id'])}; it says {said(value)}."
    if kind == "not_in_quotes" and isinstance(value, dict | tuple):
        kind = "string_type"
    context = error.get("ctx", {})
    details = {**context, "expected": str(context.get("expected", "")).replace("'", "")}
    return _SENTENCES.get(kind, _OTHERWISE).format(subject=subject, value=said(value), **details)


def _name(trail: Trail) -> str:
    """Return the last word on the way to a value: the setting that it belongs to."""
    return next((step for step in reversed(trail) if isinstance(step, str) and step != "[key]"), "")


def _subject(trail: Trail) -> str:
    if not trail:
        return "This file"
    last = trail[-1]
    return f'Entry {last + 1} of "{_name(trail)}"' if isinstance(last, int) else f'"{_name(trail)}"'

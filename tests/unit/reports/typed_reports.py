"""Reports in which people typed something else everywhere."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from reports.report import Report

#: What programs read and nobody types.
_NOT_TYPED: Final = {
    "id", "series", "kind", "shape", "tone", "about", "exactness", "reach", "section", "language", "hash", "audience",
}  # fmt: skip


def typed(report: Report, text: Callable[[str], str]) -> Report:
    """Return a report with every text in it changed."""
    return _typed(report, text)


def _typed(value: Any, text: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, tuple):
        return tuple(_typed(each, text) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: _typed(getattr(value, each.name), text) for each in fields(value) if each.name not in _NOT_TYPED
        }
        return replace(value, **changed)
    return value

"""A report with nothing in it that XML, or a person, cannot read."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from reports.forms.typesetting import printable

Part = TypeVar("Part")


def cleaned(part: Part) -> Part:
    """Return any part of a report with every text in it without control and formatting characters."""
    return cast("Part", _cleaned(part))


def _cleaned(part: Any) -> Any:
    if isinstance(part, str):
        return printable(part)
    if isinstance(part, tuple):
        return tuple(_cleaned(each) for each in cast("tuple[Any, ...]", part))
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{each.name: _cleaned(getattr(part, each.name)) for each in fields(part) if each.init})
    return part

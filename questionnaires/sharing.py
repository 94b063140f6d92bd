"""Hand on what stands once in a definition file: the scale of the statements, and what a block says under "each"."""

from collections.abc import Mapping
from typing import Any, Final, cast

from pydantic import ValidationError

from questionnaires.document import Document, Trail
from questionnaires.types import TYPES, question_type
from questionnaires.types.statement import Scale

#: Stands in where a scale is wrong or missing: that is said once, where the scale is written or named.
_STAND_IN: Final = Scale.model_construct(id="stand-in")


def scales_of(document: Document) -> dict[str, Scale]:
    """Return the scales of a file by id, with a stand-in for each that is not sound."""
    return {
        written["id"]: _scale(written) for _, written in document.parts("scales") if isinstance(written.get("id"), str)
    }


def _scale(written: Mapping[str, Any]) -> Scale:
    try:
        return Scale.model_validate(written)
    except ValidationError:
        return _STAND_IN


def hand_on(document: Document, scales: Mapping[str, Scale]) -> None:
    """Complete the questions in ``document`` with what holds for all of them; what a question says itself, stays."""
    named = document.mapping("statements").get("scale")
    scale = scales.get(named, _STAND_IN) if isinstance(named, str) else _STAND_IN
    for theme, _ in document.parts("themes"):
        _share(document, {"type": "statement", "scale": scale}, ("statements",), (*theme, "items"))
    for block, written in document.parts("blocks"):
        if "each" in written:
            _share_each(document, block, written.pop("each"))


def _share_each(document: Document, block: Trail, each: object) -> None:
    if isinstance(each, dict):
        _share(document, cast(dict[str, Any], each), (*block, "each"), (*block, "questions"))
    else:
        document.add((*block, "each"), '"each" needs settings below it, one a line.', at_key=True)


def _share(document: Document, shared: Mapping[str, Any], source: Trail, target: Trail) -> None:
    for question, written in document.parts(*target):
        for name in shared.keys() - written.keys() - _foreign(shared, written):
            written[name] = shared[name]
            document.borrowed[(*question, name)] = (*source, name)


def _foreign(shared: Mapping[str, Any], written: Mapping[str, Any]) -> set[str]:
    """Return what is shared among questions of one type and means nothing to a question of another."""
    own = question_type(written)
    if own is None or written["type"] == shared.get("type"):
        return set()
    known = {name for each in TYPES.values() for name in each.model_fields}
    return (set(shared) & known) - set(own.model_fields)

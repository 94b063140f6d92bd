"""The question types: one file each, which owns its definition, its reading, its drawing and its words.

A new type is one file here and one line in ``TYPES``; nothing else lists the types. Its field ``type`` has no
default, so that a definition's content hash always tells the types apart.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final, cast

from pydantic import PlainValidator, SerializeAsAny, ValidationError, ValidationInfo
from pydantic_core import InitErrorDetails, PydanticCustomError, PydanticKnownError

from questionnaires.types.base import Question
from questionnaires.types.grade import Grade
from questionnaires.types.long_text import LongText
from questionnaires.types.statement import Statement

TYPES: Final[Mapping[str, type[Question]]] = MappingProxyType(
    {
        "statement": Statement,
        "grade": Grade,
        "long_text": LongText,
    }
)


def question_type(written: object) -> type[Question] | None:
    """Return the class that reads a question as ``written`` in a definition, or ``None`` when it names no type."""
    if not isinstance(written, Mapping):
        return None
    name = cast(Mapping[str, object], written).get("type")
    return TYPES.get(name) if isinstance(name, str) else None


def _read_by_type(written: Any, info: ValidationInfo) -> Question:
    if isinstance(written, Question):
        return written
    if not isinstance(written, Mapping):
        raise PydanticKnownError("dict_type")
    chosen = question_type(cast(object, written))
    if chosen is None:
        raise ValidationError.from_exception_data("Question", [_type_problem(cast(Mapping[str, object], written))])
    return chosen.model_validate(written, context=info.context)


def _type_problem(written: Mapping[str, object]) -> InitErrorDetails:
    if "type" not in written:
        return InitErrorDetails(type="missing", loc=("type",), input=written)
    unknown = PydanticCustomError("unknown_name", "unknown", {"what": "question type", "known": tuple(TYPES)})
    return InitErrorDetails(type=unknown, loc=("type",), input=written["type"])


#: A question of any type, read by the class that its "type" names.
AnyQuestion = Annotated[SerializeAsAny[Question], PlainValidator(_read_by_type)]

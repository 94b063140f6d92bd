"""The question types: one file each, which owns its definition, its reading, its drawing, its words and its codes.

A new type is one file here and one line in ``TYPES``; nothing else lists the types. Its field ``type`` has no
default, so that a definition's content hash always tells the types apart. ``parts`` has the fields that types are
made of, ``options`` the lists they share, ``summary`` how answers are coded and counted.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final, cast

from pydantic import PlainValidator, SerializeAsAny, ValidationError, ValidationInfo
from pydantic_core import InitErrorDetails, PydanticCustomError, PydanticKnownError

from questionnaires.types.base import Question
from questionnaires.types.checklist import Checklist
from questionnaires.types.grade import Grade
from questionnaires.types.information import Information
from questionnaires.types.ladder import Ladder
from questionnaires.types.long_text import LongText
from questionnaires.types.multiple_choice import MultipleChoice
from questionnaires.types.role_cards import RoleCards
from questionnaires.types.roster import Roster
from questionnaires.types.short_text import ShortText
from questionnaires.types.single_choice import SingleChoice
from questionnaires.types.statement import Statement
from questionnaires.types.whole_number import WholeNumber

TYPES: Final[Mapping[str, type[Question]]] = MappingProxyType(
    {
        "statement": Statement,
        "single_choice": SingleChoice,
        "multiple_choice": MultipleChoice,
        "grade": Grade,
        "whole_number": WholeNumber,
        "short_text": ShortText,
        "long_text": LongText,
        "checklist": Checklist,
        "ladder": Ladder,
        "role_cards": RoleCards,
        "roster": Roster,
        "information": Information,
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

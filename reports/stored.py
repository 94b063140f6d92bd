"""What is stored once and read for ever: a frozen object as canonical text with its hash (R9)."""

import json
from functools import cache
from hashlib import sha256
from typing import Any, ClassVar, Self

from pydantic import TypeAdapter, ValidationError


class StoredDocument:
    """Base of the frozen dataclasses that are stored as a text each.

    ``invalid`` is what a text raises that is no such document, ``unreadable`` the sentence that begins its message.
    """

    __slots__ = ()

    invalid: ClassVar[type[ValueError]]
    unreadable: ClassVar[str]
    #: Whether what is absent is left out of the text, or written as null.
    leaves_out_absent: ClassVar[bool] = False

    def to_json(self) -> str:
        """Return the canonical text: sorted keys, no spaces, decimals as strings, dates as ISO 8601."""
        document = _adapter(type(self)).dump_python(self, mode="json", exclude_none=self.leaves_out_absent)
        return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical text, in hexadecimal."""
        return sha256(self.to_json().encode()).hexdigest()

    @classmethod
    def schema(cls) -> dict[str, Any]:
        """Return the JSON Schema of the stored text."""
        return _adapter(cls).json_schema(mode="serialization")

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a stored text back; the result equals what was written.

        Raises
        ------
        ValueError
            Of the kind ``invalid``, when the text is no such document of this format; the message names the place.
        """
        try:
            return _adapter(cls).validate_json(text)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(str(part) for part in first["loc"]) or "the document"
            raise cls.invalid(f"{cls.unreadable} At {place}: {first['msg']}.") from error


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)

"""What a definition file says in one place and needs in many: handed to every part of it while it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationInfo


@dataclass(frozen=True, slots=True)
class FileContext:
    """The languages in which each text of a file must be, and its scales by id.

    Without a file, ``scales`` is ``None`` and a text may be in any language.
    """

    languages: tuple[str, ...] = ()
    #: Of type ``Scale``, which is not named here because a scale is itself read with this context.
    scales: Mapping[str, Any] | None = None

    @classmethod
    def of(cls, info: ValidationInfo) -> "FileContext":
        """Return the context of the file that is being read."""
        return info.context if isinstance(info.context, cls) else cls()

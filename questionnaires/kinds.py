"""The kinds of partner organisation, read from ``kinds.yaml``."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from questionnaires.context import FileContext
from questionnaires.document import Document, Trail
from questionnaires.reading import read
from questionnaires.sentences import typed
from questionnaires.text import Text
from questionnaires.types.base import Definition, Slug

KINDS_FILE: Final = Path(__file__).with_name("kinds.yaml")


class PartnerKind(Definition):
    """One kind of partner organisation, such as a library."""

    id: Slug
    name: Text


class _WrittenKinds(Definition):
    languages: tuple[str, ...]
    kinds: tuple[PartnerKind, ...]


@cache
def partner_kinds() -> Mapping[str, PartnerKind]:
    """Return the kinds by id, in the order in which they are offered.

    Raises
    ------
    DefinitionErrors
        When ``kinds.yaml`` is not sound.
    """
    return read_kinds(KINDS_FILE)[0]


def read_kinds(path: Path) -> tuple[Mapping[str, PartnerKind], Document]:
    """Read and check a file of kinds; raises as ``partner_kinds`` does."""
    document = read(path)
    written = typed(_WrittenKinds, document, FileContext(document.listed("languages")), _settings_at)
    if written is None or document.mistakes:
        raise document.errors()
    return MappingProxyType({kind.id: kind for kind in written.kinds}), document


def _settings_at(trail: Trail, data: Any) -> tuple[str, ...]:
    part = PartnerKind if trail else _WrittenKinds
    return tuple(part.model_fields)

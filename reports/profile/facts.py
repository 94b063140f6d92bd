"""What organisations said, by name: the records that the profile's results hold. Organisations stand in them by id."""

from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict

from reports.profile.counts import Count

_STORED = ConfigDict(extra="forbid", strict=True)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of the network.

    ``blocks`` are the parts of the profile that it answered: in which it chose or typed anything at all; none when it
    did not fill it in. There, what it left empty counts as "no": a task that is not ticked is not done.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    id: str
    name: str
    blocks: tuple[str, ...]
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Who does a task, leads it, wants to do it; ``shared``: it is good when several organisations do it."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    id: str
    shared: bool
    doers: tuple[str, ...]
    leaders: tuple[str, ...]
    wanting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeenGroup:
    """A group of people, and the organisations that see them already."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    id: str
    organisations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReachNumber:
    """How many people an organisation gives in answer to one question, as far as it may be shown."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    question: str
    organisation: str
    count: Count


@dataclass(frozen=True, slots=True)
class Said:
    """An organisation's choice in one question, or in one line or step of it: ``mc-lines.mc-money``."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    subject: str
    organisation: str
    choice: str


@dataclass(frozen=True, slots=True)
class Voice:
    """How an organisation looks at a theme, and its sentence; each may be there without the other."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    theme: str
    organisation: str
    choice: str | None = None
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """What one organisation (``by``) reports of its contact with another; a detail that it skipped is absent."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    by: str
    about: str
    frequency: str | None = None
    referral: str | None = None
    joint: str | None = None
    wish: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """An organisation (``by``) would like to work with one that it has no contact with."""

    __pydantic_config__: ClassVar[ConfigDict] = _STORED

    by: str
    about: str

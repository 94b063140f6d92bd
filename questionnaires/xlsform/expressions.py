"""The part of XPath that conditions need, as a small tree: comparisons, ``selected``, ``and``, ``or``, ``not``."""

from dataclasses import dataclass


class Unreadable(ValueError):
    """An expression says something that no condition here can say; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """``${name} >= 3``."""

    name: str
    operator: str
    value: str | int


@dataclass(frozen=True, slots=True)
class Selected:
    """``selected(${name}, 'value')``."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Every:
    """These joined by ``and``."""

    of: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """These joined by ``or``."""

    of: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """``not(...)``."""

    of: "Expression"


Expression = Comparison | Selected | Every | Some | Negation

"""Who fills in, as far as the questions depend on it: language, kind of organisation, the network's members."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """Another organisation of the network, as a roster lists it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Respondent:
    """What a page looks different for; nothing in here tells one person of an organisation from another."""

    language: str
    kind: str | None = None
    #: The kinds of partner in this network, in the order in which they are offered; none given means all of them.
    kinds: tuple[str, ...] = ()
    #: The other organisations of this network, by name.
    organisations: tuple[Member, ...] = ()

"""Contacts between organisations, drawn and in tables; organisations stand in the order of their names everywhere."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from math import cos, pi, sin
from typing import Final

from reports.profile import ProfileResults, Referral, RelationMap, Tie
from reports.report.figures import Edge, Figure, Node, Series, Ties
from reports.report.naming import listed, none
from reports.report.source import Source
from reports.report.tables import Column, Reach, Table
from reports.report.values import texts

#: More organisations than this cannot be read on a map.
ON_A_MAP: Final = 12

#: More organisations than this take too many pages of paper.
ON_PAPER: Final = 24

#: The middle of a map and the way from there to an organisation, in thousandths of the drawing.
_MIDDLE, _RADIUS = 500, 420

#: How strong a contact is, the strongest first; 0 is not said.
_STRENGTHS: Final = (3, 2, 1, 0)

#: What a line or a circle of the map is called in its key.
_SERIES: Final = {"confirmed": "tie-both", "unconfirmed": "tie-one", "silent": "silent"}


def tie_map(source: Source, profile: ProfileResults, found: RelationMap, answer: str) -> Figure:
    """Return the map: organisations in a circle, a line for every contact, and the contacts in a table."""
    say = source.words.say
    keys = ("confirmed", "unconfirmed") if found.ties else ()
    key = [Series(_SERIES[name], say(f"relations.tie.{name}")) for name in keys]
    key += [Series(_SERIES["silent"], say("relations.silent"))] if found.silent else []
    return Figure(
        id="relations",
        answer=answer,
        how=say("relations.how"),
        alt=say("relations.alt"),
        key=tuple(key),
        drawing=Ties(_nodes(profile, found), tuple(_edges(found))),
        table=_pairs(source, profile, found),
    )


def _nodes(profile: ProfileResults, found: RelationMap) -> tuple[Node, ...]:
    """Place the organisations clockwise from the top."""
    names = profile.names(found.organisations)
    return tuple(
        Node(name, each not in found.silent, *_place(place, len(names)))
        for place, (each, name) in enumerate(zip(found.organisations, names, strict=True))
    )


def _place(place: int, number: int) -> tuple[int, int]:
    turn = 2 * pi * place / number
    return round(_MIDDLE + _RADIUS * sin(turn)), round(_MIDDLE - _RADIUS * cos(turn))


def _edges(found: RelationMap) -> Iterable[Edge]:
    place = {each: number for number, each in enumerate(found.organisations)}
    return (Edge(place[tie.first], place[tie.second], tie.strength, tie.confirmed) for tie in found.ties)


def _pairs(source: Source, profile: ProfileResults, found: RelationMap) -> Table:
    """Return a row for every contact: who, how often, and who names it."""
    say = source.words.say
    heads = ("organisations.column", "relations.partner", "relations.often", "relations.who")
    rows = tuple(
        texts(
            *profile.names((tie.first, tie.second)),
            say(f"relations.strength.{tie.strength}"),
            _who(source, profile, tie),
        )
        for tie in found.ties
    )
    return Table("relations", say("relations.table"), tuple(Column(say(head)) for head in heads), rows)


def _who(source: Source, profile: ProfileResults, tie: Tie) -> str:
    if tie.confirmed:
        return source.words.say("relations.both")
    return source.words.say("relations.only", name=profile.names([tie.reports[0].by])[0])


def by_organisation(source: Source, profile: ProfileResults, found: RelationMap) -> Table:
    """Return a row for every organisation: with whom it has contact, by how often."""
    say, tied = source.words.say, _tied(found)
    strengths = [each for each in _STRENGTHS if any(strength == each for _, strength in tied)]
    columns = [Column(say("organisations.column")), *(Column(say(f"relations.each.{each}")) for each in strengths)]
    rows = tuple(
        texts(name, *(_others(source, profile, found, tied.get((each, strength), ())) for strength in strengths))
        for each, name in zip(found.organisations, profile.names(found.organisations), strict=True)
    )
    reach: Reach = "all" if is_on_paper(found) else "data"
    return Table("relations-each", say("relations.each"), tuple(columns), rows, reach)


def is_on_paper(found: RelationMap) -> bool:
    """Whether the table with a row for every organisation stands in every form: of very many it takes pages."""
    return len(found.organisations) <= ON_PAPER


def _reach(found: RelationMap) -> Reach:
    """Return where a table with a row for every organisation is: of many organisations it takes pages of paper."""
    return "all" if len(found.organisations) <= ON_A_MAP else "data"


def _tied(found: RelationMap) -> Mapping[tuple[str, int], Collection[str]]:
    """Return with whom an organisation has contact, by organisation and by how often."""
    tied = defaultdict[tuple[str, int], set[str]](set)
    for tie in found.ties:
        for one, other in ((tie.first, tie.second), (tie.second, tie.first)):
            tied[one, tie.strength].add(other)
    return tied


def _others(source: Source, profile: ProfileResults, found: RelationMap, tied: Collection[str]) -> str:
    return listed(source, profile, (each for each in found.organisations if each in tied))


def matrix(source: Source, profile: ProfileResults, found: RelationMap) -> Table:
    """Return all organisations against each other; in brackets what one of the two names only."""
    say, known = source.words.say, {frozenset((tie.first, tie.second)): tie for tie in found.ties}
    names = profile.names(found.organisations)
    columns = [Column(say("organisations.column")), *(Column(str(place)) for place in range(1, len(names) + 1))]
    rows = tuple(
        texts(
            say("relations.matrix.place", place=place, name=name),
            *(_cell(source, known, one, other) for other in found.organisations),
        )
        for place, (one, name) in enumerate(zip(found.organisations, names, strict=True), start=1)
    )
    return Table("relations-matrix", say("relations.matrix"), tuple(columns), rows, reach="data")


def _cell(source: Source, known: Mapping[frozenset[str], Tie], one: str, other: str) -> str:
    tie = known.get(frozenset((one, other)))
    if one == other or tie is None:
        return none(source) if one != other else ""
    said = source.words.say(f"relations.matrix.{tie.strength}")
    return said if tie.confirmed else source.words.say("relations.matrix.one-sided", cell=said)


def referrals(source: Source, profile: ProfileResults, found: RelationMap) -> Table:
    """Return a row for every organisation that refers people: to whom, and whether both name it."""
    say = source.words.say
    heads = ("organisations.column", "relations.referrals.both", "relations.referrals.one")
    sources = dict.fromkeys(each.source for each in found.referrals)
    rows = tuple(
        texts(name, *(_targets(source, profile, found.referrals, each, confirmed) for confirmed in (True, False)))
        for each, name in zip(sources, profile.names(sources), strict=True)
    )
    return Table(
        "relations-referrals", say("relations.referrals"), tuple(map(Column, map(say, heads))), rows, _reach(found)
    )


def _targets(
    source: Source, profile: ProfileResults, found: Iterable[Referral], by: str, confirmed: bool
) -> str:  # fmt: skip
    named = (each.target for each in found if each.source == by and each.confirmed == confirmed)
    return listed(source, profile, named)

"""Municipalities: load a year's table, and say in which ones a network works."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Municipality, Network, NetworkMunicipality
from survey.queries import municipalities as queries
from survey.services.municipality_table import Row
from survey.services.names import tidy


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a table changed; ``gone`` are municipalities of the year before that it has no more."""

    added: int
    changed: int
    gone: list[str]


def load(session: Session, *, rows: Iterable[Row], year: int) -> Loaded:
    """Take over a year's table; a municipality that is not in it keeps its row, with its last year.

    Raises
    ------
    Refused
        When the table of a later year was loaded before.
    """
    newest = queries.newest_year(session)
    if newest is not None and year < newest:
        raise Refused(f"The table of {newest} is loaded already: one of {year} is older.")
    known = {each.code: each for each in queries.list_municipalities(session)}
    before = {code for code, each in known.items() if each.year == newest}
    added = changed = 0
    for row in rows:
        before.discard(row.code)
        if row.code in known:
            changed += _update(known[row.code], row, year)
        else:
            session.add(Municipality(**row.values(), year=year))
            added += 1
    session.flush()
    return Loaded(added, changed, sorted(known[code].name for code in before))


def settle(session: Session, *, network: Network, typed: Sequence[str]) -> bool:
    """Let a network work in the municipalities that were typed, by name or code; say whether that is a change.

    Raises
    ------
    Refused
        When one is unknown.
    """
    links = queries.list_links(session, network_id=network.id)
    chosen = {each.id for each in find(session, network=network, typed=typed)}
    gone = [link for link in links if link.municipality_id not in chosen]
    new = chosen - {link.municipality_id for link in links}
    for link in gone:
        session.delete(link)
    session.add_all(NetworkMunicipality(network_id=network.id, municipality_id=each) for each in sorted(new))
    if gone or new:
        flag_modified(network, "name")  # so that its version rises, and who edits it at the same time is told
    session.flush()
    return bool(gone or new)


def find(session: Session, *, network: Network, typed: Sequence[str]) -> list[Municipality]:
    """Return the municipalities that were typed; of those of years before, only the network's own."""
    own = {each.id for each in queries.list_of_network(session, network_id=network.id)}
    year = queries.newest_year(session)
    known = [each for each in queries.list_municipalities(session) if each.year == year or each.id in own]
    by_word = {word: each for each in known for word in (each.name.casefold(), each.code.casefold())}
    return [_named(text, by_word) for text in map(tidy, typed) if text]


def _named(text: str, by_word: dict[str, Municipality]) -> Municipality:
    found = by_word.get(text.casefold())
    if found is not None:
        return found
    near = get_close_matches(text.casefold(), by_word, n=1)
    if near:
        sentence = gettext_noop("'%(typed)s' is no municipality that we know. Do you mean '%(near)s'?")
        raise Refused(sentence, field="municipalities", typed=text[:60], near=by_word[near[0]].name)
    raise Refused(gettext_noop("'%(typed)s' is no municipality that we know."), field="municipalities", typed=text[:60])


def _update(known: Municipality, row: Row, year: int) -> bool:
    values = {name: value for name, value in row.values().items() if value is not None}
    is_other = any(getattr(known, name) != value for name, value in values.items())
    for name, value in values.items():
        setattr(known, name, value)
    known.year = year
    return is_other

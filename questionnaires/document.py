"""A definition file as plain data that remembers where everything stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from questionnaires.mistakes import DefinitionErrors, Mistake

#: The way to a value in a document: ``("themes", 0, "items", 2, "text")``.
Trail = tuple[str | int, ...]


class Place(NamedTuple):
    """A line and column, counted from 1."""

    line: int
    column: int


@dataclass
class Document:
    """A file's data, with the place of every key and value, and the mistakes seen so far."""

    file: str
    #: Mappings are dicts, lists are tuples, and the rest is text, numbers, true, false or nothing.
    data: Any = None
    values: dict[Trail, Place] = field(default_factory=dict[Trail, Place])
    keys: dict[Trail, Place] = field(default_factory=dict[Trail, Place])
    #: Data that stand once in the file and hold in several places: the trail where they hold, and where they stand.
    borrowed: dict[Trail, Trail] = field(default_factory=dict[Trail, Trail])
    mistakes: set[Mistake] = field(default_factory=set[Mistake])

    def at(self, *trail: str | int) -> Any:
        """Return what stands at ``trail``, or ``None``."""
        found = self.data
        for step in trail:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return None
        return found

    def mapping(self, *trail: str | int) -> dict[str, Any]:
        """Return the mapping at ``trail``, empty when something else or nothing stands there."""
        found = self.at(*trail)
        return cast(dict[str, Any], found) if isinstance(found, dict) else {}

    def listed(self, *trail: str | int) -> tuple[Any, ...]:
        """Return the list at ``trail``, empty when something else or nothing stands there."""
        found = self.at(*trail)
        return cast(tuple[Any, ...], found) if isinstance(found, tuple) else ()

    def parts(self, *trail: str | int) -> Iterator[tuple[Trail, dict[str, Any]]]:
        """Go through the mappings in the list at ``trail``, each with its own trail; the rest is left out."""
        for number, part in enumerate(self.listed(*trail)):
            if isinstance(part, dict):
                yield (*trail, number), cast(dict[str, Any], part)

    def add(self, trail: Trail, sentence: str, *, at_key: bool = False) -> None:
        """Note a mistake about the value at ``trail``, or about its key."""
        self.note(self._place(trail, at_key=at_key), sentence)

    def note(self, place: Place, sentence: str) -> None:
        """Note a mistake at a place."""
        self.mistakes.add(Mistake(self.file, *place, sentence))

    def mistake(self, trail: Trail, sentence: str) -> Mistake:
        """Return something to say about the value at ``trail``, without noting it."""
        return Mistake(self.file, *self._place(trail, at_key=False), sentence)

    def errors(self) -> DefinitionErrors:
        """Return the exception that holds every mistake so far."""
        return DefinitionErrors(self.mistakes)

    def _place(self, trail: Trail, *, at_key: bool) -> Place:
        """Find where ``trail`` stands, or the nearest thing around it that does stand in the file."""
        found: Trail = ()
        for step in trail:
            longer = (*found, step)
            longer = self.borrowed.get(longer, longer)
            if longer not in self.values:
                break
            found = longer
        value = self.values.get(found, Place(1, 1))
        return self.keys.get(found, value) if at_key else value


def steps_of(data: Any) -> Iterator[tuple[str | int, Any]]:
    """Go through what is inside a mapping or a list, each with the step that leads to it; of anything else, nothing."""
    if isinstance(data, dict):
        yield from cast(dict[str, Any], data).items()
    elif isinstance(data, tuple):
        yield from enumerate(cast(tuple[Any, ...], data))

"""What an adviser can choose on the pages over many networks, read from the address and written there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from flask import url_for
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from questionnaires import catalogue
from reports.profile.form import STEERING
from reports.report.labels import Labels
from reports.standing.making import PHASE
from survey.i18n import _, language
from survey.listing.listing import Filter
from survey.models.network import PROVINCES
from survey.queries import municipalities
from survey.queries.lists import networks
from survey.queries.people import Person
from survey.queries.standings import choosing
from survey.queries.standings.choosing import SIZES, Chosen, Possible
from survey.services.planning import DEFAULT_QUESTIONNAIRE

#: Names in the address.
WHOSE, PROVINCE, REGION, SIZE, YEAR = "wie", "provincie", "regio", "grootte", "jaar"
VERSION, PHASES, STEERINGS, GROUPED, PAGE, NETWORK = (
    "vragenlijst",
    "fase",
    "sturing",
    "groepeer",
    "bladzijde",
    "netwerk",
)

#: What goes along from one page over many networks to another, and the pages on which all of it can be chosen.
_KEPT: Final = (WHOSE, PROVINCE, REGION, SIZE, YEAR, VERSION, PHASES, STEERINGS, GROUPED)
_OF_ALL: Final = frozenset(
    f"dashboards.{page}" for page in ("compare_networks", "show_development", "show_sides", "show_said")
)
#: The pages on which only whose networks can be chosen.
_OF_WHOSE: Final = frozenset(("dashboards.show_overview", "dashboards.show_places"))

#: How many networks lie side by side.
MOST: Final = 6
_DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: the filters with what is chosen of each, and that as queries take it.

    ``unknown`` are the titles of what was asked that cannot be chosen; ``grouped`` is the filter by which networks
    stand under headings; ``networks`` were chosen one by one, ``strange``: for some there is no readable address.
    """

    filters: tuple[Filter, ...]
    values: Mapping[str, str]
    chosen: Chosen
    unknown: tuple[str, ...]
    grouped: str
    page: int
    networks: tuple[UUID, ...] = ()
    strange: bool = False

    @property
    def is_narrowed(self) -> bool:
        """Whether something is left out, other than what goes without saying."""
        return any(self.values[each.key] != each.default for each in self.filters if each.key != GROUPED)

    @property
    def has_more(self) -> bool:
        """Whether one of the choices that are folded away is made."""
        return any(self.values[each.key] != each.default for each in self.filters if not each.is_first)

    @property
    def query(self) -> dict[str, str]:
        """What stands in the address; what goes without saying is not in it."""
        return {each.key: self.values[each.key] for each in self.filters if self.values[each.key] != each.default}

    @property
    def said(self) -> tuple[str, ...]:
        """Say whose networks these are, and each choice that leaves something out or sets them under headings."""
        told = [each for each in self.filters if each.key == WHOSE or each.key in self.query]
        return tuple(f"{each.title}: {each.choices[self.values[each.key]]}" for each in told)

    def by_itself(self) -> "Asked":
        """Return the same for networks that were chosen one by one: of the filters only those that leave none out."""
        return replace(self, filters=tuple(each for each in self.filters if each.key in (YEAR, GROUPED)))

    def on(self, page: int) -> "Asked":
        """Return the same as it is shown on a page: where a later one was asked for, that is told of."""
        return self.but(_("Page")) if page < self.page else self

    def but(self, *titles: str) -> "Asked":
        """Return the same, with these titles among what was asked and cannot be chosen."""
        return replace(self, unknown=(*self.unknown, *titles))

    def along(self, endpoint: str) -> str:
        """Return the address of another page over many networks, with what can be chosen there as well."""
        kept = _KEPT if endpoint in _OF_ALL else (WHOSE,) if endpoint in _OF_WHOSE else ()
        return url_for(endpoint, **{key: value for key, value in self.query.items() if key in kept})  # pyright: ignore[reportArgumentType] -- names of ours

    def address(self, endpoint: str, **changes: str | int | Sequence[str] | None) -> str:
        """Return the address of a page with the same choices, but for these."""
        return url_for(endpoint, **{**self.query, **changes})  # pyright: ignore[reportArgumentType] -- names of ours


def read_choices(session: Session, somebody: Person, given: "MultiDict[str, str]") -> Asked:
    """Read what is chosen; a value that cannot be chosen is left aside and told of."""
    return read_given(every_filter(session, somebody), given)


def read_given(filters: tuple[Filter, ...], given: "MultiDict[str, str]") -> Asked:
    """Read what is chosen of these filters."""
    values = {each.key: _value(each, given.get(each.key)) for each in filters}
    unknown = [each.title for each in filters if not _can_be_chosen(each, given.getlist(each.key))]
    page = _page(given.get(PAGE, "").strip())
    if page is None:
        unknown.append(_("Page"))
    networks, strange = _networks(given.getlist(NETWORK))
    grouped = values.get(GROUPED, "")
    return Asked(filters, values, _chosen(values), tuple(unknown), grouped, page or 1, networks, strange)


def _can_be_chosen(of: Filter, asked: list[str]) -> bool:
    """Whether a filter has what an address asks of it: nothing, or one of its choices."""
    wanted = set(filter(None, asked))
    return len(wanted) <= 1 and wanted <= set(of.choices)


def read_whose(session: Session, somebody: Person, given: "MultiDict[str, str]") -> Asked:
    """Read whose networks are asked for, where nothing else can be chosen."""
    return read_given(_whose(session, somebody), given)


def _value(of: Filter, given: str | None) -> str:
    return of.default if given is None or given not in of.choices else given


def _chosen(values: Mapping[str, str]) -> Chosen:
    found = {key: value or None for key, value in values.items()}
    questionnaire, _colon, version = values.get(VERSION, "").partition(":")
    return Chosen(
        province=found.get(PROVINCE),
        region=found.get(REGION),
        size=found.get(SIZE),
        year=int(values[YEAR]) if found.get(YEAR) else None,
        questionnaire=questionnaire or None,
        version=version or None,
        phase=found.get(PHASES),
        steering=found.get(STEERINGS),
        mine=values.get(WHOSE) == "mijn",
    )


def _networks(given: list[str]) -> tuple[tuple[UUID, ...], bool]:
    found: dict[UUID, None] = {}
    strange = False
    for each in given:
        try:
            found[UUID(each)] = None
        except ValueError:
            strange = True
    return tuple(found), strange


def _page(digits: str) -> int | None:
    """Return the number of a page, 1 where none is given, or ``None`` for what is no such number."""
    if not digits:
        return 1
    return (int(digits[:_DIGITS]) or None) if digits.isascii() and digits.isdecimal() else None


def every_filter(session: Session, somebody: Person) -> tuple[Filter, ...]:
    """Return all that can be chosen, with what the networks that somebody reads have of it."""
    possible = choosing.possible(session, somebody)
    names = names_of(session)
    every = {"": _("All")}
    narrowing = (
        Filter(PROVINCE, _("Province"), every | {each: PROVINCES.get(each, each) for each in possible.provinces}),
        Filter(REGION, _("Labour-market region"), every | _by_name(possible.regions, names.region)),
        Filter(SIZE, _("People invited"), every | {each: size_name(each) for each in SIZES}),
        Filter(YEAR, _("Year"), {"": _("Last round")} | {str(each): str(each) for each in possible.years}),
        Filter(VERSION, _("Questionnaire"), every | _versions(possible)),
        Filter(PHASES, _("Phase"), every | _as_asked(possible.phases, names.phases)),
        Filter(STEERINGS, _("Who steers"), every | _as_asked(possible.steerings, names.steerings)),
    )
    grouping = {"": _("Not")} | {each.key: each.title for each in narrowing if each.key != YEAR}
    return (*_whose(session, somebody), *narrowing, Filter(GROUPED, _("Put under headings by"), grouping))


def _by_name(codes: Iterable[str], name: Callable[[str], str]) -> dict[str, str]:
    """Return names by code, in the order of the alphabet."""
    return dict(sorted(((code, name(code)) for code in codes), key=lambda pair: pair[1].casefold()))


def _as_asked(found: Iterable[str], options: Mapping[str, str]) -> dict[str, str]:
    """Return the labels of options in the order in which they are asked; unknown ones come last."""
    order = list(options)
    placed = sorted(found, key=lambda each: order.index(each) if each in options else len(order))
    return {each: options.get(each, each) for each in placed}


def _whose(session: Session, somebody: Person) -> tuple[Filter, ...]:
    has_own = networks.has_own(session, adviser_id=somebody.account_id)
    whose = {"mijn": _("My networks"), "": _("All networks of %(name)s", name=somebody.support_organisation)}
    return (Filter(WHOSE, _("Whose"), whose, "mijn" if has_own else "", is_first=True),)


def _versions(possible: Possible) -> dict[str, str]:
    return {f"{name}:{version}": version_name(name, version) for name, version in possible.versions}


def version_name(questionnaire: str, version: str) -> str:
    """Return a questionnaire version as people know it."""
    try:
        title = catalogue.find(questionnaire, version).title.in_language(language())
    except catalogue.UnknownQuestionnaire:
        title = questionnaire
    return _("%(title)s, version %(version)s", title=title, version=version)


def size_name(size: str) -> str:
    """Return a size in words."""
    fewest, most = SIZES[size]
    if most is None:
        return _("%(fewest)s or more", fewest=fewest)
    return _("%(fewest)s to %(most)s", fewest=fewest, most=most) if fewest else _("up to %(most)s", most=most)


@dataclass(frozen=True, slots=True)
class Names:
    """The words for regions, phases and forms of steering."""

    regions: Mapping[str, str]
    labels: Labels

    def region(self, code: str) -> str:
        """Return the name of a labour-market region."""
        return self.regions.get(code, code)

    @property
    def phases(self) -> Mapping[str, str]:
        """The names of the phases, in order."""
        return self.labels.options(PHASE)

    @property
    def steerings(self) -> Mapping[str, str]:
        """Who can steer, in the order in which it is asked."""
        return self.labels.options(f"{STEERING}.now")


def names_of(session: Session) -> Names:
    """Return the words for what a network can be grouped by."""
    labels = Labels(catalogue.latest(DEFAULT_QUESTIONNAIRE), language())
    return Names(dict(municipalities.list_regions(session)), labels)

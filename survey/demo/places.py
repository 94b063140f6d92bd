"""The invented networks: twelve with a character of their own, and as many more as a measurement needs.

The places exist nowhere; the provinces do. Each shows something else of what a report can and cannot say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Literal

from survey.demo.patterns import ALL, Pattern
from survey.demo.people import Person, person_address, person_name

#: Per kind, the names of its first and second organisation in a place.
ORGANISATIONS: Mapping[str, tuple[str, ...]] = {
    "library": ("Bibliotheek {}", "Bibliotheek {}-Zuid"),
    "municipality": ("Gemeente {}",),
    "municipality-desk": ("Loket Werk en Inkomen {}",),
    "welfare": ("Welzijn {}", "Buurthuizen {}"),
    "formal-provider": ("Taalschool {}",),
    "volunteer-provider": ("Taalmaatjes {}",),
    "refugee-support": ("Welkom in {}",),
    "work": ("Werkbedrijf {}",),
    "debt-help": ("Geldhulp {}",),
    "health": ("Gezondheidscentrum {}",),
    "education-family": ("Ouderpunt {}",),
    "digital-support": ("Computerhulp {}",),
    "housing": ("Wonen in {}",),
    "community": ("Wereldvrouwen {}",),
    "learners": ("Taalambassadeurs {}",),
    "support": ("Steunpunt Taal {}",),
}
#: One in so many people reads English.
ENGLISH = 17
#: People of this kind have no address of their own, so their answers join the total only.
WITHOUT_ADDRESS = "learners"


@dataclass(frozen=True, slots=True)
class Members:
    """How many people of a kind of organisation are in a network, from which round on; above 4, in two organisations.

    ``together`` keeps them in one organisation all the same.
    """

    kind: str
    people: int
    since: int = 1
    together: bool = False


@dataclass(frozen=True, slots=True)
class Organisation:
    """An invented organisation with its people."""

    name: str
    kind: str
    people: tuple[Person, ...]
    since: int


#: What a network is about after its last report: a round that is open, one that is planned, or only its actions.
Now = Literal["open", "planned", "acting"]


@dataclass(frozen=True, slots=True)
class Place:
    """An invented network: who is in it, how they answer, and which share sends in, round by round."""

    name: str
    province: str
    members: tuple[Members, ...]
    pattern: Pattern
    response: tuple[float, ...] = (0.75, 0.8)
    now: Now = "open"

    @property
    def network(self) -> str:
        """The network's name."""
        return f"Taalnetwerk {self.name}"

    def organisations(self, first_person: int = 0) -> list[Organisation]:
        """Return the organisations with their people, who are the invented people from ``first_person`` on."""
        numbers = count(first_person)
        return [part for members in self.members for part in self._parts(members, numbers)]

    def _parts(self, members: Members, numbers: "count[int]") -> Iterator[Organisation]:
        names = ORGANISATIONS[members.kind]
        parts = 1 if members.together or members.people <= 4 else len(names)
        for part in range(parts):
            size = members.people // parts + (part < members.people % parts)
            name = names[part].format(self.name)
            people = tuple(_person(next(numbers), name, members.kind) for _ in range(size))
            yield Organisation(name, members.kind, people, members.since)


def _person(number: int, organisation: str, kind: str) -> Person:
    name = person_name(number)
    address = None if kind == WITHOUT_ADDRESS else person_address(name, organisation)
    language = "en" if number % ENGLISH == ENGLISH - 1 else "nl"
    return Person(name, address, kind, language)


def measured_places(networks: int, respondents: int) -> Iterator[Place]:
    """Return ``networks`` places in which ``respondents`` people send in each round; four of five invited do.

    They have the characters of the twelve in turn, and a name with a number that no real place would have.
    """
    people = respondents + (respondents + 3) // 4
    for number in range(networks):
        like = PLACES[number % len(PLACES)]
        name = f"Proefstad {number + 1:03}"
        yield Place(name, like.province, _usual_members(people), like.pattern, (respondents / people,))


def _usual_members(people: int) -> tuple[Members, ...]:
    """Divide ``people`` over the kinds: a third of them library and welfare, one of each other kind, and so on."""
    order = [kind for kind in ORGANISATIONS if kind not in ("library", "welfare", WITHOUT_ADDRESS)]
    kinds = [kind for other in order for kind in ("library", other, "welfare", other)]
    sizes = {kind: 0 for kind in ORGANISATIONS}
    for number in range(people):
        sizes[kinds[number % len(kinds)]] += 1
    return tuple(Members(kind, size) for kind, size in sizes.items() if size)


PLACES = (
    # The one to look at first: every group is large enough, and library and welfare see the roles differently.
    Place(
        "Waterdam",
        "PV26",
        (
            Members("library", 9), Members("welfare", 9), Members("municipality", 2), Members("municipality-desk", 2),
            Members("formal-provider", 2), Members("volunteer-provider", 3), Members("refugee-support", 1),
            Members("learners", 1), Members("health", 2, since=2),
        ),
        Pattern(
            level=3.5,
            shifts={"contact-trust": 0.6, "shared-purpose": 0.5, "conditions": -0.6, "learning-action": -0.5},
            views={
                "library": {"roles": 0.6, "joint-reach": 0.4},
                "welfare": {"roles": -0.8, "differences": -0.4, "joint-reach": -0.4},
            },
            drift={"learning-action": 0.9},
        ),
        (0.83, 0.87),
    ),
    # A divided network: library and welfare oppose each other, on other themes everybody takes sides, and what the
    # municipality does few can say.
    Place(
        "Heidebeek",
        "PV25",
        (
            Members("library", 6), Members("welfare", 7), Members("municipality", 2), Members("formal-provider", 2),
            Members("volunteer-provider", 4), Members("community", 2), Members("learners", 1),
        ),
        Pattern(
            level=3.1,
            shifts={"contact-trust": -0.4, "differences": -0.3},
            views={
                "library": {"roles": 0.7, "contact-trust": 0.7, "differences": 0.7},
                "welfare": {"roles": -1.0, "contact-trust": -1.0, "differences": -0.9},
            },
            sides={"joint-reach": 2.4, "learning-action": 2.2, "shared-purpose": 1.2},
            dont_know={ALL: 0.03, "municipality": 0.3},
        ),
        (0.84, 0.79),
    ),
    # A weak municipality: it pays, and nobody knows whom to call; the municipality itself sees it more mildly.
    Place(
        "Bloemendrecht",
        "PV25",
        (
            Members("library", 5), Members("welfare", 4), Members("municipality", 1), Members("municipality-desk", 1),
            Members("formal-provider", 2), Members("volunteer-provider", 3), Members("debt-help", 1),
            Members("work", 1),
        ),
        Pattern(
            level=3.7,
            shifts={"municipality": -1.7, "conditions": -0.7, "contact-trust": 0.4},
            views={"municipality": {"municipality": 1.2}, "municipality-desk": {"municipality": 0.8}},
            drift={"municipality": -0.2},
        ),
    ),
    # One that nobody knows: people are on the list, and have no idea.
    Place(
        "Zilverwolde",
        "PV24",
        (
            Members("library", 3), Members("welfare", 3), Members("municipality", 1), Members("health", 2),
            Members("education-family", 2), Members("work", 1), Members("housing", 1), Members("debt-help", 1),
        ),
        Pattern(level=3.0, dont_know={ALL: 0.2, "municipality": 0.3, "learning-action": 0.2, "roles": 0.2}),
        (0.72, 0.65),
    ),
    # So small that the first round could show nothing, and the second only the network as a whole.
    Place(
        "Grutterveen",
        "PV24",
        (Members("library", 2), Members("welfare", 1), Members("municipality", 1), Members("volunteer-provider", 1)),
        Pattern(level=3.2, shifts={"contact-trust": 0.7, "conditions": -0.3}, dont_know={ALL: 0.01}),
        (0.8, 1.0),
    ),
    # One dominated by one organisation: half of all people are of the library, and are content; the others are not.
    Place(
        "Lindenhaven",
        "PV26",
        (
            Members("library", 14, together=True), Members("welfare", 3), Members("municipality", 1),
            Members("formal-provider", 2), Members("volunteer-provider", 3), Members("refugee-support", 2),
            Members("digital-support", 1),
        ),
        Pattern(
            level=3.0,
            shifts={"contact-trust": -0.4, "ct-5": -0.8, "differences": -0.4},
            views={"library": {ALL: 0.9, "contact-trust": 0.5, "ct-5": 0.8, "roles": 0.3}},
        ),
        (0.85, 0.85),
    ),
    # A large one, in two groups by its own choice: strong in purpose, and without a picture of whom it reaches.
    Place(
        "Kroonmeer",
        "PV24",
        (
            Members("library", 6), Members("welfare", 4), Members("municipality", 3), Members("municipality-desk", 4),
            Members("formal-provider", 4), Members("volunteer-provider", 4), Members("refugee-support", 2),
            Members("work", 3), Members("debt-help", 2), Members("health", 2), Members("education-family", 2),
            Members("digital-support", 1), Members("housing", 1), Members("community", 1), Members("learners", 1),
        ),
        Pattern(
            level=3.5,
            shifts={"shared-purpose": 0.7, "joint-reach": -0.8, "jr-3": -0.5},
            drift={"roles": 0.3},
        ),
        (0.68, 0.7),
    ),
    # One that learns: the first report led to actions, and it shows.
    Place(
        "Hazelmonde",
        "PV25",
        (
            Members("library", 5), Members("welfare", 5), Members("municipality", 2), Members("formal-provider", 2),
            Members("volunteer-provider", 3), Members("health", 2), Members("learners", 1),
        ),
        Pattern(level=2.9, drift={ALL: 0.5, "roles": 0.6, "learning-action": 0.6}),
        (0.8, 0.9),
    ),
    # One that slips: the coordinator's hours are gone.
    Place(
        "Wilgerdam",
        "PV26",
        (
            Members("library", 4), Members("welfare", 3), Members("municipality", 1), Members("formal-provider", 1),
            Members("volunteer-provider", 2), Members("work", 1),
        ),
        Pattern(level=3.9, drift={ALL: -0.3, "conditions": -0.9, "learning-action": -0.6}),
        (0.84, 0.75),
    ),
    # The other way round: welfare is content, the library is not.
    Place(
        "Vossenwaard",
        "PV25",
        (
            Members("library", 6), Members("welfare", 6), Members("municipality", 1), Members("municipality-desk", 1),
            Members("volunteer-provider", 2), Members("refugee-support", 1),
        ),
        Pattern(level=3.5, views={"library": {"shared-purpose": -0.8, "conditions": -0.9}, "welfare": {ALL: 0.3}}),
        (0.89, 0.94),
        "planned",
    ),
    # A young one that grew: more than a third came after the first round, so it is hardly the same network.
    Place(
        "Boterwoude",
        "PV24",
        (
            Members("library", 3), Members("welfare", 2), Members("municipality", 1),
            Members("volunteer-provider", 3, since=2), Members("formal-provider", 2, since=2),
            Members("community", 1, since=2),
        ),
        Pattern(level=3.4, shifts={"contact-trust": 0.7, "shared-purpose": -0.6, "sp-2": -0.7}, drift={ALL: 0.2}),
        (0.84, 0.84),
    ),
    # A good one of middling size, with little to complain about.
    Place(
        "Roggemeer",
        "PV26",
        (
            Members("library", 2), Members("welfare", 2), Members("municipality", 1), Members("formal-provider", 1),
            Members("volunteer-provider", 2), Members("community", 1),
        ),
        Pattern(level=4.1, shifts={"conditions": -0.4, "differences": 0.2}),
        (0.89, 0.89),
        "acting",
    ),
)  # fmt: skip

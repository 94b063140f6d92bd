"""Measure servers in turns, so that whatever else the machine does falls on all of them."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from statistics import median

from bench import load
from bench.journeys import Conversation, all_choices, all_posts, choosing_journey, journey, theme_gets
from bench.servers import Server
from questionnaires.definition import Questionnaire

#: How many journeys there are in a batch, for each number of clients.
JOURNEYS = {1: 12, 8: 16, 32: 32}
#: People whose pages one batch of posts and gets goes through, and by how many clients.
PEOPLE, CLIENTS = 40, 8
#: People whose choices are kept one by one, and the names of what is measured of them.
CHOOSERS = 8
CHOICE, CHOOSING = "choice", "journey, choosing"
_SETTLE_SECONDS = 0.05

#: A kind of measurement: "GET", "POST", or "journey at <clients>".
Kind = str


def journeys_at(clients: int) -> Kind:
    """Return the name of whole journeys by so many clients."""
    return f"journey at {clients}"


@dataclass(slots=True)
class Figures:
    """All batches of one kind at one server."""

    cpu_ms: list[float] = field(default_factory=list[float])
    rate: list[float] = field(default_factory=list[float])
    client_ms: list[float] = field(default_factory=list[float])
    client_share: list[float] = field(default_factory=list[float])
    latencies: list[float] = field(default_factory=list[float])
    errors: Counter[str] = field(default_factory=Counter[str])
    requests: int = 0

    @property
    def cpu(self) -> float:
        """Server CPU in milliseconds per request, or per journey: the median of the batches."""
        return median(self.cpu_ms)

    def times(self, other: "Figures") -> float:
        """Return how many times ``other`` this costs: the median over the rounds, each compared with itself."""
        return median(ours / theirs for ours, theirs in zip(self.cpu_ms, other.cpu_ms, strict=True))

    def percentile(self, share: float) -> float:
        """Return a percentile of the response times, in milliseconds."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(frozen=True, slots=True)
class Batch:
    """The same conversations for every server."""

    kind: Kind
    conversations: list[Conversation]
    clients: int

    @property
    def units(self) -> int:
        """How many requests, or journeys, the cost is spread over."""
        if self.kind.startswith("journey"):
            return len(self.conversations)
        return sum(len(conversation) for conversation in self.conversations)


#: Server name -> kind -> figures.
Results = dict[str, dict[Kind, Figures]]


class Tokens:
    """Hands out links that nobody used yet."""

    def __init__(self, tokens: list[str]) -> None:
        self.left: Iterator[str] = iter(tokens)
        self.finished: list[str] = []

    def take(self, number: int) -> list[str]:
        """Return the next links."""
        return [next(self.left) for _ in range(number)]


def people_needed(rounds: int) -> int:
    """Return how many links so many rounds use up, beside the warming up."""
    return rounds * (PEOPLE + 2 * CHOOSERS + sum(JOURNEYS.values()))


def warm_up(
    pool: ProcessPoolExecutor, servers: list[Server], tokens: Tokens, questionnaire: Questionnaire, people: int
) -> None:
    """Have every worker draw and keep every page, before anything is measured."""
    taken = tokens.take(people)
    conversations = [journey(token, questionnaire) for token in taken]
    for server in servers:
        before = server.workers()
        outcome = pool.submit(load.run, load.Plan(server.address, conversations, people)).result()
        if outcome.errors:
            raise SystemExit(f"Warming up '{server.name}' went wrong: {dict(outcome.errors)}")
        idle = [pid for pid, cpu in server.workers().items() if cpu - before.get(pid, 0.0) < 0.02]
        if idle:
            raise SystemExit(f"{len(idle)} of the workers of '{server.name}' did nothing while warming up.")
    tokens.finished += taken


def one_round(tokens: Tokens, questionnaire: Questionnaire) -> Iterator[Batch]:
    """Make the batches of a round: posts, gets of the pages then filled in, and journeys by 1, 8 and 32 clients."""
    people = tokens.take(PEOPLE)
    yield Batch("POST", [all_posts(token, questionnaire, seed) for seed, token in enumerate(people)], CLIENTS)
    yield Batch("GET", [theme_gets(token, questionnaire) for token in people], CLIENTS)
    people = tokens.take(CHOOSERS)
    yield Batch(CHOICE, [all_choices(token, questionnaire, seed) for seed, token in enumerate(people)], CLIENTS)
    people = tokens.take(CHOOSERS)
    choosing = [choosing_journey(token, questionnaire, seed) for seed, token in enumerate(people)]
    yield Batch(CHOOSING, choosing, CLIENTS)
    tokens.finished += people
    for clients, number in JOURNEYS.items():
        people = tokens.take(number)
        conversations = [journey(token, questionnaire, seed) for seed, token in enumerate(people)]
        yield Batch(journeys_at(clients), conversations, clients)
        tokens.finished += people


def measure(servers: list[Server], batches: Iterable[Batch], pool: ProcessPoolExecutor) -> Results:
    """Put every batch to each server in turn."""
    results: Results = {server.name: {} for server in servers}
    for batch in batches:
        for server in servers:
            _add(results[server.name].setdefault(batch.kind, Figures()), batch, server, pool)
    return results


def _add(figures: Figures, batch: Batch, server: Server, pool: ProcessPoolExecutor) -> None:
    before = server.cpu()
    outcome = pool.submit(load.run, load.Plan(server.address, batch.conversations, batch.clients)).result()
    time.sleep(_SETTLE_SECONDS)
    figures.cpu_ms.append(1000 * (server.cpu() - before) / batch.units)
    figures.rate.append(outcome.finished / outcome.wall)
    figures.client_ms.append(1000 * outcome.cpu / max(1, outcome.requests))
    figures.client_share.append(outcome.cpu / outcome.wall)
    figures.latencies += outcome.latencies
    figures.errors += outcome.errors
    figures.requests += outcome.requests

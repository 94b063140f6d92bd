"""A client that costs little: keep-alive connections on raw sockets, in a process of its own.

Requests are bytes made beforehand; of a response only its status and its length are read.
"""

import resource
import selectors
import socket
import time
from collections import Counter, deque
from dataclasses import dataclass, field

from bench.journeys import Conversation

_CHUNK = 262_144


@dataclass(frozen=True, slots=True)
class Plan:
    """Conversations to have with a server, by so many connections at a time, within so many seconds."""

    address: tuple[str, int]
    conversations: list[Conversation]
    clients: int
    seconds: float = 60.0


@dataclass(slots=True)
class Outcome:
    """What came of a plan. ``errors`` counts by what was got instead of what was expected."""

    requests: int = 0
    finished: int = 0
    wall: float = 0.0
    cpu: float = 0.0
    latencies: list[float] = field(default_factory=list[float])
    errors: Counter[str] = field(default_factory=Counter[str])


def run(plan: Plan) -> Outcome:
    """Have all conversations; called in a process of its own."""
    outcome = Outcome()
    waiting = deque(plan.conversations)
    cpu, begin = _own_cpu(), time.perf_counter()
    with selectors.DefaultSelector() as selector:
        for _ in range(min(plan.clients, len(waiting))):
            _Connection(plan.address, waiting, outcome, selector).take_next()
        while selector.get_map():
            left = plan.seconds - (time.perf_counter() - begin)
            ready = selector.select(timeout=max(0.0, left))
            if not ready:
                outcome.errors["out of time"] += len(selector.get_map()) + len(waiting)
                break
            for key, _ in ready:
                key.data.receive()
    outcome.wall, outcome.cpu = time.perf_counter() - begin, _own_cpu() - cpu
    return outcome


def _own_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


class _Connection:
    """One client: takes a conversation, has it, takes the next."""

    def __init__(
        self,
        address: tuple[str, int],
        waiting: deque[Conversation],
        outcome: Outcome,
        selector: selectors.BaseSelector,
    ) -> None:
        self.address, self.waiting, self.outcome, self.selector = address, waiting, outcome, selector
        self.socket: socket.socket | None = None
        self.conversation: Conversation = []
        self.position = 0
        self.received = bytearray()
        self.sent_at = 0.0

    def take_next(self) -> None:
        """Begin with the next conversation, or hang up when there is none."""
        if not self.waiting:
            self._hang_up()
            return
        self.conversation, self.position = self.waiting.popleft(), 0
        self._send()

    def receive(self) -> None:
        """Take what came in; go on once the response is whole."""
        assert self.socket is not None  # noqa: S101 -- only called while connected
        try:
            piece = self.socket.recv(_CHUNK)
        except OSError:
            piece = b""
        if not piece:
            self._give_up("connection lost")
            return
        self.received += piece
        length = _whole_length(self.received)
        if length is not None and len(self.received) >= length:
            self._note(bytes(self.received[9:12]))

    def _note(self, status: bytes) -> None:
        self.outcome.latencies.append(time.perf_counter() - self.sent_at)
        self.outcome.requests += 1
        closing = b"\r\nConnection: close\r\n" in self.received
        if status != self.conversation[self.position].status:
            self._give_up(f"status {status.decode('latin-1')}")
            return
        if closing:
            self._hang_up()
        self.position += 1
        if self.position < len(self.conversation):
            self._send()
        else:
            self.outcome.finished += 1
            self.take_next()

    def _send(self) -> None:
        self.received.clear()
        self.sent_at = time.perf_counter()
        if self.socket is None:
            self.socket = socket.create_connection(self.address, timeout=30)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.selector.register(self.socket, selectors.EVENT_READ, self)
        self.socket.sendall(self.conversation[self.position].request)

    def _give_up(self, reason: str) -> None:
        """Leave a conversation that went wrong and take the next on a new connection."""
        self.outcome.errors[reason] += 1
        self._hang_up()
        self.take_next()

    def _hang_up(self) -> None:
        if self.socket is not None:
            self.selector.unregister(self.socket)
            self.socket.close()
            self.socket = None


def _whole_length(received: bytearray) -> int | None:
    """Return how many bytes the whole response has, once its head is there."""
    head = received.find(b"\r\n\r\n")
    if head < 0:
        return None
    at = received.find(b"\r\nContent-Length: ", 0, head + 2)
    if at < 0:
        return head + 4
    return head + 4 + int(received[at + 18 : received.find(b"\r\n", at + 2)])

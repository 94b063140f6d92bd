"""A partner fills in the questionnaire: what that costs the server, beside two floors in the same run.

``python -m bench.respond`` prints the figures; ``--record`` adds them to bench/RECORD.md. A target that is missed is
said, and is no failure of the measurement.
"""

import argparse
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

from bench import data, floors, telling
from bench.data import Study
from bench.journeys import journey
from bench.measure import Batch, Results, Tokens, measure, one_round, people_needed, warm_up
from bench.servers import Server, serving
from bench.weight import Fetched, exchange, fetch, with_everything

#: No round begins after so many seconds.
BUDGET_SECONDS = 110
ROUNDS = 8
_WARM_UP_PEOPLE = 64


def main() -> int:
    """Measure, print, and add to the record when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.respond", description=__doc__)
    parser.add_argument("--record", action="store_true", help="add the figures to bench/RECORD.md")
    parser.add_argument("--rounds", type=int, default=ROUNDS, choices=range(1, ROUNDS + 1))
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, _leave)
    with tempfile.TemporaryDirectory(prefix="netwerkspiegel-bench-") as folder:
        text = _measure(Path(folder), arguments.rounds)
    print(text)
    if arguments.record:
        telling.record("respond", text, "python -m bench.respond --record")
    return 0


def _leave(number: int, frame: FrameType | None) -> None:
    """End the servers too when this process is told to end."""
    raise SystemExit(128 + number)


def _measure(folder: Path, rounds: int) -> str:
    begin, load_before = time.monotonic(), os.getloadavg()[0]
    with ExitStack() as stack:
        people = 1 + _WARM_UP_PEOPLE + people_needed(rounds)
        study = stack.enter_context(data.disposed(data.prepare(folder, people=people)))
        tokens = Tokens(study.tokens)
        ours = stack.enter_context(serving(telling.OURS, "wsgi:app", study.environment, folder / "ours.log"))
        pages, weighed = _look(ours, study, tokens.take(1)[0])
        told = floors.prepare(folder, pages=pages, tokens=study.tokens)
        bare = stack.enter_context(serving(telling.BARE, "bench.floors:bare()", told, folder / "bare.log"))
        plain = stack.enter_context(serving(telling.PLAIN, "bench.floors:plain_wtforms()", told, folder / "plain.log"))
        spawning = multiprocessing.get_context("spawn")
        pool = stack.enter_context(ProcessPoolExecutor(1, mp_context=spawning))
        servers = [ours, bare, plain]
        warm_up(pool, servers, tokens, study.questionnaire, _WARM_UP_PEOPLE)
        timed = _Rounds(rounds, begin)
        results = measure(servers, timed.batches(tokens, study), pool)
        lost = len(tokens.finished) - study.count_kept(tokens.finished)
    conditions = telling.conditions(timed.done, time.monotonic() - begin, load_before)
    return _told(results, weighed, lost, conditions)


class _Rounds:
    """Rounds until there were enough, or until time is up."""

    def __init__(self, number: int, begin: float) -> None:
        self.number, self.begin, self.done = number, begin, 0

    def batches(self, tokens: Tokens, study: Study) -> Iterator[Batch]:
        """Make the batches of round after round."""
        while self.done < self.number and time.monotonic() - self.begin < BUDGET_SECONDS:
            yield from one_round(tokens, study.questionnaire)
            self.done += 1


def _look(server: Server, study: Study, token: str) -> tuple[dict[str, bytes], list[list[Fetched]]]:
    """Go through one journey; return the pages it showed, by name, and what each weighs."""
    weighed = [with_everything(server.address, f"/v/{token}")]
    pages: dict[str, bytes] = {}
    for said in journey(token, study.questionnaire):
        method, path, _ = said.request.split(b" ", 2)
        body = exchange(server.address, said)
        if method == b"GET":
            name = path.decode().removeprefix(f"/v/{token}").removeprefix("/")
            pages[name] = body
    for name in list(pages)[1:]:
        weighed.append([fetch(server.address, f"/v/{token}/{name}")])
    return pages, weighed


def _told(results: Results, weighed: list[list[Fetched]], lost: int, conditions: str) -> str:
    verdicts = "\n".join(target.line for target in telling.targets(results, weighed, lost))
    return "\n\n".join([conditions, telling.table(results), telling.weights(weighed[0]), f"Targets\n{verdicts}"])


if __name__ == "__main__":
    sys.exit(main())

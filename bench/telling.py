"""Say what was measured: a table, the targets with a verdict, and a block for the record."""

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from os import cpu_count
from pathlib import Path
from platform import python_version
from statistics import median

from bench.measure import CHOICE, CHOOSING, JOURNEYS, Figures, Results, journeys_at
from bench.weight import Fetched

RECORD = Path(__file__).with_name("RECORD.md")
_PACKAGES = ("flask", "werkzeug", "jinja2", "wtforms", "sqlalchemy", "gunicorn")

#: The names of the servers.
OURS, BARE, PLAIN = "netwerkspiegel", "bare", "plain WTForms"


@dataclass(frozen=True, slots=True)
class Target:
    """What was asked, what was found, and whether that is enough."""

    wish: str
    found: float
    limit: float
    unit: str

    @property
    def line(self) -> str:
        """Say all of it on one line."""
        verdict = "ok" if self.found <= self.limit else "NOT MET"
        return f"  {self.wish:<52} {self.found:8.2f} {self.unit:<5} (at most {self.limit:g})  {verdict}"


def targets(results: Results, pages: list[list[Fetched]], lost: int) -> list[Target]:
    """Judge the results; ``pages`` begins with the first page and everything it loads."""
    ours, bare, plain = results[OURS], results[BARE], results[PLAIN]
    dearest = max(ours[journeys_at(clients)].cpu for clients in JOURNEYS)
    first, *later = [sum(fetched.compressed for fetched in page) / 1000 for page in pages]
    return [
        Target("GET of a page, against bare", ours["GET"].times(bare["GET"]), 4, "times"),
        Target("POST of a page, against bare", ours["POST"].times(bare["POST"]), 2.5, "times"),
        Target("GET of a page, against plain WTForms", ours["GET"].times(plain["GET"]), 0.5, "times"),
        Target("keeping one choice, against bare", ours[CHOICE].times(bare[CHOICE]), 2.5, "times"),
        Target("a whole journey (dearest of 1, 8, 32 clients)", dearest, 60, "ms"),
        Target("a whole journey that keeps every choice", ours[CHOOSING].cpu, 60, "ms"),
        Target("errors, all clients", sum(sum(figures.errors.values()) for figures in ours.values()), 0, ""),
        Target("journeys whose answers were not all kept", lost, 0, ""),
        Target("first page with everything it loads, gzipped", first, 60, "kB"),
        Target("heaviest later page, gzipped", max(later), 15, "kB"),
    ]


def table(results: Results) -> str:
    """Return server CPU per server, then speed and the client's own share for each number of clients."""
    lines = ["CPU of the server in milliseconds: the median of the rounds (and the least)"]
    lines.append(f"  {'':<16}" + "".join(f"{name:>20}" for name in results))
    for kind in results[OURS]:
        cells = (f"{kinds[kind].cpu:.2f} ({min(kinds[kind].cpu_ms):.2f})" for kinds in results.values())
        lines.append(f"  {kind:<16}" + "".join(f"{cell:>20}" for cell in cells))
    lines += ["", "Whole journeys: speed, response times and the client itself (recorded, not judged)"]
    columns = ("clients", "journeys/s", "p50 ms", "p99 ms", "errors", "client ms/req", "client CPU")
    lines.append(f"  {'server':<16}" + "".join(f"{column:>14}" for column in columns))
    for name, kinds in results.items():
        lines += [_speed(name, clients, kinds[journeys_at(clients)]) for clients in JOURNEYS]
    return "\n".join(lines)


def _speed(name: str, clients: int, figures: Figures) -> str:
    cells = (
        f"{clients}",
        f"{median(figures.rate):.1f}",
        f"{figures.percentile(0.50):.1f}",
        f"{figures.percentile(0.99):.1f}",
        f"{sum(figures.errors.values())}",
        f"{median(figures.client_ms):.3f}",
        f"{100 * max(figures.client_share):.0f} %",
    )
    return f"  {name:<16}" + "".join(f"{cell:>14}" for cell in cells)


def weights(first: list[Fetched]) -> str:
    """Return what the first page loads, compressed and as served."""
    lines = ["The first page with everything it loads, bytes gzipped (as served)"]
    for each in first:
        name = "the page itself" if each is first[0] else each.address.rpartition("/")[2]
        lines.append(f"  {name:<44} {each.compressed:>8} ({each.as_served})")
    return "\n".join(lines)


def conditions(rounds: int, seconds: float, load_before: float) -> str:
    """Say what it was measured with."""
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        f"{rounds} rounds in {seconds:.0f} s, each batch put to the servers in turn; {cpu_count()} cores, "
        f"load {load_before:.1f} before it began.\n"
        f"gunicorn 2 x 16 threads, SQLite. Python {python_version()}, {versions}."
    )


def record(title: str, text: str, command: str) -> None:
    """Add a dated block to the record."""
    today = datetime.now(UTC).date()
    block = f"\n## {today}: {title}\n\n`{command}`\n\n```\n{text}\n```\n"
    known = RECORD.read_text(encoding="utf-8") if RECORD.exists() else "# Record of measurements\n"
    RECORD.write_text(known + block, encoding="utf-8")

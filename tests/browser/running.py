"""A real server on a database of its own, and networks in it for the browser to visit."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from flask import Flask

from questionnaires.types.base import ANYBODY
from questionnaires.types.parts import Answer
from survey import clock, create_app, migrate
from survey.config import read_config
from survey.database import reading, writing
from survey.demo.patterns import Pattern, generate
from survey.demo.people import Person
from survey.extensions import db
from survey.models import Round
from survey.services.networks import mark_instance
from tests.factories import OpenRound, add_adviser, close_round, fill_in, make_round, the_questionnaire
from tests.pages import PageClient
from tests.speaking import organisation_ids, say
from tests.two_organisations import World, make_world
from tools.test import environment as without_own_settings

T = TypeVar("T")

ROOT: Final = Path(__file__).parents[2]
#: 24 people, 8 in each reporting group.
MEMBERS: Final = {"library": 8, "welfare": 8, "municipality": 4, "volunteer-provider": 4}
SERVER: Final = [sys.executable, "-m", "gunicorn", "--config", "python:survey.serving", "wsgi:app"]
#: Library and welfare see roles and reach differently, and the municipality is nobody's favourite.
DIVIDED: Final = Pattern(
    level=3.5,
    shifts={"contact-trust": 0.6, "municipality": -0.8},
    views={"library": {"roles": 0.8, "joint-reach": 0.5}, "welfare": {"roles": -0.9, "joint-reach": -0.5}},
)


@dataclass(frozen=True, slots=True)
class Site:
    """A server that runs, the application beside it on the same database, and what it serves."""

    address: str
    app: Flask
    hand: Executor
    environment: Mapping[str, str]
    #: A closed round with its report.
    published: OpenRound
    #: A round that is open.
    open: OpenRound
    #: Its personal links that nobody has used; each is given out once.
    unused: Iterator[str]
    #: What staff looks after, twice.
    world: World

    def fresh_link(self) -> str:
        """Return a personal link that nobody has opened yet."""
        return f"/v/{next(self.unused)}"

    def do(self, work: Callable[..., T], *arguments: Any, **options: Any) -> T:
        """Do something with the application, in a thread where no event loop of the browser's is running."""
        return self.hand.submit(work, self.app, *arguments, **options).result()

    def flask(self, *arguments: str) -> str:
        """Run a command as an administrator does, and return what it says."""
        command = [sys.executable, "-m", "flask", "--app", "wsgi", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout


@contextmanager
def running_site(data_dir: Path, *, host: str = "127.0.0.1") -> Generator[Site]:
    """Make the data, serve them, and stop the server at the end; its log is what pytest captures."""
    port = free_port()
    base_url = f"http://{host}:{port}"
    ours = {"NETWERKSPIEGEL_INSTANCE": "demo", "NETWERKSPIEGEL_DATA_DIR": str(data_dir), "PORT": str(port)}
    ours["NETWERKSPIEGEL_BASE_URL"] = base_url
    environment = {**without_own_settings(os.environ), **ours, "WEB_WORKERS": "1", "WEB_THREADS": "8"}
    app = create_app(read_config(environment))
    with ThreadPoolExecutor(1) as hand:
        published, opened = hand.submit(_load, app).result()
        world = hand.submit(make_world, app).result()
        with serving(environment, base_url) as address:
            yield Site(address, app, hand, environment, published, opened, iter(opened.tokens), world)
        hand.submit(_let_go, app).result()


def _load(app: Flask) -> tuple[OpenRound, OpenRound]:
    with app.app_context():
        migrate.upgrade(db.engine)
        with writing() as session:
            mark_instance(session, kind="demo", at=clock.now())
            add_adviser(session).is_demo = True
    members = {"library": 9, "welfare": 9, "municipality": 4, "volunteer-provider": 6}
    published = make_round(app, members, name="Taalnetwerk Kroonmeer")
    answer_all(app, published, but=3)
    speak(app, published)
    close_round(app, published.id)
    return published, make_round(app, {"library": 160, "welfare": 1}, name="Taalnetwerk Plasburg")


def _let_go(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()


def answer_all(app: Flask, opened: OpenRound, *, but: int = 0) -> None:
    """Have everybody fill in and send in, but for the last so many."""
    people = [Person(f"p{number}", None, group or "rest") for number, group in enumerate(opened.groups)]
    with app.app_context(), reading() as session:
        kinds = tuple(session.get_one(Round, opened.id).kinds)
    answers = generate(DIVIDED, people, the_questionnaire(), round_number=1, seed=(2026,), kinds=kinds)
    client = PageClient(app)
    for token, document in list(zip(opened.tokens, answers, strict=True))[: len(people) - but]:
        fill_in(client, token, posted(document))


def speak(app: Flask, opened: OpenRound) -> None:
    """Have the organisation of the first link say something of everything on its own behalf."""
    partners = [str(each) for kind, each in organisation_ids(app, opened).items() if kind != opened.groups[0]]
    say(
        PageClient(app),
        opened,
        0,
        first={"rf-tasks.intake": ["do", "lead"], "rf-tasks.match": "want"},
        reach_groups={"we-see": ["older", "parents"]},
        reach_numbers={"rn-found": "120", "rn-found.how": "estimated", "rn-intake": "3", "rn-double": "half"},
        contact_partners={"rel-partners": partners},
        contact_details={f"rel-map.{partners[0]}.rel-freq": "weekly"},
        voice_first={"vo-1": "stuck", "vo-1-why": "We praten veel en schrijven weinig op."},
    )


def posted(document: Mapping[str, Answer]) -> dict[str, list[str]]:
    """Return a document of answers as the fields of forms."""
    fields: dict[str, list[str]] = {}
    for key, answer in document.items():
        posted = the_questionnaire().questions[key].posted(answer, ANYBODY)
        fields |= {name: list(values) for name, values in posted.items()}
    return fields


@contextmanager
def serving(environment: Mapping[str, str], address: str) -> Generator[str]:
    """Serve an instance by its settings, until the end."""
    with subprocess.Popen(SERVER, cwd=ROOT, env=environment) as server:
        try:
            _wait_for(server, address)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=40)


def _wait_for(server: "subprocess.Popen[bytes]", address: str) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(300):
        assert server.poll() is None, "The server stopped at once; it says why above."
        try:
            with opener.open(f"{address}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("The server did not answer within 30 seconds; it may say why above.")


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]

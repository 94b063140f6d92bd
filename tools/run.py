"""``make run``: a demo on this machine. Runs inside .venv, after the set-up.

The database and the demo are prepared in this process; it then runs the server and the worker until Ctrl-C.
"""

import io
import json
import os
import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

from tools.beside import run_beside
from tools.ports import check_free, read_host, read_port
from tools.programs import Trouble, guarded

if TYPE_CHECKING:
    from flask import Flask

LOCAL = ("127.0.0.1", "::1", "localhost")
#: What the links of ``demo links`` are for.
DOORS = {"fill_in": "Fill in a questionnaire", "report": "Read a report", "adviser": "Look as an adviser"}
SERVER = [sys.executable, "-m", "gunicorn", "--config", "python:tools.welcome", "wsgi:app"]
WORKER = [sys.executable, "-m", "flask", "--app", "wsgi", "work"]


def main() -> int:
    """Prepare, then serve and work."""
    host, port = read_host(os.environ), read_port(os.environ)
    check_free(host, port)
    choose_demo()
    os.environ["PORT"] = str(port)
    os.environ["NETWERKSPIEGEL_WELCOME"] = welcome(host, port, _prepare())
    return run_beside(SERVER, WORKER)


def welcome(host: str, port: int, links: dict[str, str]) -> str:
    """Return what to tell once the server answers."""
    doors = [f"  {DOORS.get(name, name):<24}  {link}" for name, link in links.items()]
    lines = ["", f"Netwerkspiegel is ready: http://{_shown(host)}:{port}/", "", *doors, ""]
    if host not in LOCAL:
        lines += ["A demo has doors without a password, and other machines can reach this one.", ""]
    return "\n".join([*lines, "Stop with Ctrl-C.", ""])


def _shown(host: str) -> str:
    if host in ("0.0.0.0", "::"):  # noqa: S104 (compared, not bound)
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def choose_demo() -> None:
    """Make this a demo; refuse when the environment is that of a real instance."""
    instance = os.environ.setdefault("NETWERKSPIEGEL_INSTANCE", "demo")
    if instance != "demo":
        raise Trouble(
            f"make run starts a demo, and NETWERKSPIEGEL_INSTANCE is {instance!r}. "
            "Unset it, or start the server as docs/running.md tells."
        )


def _prepare() -> dict[str, str]:
    """Bring the database up to date, fill an empty one, and return the links to try."""
    app = _application()
    _call(app, "database", "upgrade")
    _call(app, "demo", "load")
    links = io.StringIO()
    with redirect_stdout(links):
        _call(app, "demo", "links", "--format", "json")
    return json.loads(links.getvalue())


def _application() -> "Flask":
    from survey.config import ConfigurationError  # here: a wrong port is told before anything is loaded

    try:
        from wsgi import app
    except ConfigurationError as error:
        raise Trouble(str(error)) from error
    return app


def _call(app: "Flask", *arguments: str) -> None:
    """Run one of the application's commands, as ``flask --app wsgi`` does, in this process."""
    from click import ClickException
    from flask.cli import ScriptInfo

    try:
        status = app.cli.main(list(arguments), "flask", standalone_mode=False, obj=ScriptInfo(create_app=lambda: app))
    except ClickException as error:
        raise Trouble(error.format_message()) from error
    if status:
        raise Trouble(f"The command 'flask {' '.join(arguments)}' failed.")


if __name__ == "__main__":
    sys.exit(guarded(main))

"""The preview's own small application, and the server that it runs on."""

from collections.abc import Callable
from pathlib import Path
from socket import create_server

from flask import Flask
from werkzeug.serving import make_server

from survey import access, assets, headers, i18n, templating
from survey.config import Config
from survey.errors import Refused
from survey.preview.source import Source
from survey.preview.views import blueprint


def create_preview(path: Path, config: Config) -> Flask:
    """Build an application that shows one definition file, and nothing else."""
    app = Flask("survey", static_folder=None, template_folder="../templates")
    app.extensions["netwerkspiegel"] = config
    app.extensions["preview"] = Source(path)
    app.config["MAX_FORM_MEMORY_SIZE"] = 2_000_000
    i18n.init_app(app)
    assets.init_app(app)
    templating.init_app(app)
    headers.init_app(app)
    app.register_blueprint(blueprint)
    access.init_app(app)
    return app


def serve(path: Path, *, config: Config, port: int, say: Callable[[str], object]) -> None:
    """Serve a preview on this machine until it is stopped.

    Raises
    ------
    Refused
        When the port is taken.
    """
    try:
        door = create_server(("127.0.0.1", port))
    except OSError:
        raise Refused(f"Port {port} is in use. Choose another one with --port.") from None
    with door:
        server = make_server("127.0.0.1", port, create_preview(path, config), threaded=True, fd=door.fileno())
        say(f"Look at {path.name}: http://127.0.0.1:{port}/  (nothing is stored; stop with Ctrl-C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("Stopped.")

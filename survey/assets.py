"""Style sheets, scripts and fonts: collected in the set-up, named by content, served compressed and immutable."""

import json
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

from survey.templating import template_globals

FOLDER = Path(__file__).parent / "static" / "dist"
PREFIX = "/static/"


def init_app(app: Flask) -> None:
    """Serve the collected files and give templates ``asset(name)``."""
    manifest = read_manifest()
    template_globals(app)["asset"] = {name: PREFIX + file for name, file in manifest.items()}.__getitem__
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]  # Flask documents wrapping it this way
        app.wsgi_app,
        root=FOLDER,
        prefix=PREFIX,
        max_age=31_536_000,
        immutable_file_test=_is_immutable,
    )


def _is_immutable(path: str, url: str) -> bool:
    return True  # the content is in the name


def read_manifest() -> dict[str, str]:
    """Return logical name -> file name of everything collected.

    Raises
    ------
    SystemExit
        When the set-up has not collected them.
    """
    try:
        return json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SystemExit("Style sheets and scripts are not collected yet. Run: make install") from None

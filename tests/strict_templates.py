"""Templates of tests: an attribute that an object does not have is an error, and not an empty place on a page."""

from typing import Any

from flask import Flask
from jinja2 import StrictUndefined, Undefined
from jinja2.utils import missing


class Lacking(Undefined):
    """What stands for what is not there: a name or a key may be left out, an attribute may not."""

    def __new__(cls, hint: str | None = None, obj: Any = missing, name: str | None = None, *more: Any) -> Any:
        if obj is missing or isinstance(obj, dict | list | tuple | Undefined):
            return super().__new__(cls)
        return StrictUndefined(hint, obj, name, *more)


def be_strict(app: Flask) -> Flask:
    """Have an application's templates say what they ask in vain."""
    app.jinja_env.undefined = Lacking
    return app

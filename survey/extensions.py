"""The extensions, made once and bound to an application by ``create_app``."""

from typing import Any, TypeVar

from flask_babel import Babel
from flask_sqlalchemy_lite import SQLAlchemy
from flask_wtf import CSRFProtect

Exempt = TypeVar("Exempt")

#: Parameters are hidden in errors and logs: they can be answers.
db = SQLAlchemy(engine_options={"hide_parameters": True})
babel: Any = Babel()
csrf: Any = CSRFProtect()


def without_csrf(what: Exempt) -> Exempt:
    """Take a view or a blueprint out of the protection against forged posts; say there why it is safe."""
    csrf.exempt(what)
    return what

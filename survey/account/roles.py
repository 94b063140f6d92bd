"""The names of the roles, as people read them."""

from typing import Final

from flask import Flask

from survey.i18n import _, gettext_noop
from survey.models.account import Role
from survey.templating import template_globals

NAMES: Final[dict[Role, str]] = {
    "coordinator": gettext_noop("Coordinator"),
    "adviser": gettext_noop("Adviser"),
    "administrator": gettext_noop("Administrator"),
}


def init_app(app: Flask) -> None:
    """Let templates name a role."""
    template_globals(app)["role_name"] = role_name


def role_name(role: Role) -> str:
    """Return a role's name."""
    return _(NAMES[role])

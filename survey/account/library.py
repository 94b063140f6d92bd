"""Flask-Security, of which we use what must not be home-made: hashing, codes of apps, and who is signed in.

None of its pages or routes exists here. Its pages write on GET, hold a write transaction while a password is checked,
and draw inline style; and it counts no tries. So nothing of it looks at a request by itself, either: partners' pages,
which nobody is signed in on, pay nothing for it.
"""

from typing import Any, cast

import flask_security
from flask import Flask, Request

from survey import access
from survey.config import Config
from survey.database import reading
from survey.extensions import db
from survey.models import Account, Passkey
from survey.queries.accounts import find_open_account
from survey.tokens import derived_key

_library = cast(Any, flask_security)

_HOOKS = ("before_request_funcs", "after_request_funcs", "teardown_request_funcs", "template_context_processors")


def init_app(app: Flask) -> None:
    """Set the library up without its routes, and let it see the sessions that are ours."""
    ours = cast(Config, app.extensions["netwerkspiegel"])
    app.config.from_mapping(
        SECURITY_PASSWORD_SALT=derived_key(ours.instance_key, "passwords").hex(),
        SECURITY_PASSWORD_HASH="argon2",  # noqa: S106 -- the name of a method
        SECURITY_PASSWORD_SCHEMES=["argon2"],
        SECURITY_DEPRECATED_PASSWORD_SCHEMES=[],
        SECURITY_TWO_FACTOR=True,
        SECURITY_TWO_FACTOR_ENABLED_METHODS=["authenticator"],
        SECURITY_TOTP_SECRETS={"1": derived_key(ours.instance_key, "codes of apps").hex()},
        SECURITY_TOTP_ISSUER="Netwerkspiegel",
        SECURITY_CLI_USERS_NAME=False,
        SECURITY_CLI_ROLES_NAME=False,
    )
    hooks = {name: _copied(getattr(app, name)) for name in _HOOKS}
    store = _library.FSQLALiteUserDatastore(db, Account, None, Passkey)
    security = _library.Security(app, store, register_blueprint=False)
    for name, kept in hooks.items():
        setattr(app, name, kept)
    security.login_manager.request_loader(_load)


def _copied(hooks: Any) -> Any:
    copied = hooks.copy()
    for scope, functions in hooks.items():
        copied[scope] = list(functions)
    return copied


def _load(request: Request) -> Account | None:
    """Return who is signed in; nobody once the session is over, was ended, or the account was closed."""
    somebody = access.signed_in()
    if somebody is None:
        return None
    with reading() as session:
        return find_open_account(session, account_id=somebody.account_id)

"""Who answers and when, and who may see what: the Flask application.

``respond`` (a partner answers and reads), ``advise`` (advisers and coordinators), ``administer`` (administrators),
``account`` (the own account) and ``public`` (start page, privacy) are views; they call ``services`` (what happens),
which call ``queries`` (all SQL), which know ``models`` (the tables).
"""

from flask import Flask

from survey import (
    access,
    assets,
    cli,
    database,
    documents,
    error_pages,
    headers,
    i18n,
    instances,
    logs,
    navigation,
    pages,
    templating,
    uploads,
)
from survey.account import library, roles, signed_out
from survey.config import Config, ConfigurationError, read_config
from survey.extensions import csrf, db
from survey.sessions import AdviserSessions


def create_app(config: Config | None = None) -> Flask:
    """Build the application from the environment, or from ``config`` in tests."""
    app = Flask(__name__, static_folder=None, template_folder="../templates")
    _configure(app, config or _config_or_exit())
    logs.init_app(app)
    db.init_app(app)
    database.init_app(app)
    i18n.init_app(app)
    uploads.init_app(app)
    csrf.init_app(app)
    library.init_app(app)
    assets.init_app(app)
    templating.init_app(app)
    navigation.init_app(app)
    roles.init_app(app)
    error_pages.init_app(app)
    signed_out.init_app(app)
    headers.init_app(app)
    pages.init_app(app)
    documents.init_app(app)
    cli.init_app(app)
    access.init_app(app)
    instances.init_app(app)
    return app


def _config_or_exit() -> Config:
    try:
        return read_config()
    except ConfigurationError as error:
        raise SystemExit("\n".join(error.mistakes)) from None


def _configure(app: Flask, config: Config) -> None:
    app.extensions["netwerkspiegel"] = config
    app.session_interface = AdviserSessions()
    app.config.from_mapping(
        SECRET_KEY=config.cookie_key,
        SQLALCHEMY_ENGINES={"default": {"url": config.database_url, **database.POOL}},
        MAX_CONTENT_LENGTH=1_000_000,
        MAX_FORM_MEMORY_SIZE=1_000_000,
        SESSION_COOKIE_NAME="netwerkspiegel",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SECURE=not config.is_demo,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # it asks for a Referer, which our own Referrer-Policy keeps browsers from sending
    )

"""Who may open what: every endpoint declares its rule, and an endpoint without one is refused.

public          everyone
personal_link   who holds the link of an invitation; the view loads it by ``survey.respond.visits``
report_link     who holds the report link of a round
round_code      who holds the address behind a round's QR code; the view loads it by ``survey.services.codes``
demo            everyone, in a demo instance only; elsewhere the page does not exist
adviser         a signed-in adviser
"""

from collections.abc import Callable
from typing import Any, Literal, TypeVar, cast, get_args

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.middleware.proxy_fix import ProxyFix

from survey.config import Config

Rule = Literal["public", "personal_link", "report_link", "round_code", "demo", "adviser"]
RULES: tuple[str, ...] = get_args(Rule)
View = TypeVar("View", bound=Callable[..., Any])


def access(rule: Rule) -> Callable[[View], View]:
    """Declare who may open the endpoint of this view."""

    def mark(view: View) -> View:
        view.access_rule = rule  # type: ignore[attr-defined]  # functions carry attributes; a TypeVar cannot say so
        return view

    return mark


def rule_of(app: Flask, endpoint: str) -> str | None:
    """Return the rule an endpoint declares; ``None`` when somebody forgot."""
    return getattr(app.view_functions[endpoint], "access_rule", None)


def config() -> Config:
    """Return the running instance's configuration."""
    return cast(Config, current_app.extensions["netwerkspiegel"])


def init_app(app: Flask) -> None:
    """Check every request against the rule of its endpoint; refuse to start with an endpoint that has none."""
    forgotten = [endpoint for endpoint in app.view_functions if rule_of(app, endpoint) not in RULES]
    if forgotten:
        raise RuntimeError(f"These endpoints declare no access rule: {', '.join(sorted(forgotten))}.")
    app.before_request(_check)
    proxies = cast(Config, app.extensions["netwerkspiegel"]).trusted_proxies
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]  # Flask documents wrapping it this way


def _check() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None
    rule = rule_of(current_app, request.endpoint)
    if rule == "demo" and not config().is_demo:
        abort(404)
    if rule == "adviser":
        g.adviser_id = session.get("adviser_id")
        if g.adviser_id is None:
            return redirect(url_for("public.start"), 303)
    return None

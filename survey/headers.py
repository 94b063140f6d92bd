"""Response headers: a strict content policy, no referrer, nothing kept by caches that a token opened."""

from flask import Flask, Response, g, request

from survey.access import config, rule_of

_BASE = (
    "default-src 'none'; script-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
POLICY = f"{_BASE}; style-src 'self'"
#: The hash is that of an empty style element, which the chart library fills by script.
CHART_POLICY = (
    f"{_BASE}; style-src-elem 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
    "style-src-attr 'unsafe-inline'"
)

_ALWAYS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "X-Robots-Tag": "noindex, nofollow",
}

_CACHEABLE = ("public",)


def init_app(app: Flask) -> None:
    """Put the headers on every response."""

    @app.after_request
    def put_headers(response: Response) -> Response:
        response.headers.extend(_ALWAYS)
        response.headers["Content-Security-Policy"] = CHART_POLICY if g.get("has_charts") else POLICY
        if not config().is_demo:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        if config().is_demo or request.endpoint is None or rule_of(app, request.endpoint) not in _CACHEABLE:
            response.headers["Cache-Control"] = "no-store"
        return response


def allow_charts() -> None:
    """Let this response draw charts; called by the view of a page that has them."""
    g.has_charts = True

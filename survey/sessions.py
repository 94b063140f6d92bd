"""Sessions for advisers; a partner has none, and pays nothing for it."""

from typing import Any, cast

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface


class AdviserSessions(SecureCookieSessionInterface):
    """Flask's own sessions, which prepare to read a signed cookie also when there is none."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """Return the session of the cookie, or an empty one without further ado."""
        if self.get_cookie_name(app) not in request.cookies:
            return cast(Any, self.session_class)()
        return super().open_session(app, request)

"""Advisers with networks of their own, whose pages show those only."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Flask
from playwright.sync_api import Page

from survey import clock
from survey.access import SESSION_KEY
from survey.database import writing
from survey.services import sessions
from survey.services.sessions import Signs
from tests.browser.running import Site
from tests.dashboards import add_stood
from tests.factories import add_adviser


def add_region(app: Flask, support: str, named: Mapping[str, str]) -> UUID:
    """Add a support organisation with an adviser and networks, each by its name and whom it looks like.

    Returns the session by which the adviser is signed in.
    """
    with app.app_context(), writing() as session:
        adviser = add_adviser(session, support=support, address=f"{support.split()[-1].lower()}@taalsteun.example")
        adviser.joined_at_utc = adviser.joined_at_utc or clock.now()
        for name, look in named.items():
            add_stood(session, adviser, name, look)
        return sessions.add(
            session, account_id=adviser.id, at=clock.now(), signs=Signs("test", "Firefox", "passkey")
        ).id


def enter_as(page: Page, site: Site, session: UUID) -> None:
    """Be signed in by this session."""
    cookies: Any = site.app.session_interface
    value = cookies.get_signing_serializer(site.app).dumps({SESSION_KEY: str(session)})
    page.context.add_cookies([{"name": "netwerkspiegel", "value": value, "url": site.address}])

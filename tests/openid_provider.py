"""A real provider of OpenID Connect, in a process of its own, and what a browser does at its pages."""

import subprocess
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import requests

from survey.openid_settings import OpenIdProvider, SecondFactor
from tests.factories import ADVISER_ADDRESS
from tests.pages import HOST

PROGRAM: Final = Path(__file__).parent / "openid" / "provider.mjs"
GO: Final = "/inloggen/organisatie"
BACK: Final = "/inloggen/organisatie/terug"
PATIENCE: Final = 20

#: Whom the provider knows, by its own name for them.
PEOPLE: Final[dict[str, dict[str, Any]]] = {
    "joris": {"email": ADVISER_ADDRESS, "email_verified": True},
    "joris-again": {"email": ADVISER_ADDRESS, "email_verified": True},
    "loud": {"email": ADVISER_ADDRESS.upper(), "email_verified": True},
    "unverified": {"email": ADVISER_ADDRESS, "email_verified": False},
    "says-so": {"email": ADVISER_ADDRESS, "email_verified": "true"},
    "unsaid": {"email": ADVISER_ADDRESS},
    "nameless": {},
    "stranger": {"email": "stranger@elsewhere.example", "email_verified": True},
}


class Provider:
    """The provider as a test sees it."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer

    def control(self, people: Mapping[str, Any] = PEOPLE, **fault: Any) -> None:
        """Say whom it knows and what goes wrong from now on; ``idToken`` is changed, ``brokenAt`` an address fails."""
        requests.post(f"{self.issuer}/control", json={"people": people, "fault": fault}, timeout=PATIENCE)

    def settings(self, second_factor: SecondFactor = "own", issuer: str = "") -> OpenIdProvider:
        """Return what an instance is told about it."""
        secret = "a-secret-that-is-shared"  # noqa: S105 -- of a provider that lives as long as a test
        return OpenIdProvider(issuer or self.issuer, "netwerkspiegel", secret, "Rijnbrink", second_factor)

    def visit(self, question: str, login: str | None) -> str:
        """Do what a browser does at the provider, which is asked there; return the way back to us.

        Without ``login`` the person stops.
        """
        with requests.Session() as browser:
            page = browser.get(question, timeout=PATIENCE)
            assert page.ok, page.text
            form = {"stop": "1"} if login is None else {"login": login}
            answer = browser.post(page.url, data=form, allow_redirects=False, timeout=PATIENCE)
            while not (where := urljoin(answer.url, answer.headers["Location"])).startswith(HOST):
                answer = browser.get(where, allow_redirects=False, timeout=PATIENCE)
        parts = urlsplit(where)
        return f"{parts.path}?{parts.query}"


@contextmanager
def running() -> Generator[Provider]:
    """Run a provider for as long as this lasts."""
    with (
        tempfile.TemporaryFile("w+") as said,
        subprocess.Popen(["node", PROGRAM, HOST + BACK], stdout=subprocess.PIPE, stderr=said, text=True) as process,
    ):
        assert process.stdout is not None
        try:
            issuer = process.stdout.readline().strip()
            if not issuer:
                said.seek(0)
                raise AssertionError(f"The provider did not start: {said.read()}")
            yield Provider(issuer)
        finally:
            process.terminate()

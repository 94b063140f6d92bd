"""Sign in as people do: with a passkey of a real browser, with an app for codes, and by keyboard."""

import re
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pyotp.totp import TOTP

from survey.models import Account
from tests.accounts import PASSWORD, add_account
from tests.browser.running import Site, running_site
from tests.browser.visiting import go, visiting

PAGES = ["/account", "/account/gegevens", "/account/wachtwoord", "/account/tweede-stap", "/account/passkeys",
         "/account/sessies", "/account/adres", "/account/herstelcodes"]  # fmt: skip


@pytest.fixture(scope="module")
def site(collected_assets: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server of its own, by the name that passkeys need: an address of numbers has none."""
    with running_site(tmp_path_factory.mktemp("site"), host="localhost") as running:
        yield running


@pytest.fixture
def account(site: Site, request: pytest.FixtureRequest) -> Account:
    """An adviser of this test alone, without a second step."""
    return site.do(
        add_account, address=f"{re.sub(r'[^a-z0-9_]', '', request.node.name)[-60:]}@taalsteun.example", role="adviser"
    )


@contextmanager
def with_device(browser: Browser, site: Site) -> Generator[Page]:
    """Open a visitor's page in a browser that has a device for passkeys."""
    with visiting(browser, site.address, (1280, 800)) as page:
        devices: Any = page.context.new_cdp_session(page)
        devices.send("WebAuthn.enable")
        devices.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2",
                    "transport": "internal",
                    "hasResidentKey": True,
                    "hasUserVerification": True,
                    "isUserVerified": True,
                    "automaticPresenceSimulation": True,
                }
            },
        )
        yield page


def type_password(page: Page, account: Account) -> None:
    go(page, "/inloggen")
    page.fill("#address", account.address)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/account/tweede-stap")


def connect_app(page: Page) -> TOTP:
    phone = TOTP(page.inner_text(".typed-over").replace(" ", ""))
    page.fill("#code", phone.now())
    page.keyboard.press("Enter")
    page.wait_for_selector(".codes")
    return phone


def sign_out(page: Page) -> None:
    page.click("form[action='/uitloggen'] button")
    page.wait_for_url("**/")


def test_a_passkey_is_made_and_signs_in_by_itself(browser: Browser, site: Site, account: Account) -> None:
    with with_device(browser, site) as page:
        type_password(page, account)
        page.click("text=Voeg dan een passkey toe")
        page.fill("#name", "mijn laptop")
        page.click("button:has-text('Maak een passkey')")
        expect(page.locator(".codes li")).to_have_count(10)
        page.click("text=Ik heb ze bewaard")
        page.wait_for_url("**/netwerken")
        sign_out(page)

        go(page, "/inloggen?next=/account/sessies")
        page.click("button:has-text('Log in met een passkey')")
        page.wait_for_url("**/account/sessies")
        page.wait_for_load_state("networkidle")

        go(page, "/account")
        assert "mijn laptop" in page.inner_text("main")


def test_a_passkey_is_the_second_step_after_a_password(browser: Browser, site: Site, account: Account) -> None:
    with with_device(browser, site) as page:
        type_password(page, account)
        go(page, "/account/passkeys")
        page.fill("#name", "mijn laptop")
        page.click("button:has-text('Maak een passkey')")
        page.wait_for_selector(".codes")
        sign_out(page)

        go(page, "/inloggen")
        page.fill("#address", account.address)
        page.fill("#password", PASSWORD)
        page.click("button:text-is('Log in')")
        page.wait_for_url("**/inloggen/stap-2")
        page.click("button:has-text('Gebruik een passkey')")
        page.wait_for_url("**/netwerken")


def test_an_app_for_codes_by_keyboard(browser: Browser, site: Site, account: Account) -> None:
    with visiting(browser, site.address) as page:
        type_password(page, account)
        phone = connect_app(page)
        sign_out(page)
        go(page, "/inloggen")
        page.fill("#address", account.address)
        page.fill("#password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/inloggen/stap-2")

        page.fill("#code", TOTP(phone.secret).at(_next_code()))
        page.keyboard.press("Enter")

        page.wait_for_url("**/netwerken")


def _next_code() -> int:
    """Return a moment in the next half minute: the code of this one was used to connect the app."""
    return int(time.time()) + 30


def test_a_device_that_gives_nothing_is_told_on_the_page(browser: Browser, site: Site) -> None:
    with visiting(browser, site.address, (1280, 800)) as page:
        page.add_init_script("navigator.credentials.get = () => Promise.reject(new Error('no'))")
        go(page, "/inloggen")
        page.click("button:has-text('Log in met een passkey')")
        page.wait_for_selector("text=Je apparaat gaf geen passkey.")


def test_without_script_the_other_ways_are_there(browser: Browser, site: Site) -> None:
    with visiting(browser, site.address, script=False) as page:
        go(page, "/inloggen")
        assert not page.is_visible("text=Log in met een passkey")
        assert page.is_visible("text=Wachtwoord vergeten?")


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)])
def test_the_pages_are_accessible_and_fit(
    browser: Browser, site: Site, size: tuple[int, int], account: Account
) -> None:
    with visiting(browser, site.address, size) as page:
        for path in ("/inloggen", "/inloggen/link", "/inloggen/vergeten", "/inloggen/gemaild"):
            go(page, path)
            look_over(page)
        type_password(page, account)
        for path in PAGES:
            go(page, path)
            look_over(page)


def look_over(page: Page) -> None:
    axe: Any = Axe()
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0, f"{page.url} is wider than the screen by {width} pixels."

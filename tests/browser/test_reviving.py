"""A browser that crashes is started anew with what its file shares, and its test runs once more."""

from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Error, Page

_OPENED: Final[list[Page]] = []


@pytest.fixture(scope="module")
def state(browser: Browser) -> Iterator[Page]:
    """A page that the tests of this file share."""
    page = browser.new_page()
    _OPENED.append(page)
    yield page
    page.close()


def test_a_page_is_there(state: Page) -> None:
    state.goto("data:text/html,<p>here</p>")

    assert [state] == _OPENED


def test_after_a_crash_the_page_is_another(browser: Browser, state: Page) -> None:
    if len(_OPENED) == 1:
        devtools: Any = browser.new_browser_cdp_session()
        devtools.send("Browser.crash")

    state.goto("data:text/html,<p>here again</p>")

    assert state.inner_text("p") == "here again"
    assert len(_OPENED) == 2


def test_the_next_test_has_that_page_too(state: Page) -> None:
    assert state.inner_text("p") == "here again"
    assert _OPENED[1:] == [state]


def test_the_crash_of_a_page_is_a_failure(state: Page) -> None:
    with pytest.raises(Error, match="crash"):
        state.goto("chrome://crash")

    assert _OPENED[1:] == [state]

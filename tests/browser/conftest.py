"""What browser tests share: one browser and one real server with data, and visitors who are watched."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import reviving
from tests.browser.running import ROOT, Site, running_site
from tests.browser.trial_reports import EVERY, serving_reports
from tests.browser.visiting import PHONE, go, launch, visiting

Visit = Callable[..., Page]


#: What a page has to show comes within a second or two, but a machine that does more than this takes its time.
expect.set_options(timeout=15_000)


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run the tests that have a browser so that they outlive its crash; see ``reviving``."""
    if "browser" not in getattr(item, "fixturenames", ()):
        return None
    reviving.run(item, nextitem)
    return True


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one file; while it is there, no asyncio can be used in this thread."""
    with sync_playwright() as playwright, launch(playwright) as browser, reviving.wanted(browser):
        yield browser


@pytest.fixture(scope="session")
def site(collected_assets: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server with a published report, and an open round with unused links."""
    translations = ROOT / "survey/translations/nl/LC_MESSAGES/messages.mo"
    assert translations.exists(), "The translations are not compiled. Run: make install"
    with running_site(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    """Open a visitor's page: ``visit(size=(1280, 800), dark=True, script=False)``; each has a browser to itself."""
    with ExitStack() as visitors:

        def open_page(size: tuple[int, int] = PHONE, **options: bool) -> Page:
            return visitors.enter_context(visiting(browser, site.address, size, **options))

        yield open_page


@pytest.fixture
def page(visit: Visit) -> Page:
    """A visitor on a phone."""
    return visit()


@pytest.fixture(scope="module")
def trial(collected_assets: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of reports that need no database."""
    with serving_reports(tmp_path_factory.mktemp("trial")) as address:
        yield address


@pytest.fixture
def read(browser: Browser, trial: str) -> Iterator[Visit]:
    """Open the report with every block, or another: ``read(size=DESK, dark=True, script=False)``."""
    with ExitStack() as visitors:

        def open_page(path: str = EVERY, size: tuple[int, int] = PHONE, **options: bool) -> Page:
            page = visitors.enter_context(visiting(browser, trial, size, **options))
            go(page, path)
            return page

        yield open_page

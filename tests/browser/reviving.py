"""A browser that ended by itself is started anew, and what it was at is done once more.

Chromium itself crashes once in some ten thousand pages, and takes with it all tests of a file. A page whose drawing
crashes is no such thing, nor is a page that is closed too early: those fail. Each time is a warning at the end of the
run, so that one sees it come more often. To end what a file shares is not for plugins: it is the runner's own way.
"""

import warnings
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

import pytest
from _pytest.runner import runtestprotocol
from playwright.sync_api import Browser

#: The browsers that should be there.
_WANTED: Final[set[Browser]] = set()


@contextmanager
def wanted(browser: Browser) -> Generator[Browser]:
    """Tell that a browser is not to end by itself."""
    _WANTED.add(browser)
    try:
        yield browser
    finally:
        _WANTED.discard(browser)


def run(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Run a test, and run it again with all that its file shares where its browser ended meanwhile."""
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    shared: Any = item.session  # all that is not of the whole run ends where the next test is the run itself
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    if any(report.failed for report in reports) and any(not browser.is_connected() for browser in _WANTED):
        _warn(item)
        shared._setupstate.teardown_exact(shared)
        reports = runtestprotocol(item, log=False, nextitem=nextitem)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)


def _warn(item: pytest.Item) -> None:
    said = pytest.PytestWarning("The browser ended by itself; the test ran once more.")
    message = warnings.WarningMessage(said, pytest.PytestWarning, str(item.path), lineno=1)
    given = {"warning_message": message, "when": "runtest", "nodeid": item.nodeid, "location": None}
    item.ihook.pytest_warning_recorded.call_historic(kwargs=given)

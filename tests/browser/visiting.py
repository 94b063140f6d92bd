"""A visitor's browser that tells what no visitor would see: errors, refused content, requests to other places."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request, Response

CHROMIUM: Final = Path("/usr/bin/chromium")
#: Chromium without a sandbox (tests also run in containers) and without anything that calls home.
_SWITCHES: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
#: Statuses of pages that tell a visitor something; the browser counts each as an error.
_TOLD: Final = range(400, 500)

PHONE: Final = (360, 740)


def launch(playwright: Playwright) -> Browser:
    assert CHROMIUM.exists(), f"The browser tests need Chromium at {CHROMIUM}. Install it: apt-get install chromium"
    return playwright.chromium.launch(executable_path=CHROMIUM, args=list(_SWITCHES))


@dataclass
class Watch:
    """Notes all that goes wrong behind the pages of one visitor."""

    address: str
    #: Requests fail in this test, and the browser says so each time.
    loses_connection: bool = False
    problems: list[str] = field(default_factory=list[str])
    _messages: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    _told: set[str] = field(default_factory=set[str])

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self._note_message)
        context.on("weberror", lambda error: self.problems.append(f"A script failed: {error.error}"))
        context.on("request", self._note_request)
        context.on("response", self._note_response)

    def found(self) -> list[str]:
        """Return everything noted; that a page itself said no is no error."""
        loud = [text for text, url in self._messages if not (text.startswith("Failed to load") and url in self._told)]
        return [*self.problems, *(f"The console says: {text}" for text in loud)]

    def _note_message(self, message: ConsoleMessage) -> None:
        if self.loses_connection and message.text.startswith("Failed to load resource"):
            return
        if message.type in ("error", "warning"):
            self._messages.append((message.text, str(message.location["url"])))

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith((self.address + "/", "data:", "blob:")):
            self.problems.append(f"A page asked another place: {request.url[:100]}")

    def _note_response(self, response: Response) -> None:
        if response.status in _TOLD and response.request.is_navigation_request():
            self._told.add(response.url)
        elif response.status >= 400 and not self.loses_connection:
            self.problems.append(f"The server answered {response.status} to {response.url}")


@contextmanager
def visiting(
    browser: Browser,
    address: str,
    size: tuple[int, int] = PHONE,
    *,
    dark: bool = False,
    script: bool = True,
    loses_connection: bool = False,
) -> Generator[Page]:
    """Open a visitor's first page; at the end, fail when anything went wrong that they did not see."""
    watch = Watch(address, loses_connection)
    with browser.new_context(
        base_url=address,
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        java_script_enabled=script,
        locale="nl-NL",
    ) as context:
        context.set_default_timeout(15_000)
        watch.follow(context)
        yield context.new_page()
    assert not watch.found(), "\n".join(watch.found())


def go(page: Page, path: str, status: int = 200) -> None:
    """Open an address, which has to answer with this status."""
    response = page.goto(path)
    assert response is not None
    assert response.status == status, f"{path} answered {response.status} and not {status}."


def draw_all_charts(page: Page) -> None:
    """Unfold the figures of a report and scroll through as a reader does: a chart is drawn when it comes into view."""
    unfold(page, ".figure > details")
    for place in page.locator(".plot").all():
        place.scroll_into_view_if_needed()
        place.locator("svg.main-svg").first.wait_for()


def unfold(page: Page, folds: str = "details") -> None:
    """Open whatever is folded, and what is folded in that."""
    closed = page.locator(f":is({folds}):not([open]) > summary")
    while closed.count():
        closed.first.click()

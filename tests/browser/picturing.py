"""Buttons by which charts and tables become pictures: pressed, and the words that a picture has."""

import re
from typing import Final

from playwright.sync_api import Download, Locator, Page, TimeoutError

#: Has a page remember every word that it writes in a picture.
RECORD: Final = """() => {
    window.written = [];
    window.dashed = 0;
    const pen = CanvasRenderingContext2D.prototype;
    window.plainFrame ??= pen.strokeRect;
    pen.strokeRect = function (...place) {
        window.dashed += this.getLineDash().length ? 1 : 0;
        return window.plainFrame.call(this, ...place);
    };
    window.plainly ??= pen.fillText;
    pen.fillText = function (text, ...place) {
        window.written.push(text);
        return window.plainly.call(this, text, ...place);
    };
}"""

#: Counts how often a button is clicked from now on.
COUNT_CLICKS: Final = """(button) => {
    window.clicks = 0;
    button.addEventListener("click", () => { window.clicks += 1; });
}"""


def kept_as_picture(page: Page, button: Locator) -> Download:
    """Press a button for a picture and return its file, or fail with what the page says instead.

    Charts are drawn as they come into view: a button may move away under a click, which then is nobody's; a second one
    is made only when none arrived.
    """
    button.evaluate(COUNT_CLICKS)
    try:
        with page.expect_download() as waiting:
            button.click()
            if not page.evaluate("window.clicks"):
                button.click()
        return waiting.value
    except TimeoutError as error:
        said = page.locator(".as-picture").all_inner_texts()
        raise AssertionError(f"No picture after {page.evaluate('window.clicks')} clicks; beside it: {said}") from error


def said_on(page: Page, press: Locator) -> str:
    """Press a button for a picture and return the words that it wrote, in the order of writing, without hyphens."""
    page.evaluate(RECORD)
    kept_as_picture(page, press)
    return " ".join(page.evaluate("window.written"))


def is_said(text: str, written: str) -> bool:
    """Whether a text is written; a word that is broken over lines has a hyphen there."""

    def plain(words: str) -> str:
        return re.sub(r"[\s-]+", "", words)

    return plain(text) in plain(written)

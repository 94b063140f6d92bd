"""A visitor who has no mouse: goes from stop to stop, and has to see at each where the focus is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Final

from playwright.sync_api import Page

from questionnaires.definition import Page as QuestionPage
from questionnaires.respondent import Respondent
from questionnaires.types.grade import Grade
from questionnaires.types.long_text import LongText
from questionnaires.types.parts import OneOf, Part, Several, SomeOf
from questionnaires.types.texts import TICK

#: A page never has more stops than this; whoever does not arrive goes round in circles.
_STOPS: Final = 120

#: Where the focus is, and whether it shows; the tile of a radio button shows the focus that the button has.
_FOCUS: Final = """(wanted) => {
    const focused = document.activeElement;
    const showing = [focused, focused.nextElementSibling].filter(Boolean).some((element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
    const box = focused.getBoundingClientRect();
    const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return { showing, inView, arrived: focused.matches(wanted), name: focused.outerHTML.slice(0, 120) };
}"""


#: Whose role cards offer what the network of the site has.
OFFERED: Final = Respondent("nl", "library", ("library", "municipality", "welfare", "volunteer-provider"))


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The keys, and the page they work on."""

    page: Page

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)

    def tab_to(self, selector: str) -> None:
        """Go to the next stop that fits; every stop on the way must be seen."""
        for _ in range(_STOPS):
            self.press("Tab")
            if self.is_at(selector):
                return
        raise AssertionError(f"Tab does not lead to {selector} on {self.page.url}.")

    def is_at(self, selector: str) -> bool:
        """Say whether the focus is here; wherever it is, it must be seen."""
        focus = self.page.evaluate(_FOCUS, selector)
        assert focus["showing"], f"The focus cannot be seen on {focus['name']}."
        assert focus["inView"], f"The focus is out of view on {focus['name']}."
        return focus["arrived"]

    def follow(self, selector: str, to: str) -> None:
        """Go to a link or button, press it, and arrive."""
        self.tab_to(selector)
        self.press("Enter")
        self.page.wait_for_url(f"**{to}")

    def choose(self, question_id: str, place: int) -> None:
        """Choose the answer at this place, counted from 0, with the keys that a radio button listens to."""
        self.tab_to(f'[name="{question_id}"]')
        self.press("Space")
        self.press("ArrowDown", place)
        assert self.is_at(f'[name="{question_id}"]:checked')

    def write(self, question_id: str, words: str) -> None:
        """Write an own answer and tick that it may be used."""
        self.tab_to(f'textarea[name="{question_id}"]')
        self.page.keyboard.type(words)
        self.tab_to(f'[name="{question_id}{TICK}"]')
        self.press("Space")

    def answer(self, page: QuestionPage, places: Sequence[int], words: str) -> None:
        """Answer a page: the choices in turn, a 7 as grade, and own words on the first question that asks for them."""
        for question, place in zip(page.questions, cycle(places), strict=False):
            if isinstance(question, LongText):
                if words:
                    self.write(question.id, words)
                words = ""
            else:
                self.answer_part(question.part(OFFERED), 6 if isinstance(question, Grade) else place)

    def answer_part(self, part: Part, place: int) -> None:
        """Answer a field, or each of the fields of a card: a choice, a tick, or the first of a list that unfolds."""
        match part:
            case OneOf() if part.unfolds:
                self.tab_to(f'[name="{part.name}"]')
                self.press("ArrowDown")
            case OneOf():
                self.choose(part.name, place % len(part.answers))
            case SomeOf():
                self.tab_to(f'[name="{part.name}"][type="checkbox"]')
                self.press("Space")
            case Several():
                for each in part.parts.values():
                    self.answer_part(each, place)

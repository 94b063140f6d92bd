"""Put the slides together: the cover, the pages, and what to say with each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Final

from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from reports.forms.packages import fixed
from reports.forms.slides.boxes import MM, Box
from reports.forms.slides.canvas import Canvas
from reports.forms.slides.choosing import pages
from reports.forms.slides.drawing import draw, draw_cover
from reports.forms.slides.fitting import fitted
from reports.forms.slides.notes import notes
from reports.forms.slides.page import Page
from reports.forms.slides.printing import cleaned
from reports.forms.slides.script import script, without_themes
from reports.forms.slides.template import CONTENT, COVER, template
from reports.forms.withholding import without_persons_and_own_words
from reports.report import Facts, Guidance, Paragraph, Report, Talks
from reports.wording import Words, words

#: The languages of a report as offices know them, to spell and to read out.
_LANGUAGES: Final = {"nl": "nl-NL", "en": "en-GB"}
#: What the format allows for the title in the properties.
_LONGEST: Final = 255
_TITLE: Final = (30, 28, 26, 24, 22, 20, 18)
_COVER: Final = (66, 60, 54, 48, 40, 34, 28, 24, 20, 16)


def slides(report: Report, *, at: datetime) -> bytes:
    """Return a report as a presentation; the same report at the same moment gives the same content.

    Parameters
    ----------
    report
        What to show. Own words and the persons of actions are left out.
    at
        The moment that stands in the file: that of the edition.
    """
    say = words(report.language)
    shown = cleaned(without_persons_and_own_words(report, say))
    deck = Presentation(BytesIO(template()))
    deck.core_properties.title, deck.core_properties.language = shown.title[:_LONGEST], shown.language
    chosen = pages(shown, say)
    plan = next((each for section in shown.sections for each in section.blocks if isinstance(each, Guidance)), None)
    told = [_front(shown, chosen, plan, say), *chosen]
    _cover(deck, shown, say)
    for page in chosen:
        _page(deck, page, shown, say)
    _notes(deck, told, script(told, plan, say) if shown.audience == "adviser" else [()] * len(told), shown.language)
    target = BytesIO()
    deck.save(target)
    return fixed(target.getvalue(), at=at)


def _front(report: Report, chosen: Sequence[Page], plan: Guidance | None, say: Words) -> Page:
    """Return what is told with the cover: what the report is, and the steps of the meeting."""
    titles = [talk.title for page in chosen for each in page.blocks if isinstance(each, Talks) for talk in each.items]
    steps = [without_themes(plan, titles, say)] if plan else []
    blocks = (Paragraph(report.mirror), Facts(report.cover.facts), *steps)
    return Page(report.cover.network, "open", blocks, 9, about="cover")


def _cover(deck: Deck, report: Report, say: Words) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[COVER])
    _title(slide, report.cover.network, Box(20 * MM, 49 * MM, 290 * MM, 66 * MM), _COVER, report.language)
    canvas = Canvas(slide, _LANGUAGES[report.language])
    of_a_round = say.say(f"cover.kicker.{report.audience}", period="")
    kicker = report.cover.kicker
    if kicker.startswith(of_a_round):
        kicker = say.say("slides.kicker", period=kicker.removeprefix(of_a_round))
    draw_cover(canvas, replace(report.cover, kicker=kicker))
    canvas.finish()


def _page(deck: Deck, page: Page, report: Report, say: Words) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[CONTENT])
    _title(slide, page.title, Box(0, 0, 11_040_000, 612_000), _TITLE, report.language)
    canvas = Canvas(slide, _LANGUAGES[report.language])
    draw(canvas, page, say)
    canvas.feet(fitted([report.title], width=9_000_000, height=252_000, sizes=(11,)).texts[0])
    canvas.finish()


def _title(slide: Slide, text: str, box: Box, sizes: tuple[int, ...], language: str) -> None:
    fit = fitted([text], width=box.width, height=box.height, sizes=sizes, strong=True)
    title = slide.shapes.title
    if title is None:
        raise LookupError("The layout has no place for a title.")
    title.text_frame.text = fit.texts[0]
    for run in title.text_frame.paragraphs[0].runs:
        run.font.size, run.font.language_id = Pt(fit.size), MSO_LANGUAGE_ID.from_xml(_LANGUAGES[language])


def _notes(deck: Deck, told: Sequence[Page], steps: Sequence[Sequence[str]], language: str) -> None:
    for slide, page, todo in zip(deck.slides, told, steps, strict=True):
        frame = slide.notes_slide.notes_text_frame
        if frame is None:
            raise LookupError("The page of notes has no place for text.")
        frame.text = "\n".join(notes(page, todo, words(language)))
        for paragraph in frame.paragraphs:
            for run in paragraph.runs:
                run.font.language_id = MSO_LANGUAGE_ID.from_xml(_LANGUAGES[language])

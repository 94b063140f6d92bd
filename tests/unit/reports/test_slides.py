"""The slides of a report: what is in them, what is not, and that they can be read by everybody."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from reports.forms.packages import content_digest
from reports.forms.slides import slides
from reports.forms.slides.boxes import BODY
from reports.forms.slides.page import Page
from reports.forms.slides.wall import on_a_slide
from reports.report import (
    ActionCard,
    ActionCards,
    AgreedAction,
    BarRow,
    Bars,
    Dots,
    Fact,
    Figure,
    Guidance,
    Highlights,
    Mark,
    Notice,
    Paragraph,
    Part,
    Quotes,
    Report,
    Row,
    Section,
    Suggestion,
    Suggestions,
    Table,
    Talk,
    Talks,
    build,
)
from reports.wording import words as wording
from tests.every_form.hard_cases import full
from tests.unit.reports.every_block import every_block
from tests.unit.reports.every_figure import BARS, DOTS, HEAT, HOSTILE, TIES
from tests.unit.reports.networks import NETWORKS, report_of
from tests.unit.reports.slides_reading import AT, alt, deck, everything, made, notes, titles, words

every_network = pytest.mark.parametrize("name", NETWORKS)
both_languages = pytest.mark.parametrize("language", ["nl", "en"])


@cache
def reports() -> dict[str, Report]:
    """A report of every network, and the one with every kind of block."""
    return {name: report_of(name) for name in NETWORKS} | {"every block": every_block()}


every_report = pytest.mark.parametrize("name", [*NETWORKS, "every block"])


def called(opened: Deck, title: str) -> Any:
    """The slide with this title."""
    return next(slide for slide, each in zip(opened.slides, titles(opened), strict=True) if each == title)


def with_section(report: Report, section: Section) -> Report:
    """The report with one section in the place of its namesake."""
    return replace(report, sections=tuple(section if each.id == section.id else each for each in report.sections))


@every_report
def test_a_deck_is_no_longer_than_a_meeting(name: str) -> None:
    assert 6 <= len(deck(reports()[name]).slides) <= 16


@every_report
def test_slides_are_wide(name: str) -> None:
    opened = deck(reports()[name])

    assert (opened.slide_width, opened.slide_height) == (12_192_000, 6_858_000)


@every_report
@both_languages
def test_every_slide_has_a_title_of_its_own(name: str, language: str) -> None:
    report = every_block(language) if name == "every block" else report_of(name, language)

    found = titles(deck(report))

    assert all(found)
    assert Counter(found).most_common(1)[0][1] == 1


@every_report
def test_the_title_is_read_first(name: str) -> None:
    for slide in deck(reports()[name]).slides:
        assert slide.shapes[0] == slide.shapes.title


@every_report
def test_charts_and_tables_and_maps_are_told_to_who_cannot_see_them(name: str) -> None:
    for slide in deck(reports()[name]).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == 6:
                assert alt(shape), (slide.shapes.title, shape.name)


def test_ornaments_are_passed_over() -> None:
    themes = called(deck(every_block()), "De onderwerpen")

    marks = [shape for shape in themes.shapes if shape.name.startswith("Shape")]

    assert marks
    assert all("decorative" in shape._element.xml and alt(shape) is None for shape in marks)


@every_report
def test_shapes_have_numbers_of_their_own(name: str) -> None:
    for slide in deck(reports()[name]).slides:
        numbers = [each.get("id") for each in slide._element.xpath(".//p:cNvPr")]
        assert len(numbers) == len(set(numbers))


@every_report
def test_nothing_stands_outside_the_slide(name: str) -> None:
    opened = deck(reports()[name])
    for slide in opened.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= opened.slide_width, (titles(opened), shape.name)
            assert shape.top + shape.height <= opened.slide_height, shape.name


@every_report
def test_every_slide_has_notes_that_begin_with_its_title(name: str) -> None:
    opened = deck(reports()[name])
    for slide, title in zip(opened.slides, titles(opened), strict=True):
        assert notes(slide).startswith(title[:60])


def test_what_a_chart_shows_is_told_to_who_cannot_see_it_and_dumped_in_no_notes() -> None:
    slide = called(deck(every_block()), "De onderwerpen")
    (chart,) = (shape for shape in slide.shapes if shape.has_chart)

    assert DOTS.answer in notes(slide)
    assert "Ons gezamenlijke doel: Gemiddelde 3,7; Marge 3,2 tot 4,2; Antwoorden 18." in (alt(chart) or "")
    assert "De inzet van de gemeente: Gemiddelde –" in (alt(chart) or "")
    assert "Marge 3,2" not in notes(slide)


def test_an_adviser_is_told_what_to_say_and_a_participant_is_not() -> None:
    script = wording("nl").say("slides.script.choose")
    adviser, participant = (deck(replace(every_block(), audience=each)) for each in ("adviser", "participant"))

    assert script in "\n".join(map(notes, adviser.slides))
    assert not [text for text in map(notes, participant.slides) if "minuut" in text]


def test_the_plan_of_the_meeting_is_told_with_the_cover_and_on_no_slide() -> None:
    opened = deck(every_block())

    assert "Zo leid je het gesprek:\n0–10 minuten: Waarom we dit doen." in notes(opened.slides[0])
    assert "Zo leid je het gesprek" not in "\n".join(map(words, opened.slides))


def test_a_section_that_only_says_why_it_is_empty_stays_in_the_report() -> None:
    blocks = (Notice("Te weinig antwoorden", "Wij laten dit pas zien bij 10 of meer."), Paragraph("Later meer."))
    found = [titles(deck(with_section(every_block(), Section(name, "Leeg", blocks)))) for name in ("roles", "groups")]

    assert ["Leeg" in each for each in found] == [False, True]


def test_notes_that_do_not_fit_below_a_figure_are_said_only() -> None:
    long = "De marge hangt af van het aantal mensen dat antwoordde. " * 9
    blocks = (DOTS, Paragraph("Kort.", "small"), Paragraph(long, "small"))
    slide = deck(with_section(every_block(), Section("themes", "Onderwerpen", blocks))).slides[5]

    assert "De streep is de marge. Kort." in words(slide)
    assert long.strip() not in words(slide)
    assert long.strip() in notes(slide)


def test_what_is_said_about_a_figure_that_is_not_shown_stays_in_the_report() -> None:
    blocks = (HEAT, Paragraph("Bij de eerste.", "small"), BARS, Paragraph("Bij de tweede.", "small"))
    opened = deck(with_section(every_block(), Section("roles", "Rollen", blocks, "Rollen.")))
    slide = next(slide for slide in opened.slides if HEAT.answer in words(slide))

    assert "Bij de eerste." in words(slide)
    assert "Bij de tweede." not in words(slide) + notes(slide)


def test_a_table_has_the_sentence_of_its_section_above_it() -> None:
    report = with_section(every_block(), Section("reach", "Bereik", (HEAT.table,), "Hier liggen kansen."))
    slide = next(slide for slide in deck(report).slides if slide.shapes.title.text_frame.text == "Bereik")

    assert "Hier liggen kansen." in words(slide)
    assert "Hier liggen kansen." in notes(slide)


def test_suggestions_stand_with_the_theme_that_they_are_about() -> None:
    talks = Talks((Talk("Rollen en taken", "Zo.", ("Wie?",)), Talk("Voorwaarden", "Zo.", ("Wat?",))))
    about = Suggestions("Acties bij voorwaarden", (Suggestion("Maak een begroting.", "de gemeente", "4 weken"),))
    opened = deck(with_section(every_block(), Section("talk", "Praten", (talks, about))))
    shown = {title: words(slide) for title, slide in zip(titles(opened), opened.slides, strict=True)}

    assert "Maak een begroting." in shown["Praten: Voorwaarden"]
    assert "Maak een begroting." not in shown["Praten: Rollen en taken"]


def test_warnings_stand_small_below_a_figure_and_large_without_one() -> None:
    warning = Notice("Rollen: verdeeld", "Vraag elkaar eerst.", "attention")
    shown = words(deck(with_section(every_block(), Section("themes", "Onderwerpen", (DOTS, warning)))).slides[5])

    assert "De streep is de marge. Rollen: verdeeld. Vraag elkaar eerst." in shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_slide_of_the_themes_explains_its_band_and_no_column(language: str) -> None:
    say = wording(language).say
    note = Paragraph(f"{say('benchmark.how')} {say('benchmark.invented')}", "small")
    opened = deck(with_section(every_block(language), Section("themes", "Iets", (DOTS, note))))
    shown = "\n".join(map(words, opened.slides))
    assert say("pdf.key.band") in shown
    assert say("benchmark.invented") in shown
    assert say("benchmark.how") not in shown + "".join(map(notes, opened.slides))


def test_scale_and_warnings_stand_both_below_the_themes_of_a_divided_network() -> None:
    made_of, asked = full("divided")
    opened = deck(build(made_of, asked, language="nl", audience="participant"))
    shown, said = ("\n".join(map(each, opened.slides)) for each in (words, notes))
    assert "1 is helemaal oneens, 5 is helemaal eens. De streep is de marge" in said
    assert "De grijze band is de middelste helft van de andere netwerken." in said
    assert all(end in shown for end in ("helemaal oneens", "helemaal eens", wording("nl").say("pdf.key.band")))
    assert "De streep is de marge" in shown
    assert "verdeeld. De antwoorden liggen ver uit elkaar." in shown


@pytest.mark.parametrize("mark", ["mark-at_least", "mark-at_most", "mark-between"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_coded_averages_are_explained_by_the_key_of_a_slide(mark: str, language: str) -> None:
    opened = deck(with_section(every_block(language), Section("themes", "Iets", (DOTS,))))
    assert wording(language).say(f"pdf.key.{mark}") in "\n".join(map(words, opened.slides))


def test_hatching_is_explained_where_it_is_drawn() -> None:
    def how(*parts: Part) -> str:
        figure = replace(BARS, drawing=Bars((BarRow("Zin", parts),)))
        page = on_a_slide(Page("Iets", "alone", (figure,), 9), wording("nl"))
        return page.blocks[0].how  # type: ignore[union-attr]  # this one is a figure

    exact = Part("agree", "exact", Decimal("0.5"), Decimal("0.5"), "50%")
    most = replace(exact, kind="at_most", low=None, label="≤50%")
    assert how(exact) == BARS.how
    assert how(exact, most) == f"{BARS.how} Gearceerd: niet precies bekend. ≤ zoveel of minder."


def test_questions_end_above_the_feet() -> None:
    questions = ("Welke stap zet wie, en wanneer, en met welk geld, en wie helpt daarbij dan mee? " * 3,) * 5
    opened = deck(with_section(every_block(), Section("talk", "Praten", (Talks((Talk("Rollen", "Zo.", questions),)),))))
    slide = next(slide for slide in opened.slides if "Welke stap zet wie" in words(slide))
    *shown, _, _ = (shape for shape in slide.shapes if shape.has_text_frame)

    assert max(shape.top + shape.height for shape in shown) <= BODY.bottom


def test_every_slide_of_a_meeting_has_its_minutes_and_what_to_do() -> None:
    told = [notes(slide).splitlines()[0] for slide in deck(report_of("middling", audience="adviser")).slides]
    minutes = [line.partition(".")[0] for line in told]

    assert minutes == [
        "Minuut 0 tot 3", "Minuut 3 tot 6", "Minuut 6 tot 10", *["Minuut 10 tot 25"] * 9,
        "Minuut 25 tot 35", "Minuut 35 tot 45", "Minuut 45 tot 60", "Minuut 60 tot 80",
    ]  # fmt: skip
    assert all(line.partition(". ")[2] for line in told)


def test_a_slide_with_a_theme_says_how_to_lead_that_theme() -> None:
    opened = deck(report_of("middling", audience="adviser"))
    advice = [
        [line for line in notes(slide).splitlines() if line.startswith(("Bij de inzet", "Bij samen mensen"))]
        for slide, title in zip(opened.slides, titles(opened), strict=True)
        if title.startswith("Om over te praten") or slide == opened.slides[0]
    ]

    assert [len(each) for each in advice] == [0, 1, 1]
    assert (
        advice[1][0] == "Bij de inzet van de gemeente: Vraag eerst wat al lukt. Vraag daarna wat er nu in de weg zit."
    )


def test_advice_on_two_themes_at_once_stands_with_each_of_them_and_not_with_the_cover() -> None:
    advice = Fact("Bij rollen en taken en bij voorwaarden", "Maak het klein.")
    talks = Talks((Talk("Rollen en taken", "Zo.", ("Wie?",)), Talk("Voorwaarden", "Zo.", ("Wat?",))))
    plan = Guidance("Zo leid je het gesprek", (Fact("0–10 minuten", "Waarom."), advice))
    report = replace(with_section(every_block(), Section("talk", "Praten", (plan, talks))), audience="adviser")
    opened = deck(report)

    for theme in ("Rollen en taken", "Voorwaarden"):
        assert "Maak het klein." in notes(called(opened, f"Praten: {theme}"))
    assert "Bij voorwaarden: Maak het klein." in notes(called(opened, "Praten: Voorwaarden"))
    assert "Waarom." in notes(opened.slides[0])
    assert "Maak het klein." not in notes(opened.slides[0])


def test_a_scan_is_led_by_the_script_of_a_scan() -> None:
    told = "\n".join(notes(slide) for slide in deck(report_of("scan", audience="adviser")).slides)

    assert "Minuut 1 tot 5. Praat in tweetallen." in told
    assert "Minuut 15 tot 20. Vul samen één actiekaart in." in told
    assert "Minuut 25" not in told
    assert "groepjes" not in told


@every_network
@both_languages
def test_notes_never_speak_of_pairs_and_threes_both(name: str, language: str) -> None:
    told = "\n".join(notes(slide) for slide in deck(report_of(name, language, audience="adviser")).slides)
    pairs, threes = {"nl": ("tweetallen", "groepjes van drie"), "en": ("in pairs", "groups of three")}[language]

    assert (pairs in told) != (threes in told)


@every_network
@both_languages
def test_no_slide_speaks_of_a_table_that_is_not_on_it(name: str, language: str) -> None:
    word = re.compile(rf"\b{wording(language).say('slides.table')}\b")
    for slide in deck(report_of(name, language)).slides:
        has_table = any(shape.has_table for shape in slide.shapes) and not any(
            shape.has_chart for shape in slide.shapes
        )
        said = " ".join((words(slide), notes(slide), *(alt(shape) or "" for shape in slide.shapes)))
        assert has_table or not word.search(said), said


@both_languages
def test_the_projected_cover_says_nothing_about_who_leads(language: str) -> None:
    first = [words(deck(report_of("small", language, audience=each)).slides[0]) for each in ("adviser", "participant")]

    assert first[0] == first[1]
    assert {"nl": "Voor het gesprek, najaar 2026", "en": "For the meeting, autumn 2026"}[language] in first[0]


@pytest.mark.parametrize("name", ["middling", "divided", "large"])
@both_languages
def test_the_tasks_that_the_headline_counts_are_on_the_slide(name: str, language: str) -> None:
    report = report_of(name, language)
    (roles,) = (
        block for section in report.sections for block in section.blocks
        if isinstance(block, Table) and block.id == "roles"
    )  # fmt: skip
    slide = called(deck(report), next(section.title for section in report.sections if section.id == "roles"))

    counted = [[roles.rows[row][column].text for column in (0, 3)] for row in roles.foremost]
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    shown = [[cell.text_frame.text for cell in row.cells] for row in table.rows][1:]
    assert len(counted) > 9
    assert shown[: len(counted)] == counted


@pytest.mark.parametrize("name", ["middling", "large"])
def test_groups_that_the_sentence_is_about_stand_on_top(name: str) -> None:
    report = report_of(name)
    slide = called(deck(report), "Wie bereiken jullie?")
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    verdicts = [row.cells[len(table.columns) - 1].text_frame.text for row in table.rows][1:]
    order = {"kans": 0, "blinde vlek": 1, "weinig gezien": 2}
    places = [order.get(verdict, 3) for verdict in verdicts]

    assert places[0] < 3
    assert places == sorted(places)


def test_without_a_map_no_brackets_are_explained_and_the_tables_are_pointed_at() -> None:
    slide = called(deck(report_of("large")), "Wie heeft contact met wie?")

    assert "haakjes" not in words(slide) + notes(slide)
    assert any(shape.has_table for shape in slide.shapes), "who has contact with whom, by organisation"


def test_adviser_and_participant_get_the_same_numbers() -> None:
    adviser, participant = (report_of("large", audience=each) for each in ("adviser", "participant"))

    def charts_of(report: Report) -> list[str]:
        return [
            shape.chart._chartSpace.xml for slide in deck(report).slides for shape in slide.shapes if shape.has_chart
        ]

    assert charts_of(adviser) == charts_of(participant)


@every_network
@both_languages
def test_the_same_report_at_the_same_moment_is_the_same_file(name: str, language: str) -> None:
    report = report_of(name, language)

    assert slides(report, at=AT) == made(report)
    assert content_digest(made(report)) != content_digest(slides(report, at=AT + timedelta(days=1)))


@every_report
def test_nobody_made_it_and_it_is_of_no_other_moment(name: str) -> None:
    found = everything(made(reports()[name]))

    for stranger in ("Steve Canny", "python-pptx", "PowerPoint Presentation", "Microsoft Macintosh"):
        assert stranger not in found
    opened = deck(reports()[name])
    assert opened.core_properties.author == "Netwerkspiegel"
    assert opened.core_properties.title == reports()[name].title
    assert opened.core_properties.created == AT.replace(tzinfo=None)


@pytest.mark.parametrize("section", ["words", "response", "talk"])
def test_own_words_are_in_no_part_wherever_they_stand(section: str) -> None:
    written = "Dit schreef iemand zelf op"
    quotes = Quotes("Wat gaat goed?", (written,))
    report = with_section(every_block(), Section(section, "Titel", (Paragraph("Zo."), quotes)))

    assert written not in everything(made(report))
    assert "Wat gaat goed?" not in everything(made(report))


def test_who_does_an_action_is_in_no_part() -> None:
    fields = (Fact("Organisatie", "Bibliotheek"), Fact("Wie", "Anneke de Vries"), Fact("Klaar op", "1 maart 2027"))
    cards = ActionCards((ActionCard("Maak een kaart", fields, "previous", "bezig"),))
    report = with_section(every_block(), Section("previous", "Wat jullie afspraken", (cards,)))

    found = everything(made(report))

    assert "Anneke" not in found
    assert all(each in found for each in ("Maak een kaart", "Bibliotheek", "1 maart 2027", "bezig"))


@both_languages
def test_the_person_of_an_agreed_action_is_in_no_part(language: str) -> None:
    action = AgreedAction(
        "a", "Maak een kaart", "busy", date(2026, 5, 1), owner="Bibliotheek", person="Anneke de Vries"
    )

    assert "Anneke" not in everything(made(report_of("small", language, actions=(action,))))


def test_empty_cards_keep_all_their_fields() -> None:
    shown = words(deck(every_block()).slides[-2]).splitlines()

    assert all(shown.count(each) == 3 for each in ("Wat", "Wie", "Klaar op", "Eerste stap"))


def test_tables_that_are_data_only_stay_out() -> None:
    assert "Eens, per groep" not in everything(made(every_block()))


@pytest.mark.parametrize("text", [*HOSTILE, "a\x00b\x0bc\ud800d", "]]> & \" ' <c:v>9</c:v>", "x" * 100_000])
def test_any_text_makes_slides(text: str) -> None:
    report = with_section(
        every_block(network=text),
        Section(
            "talk", text, (Paragraph(text), Notice(text, text), Talks((Talk(text, text, (text, text, text)),)))
        ),
    )  # fmt: skip

    found = everything(made(report))

    assert len(deck(report).slides) == len(deck(every_block()).slides)
    assert "\x00" not in found
    assert len(found) < 2_000_000


def test_markup_stays_text() -> None:
    report = every_block(network=HOSTILE[0])

    assert titles(deck(report))[0] == HOSTILE[0]


@pytest.mark.parametrize("text", ["بالعالم", "👍🏽"])
def test_other_scripts_and_emoji_survive(text: str) -> None:
    assert text in titles(deck(every_block(network=f"Netwerk {text}")))[0]


def test_what_does_not_fit_is_cut_where_everybody_sees_it() -> None:
    name = "Taalnetwerk van de samenwerkende gemeenten " * 40
    title = titles(deck(every_block(network=name)))[0]

    assert title.endswith(" …")
    assert name.startswith(title.removesuffix(" …"))


def test_a_name_of_two_hundred_characters_is_shown_whole() -> None:
    name = ("Taalnetwerk van de gemeenten " * 7)[:200].strip()

    assert titles(deck(every_block(network=name)))[0] == name


def themes(number: int) -> Report:
    """A report of so many themes."""
    mark = Mark("total", "exact", Decimal("3.4"), Decimal("3.4"))
    assert isinstance(DOTS.drawing, Dots)
    rows = tuple(Row(f"Onderwerp {each}", (mark,), "3,4") for each in range(number))
    printed = tuple((replace(DOTS.table.rows[0][0], text=row.label), *DOTS.table.rows[0][1:]) for row in rows)
    figure = replace(DOTS, drawing=replace(DOTS.drawing, rows=rows), table=replace(DOTS.table, rows=printed))
    return with_section(every_block(), Section("themes", "De onderwerpen", (figure,)))


@pytest.mark.parametrize(("number", "of"), [(1, 1), (3, 1), (10, 1), (11, 2), (20, 2)])
def test_many_themes_are_spread_over_slides(number: int, of: int) -> None:
    opened = deck(themes(number))
    shown = [slide for slide, title in zip(opened.slides, titles(opened), strict=True) if "De onderwerpen" in title]

    assert len(shown) == of
    assert sum(words(slide).count("Onderwerp ") for slide in shown) == number
    assert titles(opened).count("De onderwerpen (2 van 2)") == of - 1


def test_a_table_that_is_too_long_says_how_much_is_left_out() -> None:
    rows = tuple(HEAT.table.rows[0] for _ in range(60))
    report = with_section(every_block(), Section("reach", "Bereik", (Table("reach", "x", HEAT.table.columns, rows),)))
    shown = next(words(slide) for slide in deck(report).slides if slide.shapes.title.text_frame.text == "Bereik")

    kept = shown.count("Merken dat iemand")
    assert 5 < kept < 60
    assert f"En nog {60 - kept} regels. Die staan in het rapport." in shown


def test_a_report_with_nothing_to_show_says_so() -> None:
    shown = "\n".join(words(slide) for slide in deck(report_of("silent")).slides)

    assert "Te weinig antwoorden" in shown
    assert not [shape for slide in deck(report_of("silent")).slides for shape in slide.shapes if shape.has_chart]


def test_when_there_is_too_much_the_least_important_stays_in_the_report() -> None:
    more = (("form", "Vorm"), ("unknown", "Onbekend"), ("trend", "Trend"), ("overall", "Cijfer"))
    sections = (Section(name, title, (HEAT,)) for name, title in more)
    report = replace(every_block(), sections=(*every_block().sections, *sections))

    found = titles(deck(report))

    assert len(found) == 16
    assert "Vorm" not in found
    assert {"Dit valt op", "De onderwerpen", "Onbekend", "Acties"} <= set(found)


def test_the_slides_of_statements_are_those_of_the_themes_to_talk_about() -> None:
    def figure(theme: str) -> Figure:
        return replace(BARS, id=f"statements-{theme}", table=replace(BARS.table, caption=f"{theme}: de zinnen"))

    statements = Section("statements", "Alle zinnen", tuple(map(figure, ("Doel", "Rollen", "Leren", "Contact"))))
    talk = Section("talk", "Praten", (Talks((Talk("Leren", "", ("a",)), Talk("Rollen", "", ("b",)))),))
    report = with_section(with_section(every_block(), statements), talk)

    found = [title for title in titles(deck(report)) if title.endswith(": de zinnen")]

    assert found == ["Leren: de zinnen", "Rollen: de zinnen"]


def test_every_highlight_is_there() -> None:
    report = report_of("middling")
    (highlights,) = (block for block in report.sections[0].blocks if isinstance(block, Highlights))

    shown = words(called(deck(report), "Dit valt op"))

    assert all(item.sentence in shown for item in highlights.items)


def test_a_map_is_one_object_with_all_its_names() -> None:
    slide = next(slide for slide in deck(every_block()).slides if TIES.answer in words(slide))
    (group,) = (shape for shape in slide.shapes if shape.shape_type == 6)

    assert (alt(group) or "").startswith(f"{TIES.answer} Kaart van wie contact heeft met wie. ")
    assert all(node.name in words(slide) for node in TIES.drawing.nodes)  # type: ignore[union-attr]  # this one is a figure


def test_a_heat_map_never_makes_what_is_not_shown_look_like_little() -> None:
    slide = next(slide for slide in deck(every_block()).slides if HEAT.answer in words(slide))
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)

    withheld = table.cell(3, 1)

    assert withheld.text_frame.text == "–"
    assert str(withheld.fill.fore_color.rgb) == "FCFBF8"
    assert str(table.cell(1, 3).fill.fore_color.rgb) != "FCFBF8"


def test_the_language_is_told() -> None:
    for language, known_as in (("nl", "nl-NL"), ("en", "en-GB")):
        opened = deck(report_of("small", language))
        pages = [*opened.slides, *(slide.notes_slide for slide in opened.slides)]
        runs = [run for page in pages for run in page._element.xpath(".//a:r")]
        assert {run.rPr.get("lang") for run in runs} == {known_as}
        assert opened.core_properties.language == language


def test_slides_of_a_deck_that_was_made_before_do_not_change() -> None:
    before = made(every_block())
    slides(report_of("small"), at=AT)

    assert slides(every_block(), at=AT) == before
    assert Presentation(BytesIO(before))

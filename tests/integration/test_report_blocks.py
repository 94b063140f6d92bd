"""The page of a report says every value of it, whatever the block, and says nothing twice."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from reports.report import Column, Figure, Report, Section, Table, Ties
from reports.report.ledger import tables
from reports.report.values import texts
from reports.wording import words as wording
from survey.charts import chart
from tests.pages import Page, PageClient
from tests.report_pages import serve
from tests.unit.reports.every_block import every_block
from tests.unit.reports.every_figure import DOTS, HEAT, HOSTILE, TIES
from tests.unit.reports.networks import NETWORKS, report_of
from tests.unit.reports.test_report_printed import figures

SVG = "{http://www.w3.org/2000/svg}"
REPORTS = {
    "every": every_block(),
    "draft": replace(every_block("en"), edition=None),
    "long": every_block(network="Taalnetwerk <b>Waterdam</b> " * 8),
    **{name: report_of(name) for name in NETWORKS},
}


@pytest.fixture
def read(make_app: Callable[..., Flask]) -> Callable[[str], Page]:
    """Read the page of one of the reports."""
    app = make_app("sqlite")
    serve(app, REPORTS | {"crowded": crowded()})
    client = PageClient(app)
    return lambda name: client.get(f"/proefrapport/{name}")


def test_every_value_is_printed_in_its_place_on_every_page(read: Callable[[str], Page]) -> None:
    for name, report in REPORTS.items():
        assert printed(read(name)) == stated(report), name


def test_rows_of_sentences_become_cards_and_a_table_of_many_columns_does_not(read: Callable[[str], Page]) -> None:
    become = {words(next(table.iter("caption"))): table.get("class") for table in read("crowded").all("table")}

    assert become["Zinnen"] == become["Rollen"] == "stack"
    assert become["Getallen"] is become["Iedereen"] is None


def crowded() -> Report:
    """Return a report of short and long rows, with few columns and with many."""

    def table(caption: str, first: str, columns: int, *, numeric: bool) -> Table:
        heads = (Column("Wat"), *(Column(str(each), numeric=numeric) for each in range(1, columns)))
        return Table(caption.lower(), caption, heads, (texts(first, *["soms"] * (columns - 1)),))

    sentence = table("Zinnen", "Bij elke belangrijke taak weten we wie de leiding heeft.", 5, numeric=True)
    said = replace(sentence, columns=(*sentence.columns[:-1], Column("Samen")))
    others = (
        table("Rollen", "Taak", 4, numeric=False),
        table("Getallen", "Groep", 5, numeric=True),
        table("Iedereen", "Bibliotheek", 17, numeric=False),
    )
    return replace(every_block(), sections=(Section("all", "Alles", (said, *others)),))


def stated(report: Report) -> list[tuple[str, ...]]:
    """Return every table cell of a report with its section and the words at its left and above it."""
    return sorted(
        (section, table.caption, flat(row[0].text), column.heading, flat(value.text))
        for section, table in tables(report)
        for row in table.rows
        for column, value in zip(table.columns[1:], row[1:], strict=True)
    )


def printed(page: Page) -> list[tuple[str, ...]]:
    """Return the same of a page."""
    found: list[tuple[str, ...]] = []
    for section in page.all("section"):
        for table in section.iter("table"):
            (caption,) = table.iter("caption")
            heads, *rows = (list(row) for row in table.iter("tr"))
            where = (section.get("id", ""), words(caption))
            found += [
                (*where, words(row[0]), words(head), words(cell))
                for row in rows
                for head, cell in zip(heads[1:], row[1:], strict=True)
            ]
    return sorted(found)


def words(element: Element) -> str:
    return flat("".join(element.itertext()))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_heat_map_is_its_own_table(read: Callable[[str], Page]) -> None:
    page = read("every")
    (heat,) = page.all("table", **{"class": "heat"})
    classes = [cell.get("class") for cell in heat.iter("td")]
    assert classes == ["step-4", "step-3", "step-0", "step-0", "step-2", "step-1", "step-0", *["none"] * 5]
    captions = [words(caption) for caption in page.all("caption")]
    assert captions.count(HEAT.table.caption) == 1


def test_a_map_of_ties_is_a_picture_that_says_what_it_shows(read: Callable[[str], Page]) -> None:
    pictures = [svg for svg in read("every").all(f"{SVG}svg") if "ties" in svg.get("class", "")]
    assert [(svg.get("role"), svg.get("aria-label")) for svg in pictures] == [("img", TIES.alt)] * 2
    assert isinstance(TIES.drawing, Ties)
    for svg in pictures:
        names = [" ".join(map(words, name)) for name in svg.iter(f"{SVG}text")]
        assert names == [node.name for node in TIES.drawing.nodes]
        assert [circle.get("class") for circle in svg.iter(f"{SVG}circle")] == [None, None, "open", None, None]


def test_typed_words_are_text_and_have_their_own_direction(read: Callable[[str], Page]) -> None:
    page = read("every")
    quotes = [words(quote) for quote in page.all("bdi", **{"class": "words"})]
    assert quotes == list(HOSTILE)
    assert HOSTILE[0] in [words(typed) for typed in page.all("bdi")]
    assert "<b>Waterdam</b>" in words(read("long").one("h1"))


def test_a_field_without_a_value_is_a_line_to_write_on(read: Callable[[str], Page]) -> None:
    page = read("every")
    assert len(page.all("dd", **{"class": "line"})) == 3 * 4
    assert [words(state) for state in page.all("p", **{"class": "state"})] == ["klaar"]


def test_the_foot_names_the_edition_of_a_released_report_only(read: Callable[[str], Page]) -> None:
    assert "Editie 1, kenmerk aaaaaaaaaaaa, maandag 16 november 2026" in words(read("every").one("footer"))
    assert "Editie" not in words(read("draft").one("footer"))


def test_a_report_in_another_language_than_the_page_says_so(read: Callable[[str], Page]) -> None:
    assert {section.get("lang") for section in read("draft").all("section")} == {"en"}
    assert {section.get("lang") for section in read("every").all("section")} == {None}


@pytest.mark.parametrize("mark", ["band", "mark-at_least", "mark-at_most", "mark-between"])
def test_the_key_of_averages_explains_every_mark_that_is_drawn(read: Callable[[str], Page], mark: str) -> None:
    keys = [list(each) for each in read("every").all("ul") if "key" in (each.get("class") or "").split()]
    drawn = {words(entry): entry.find(f"{SVG}svg") for key in keys for entry in key}
    shapes = {label: [dict(shape.attrib) for shape in svg or ()] for label, svg in drawn.items()}
    own = shapes[wording("nl").say(f"pdf.key.{mark}")]
    assert own
    assert list(shapes.values()).count(own) == 1  # no other looks like it


def test_the_key_of_a_map_explains_each_thickness_as_it_is_drawn(read: Callable[[str], Page]) -> None:
    keys = [entry for each in read("every").all("ul") if "key" in (each.get("class") or "").split() for entry in each]
    drawn = {words(entry): [dict(shape.attrib) for shape in entry.find(f"{SVG}svg") or ()] for entry in keys}
    say = wording("nl").say
    thick = [drawn[say(f"relations.strength.{strength}")][0]["stroke-width"] for strength in (0, 1, 2, 3)]
    assert thick == [str(width) for width in sorted({line.width for line in chart.pictures(TIES)["broad"].lines})]
    assert list(drawn.values()).count(drawn[say("relations.strength.1")]) == 1  # no other looks like it


def test_beside_each_other_no_band_is_said_to_be_of_other_networks() -> None:
    assert "band" in {each.id for each in chart.key(DOTS, "nl")}
    assert "band" not in {each.id for each in chart.key(replace(DOTS, id="compared-roles"), "nl")}


def test_what_charts_have_in_common_stands_on_the_page_once(read: Callable[[str], Page]) -> None:
    page = read("every")
    scripts = [script for script in page.all("script") if script.get("type") == "application/json"]
    data = [json.loads(script.text or "") for script in scripts]
    assert [part.get("kind") for part in data] == ["dots", "dots", "bars", None]
    assert len(re.findall("paper_bgcolor", "".join(script.text or "" for script in scripts))) == 1


def test_every_chart_has_its_answer_and_its_name(read: Callable[[str], Page]) -> None:
    page = read("large")
    drawn = figures(REPORTS["large"])
    answers = [
        each for each in page.one("main").iter() if each.get("class") == "answer"
    ]  # by itself, or folded under it
    assert [words(answer) for answer in answers] == [figure.answer for figure in drawn]
    plots = [plot for plot in page.all("div") if plot.get("class") == "plot"]
    assert all(plot.get("role") == "img" and plot.get("aria-label") for plot in plots)


def test_a_detail_is_folded_behind_its_answer_with_the_groups_behind_it(read: Callable[[str], Page]) -> None:
    (section,) = read("large").all("section", id="statements")
    figures = list(section.iter("figure"))
    answers = [block.answer for block in section_of("large", "statements").blocks if isinstance(block, Figure)]
    assert [words(figure[0][0][0]) for figure in figures] == answers
    assert {(figure[0].tag, figure[0].get("class"), len(list(figure))) for figure in figures} == {
        ("details", "long", 1)
    }
    captions = [[words(caption) for caption in figure.iter("caption")] for figure in figures]
    tables = [block for block in section_of("large", "statements").blocks if isinstance(block, Table)]
    assert [found[1] for found in captions] == [table.caption for table in tables if table.id.endswith("-groups")]


def test_averages_and_maps_are_not_folded(read: Callable[[str], Page]) -> None:
    for name in ("themes", "groups"):
        (section,) = read("large").all("section", id=name)
        (figure,) = section.iter("figure")
        assert figure[0].tag == "figcaption"


def test_the_contents_name_every_section_and_are_a_link_away(read: Callable[[str], Page]) -> None:
    page = read("large")
    (contents,) = page.all("nav", id="contents")
    sections = [f"#{section.id}" for section in REPORTS["large"].sections]
    assert [link.get("href") for link in contents.iter("a")] == sections
    assert "#contents" in [link.get("href") for link in page.all("a")]


def section_of(name: str, section: str) -> Section:
    return next(each for each in REPORTS[name].sections if each.id == section)

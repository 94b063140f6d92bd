"""The workbook says what the report says: the same texts, the same numbers, how exact, and nothing else."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from reports.forms.packages import content_digest
from reports.forms.workbook import workbook
from reports.report import (
    AgreedAction,
    Column,
    Highlights,
    ReleasedWords,
    Report,
    Section,
    Table,
    Value,
    ledger,
    tables,
)
from reports.wording import words
from tests.unit.reports.every_block import every_block
from tests.unit.reports.every_figure import HOSTILE
from tests.unit.reports.networks import NETWORKS, given, report_of
from tests.unit.reports.workbook_reading import cells, exactness_of, opened, parts, read

AT = datetime(2026, 11, 16, 12, tzinfo=UTC)
LANGUAGES = ("nl", "en")


def made(report: Report) -> bytes:
    return workbook(report, at=AT)


def reports(language: str) -> list[Report]:
    return [every_block(language), *(report_of(name, language) for name in NETWORKS)]


def number_of(value: Value) -> float | None:
    printed = value.high if value.low is None else value.low
    return None if printed is None else float(printed)


def one_table(*rows: tuple[Value, ...], headings: tuple[str, ...] = ("A", "B"), caption: str = "Tabel") -> Report:
    table = Table("one", caption, tuple(map(Column, headings)), rows)
    return replace(every_block(), sections=(Section("one", "Eén", (table,)),))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_there_as_the_report_prints_it(language: str) -> None:
    for report in reports(language):
        found = read(made(report), report)
        for _, table in tables(report):
            assert found[table.id].shown_heads == tuple(column.heading for column in table.columns)
            assert found[table.id].shown == tuple(tuple(value.text for value in row) for row in table.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_is_there_as_a_number_and_how_exact_it_is(language: str) -> None:
    say = words(language).say
    for report in reports(language):
        found = read(made(report), report)
        for _, table in tables(report):
            for place, column in enumerate(table.columns):
                values = [row[place] for row in table.rows]
                if all(value.kind == "text" for value in values):
                    continue
                at = found[table.id].number_heads.index(say("workbook.as_number", heading=column.heading))
                said = found[table.id].exactness_heads.index(say("workbook.how_exact", heading=column.heading))
                for line, value in enumerate(values):
                    assert found[table.id].numbers[line][at] == number_of(value)
                    assert found[table.id].exactness[line][said] == exactness_of(value, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_not_in_the_ledger_is_a_number(language: str) -> None:
    for report in reports(language):
        numbers = sorted(cell.value for cell in cells(made(report)) if not isinstance(cell.value, str))
        entries = [entry.value for entry in ledger(report)]
        published = [number for value in entries if (number := number_of(value)) is not None]
        upper = [float(value.high) for value in entries if value.exactness == "between" and value.high is not None]
        assert numbers == sorted(published + upper)


def test_a_range_has_both_its_ends() -> None:
    found = read(made(every_block()), every_block())["themes"]
    assert found.number_heads == ("Gemiddelde, als getal", "Gemiddelde, tot en met", "Antwoorden, als getal")
    assert found.exactness_heads == ("Gemiddelde, hoe precies", "Antwoorden, hoe precies")
    assert [row[:2] for row in found.numbers] == [
        (3.7, None), (3.9, None), (2.1, None), (2.6, 3.4), (None, None), (None, None),
    ]  # fmt: skip
    assert [row[0] for row in found.exactness] == [
        "precies", "dit of hoger", "dit of lager", "hiertussen", "niet getoond", "niet getoond",
    ]  # fmt: skip


def test_an_end_that_is_not_reached_is_lower_or_higher_than_it_says() -> None:
    unknown = next(table for _, table in tables(report_of("middling")) if table.id == "unknown")
    least = Value("veel", "share", "at_least", Decimal("0.30"), about="dont_know/roles//total", is_strict=True)
    report = one_table(*unknown.rows, (Value("Rollen"), least), (Value("Deel"), replace(least, is_strict=False)))
    found = read(made(report), report)["one"]
    said = {text: exact for (_, text), (exact,) in zip(found.shown, found.exactness, strict=True)}

    assert said["weinig: minder dan 10%"] == "lager dan dit"
    assert found.exactness[-2:] == (("hoger dan dit",), ("dit of hoger",))
    explained = [cell.value for row in opened(made(report)).worksheets[0].iter_rows() for cell in row]
    assert {"‘minder dan 10%’", "Het echte cijfer is lager dan dit.", "‘meer dan 30%’"} <= set(explained)
    assert "‘of lager’, ‘≤10%’" not in explained, "a mark that stands nowhere"


def test_fewer_than_five_and_a_part_are_no_numbers() -> None:
    found = read(made(every_block()), every_block())["reach"]
    assert found.numbers == ((25, None), (None, None))
    assert found.exactness == (("precies", "één tot en met vier"), ("een deel", "niet bekend"))


@pytest.mark.parametrize(
    ("kind", "written"),
    [("average", [Decimal(n) / 10 for n in range(10, 51)]), ("share", [Decimal(n) / 100 for n in range(0, 101, 5)])],
)
def test_a_number_is_written_with_the_digits_that_are_published(kind: str, written: list[Decimal]) -> None:
    rows = [(Value(str(n)), Value(str(n), kind, "exact", n, n, "x")) for n in written]  # type: ignore[arg-type]
    sheet = parts(made(one_table(*rows)))["xl/worksheets/sheet2.xml"].decode()
    stored = re.findall(r"<c [^>]*?><v>([^<]*)</v></c>", re.sub(r'<c [^>]*t="s"[^>]*>.*?</c>', "", sheet))
    assert stored == [f"{n.normalize():f}" for n in written]
    assert {read(made(one_table(*rows)), one_table(*rows))["one"].formats[0][0]} == {
        {"average": "0.0", "share": "0%"}[kind]
    }


@pytest.mark.parametrize(
    "name", ["=1+1", "@SUM(A1)", "-2", "+31612345678", "1", "https://example.org", "\t=1", *HOSTILE]
)
def test_what_is_typed_stays_a_text(name: str) -> None:
    report = one_table((Value(name), Value("x")), caption=name, headings=(name, "B"))
    found = [
        cell for cell in cells(made(report)) if cell.value == name.strip() or cell.value == name.replace("\t", " ")
    ]
    assert len(found) >= 3
    assert {cell.data_type for cell in found} == {"s"}
    assert not any(cell.hyperlink for cell in found)


def test_there_is_no_formula_link_comment_hidden_sheet_or_defined_name() -> None:
    for report in (every_block(network="=HYPERLINK(A1)"), *reports("nl")):
        package = made(report)
        assert not any(re.search("comment|link|drawing|externa|calcChain|vba", name) for name in parts(package))
        for name, content in parts(package).items():
            assert not re.search(
                rb"<f[ >]|<hyperlink|<definedName name=\"(?!_xlnm\.Print_)|state=\"hidden\"|hidden=\"1\"", content
            ), name


def test_a_character_that_no_file_can_hold_does_no_harm() -> None:
    report = one_table((Value("a\x00b\x1bc\u202e\ufffe"), Value("_x0041_")))
    assert read(made(report), report)["one"].shown == (("abc", "_x0041_"),)


def test_a_text_of_any_length_fits_and_says_that_it_was_cut() -> None:
    report = one_table((Value("lang " * 20_000), Value("x")))
    ((long, _),) = read(made(report), report)["one"].shown
    assert len(long) == 32_767
    assert long.endswith("…")


def test_own_words_and_persons_are_nowhere() -> None:
    made_of, _ = given("middling")
    actions = tuple(
        replace(action, person="Wilhelmina Kwaadsteniet", helpers="Bartholomeus", note="Xanthippe")
        for action in made_of.actions
    )
    spoken = ReleasedWords("op-keep", ("Zevenslaperij is het.", "Ook Quispelkwast.", "En ijsvogelblauw."))
    report = report_of("middling", actions=actions, words=(spoken,))
    everything = b"".join(parts(made(report)).values()).decode()
    for secret in ("Wilhelmina", "Bartholomeus", "Xanthippe", *spoken.texts):
        assert secret not in everything
    quoted = b"".join(parts(made(every_block())).values()).decode()
    assert HOSTILE[2] not in quoted
    assert "Zo leid je het gesprek" not in quoted


def test_the_same_report_is_the_same_file_and_only_the_given_time_is_in_it() -> None:
    first = made(every_block())
    assert made(every_block()) == first
    later = workbook(every_block(), at=datetime(2027, 1, 2, 3, 4, 6, tzinfo=UTC))
    assert content_digest(later) != content_digest(first)
    core = parts(later)["docProps/core.xml"].decode()
    assert re.findall(r">(\d{4}-[^<]*)<", core) == ["2027-01-02T03:04:06Z"] * 2
    assert core.count(">Netwerkspiegel<") == 2
    assert b"Microsoft" not in parts(later)["docProps/app.xml"]
    with ZipFile(BytesIO(later)) as zipped:
        assert {member.date_time for member in zipped.infolist()} == {(2027, 1, 2, 3, 4, 6)}


def test_the_first_sheet_explains() -> None:
    report = every_block()
    first = opened(made(report)).worksheets[0]
    said = [str(cell.value) for row in first.iter_rows() for cell in row if cell.value is not None]
    assert first.title == "Lees dit eerst"
    assert said[:2] == [report.title, report.mirror]
    assert "18 van de 24 mensen" in said
    assert "1, gemaakt op 16 november 2026" in said
    assert "a" * 64 in said
    for mark in ("‘< 5’", "–", "‘of hoger’, ‘≥90%’", "‘of lager’, ‘≤10%’"):
        assert mark in said
    for sheet in opened(made(report)).sheetnames[1:]:
        assert sheet in said


def test_without_any_table_the_first_sheet_says_so() -> None:
    report = report_of("silent")
    assert not list(tables(report))
    package = made(report)
    assert opened(package).sheetnames == ["Lees dit eerst"]
    assert any("te weinig antwoorden" in str(cell.value) for cell in cells(package))


def test_a_report_that_was_not_released_names_no_edition() -> None:
    package = made(replace(every_block(), edition=None))
    assert not any(str(cell.value) in ("Uitgave", "Kenmerk") for cell in cells(package))


def test_the_edition_is_of_the_day_of_its_readers() -> None:
    assert every_block().edition is not None
    late = replace(every_block().edition, at=datetime(2026, 11, 16, 23, 30, tzinfo=UTC))  # type: ignore[type-var]
    package = made(replace(every_block(), edition=late))
    assert any(cell.value == "1, gemaakt op 17 november 2026" for cell in cells(package))


def test_the_name_of_a_table_is_never_cut() -> None:
    long = "Het netwerk is de tijd waard die ik erin steek, en nog veel meer dan dat"
    sheet = opened(made(one_table((Value("a"), Value("1", "number", "exact", 1, 1)), caption=long))).worksheets[1]
    assert sheet["A2"].value == long
    assert sheet["A2"].alignment.wrap_text
    assert "A2:B2" in {str(each) for each in sheet.merged_cells.ranges}
    assert sheet.row_dimensions[2].height > 40


def test_what_to_talk_about_has_a_sheet() -> None:
    texts = [str(cell.value) for cell in opened(made(report_of("middling", "nl", "adviser")))["Om over te praten"]["B"]]
    assert "Vraag" in texts
    assert any(text.endswith("?") for text in texts)


def test_a_warning_travels_with_its_figures() -> None:
    texts = [str(cell.value) for cell in cells(made(every_block()))]
    assert "Kan dubbel geteld zijn. Tel deze aantallen niet bij elkaar op." in texts
    assert "Over contact en vertrouwen zijn jullie het meest tevreden." in texts


def test_columns_are_as_wide_as_their_texts_within_bounds() -> None:
    for report in reports("nl"):
        for sheet in opened(made(report)).worksheets:
            for letter, column in sheet.column_dimensions.items():
                assert 3 <= column.width <= 92, letter
    narrow = opened(made(one_table((Value("x"), Value("y" * 500))))).worksheets[1]
    assert narrow.column_dimensions["A"].width < 12
    assert narrow.column_dimensions["B"].width < 26
    assert narrow.row_dimensions[4].height > 100


@pytest.mark.parametrize("number", [3, 20])
def test_few_and_many_themes_fit(number: int) -> None:
    original = next(table for _, table in tables(every_block()) if table.id == "themes")
    rows = tuple((Value(f"Onderwerp {place}"), *original.rows[0][1:]) for place in range(number))
    named = [replace(original, id=f"t{place}", caption=f"Tabel {place}", rows=rows) for place in range(number)]
    report = replace(
        every_block(), sections=(Section("a", "Alles", tuple(named)), *(Section(t.id, t.caption, (t,)) for t in named))
    )
    assert len(opened(made(report)).sheetnames) == number + 2
    assert {len(table.shown) for table in read(made(report), report).values()} == {number}


def test_what_was_agreed_has_a_sheet_without_its_persons_and_there_are_rows_to_fill_in() -> None:
    action = AgreedAction("1", "Iets doen", "open", datetime(2026, 1, 1).date(), owner="Welzijn", person="Fatima")
    book = opened(made(report_of("small", actions=(action,))))

    agreed, empty = book["Wat jullie eerder afspraken"], book["Acties"]
    rows = [[cell.value for cell in row] for row in agreed.iter_rows() if row[0].value in ("Actie", "Iets doen")]
    assert rows == [["Actie", "Hoe ver", "Organisatie"], ["Iets doen", "open", "Welzijn"]]
    assert sum(row[0].value == "Nieuwe actie" for row in empty.iter_rows()) == 3


def test_every_section_but_own_words_has_a_sheet() -> None:
    report = report_of("middling")
    sheets = opened(made(report)).sheetnames[1:]
    assert len(sheets) == len(report.sections) - 1
    assert {"Dit valt op", "Wie antwoordde", "Acties"} <= set(sheets)
    assert "In eigen woorden" not in sheets
    said = [str(cell.value) for cell in cells(made(report))]
    highlights = next(block for block in report.sections[0].blocks if isinstance(block, Highlights))
    assert all(item.sentence in said for item in highlights.items)

"""Packages of real libraries: the same content at one moment is the same file, and nobody is named in it."""

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm
from xlsxwriter import Workbook

from reports.forms.packages import content_digest, fixed

AT = datetime(2026, 6, 12, 9, 30, tzinfo=UTC)
LATER = AT + timedelta(days=400)
STAFF = "Anneke de Vries"


def slides(title: str = "Netwerk Zuid & Noord", number: float = 3.9) -> bytes:
    """A presentation as its library makes it: with a chart, whose workbook lies within it, and an author."""
    deck, target, data = Presentation(), BytesIO(), CategoryChartData()
    data.categories = ["een", "twee"]
    data.add_series("netwerk", (number, 2))
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = title
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, Cm(1), Cm(1), Cm(9), Cm(9), data)
    deck.core_properties.title, deck.core_properties.author = title, STAFF
    deck.core_properties.last_modified_by = STAFF
    deck.save(target)
    return target.getvalue()


def workbook(written: datetime = AT, number: float = 3.9) -> bytes:
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"author": STAFF, "company": STAFF, "manager": STAFF, "created": written, "title": "<Zuid>"})
    book.add_worksheet("Thema’s").write(0, 0, number)
    book.close()
    return target.getvalue()


def members(package: bytes) -> dict[str, bytes]:
    """Every part at any depth, by its path."""
    found = dict[str, bytes]()
    with ZipFile(BytesIO(package)) as zipped:
        for name in zipped.namelist():
            found[name] = content = zipped.read(name)
            if content.startswith(b"PK"):
                found |= {f"{name}!{inner}": part for inner, part in members(content).items()}
    return found


def zipped_again(package: bytes) -> bytes:
    """The same parts, in another order, at another time and not compressed."""
    target = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(target, "w", ZIP_STORED) as new:
        for name in reversed(old.namelist()):
            content = old.read(name)
            new.writestr(name, zipped_again(content) if content.startswith(b"PK") else content)
    return target.getvalue()


def test_the_same_workbook_written_at_two_moments_is_one_file() -> None:
    first, second = workbook(), workbook(LATER.replace(tzinfo=None))

    assert first != second
    assert fixed(first, at=AT) == fixed(second, at=AT)
    assert fixed(first, at=AT) != fixed(first, at=LATER)


def test_the_same_slides_are_one_file_with_the_workbooks_within_them() -> None:
    made = slides()
    again = zipped_again(made)

    assert made != again
    assert fixed(made, at=AT) == fixed(again, at=AT)


def test_fixing_twice_changes_nothing() -> None:
    once = fixed(slides(), at=AT)

    assert fixed(once, at=AT) == once


@pytest.mark.parametrize("package", [slides(), workbook()], ids=["slides", "workbook"])
def test_no_time_but_the_given_one_is_in_any_member(package: bytes) -> None:
    def times(package: bytes) -> set[tuple[int, ...]]:
        with ZipFile(BytesIO(package)) as zipped:
            found: set[tuple[int, ...]] = {each.date_time for each in zipped.infolist()}
            inner = [zipped.read(name) for name in zipped.namelist() if name.endswith(".xlsx")]
        return found.union(*map(times, inner))

    assert times(fixed(package, at=AT)) == {(2026, 6, 12, 9, 30, 0)}


def test_a_moment_of_another_time_zone_is_the_same_moment() -> None:
    summer = AT.astimezone(timezone(timedelta(hours=2)))

    assert fixed(workbook(), at=summer) == fixed(workbook(), at=AT)


@pytest.mark.parametrize("package", [slides(), workbook()], ids=["slides", "workbook"])
def test_nobody_is_named_and_the_product_is_the_maker(package: bytes) -> None:
    assert any(STAFF.encode() in part for part in members(package).values())

    parts = members(fixed(package, at=AT))

    assert not any(STAFF.encode() in part for part in parts.values())
    cores = [part.decode() for name, part in parts.items() if name.endswith("docProps/core.xml")]
    assert cores
    for core in cores:
        assert "<dc:creator>Netwerkspiegel</dc:creator>" in core
        assert "<cp:lastModifiedBy>Netwerkspiegel</cp:lastModifiedBy>" in core
        assert core.count("2026-06-12T09:30:00Z") == 2
    apps = {part for name, part in parts.items() if name.endswith("docProps/app.xml")}
    assert all(b"<Application>Netwerkspiegel</Application>" in app and b"Company" not in app for app in apps)


def test_the_libraries_read_what_was_fixed() -> None:
    deck = Presentation(BytesIO(fixed(slides(), at=AT)))
    book = load_workbook(BytesIO(fixed(workbook(), at=AT)))

    assert deck.core_properties.title == "Netwerk Zuid & Noord"
    assert deck.core_properties.author == "Netwerkspiegel"
    assert deck.core_properties.created == AT.replace(tzinfo=None)
    assert book.properties.title == "<Zuid>"
    assert book.properties.modified == AT.replace(tzinfo=None)
    assert book["Thema’s"]["A1"].value == 3.9


def test_readers_find_first_what_kind_of_file_it_is() -> None:
    with ZipFile(BytesIO(fixed(zipped_again(slides()), at=AT))) as zipped:
        assert zipped.namelist()[0] == "[Content_Types].xml"
        assert zipped.namelist()[1:] == sorted(zipped.namelist()[1:])


def test_the_digest_tells_content_and_nothing_else() -> None:
    made = fixed(slides(), at=AT)

    assert content_digest(made) == content_digest(zipped_again(made))
    assert len(content_digest(made)) == 64


@pytest.mark.parametrize(
    "other", [slides(title="Netwerk West"), slides(number=4.0)], ids=["a title", "a number in a chart"]
)
def test_the_digest_tells_other_content(other: bytes) -> None:
    assert content_digest(fixed(slides(), at=AT)) != content_digest(fixed(other, at=AT))


def test_the_digest_tells_a_number_that_is_only_in_a_workbook_within() -> None:
    """The numbers of a chart stand in its part and again in its workbook: the digest reads both."""
    made = fixed(slides(), at=AT)
    target = BytesIO()
    with ZipFile(BytesIO(made)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, fixed(workbook(number=4.8), at=AT) if name.endswith(".xlsx") else old.read(name))

    assert content_digest(target.getvalue()) != content_digest(made)


def test_the_digest_does_not_confuse_a_name_with_its_content() -> None:
    def package(**parts: str) -> bytes:
        target = BytesIO()
        with ZipFile(target, "w") as zipped:
            for name, content in parts.items():
                zipped.writestr(name, content)
        return target.getvalue()

    assert content_digest(package(a="bc")) != content_digest(package(ab="c"))

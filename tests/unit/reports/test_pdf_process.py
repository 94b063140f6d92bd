"""The process that compiles: a time limit, an empty memory now and then, and errors that say what to do."""

import logging
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reports.forms.pdf import pdf
from reports.forms.typesetting import (
    FONTS,
    CannotMakePdf,
    Job,
    MissingFonts,
    NotCompiled,
    Typesetter,
    apart,
    typeset,
)
from reports.forms.typesetting.compiling import compiled
from reports.forms.typesetting.fonts import font_folders
from reports.forms.typesetting.setting import without_glyph
from tests.unit.reports.every_block import every_block

AT = datetime(2026, 11, 16, 12, tzinfo=UTC)
GOOD = '#set document(title: "Goed", date: auto)\n#set text(lang: "nl")\n= Goed'
#: Ends in hours, and takes the compiler's whole attention.
ENDLESS = "#let on(n) = { for a in range(100000) { for b in range(100000) { n += 1 } } }\n#on(0)"
PERSON = "Fatima"


@pytest.fixture
def by() -> Iterator[Typesetter]:
    with Typesetter(seconds=5, documents=3) as typesetter:
        yield typesetter


def job(folder: Path, source: str = GOOD) -> Job:
    template = folder / "made.typ"
    template.write_text(source)
    return Job(str(template), "{}", AT.isoformat(), font_folders(FONTS), str(folder))


def number_of(by: Typesetter) -> int:
    assert by.process is not None
    return by.process


def test_it_makes_what_this_process_would_make(tmp_path: Path) -> None:
    assert apart(job(tmp_path)) == compiled(job(tmp_path))


def test_a_template_without_an_end_is_stopped(tmp_path: Path) -> None:
    before = time.monotonic()
    with Typesetter(seconds=0.5) as by, pytest.raises(CannotMakePdf, match="in time") as stopped:
        by(job(tmp_path, ENDLESS))
    assert stopped.value.cause == "time"
    assert time.monotonic() - before < 5


def test_after_a_document_without_an_end_the_next_one_is_made(tmp_path: Path) -> None:
    with Typesetter(seconds=0.5) as by:
        with pytest.raises(CannotMakePdf):
            by(job(tmp_path, ENDLESS))
        assert by(job(tmp_path)).startswith(b"%PDF")


def test_a_process_that_is_gone_is_replaced(tmp_path: Path, by: Typesetter) -> None:
    by(job(tmp_path))
    os.kill(number_of(by), signal.SIGKILL)
    with pytest.raises(CannotMakePdf, match="the compiler stopped") as stopped:
        by(job(tmp_path))
    assert stopped.value.cause == "stopped"
    assert by(job(tmp_path)).startswith(b"%PDF")


def test_a_new_process_begins_after_so_many_documents(tmp_path: Path, by: Typesetter) -> None:
    processes: list[int] = []
    for _ in range(7):
        by(job(tmp_path))
        processes.append(number_of(by))
    first, second, third = processes[0], processes[3], processes[6]
    assert processes == [first] * 3 + [second] * 3 + [third]
    assert len({first, second, third}) == 3


def test_nothing_runs_after_it_is_closed(tmp_path: Path) -> None:
    with Typesetter() as by:
        by(job(tmp_path))
        process = number_of(by)
    assert by.process is None
    assert not Path(f"/proc/{process}").exists()


def test_a_mistake_in_a_template_is_told_with_what_the_compiler_says(tmp_path: Path, by: Typesetter) -> None:
    with pytest.raises(NotCompiled, match="unknown variable: nothing"):
        by(job(tmp_path, "#nothing"))
    assert by(job(tmp_path)).startswith(b"%PDF")


def test_an_error_says_nothing_of_what_is_in_the_document(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(job: Job) -> bytes:
        raise NotCompiled(f'unexpected "{PERSON}"')

    with caplog.at_level(logging.DEBUG), pytest.raises(CannotMakePdf) as stopped:
        pdf(every_block(network=PERSON), by=broken)
    assert (stopped.value.cause, PERSON in str(stopped.value), PERSON in caplog.text) == ("template", False, False)


def test_a_whole_report_in_a_typesetter_has_the_same_bytes(by: Typesetter) -> None:
    assert pdf(every_block(), by=by) == pdf(every_block(), by=by) == pdf(every_block())


@pytest.mark.parametrize(
    "lacking", ["noto-emoji/400Regular", "noto-emoji/700Bold", "atkinson-hyperlegible-next/600SemiBold"]
)
def test_a_missing_font_is_named_with_what_to_do(lacking: str, tmp_path: Path) -> None:
    for folder in ("400Regular", "600SemiBold", "700Bold"):
        for family in ("atkinson-hyperlegible-next", "noto-emoji"):
            place = tmp_path / family / folder
            place.mkdir(parents=True)
            if f"{family}/{folder}" != lacking:
                (place / "font.ttf").touch()
    with pytest.raises(MissingFonts, match=rf"There is no font in .*{lacking}\. Run 'npm ci'"):
        pdf(every_block(), fonts=tmp_path)


def test_signs_without_a_glyph_are_replaced_round_by_round() -> None:
    asked: list[set[str]] = []

    def content(unprintable: object) -> list[str]:
        asked.append(set(unprintable))  # type: ignore[call-overload]  # a collection of texts
        return ["漢字 é €"]

    def never(job: Job) -> bytes:
        raise NotCompiled(f'the text `"{"漢字"[len(asked) % 2]}"` could not be displayed')

    with pytest.raises(CannotMakePdf):
        typeset(Path("any.typ"), content, at=AT, by=never)  # type: ignore[arg-type]
    assert len(asked) == 6
    assert asked[0] == set()
    assert asked[-1] >= {"漢", "字"}
    assert not asked[-1] & set("é €")


def test_what_the_compiler_says_is_missing_is_read_back() -> None:
    said = r'error: the text `"\u{fffe}"` could not be displayed' + "\n" + 'the text `"漢字"` could not be displayed'
    assert without_glyph(said) == {"\ufffe", "漢字"}
    assert without_glyph("error: unknown variable") == set()


def test_the_time_of_a_document_is_that_it_is_given(tmp_path: Path) -> None:
    one, other = job(tmp_path), replace(job(tmp_path), at=datetime(2027, 1, 1, tzinfo=UTC).isoformat())
    assert compiled(one) != compiled(other)
    assert b"D:20261116120000" in compiled(one)

"""Setting a document in a process of its own: in time, one after the other, and with what no font has replaced."""

import os
import signal
import time
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reports.forms.pdf import pdf
from reports.forms.typesetting import (
    FONTS,
    CannotMakePdf,
    Job,
    Json,
    NotCompiled,
    Typesetter,
    apart,
    printable,
    shortened,
    softened,
    typeset,
)
from reports.forms.typesetting.fonts import font_folders
from reports.forms.typesetting.plain import beyond_doubt
from reports.report import EditionMark
from tests.pdf_reading import text_of
from tests.unit.reports.every_block import every_block

AT = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = """#set document(title: "t")
#set text(font: ("Atkinson Hyperlegible Next", "Noto Emoji"), fallback: false)
"""
PRINTS = WORDS + "#json(bytes(sys.inputs.data)).words"
LOOPS = WORDS + "#{ let n = 0; for a in range(1000000) { for b in range(1000000) { n += 1 } } }"


def job(folder: Path, written: str, words: str = "hallo") -> Job:
    path = folder / "written.typ"
    path.write_text(written)
    return Job(str(path), str(folder), f'{{"words": "{words}"}}', AT.isoformat(), font_folders(FONTS))


def process_of(typesetter: Typesetter) -> int:
    child = typesetter._child
    assert child is not None
    return child.pid


def test_a_template_that_never_ends_is_ended(tmp_path: Path) -> None:
    began = time.monotonic()
    with Typesetter(seconds=0.5) as by:
        with pytest.raises(CannotMakePdf, match="in time") as refused:
            by(job(tmp_path, LOOPS))
        assert refused.value.cause == "time"
        assert time.monotonic() - began < 5
        assert text_of(by(job(tmp_path, PRINTS))).strip() == "hallo"


def test_a_process_that_ends_by_itself_is_replaced(tmp_path: Path) -> None:
    with Typesetter() as by:
        by(job(tmp_path, PRINTS))
        os.kill(process_of(by), signal.SIGKILL)
        with pytest.raises(CannotMakePdf, match="stopped") as refused:
            by(job(tmp_path, PRINTS))
        assert refused.value.cause == "stopped"
        assert by(job(tmp_path, PRINTS)).startswith(b"%PDF")


def test_the_process_is_started_anew_after_so_many_documents(tmp_path: Path) -> None:
    with Typesetter(documents=2) as by:
        processes: list[int] = []
        for _ in range(5):
            by(job(tmp_path, PRINTS))
            processes.append(process_of(by))
    assert [processes.index(each) for each in processes] == [0, 0, 2, 2, 4]


def test_closing_leaves_no_process(tmp_path: Path) -> None:
    with Typesetter() as by:
        by(job(tmp_path, PRINTS))
        process = process_of(by)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    by.close()


def test_the_child_makes_the_same_bytes_each_time() -> None:
    with Typesetter() as by:
        assert pdf(every_block(), by=by) == pdf(every_block(), by=by) == pdf(every_block())


def test_a_moment_with_parts_of_a_second_is_that_second(tmp_path: Path) -> None:
    exact = job(tmp_path, PRINTS)
    assert apart(replace(exact, at=AT.replace(microsecond=123456).isoformat())) == apart(exact)


def test_what_the_compiler_says_comes_back(tmp_path: Path) -> None:
    with pytest.raises(NotCompiled, match="unknown variable"):
        apart(job(tmp_path, "#nonsense"))


def test_a_template_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    with pytest.raises(NotCompiled):
        apart(job(tmp_path, '#read("../../../../etc/passwd")'))


class Compiler:
    """Reports the given texts as missing, a round each, and remembers what it was asked to compile."""

    def __init__(self, *missing: str) -> None:
        self.missing = list(missing)
        self.asked: list[str] = []

    def __call__(self, asked: Job) -> bytes:
        self.asked.append(asked.data)
        if self.missing:
            raise NotCompiled(self.missing.pop(0))
        return b"made"


def lacking(text: str) -> str:
    return f'error: the text `"{text}"` could not be displayed'


def set_by(compiler: Compiler, words: str) -> bytes:
    def content(unprintable: Collection[str]) -> Json:
        return printable(words, unprintable)

    return typeset(Path("none.typ"), content, at=AT, by=compiler)


def test_what_is_missing_is_replaced_round_after_round() -> None:
    compiler = Compiler(lacking("漢"), lacking(r"e\u{301}"))
    assert set_by(compiler, "漢 e\u0301 ok") == b"made"
    assert compiler.asked == ['"漢 e\u0301 ok"', '"? e\u0301 ok"', '"? ? ok"']


def test_after_five_rounds_everything_in_doubt_is_replaced() -> None:
    compiler = Compiler(*map(lacking, "一二三四五"))
    assert set_by(compiler, "一二三四五六七 blijft: é – “ok”") == b"made"
    assert compiler.asked[-1] == '"??????? blijft: é – “ok”"'
    assert len(compiler.asked) == 6


def test_more_rounds_than_that_are_a_mistake_of_ours() -> None:
    with pytest.raises(CannotMakePdf) as refused:
        set_by(Compiler(*map(lacking, "一二三四五六")), "一二三四五六")
    assert refused.value.cause == "template"


def test_the_message_of_a_failure_holds_nothing_of_the_document() -> None:
    with pytest.raises(CannotMakePdf, match="template does not compile") as refused:
        set_by(Compiler("error: label <Anna> does not exist"), "Anna")
    assert "Anna" not in str(refused.value)


def test_the_fonts_have_what_is_beyond_doubt(tmp_path: Path) -> None:
    certain = "".join(each for each in map(chr, range(0x20, 0x3000)) if beyond_doubt(each) and each not in '"\\')
    assert len(certain) > 300
    assert apart(job(tmp_path, PRINTS, certain)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("kort", 4, "kort"),
        ("een twee drie", 9, "een twee… (ingekort)"),
        ("eenlangwoord", 5, "eenla… (ingekort)"),
        ("a bcdefghijkl", 9, "a bcdefgh… (ingekort)"),
    ],
)
def test_a_long_text_is_cut_visibly(text: str, most: int, kept: str) -> None:
    assert shortened(text, most, "(ingekort)") == kept


def test_only_very_long_words_get_places_to_break() -> None:
    assert softened("gewone woorden") == "gewone woorden"
    assert softened("x" * 30) == "\u200b".join(["xxxxx"] * 6)


def test_no_sign_is_broken_in_two() -> None:
    signs = ["👍🏽", "👨\u200d👩\u200d👧", "e\u0301", "🇳🇱"]
    text = "".join(sign + "a" for sign in signs * 4)
    pieces = softened(text).split("\u200b")
    assert "".join(pieces) == text
    assert len(pieces) > 8
    assert [sign for piece in pieces for sign in signs if sign[0] in piece and sign not in piece] == []


def test_a_moment_to_the_microsecond_is_a_second_on_paper() -> None:
    exact, whole = (
        pdf(
            replace(every_block(), edition=EditionMark(1, "a" * 64, datetime(2026, 11, 16, 12, 0, 3, part, tzinfo=UTC)))
        )
        for part in (123_456, 0)
    )
    assert exact == whole

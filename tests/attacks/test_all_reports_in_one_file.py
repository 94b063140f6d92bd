"""Attacks on the file with all reports: what it repeats (11), says of its members (18), and had before (20)."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask

from reports.forms.kinds import FORMS
from tests.attacks.batch_files import batch, beside, form_of, members, told_of
from tests.attacks.closed_round import Attacked
from tests.attacks.program_channels import names_of_staff
from tests.attacks.report_files import file_of, read_file, signed_in
from tests.batches import ask, make, zip_address, zips
from tests.editions import TEXTS, editions, id_of, released_with_words
from tests.factories import OpenRound, sign_in
from tests.pages import HOST, PageClient


def test_11_every_form_in_the_file_is_the_one_that_staff_get_by_itself(attacked: Attacked) -> None:
    packed = batch(attacked, "nl").packed
    client, address = signed_in(attacked), f"/rondes/{attacked.round.id}/rapport"

    found = {form_of(name): made for name, made in members(attacked, packed)}

    assert list(found) == list(FORMS)
    assert found == {name: file_of(client, address, name, "nl") for name in FORMS}


def test_18_a_member_says_only_which_report_it_is_and_when_that_was_released(
    attacked: Attacked,
) -> None:
    packed = batch(attacked, "nl").packed
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        told = opened.infolist()

    released = {moment(each.made_at_utc) for each in editions(attacked.app, attacked.round.id)}
    assert {each.date_time for each in told} <= released
    assert {(each.extra, each.comment, each.create_system, each.external_attr >> 16) for each in told} == {
        (b"", b"", 3, 0o600)
    }
    assert beside(packed) == b""
    assert not [name for name in names_of_staff(attacked) if name in "\n".join(told_of(packed))]


def moment(at: datetime) -> tuple[int, ...]:
    """Return a moment as a ZIP writes it, in steps of two seconds."""
    return (*at.timetuple()[:5], at.second // 2 * 2)


def test_18_who_asks_twice_gets_the_same_bytes(attacked: Attacked) -> None:
    first, second = batch(attacked, "nl"), batch(attacked, "nl")

    assert first.packed == second.packed


Hiding = Callable[[zipfile.ZipFile], None]


def in_a_comment(opened: zipfile.ZipFile) -> None:
    opened.comment = b"3.63"


def in_the_comment_of_a_member(opened: zipfile.ZipFile) -> None:
    opened.getinfo("a/b.csv").comment = b"3.63"


def in_a_name(opened: zipfile.ZipFile) -> None:
    opened.writestr("a/3.63.csv", b"")


@pytest.mark.parametrize("hide", [in_a_comment, in_the_comment_of_a_member, in_a_name])
def test_18_this_attack_reads_what_a_file_says_of_its_members(hide: Hiding) -> None:
    assert "3.63" in "\n".join(told_of(packed_with(hide)))


def test_18_this_attack_reads_extra_fields_and_what_is_between_members() -> None:
    def extra(opened: zipfile.ZipFile) -> None:
        told = zipfile.ZipInfo("a/c.csv")
        told.extra = b"\x00\x99\x04\x003.63"
        opened.writestr(told, b"")

    def between(opened: zipfile.ZipFile) -> None:
        assert opened.fp
        opened.fp.write(b"3.63")
        opened.start_dir = opened.fp.tell()  # type: ignore[attr-defined]  # where the list of members begins

    assert b"3.63".hex() in "\n".join(told_of(packed_with(extra)))
    assert beside(packed_with(between)) == b"3.63"
    assert "3.63" in "\n".join(told_of(packed_with(between)))


def packed_with(hide: Hiding) -> bytes:
    """Return a file with one member, in which something is hidden."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as opened:
        opened.writestr("a/b.csv", b"x")
        hide(opened)
    return target.getvalue()


def test_20_a_hidden_text_is_in_no_file_of_all_reports(committed_app: Flask) -> None:
    """The file that was made before is gone with it, and one that is made anew has the other texts only."""
    opened, client = released_with_words(committed_app), PageClient(committed_app)
    sign_in(committed_app, client)
    gone, kept = TEXTS[0], TEXTS[1]
    assert {gone, kept} <= read(client, committed_app)
    before = zip_address(committed_app)

    hide_text(committed_app, client, opened, gone)

    assert zips(committed_app) == []
    assert client.http.get(before, base_url=HOST).status_code in (303, 404)
    assert {kept} == read(client, committed_app) & {gone, kept}


def read(client: PageClient, app: Flask) -> set[str]:
    """Have the slides and the PDFs of all networks made; return the own words that are in them."""
    ask(client, "pdf", "slides")
    make(app)
    with zipfile.ZipFile(io.BytesIO(client.get(zip_address(app)).body)) as opened:
        said = "\n".join(read_file(form_of(name), opened.read(name)) for name in opened.namelist())
    return {text for text in TEXTS if text in " ".join(said.split())}


def hide_text(app: Flask, client: PageClient, opened: OpenRound, text: str) -> None:
    address = f"/rondes/{opened.id}/eigen-woorden"
    client.submit(client.get(address), {f"do-{id_of(app, opened, text)}": "hidden"}, form={"action": address})

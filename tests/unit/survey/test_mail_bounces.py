"""What a mail that came back says; what is not understood is never guessed."""

import pytest

from survey.mail.bounces import Notice, read_notice
from tests.notices import AWAY, FOR_PEOPLE, OURS, notice


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers", "message/rfc822-headers"])
def test_a_final_failure_names_our_mail_and_the_servers_number(returned: str) -> None:
    assert read_notice(notice(returned=returned)) == Notice((OURS,), True, 550)


@pytest.mark.parametrize(
    ("status", "action"),
    [("4.4.7", "failed"), ("4.2.2", "delayed"), ("5.1.1", "delayed"), ("2.1.5", "delivered"), ("", "failed")],
)
def test_what_is_late_or_arrived_is_not_final(status: str, action: str) -> None:
    read = read_notice(notice(status=status, action=action))

    assert read is not None
    assert not read.is_final
    assert read.code is None


@pytest.mark.parametrize("diagnostic", ["X-Postfix; unknown user", "smtp; 450 4.2.0 later", "smtp", ""])
def test_a_number_that_is_not_told_is_not_made_up(diagnostic: str) -> None:
    read = read_notice(notice(diagnostic=diagnostic))

    assert read is not None
    assert (read.is_final, read.code) == (True, None)


def test_without_the_mail_itself_what_it_answers_to_is_looked_at() -> None:
    cut = notice(message_id="<other@elsewhere.example>")
    for name in (b"In-Reply-To", b"References"):
        read = read_notice(
            cut.replace(b"MIME-Version", name + b": <x@y.example> " + OURS.encode() + b"\r\nMIME-Version")
        )
        assert read is not None
        assert read.message_ids == (OURS,)


def test_a_mail_of_somebody_else_is_none_of_ours() -> None:
    read = read_notice(notice(message_id="<20261127.99@elsewhere.example>"))

    assert read is not None
    assert read.message_ids == ()


def test_names_that_stand_in_the_words_of_a_returned_mail_are_not_taken_for_its_own() -> None:
    quoting = notice().replace(b"Subject: Hoe", f"\r\nEerder: <{9:032x}@spiegel.example>\r\nSubject: Hoe".encode())

    assert read_notice(quoting) == Notice((OURS,), True, 550)


@pytest.mark.parametrize(
    "content",
    [
        AWAY,
        FOR_PEOPLE,
        b"",
        b"\x00\xff" * 500,
        notice().replace(b"message/delivery-status", b"text/plain"),
        notice().replace(b"Action", b"Acxion"),
        b"Content-Type: multipart/report; boundary=b\r\n\r\nno parts at all",
    ],
)
def test_anything_else_is_not_recognised(content: bytes) -> None:
    assert read_notice(content) is None


def test_a_notice_that_was_cut_short_is_read_as_far_as_it_goes() -> None:
    whole = notice()
    for length in range(0, len(whole), 7):
        read = read_notice(whole[:length])
        assert read is None or read.message_ids in ((), (OURS,))


def test_mails_in_mails_in_mails_stop_nobody() -> None:
    deep = b"".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n'.encode() for n in range(3000))

    assert read_notice(deep + notice()) is None


def test_a_header_in_other_letters_is_no_reason_to_stop() -> None:
    assert read_notice(notice().replace(b"failed", b"f\xe9\xffled")) is not None
    assert read_notice(notice().replace(b"Subject: Hoe", b"X-\xe9: \xff\r\nSubject: Hoe")) == Notice((OURS,), True, 550)

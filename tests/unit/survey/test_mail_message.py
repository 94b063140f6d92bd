"""A mail: its headers, its two forms, and that nobody can add a header, a recipient or markup to it."""

from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage

import pytest

from survey.mail.failures import MailRefused
from survey.mail.message import Attachment, Envelope, compose, mailbox, new_message_id, numbered, one_line, own_part
from survey.mail.texts import Text
from tests.mail_server import read_mail, words_of

SENDER = Address("Netwerkspiegel", addr_spec="noreply@spiegel.example")
ID = f"<{'0f' * 16}@spiegel.example>"
TEXT = Text("nl", "Je link", "Hallo,\n\nHier is hij.\n", "<!DOCTYPE html>\n<p>Hallo,</p>\n")
AT = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)


def made(*, to: str = "ada@x.example", subject: str = "Je link", reply_to: tuple[str, ...] = ()) -> EmailMessage:
    """Compose a mail, and read it again as its reader does."""
    text = Text("nl", subject, TEXT.plain, TEXT.html)
    return read_mail(compose(Envelope(ID, SENDER, to, reply_to), text, at=AT).as_bytes())


def test_a_mail_says_who_writes_and_that_a_machine_does() -> None:
    headers = dict(made(reply_to=("joris@taalsteun.example", "ida@noord.example")).items())

    assert headers.pop("Content-Type").startswith("multipart/alternative")
    assert headers == {
        "Message-ID": ID,
        "Date": "Thu, 26 Nov 2026 20:00:00 +0000",
        "From": "Netwerkspiegel <noreply@spiegel.example>",
        "To": "ada@x.example",
        "Reply-To": "joris@taalsteun.example, ida@noord.example",
        "Subject": "Je link",
        "Content-Language": "nl",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "MIME-Version": "1.0",
    }


def test_a_mail_is_there_as_text_and_as_a_page() -> None:
    mail = made()

    assert words_of(mail) == TEXT.plain
    assert words_of(mail, "html") == TEXT.html
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.parametrize("subject", ["Je link\nBcc: iedereen@x.example", "Je link\r\n\r\nTekst", "a\x00b\u2028c"])
def test_a_subject_adds_no_header(subject: str) -> None:
    mail = made(subject=subject)

    assert mail["Bcc"] is None
    assert "\n" not in mail["Subject"]
    assert words_of(mail) == TEXT.plain


@pytest.mark.parametrize(
    "to",
    [
        "ada@x.example\nBcc: b@x.example", "ada@x.example, b@x.example", "ada@x.example b@x.example", "ada@x.example>",
        "Ada <ada@x.example>", "a(b)@x.example", "a:b@x.example", "a[b@x.example", "ada@x..example", "ada@", "@", "",
        "adé@x.example", f"ada@{'x' * 64}.example",
    ],
)  # fmt: skip
def test_what_is_not_one_address_is_refused(to: str) -> None:
    with pytest.raises(MailRefused) as refused:
        made(to=to)

    assert "ada" not in str(refused.value)


def test_a_domain_is_written_as_every_server_reads_it() -> None:
    assert mailbox("Ada+x@bücher.example").addr_spec == "Ada+x@xn--bcher-kva.example"


@pytest.mark.parametrize(("text", "line"), [("a\n b\tc ", "a b c"), ("\x1b[1mé\u200b", "[1mé"), ("", "")])
def test_one_line_has_only_what_prints(text: str, line: str) -> None:
    assert one_line(text) == line


def test_every_message_id_is_new_and_says_only_where_it_comes_from() -> None:
    ids = {new_message_id(SENDER) for _ in range(100)}

    assert len(ids) == 100
    assert all(each.endswith("@spiegel.example>") and len(own_part(each)) == 32 for each in ids)


def test_mails_that_belong_together_have_ids_of_their_own() -> None:
    assert [own_part(numbered(ID, number)) for number in (0, 1, 12)] == ["0f" * 16, "0f" * 16 + "-1", "0f" * 16 + "-12"]


@pytest.mark.parametrize("other", ["", "x", f"<{'0f' * 15}@x.example>", "<../../etc/passwd@x>", f"<{'0F' * 16}@x>"])
def test_a_message_id_that_is_not_ours_names_no_file(other: str) -> None:
    with pytest.raises(ValueError, match=r"no Message-ID of ours"):
        own_part(other)


@pytest.mark.parametrize("host", ["x.example", "een-heel-lange-naam-van-ondersteuning.provincie.example"])
def test_the_address_to_leave_by_is_written_out_however_long(host: str) -> None:
    """Folded, or written in code, mail programs show no button."""
    leave = f"<https://{host}/v/{'aB3-_' * 8}xyz/afmelden>"
    envelope = Envelope(ID, SENDER, "ada@x.example", headers={"List-Unsubscribe": leave, "X-More": "1"})

    written = compose(envelope, TEXT, at=AT).as_bytes()

    assert f"\r\nList-Unsubscribe: {leave}\r\n".encode() in written
    assert read_mail(written)["X-More"] == "1"


def test_a_header_with_a_line_break_is_no_header() -> None:
    envelope = Envelope(ID, SENDER, "ada@x.example", headers={"List-Unsubscribe": "<x>\r\nBcc: b@x.example"})

    with pytest.raises(ValueError, match="linefeed or carriage return"):
        compose(envelope, TEXT, at=AT)


def test_what_goes_with_a_mail_comes_after_its_words() -> None:
    days = Attachment("dagen.ics", b"BEGIN:VCALENDAR\r\n", "text/calendar", {"method": "PUBLISH", "charset": "utf-8"})

    mail = read_mail(compose(Envelope(ID, SENDER, "ada@x.example", attachments=[days]), TEXT, at=AT).as_bytes())

    assert words_of(mail) == TEXT.plain
    assert words_of(mail, "html") == TEXT.html
    (part,) = mail.iter_attachments()
    assert (part.get_filename(), part.get_content_type()) == ("dagen.ics", "text/calendar")
    assert part.get_param("method") == "PUBLISH"
    assert part.get_payload(decode=True) == days.content

"""Which mail server and which sender: read from one line of text each, and a mistake repeats no password."""

import pytest

from survey.mail.settings import parse_sender, parse_server


@pytest.mark.parametrize(
    ("value", "host", "port", "encrypted"),
    [
        ("smtp://mail.example", "mail.example", 587, False),
        ("smtp://mail.example:25", "mail.example", 25, False),
        ("smtps://mail.example", "mail.example", 465, True),
        ("smtps://mail.example:2465/", "mail.example", 2465, True),
        ("smtp://[::1]:25", "::1", 25, False),
    ],
)
def test_a_server_is_a_host_a_port_and_whether_it_speaks_in_secret(
    value: str, host: str, port: int, encrypted: bool
) -> None:
    server = parse_server(value)

    assert server is not None
    assert (server.host, server.port, server.always_encrypted) == (host, port, encrypted)
    assert (server.user, server.password) == ("", "")


def test_nothing_is_no_server() -> None:
    assert parse_server("") is None


def test_a_user_and_a_password_may_hold_any_sign() -> None:
    server = parse_server("smtp://jan%40x.example:p%3Aa%2Fs%40s%25@mail.example:587")

    assert server is not None
    assert (server.user, server.password) == ("jan@x.example", "p:a/s@s%")
    assert "p:a/s@s%" not in repr(server)


@pytest.mark.parametrize(
    "value",
    [
        "mail.example", "http://mail.example", "smtp://", "smtp://:25", "smtp://mail.example:0",
        "smtp://mail.example:99999", "smtp://mail.example:port", "smtp://mail.example/hunter2",
        "smtp://mail.example?hunter2", "smtp://mail.example#hunter2", "smtp://[hunter2", "smtp://user:hunter2",
    ],
)  # fmt: skip
def test_what_is_no_server_is_refused_without_being_repeated(value: str) -> None:
    with pytest.raises(ValueError, match="must be an address such as smtp://user:password@host:587") as refused:
        parse_server(value)

    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize("value", ["smtp://user@mail.example", "smtp://:hunter2@mail.example"])
def test_a_user_without_a_password_is_half_a_setting(value: str) -> None:
    with pytest.raises(ValueError, match=r"must name both a user and a password, or neither\.") as refused:
        parse_server(value)

    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(("host", "is_local"), [("127.0.0.1", True), ("localhost", True), ("mail.example", False)])
def test_a_server_on_this_machine_is_told_from_others(host: str, is_local: bool) -> None:
    server = parse_server(f"smtp://{host}:25")

    assert server is not None
    assert server.is_local == is_local


@pytest.mark.parametrize(
    ("value", "name", "address"),
    [
        ("Netwerkspiegel <noreply@voorbeeld.nl>", "Netwerkspiegel", "noreply@voorbeeld.nl"),
        ('"Spiegel, Utrecht" <a.b+c@x-y.example>', "Spiegel, Utrecht", "a.b+c@x-y.example"),
        ("Netwerkspiegel Fryslân <noreply@voorbeeld.nl>", "Netwerkspiegel Fryslân", "noreply@voorbeeld.nl"),
        ("noreply@voorbeeld.nl", "", "noreply@voorbeeld.nl"),
    ],
)
def test_a_sender_is_a_name_and_an_address(value: str, name: str, address: str) -> None:
    sender = parse_sender(value)

    assert (sender.display_name, sender.addr_spec) == (name, address)


@pytest.mark.parametrize("value", ["", "Netwerkspiegel", "a@b@c", "<>", "x <a b@c.nl>", "x <a@b.nl>\nBcc: y <c@d.nl>"])
def test_what_is_no_sender_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="must be a sender such as"):
        parse_sender(value)

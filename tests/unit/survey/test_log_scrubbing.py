"""No line of a log holds a token or a query."""

import logging
import sys

import pytest

from survey.logs import ScrubbingFormatter, scrub

TOKEN = "Ab-_" * 10 + "xyz"


@pytest.mark.parametrize(
    "line",
    [
        f"GET /v/{TOKEN} HTTP/1.1",
        f"GET /v/{TOKEN}/roles HTTP/1.1",
        f"GET /v/{TOKEN}?gewist=1",
        f"POST /meedoen/{TOKEN}?taal=nl",
        f"https://spiegel.example/rapport/{TOKEN}/rapport.pdf?taal=nl",
        f"Invalid request from /v/{TOKEN}",
        f"url='/v/{TOKEN}'",
        f'url="/v/{TOKEN}"',
        f"two: /v/{TOKEN} and /rapport/{TOKEN}",
        f"['/v/{TOKEN}']",
        f"/v/{TOKEN}\n/v/{TOKEN}",
    ],
)
def test_no_token_gets_through(line: str) -> None:
    assert TOKEN not in scrub(line)


@pytest.mark.parametrize("line", ["GET /?taal=en&x=Geheim", "'/v/x?a=Geheim'", "/antwoorden?Geheim HTTP/1.1"])
def test_no_query_gets_through(line: str) -> None:
    assert "Geheim" not in scrub(line)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("550 <Ada.Geheim+x@bieb.example> unknown", "550 <…@…> unknown"),
        ("{'ada.geheim@bieb.example': (550, b'no ada.geheim@bieb.example')}", "{'…@…': (550, b'no …@…')}"),
        ("(geheim@bieb.example)", "(…@…)"),
        ("postgresql://user:geheim@host/name", "postgresql://user:…@…/name"),
        ("3 @ 4, of @-teken", "3 @ 4, of @-teken"),
    ],
)
def test_no_mail_address_gets_through(line: str, written: str) -> None:
    assert scrub(line) == written


@pytest.mark.parametrize("address", ["127.0.0.1", "2001:db8::7", "::1", ""])
def test_where_a_request_came_from_that_cannot_be_read_does_not_get_through(address: str) -> None:
    assert scrub(f"Invalid request from ip={address}: Invalid Method 'X'") == "Invalid request: Invalid Method 'X'"


def test_what_follows_a_token_stays_readable() -> None:
    assert scrub(f"GET /v/{TOKEN}/roles HTTP/1.1") == "GET /v/…/roles HTTP/1.1"


def test_a_trace_is_scrubbed_too() -> None:
    try:
        raise ValueError(f"no page at /v/{TOKEN}?a=b")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "x", 1, "failed at /rapport/%s", (TOKEN,), sys.exc_info())

    written = ScrubbingFormatter("%(message)s").format(record)

    assert "ValueError" in written
    assert TOKEN not in written
    assert "a=b" not in written


@pytest.mark.parametrize("rest", ["", "\n[SQL: UPDATE response SET x=%(x)s]", "\n\nThe above exception was the cause"])
def test_a_row_that_the_database_refused_is_left_out(rest: str) -> None:
    refused = f"CheckViolation: new row violates x\nDETAIL:  Failing row contains (1, Geheim\n\nen meer).{rest}"

    written = scrub(refused)

    assert "Geheim" not in written
    assert "en meer" not in written
    assert written.startswith("CheckViolation: new row violates x")
    assert written.endswith(rest.strip() or "\n")

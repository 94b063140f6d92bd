"""Secret links: unguessable, made again by who holds the key, and read by nobody else."""

from base64 import urlsafe_b64decode
from hashlib import sha256
from hmac import digest
from uuid import UUID, uuid4

import pytest

from survey.tokens import Purpose, hash_token, is_of_entry, keyed_hash, looks_like_token, make_digits, make_token

KEY = bytes(range(32))
ROW = UUID("12345678-1234-5678-1234-567812345678")


def test_a_token_is_an_hmac_of_256_bits() -> None:
    token = make_token(KEY, "invitation", ROW, 1)

    assert urlsafe_b64decode(token + "=") == digest(KEY, f"invitation:{ROW}:1".encode(), "sha256")
    assert len(token) == 43


@pytest.mark.parametrize(
    "other",
    [
        make_token(bytes(32), "invitation", ROW, 1),
        make_token(KEY, "report", ROW, 1),
        make_token(KEY, "invitation", uuid4(), 1),
        make_token(KEY, "invitation", ROW, 2),
    ],
    ids=["key", "purpose", "row", "generation"],
)
def test_another_key_purpose_row_or_generation_is_another_token(other: str) -> None:
    assert make_token(KEY, "invitation", ROW, 1) != other


def test_the_same_link_can_be_made_again() -> None:
    assert make_token(KEY, "report", ROW, 3) == make_token(KEY, "report", ROW, 3)


def test_the_database_holds_a_hash_from_which_no_link_can_be_made() -> None:
    token = make_token(KEY, "invitation", ROW, 1)

    assert hash_token(token) == sha256(token.encode()).hexdigest()
    assert token not in hash_token(token)


def test_what_we_make_looks_like_a_token() -> None:
    assert all(looks_like_token(make_token(KEY, "invitation", uuid4(), 1)) for _ in range(100))
    assert looks_like_token(make_token(KEY, "entry", uuid4(), 1))


@pytest.mark.parametrize("purpose", ["invitation", "report", "code"])
def test_only_the_links_of_entries_have_their_form(purpose: Purpose) -> None:
    """A sign that no other token can begin with, whatever its bits."""
    made = {make_token(KEY, purpose, uuid4(), 1) for _ in range(300)}

    assert len({token[0] for token in made}) > 50
    assert not any(is_of_entry(token) for token in made)
    assert is_of_entry(make_token(KEY, "entry", ROW, 1))
    assert urlsafe_b64decode(make_token(KEY, "entry", ROW, 1)[1:] + "=") == digest(
        KEY, f"entry:{ROW}:1".encode(), "sha256"
    )


@pytest.mark.parametrize(
    "nonsense",
    ["", "a" * 42, "a" * 44, "a" * 42 + "!", "a" * 42 + "é", "a" * 43 + "\n", "…" * 43, "~" + "a" * 42, "a" * 42 + "~"],
)
def test_nonsense_does_not(nonsense: str) -> None:
    assert not looks_like_token(nonsense)
    hash_token(nonsense)


def test_a_lone_surrogate_breaks_nothing() -> None:
    assert len(hash_token("\ud800" * 43)) == 64


@pytest.mark.parametrize("length", [1, 6, 8])
def test_digits_are_as_many_as_asked_and_spread_out(length: int) -> None:
    made = [make_digits(KEY, f"digits:{number}", length) for number in range(300)]

    assert {len(each) for each in made} == {length}
    assert {each[0] for each in made} == set("0123456789")
    assert len(set(made)) > min(9, 280)


def test_digits_can_be_made_again_by_who_holds_the_key_only() -> None:
    assert make_digits(KEY, "a", 8) == make_digits(KEY, "a", 8)
    assert len({make_digits(KEY, "a", 8), make_digits(KEY, "b", 8), make_digits(bytes(32), "a", 8)}) == 3


def test_a_keyed_hash_cannot_be_tried_out_without_the_key() -> None:
    assert keyed_hash(KEY, "123456") == digest(KEY, b"123456", "sha256").hex()
    assert keyed_hash(KEY, "123456") not in (keyed_hash(bytes(32), "123456"), hash_token("123456"))
    assert len(keyed_hash(KEY, "\ud800")) == 64

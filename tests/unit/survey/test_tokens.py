"""Secret links: unguessable, made again by who holds the key, and read by nobody else."""

from base64 import urlsafe_b64decode
from hashlib import sha256
from hmac import digest
from uuid import UUID, uuid4

import pytest

from survey.tokens import hash_token, looks_like_token, make_token

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


@pytest.mark.parametrize(
    "nonsense", ["", "a" * 42, "a" * 44, "a" * 42 + "!", "a" * 42 + "é", "a" * 43 + "\n", "…" * 43]
)
def test_nonsense_does_not(nonsense: str) -> None:
    assert not looks_like_token(nonsense)
    hash_token(nonsense)


def test_a_lone_surrogate_breaks_nothing() -> None:
    assert len(hash_token("\ud800" * 43)) == 64

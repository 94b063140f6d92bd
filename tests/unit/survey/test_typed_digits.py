"""What people type for a code: six digits, however they part them."""

import pytest

from survey.services.codes import typed_digits


@pytest.mark.parametrize(
    "typed",
    ["123456", "123 456", " 12 34 56 ", "123-456", "123–456", "123.456", "123\u00a0456", "123\u202f456", "123\t456\n"],
)
def test_what_stands_between_digits_does_no_harm(typed: str) -> None:
    assert typed_digits(typed) == "123456"


@pytest.mark.parametrize(
    "typed", ["", " ", "12345", "1234567", "12345a", "+123456", "1e5", "１２３４５６", "١٢٣٤٥٦", "²³¹²³¹", "123456\x00"]
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert typed_digits(typed) is None


def test_a_number_can_have_another_length() -> None:
    assert typed_digits("1234 5678", 8) == "12345678"
    assert typed_digits("123456", 8) is None

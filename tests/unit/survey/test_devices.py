"""Names of devices: each another, and none but those that were given out."""

import pytest

from survey.services.devices import give_name, is_given

KEY = bytes(range(32))


def test_every_device_gets_another_name_that_is_known_again() -> None:
    names = {give_name(KEY) for _ in range(100)}

    assert len(names) == 100
    assert all(is_given(KEY, name) for name in names)


def test_a_name_of_another_instance_is_none() -> None:
    assert not is_given(KEY, give_name(bytes(32)))


def test_a_name_that_was_changed_is_none() -> None:
    name = give_name(KEY)

    for changed in (f"A{name}", name[1:], name[:-1], f"{name}0", name.replace(".", ""), name.partition(".")[0]):
        assert not is_given(KEY, changed)


@pytest.mark.parametrize("nonsense", ["", ".", "..", "é.é", "\ud800.\ud800", "a.\x00", "A" * 5000])
def test_nonsense_is_none(nonsense: str) -> None:
    assert not is_given(KEY, nonsense)

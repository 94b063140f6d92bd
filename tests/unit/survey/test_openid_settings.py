"""What an instance can be told about another provider, and every mistake in it said in a sentence."""

from pathlib import Path

import pytest

from survey.config import Config, ConfigurationError, read_config
from survey.openid_settings import OpenIdProvider

GIVEN = {
    "ISSUER": "https://login.example/tenant/",
    "CLIENT_ID": "netwerkspiegel",
    "CLIENT_SECRET": "hunter2",
    "NAME": "Rijnbrink",
}


def read(tmp_path: Path, **settings: str) -> Config:
    prefixed = {f"NETWERKSPIEGEL_OPENID_{name}": value for name, value in settings.items()}
    return read_config({"NETWERKSPIEGEL_DATA_DIR": str(tmp_path)} | prefixed)


def mistake(tmp_path: Path, **settings: str) -> str:
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, **settings)
    (sentence,) = caught.value.mistakes
    return sentence


def test_without_settings_there_is_no_provider(tmp_path: Path) -> None:
    assert read(tmp_path).openid is None
    assert read(tmp_path, ISSUER=" ", NAME="").openid is None


def test_the_settings_are_taken_over_and_the_second_factor_is_ours(tmp_path: Path) -> None:
    expected = OpenIdProvider("https://login.example/tenant/", "netwerkspiegel", "hunter2", "Rijnbrink", "own")

    assert read(tmp_path, **GIVEN).openid == expected


def test_the_providers_second_factor_can_be_trusted(tmp_path: Path) -> None:
    provider = read(tmp_path, **GIVEN, SECOND_FACTOR="trust").openid

    assert provider is not None
    assert provider.second_factor == "trust"


@pytest.mark.parametrize("issuer", ["https://login.example/tenant", "https://login.example/tenant/"])
def test_where_the_provider_tells_about_itself(tmp_path: Path, issuer: str) -> None:
    provider = read(tmp_path, **{**GIVEN, "ISSUER": issuer}).openid

    assert provider is not None
    assert provider.issuer == issuer
    assert provider.discovery == "https://login.example/tenant/.well-known/openid-configuration"


def test_all_four_are_given_or_none(tmp_path: Path) -> None:
    sentence = mistake(tmp_path, ISSUER="https://login.example", NAME="Rijnbrink")

    assert sentence == (
        "NETWERKSPIEGEL_OPENID_CLIENT_ID and NETWERKSPIEGEL_OPENID_CLIENT_SECRET must be given as well, or none of "
        "NETWERKSPIEGEL_OPENID_*."
    )


def test_a_second_factor_of_nobody_is_a_mistake(tmp_path: Path) -> None:
    assert "NETWERKSPIEGEL_OPENID_ISSUER and" in mistake(tmp_path, SECOND_FACTOR="trust")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("ISSUER", "login.example", "must be the provider's address"),
        ("ISSUER", "https://login.example/?tenant=1", "must be the provider's address"),
        ("ISSUER", "https://user@login.example", "must be the provider's address"),
        ("ISSUER", "http://login.example", "must begin with https://"),
        ("ISSUER", "http://127.0.0.1.example", "must begin with https://"),
        ("CLIENT_ID", "net werk", "must be 1 to 255 letters"),
        ("CLIENT_ID", "x" * 256, "must be 1 to 255 letters"),
        ("NAME", "x" * 41, "must be a name of at most 40 letters"),
        ("NAME", "Rijn\nbrink", "must be a name of at most 40 letters"),
        ("SECOND_FACTOR", "yes", "must be 'trust' or 'own'."),
    ],
)
def test_a_mistake_is_one_sentence_that_names_the_variable(tmp_path: Path, name: str, value: str, says: str) -> None:
    sentence = mistake(tmp_path, **{**GIVEN, name: value})

    assert sentence.startswith(f"NETWERKSPIEGEL_OPENID_{name} ")
    assert says in sentence


@pytest.mark.parametrize(
    "issuer", ["http://127.0.0.1:8080", "http://localhost", "http://localhost:3000/x", "http://[::1]:80"]
)
def test_a_provider_on_this_machine_may_do_without_encryption(tmp_path: Path, issuer: str) -> None:
    provider = read(tmp_path, **{**GIVEN, "ISSUER": issuer}).openid

    assert provider is not None


def test_the_secret_is_never_shown(tmp_path: Path) -> None:
    sentence = mistake(tmp_path, **{**GIVEN, "CLIENT_SECRET": "hunter2 hunter2"})

    assert sentence.startswith("NETWERKSPIEGEL_OPENID_CLIENT_SECRET ")
    assert "hunter2" not in sentence
    assert "hunter2" not in repr(read(tmp_path, **GIVEN))

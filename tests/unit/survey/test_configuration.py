"""Configuration: read from the environment only, and every mistake said in a sentence, all at once."""

import stat
from pathlib import Path
from typing import Any

import pytest

from survey import create_app
from survey.config import Config, ConfigurationError, read_config
from survey.mail.settings import parse_server

HEX = "0123456789abcdef" * 4


def read(tmp_path: Path, **settings: str) -> Config:
    prefixed = {f"NETWERKSPIEGEL_{name}": value for name, value in settings.items() if name != "PORT"}
    plain = {name: value for name, value in settings.items() if name == "PORT"}
    return read_config({"NETWERKSPIEGEL_DATA_DIR": str(tmp_path / "data")} | prefixed | plain)


def mistakes(tmp_path: Path, **settings: str) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, **settings)
    return caught.value.mistakes


def test_without_settings_it_is_production_with_an_embedded_database(tmp_path: Path) -> None:
    config = read(tmp_path)

    assert config.instance == "production"
    assert not config.is_demo
    assert config.database_url == f"sqlite:///{tmp_path}/data/netwerkspiegel.db"
    assert config.base_url == "http://127.0.0.1:8000"
    assert config.trusted_proxies == 0
    assert config.mail_server is None
    assert (config.mails_per_minute, config.bounce_secret) == (120, "")
    assert config.work_database_url == f"sqlite:///{tmp_path}/data/work.db"


def test_every_setting_is_taken_over(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        INSTANCE="demo",
        DATABASE_URL="postgresql://user:secret@host/name",
        INSTANCE_KEY=HEX,
        COOKIE_KEY=HEX[::-1],
        BASE_URL="https://spiegel.example/",
        TRUSTED_PROXIES="2",
        MAIL_SERVER="smtp://user:secret@mail.example",
        MAIL_FROM="Spiegel <noreply@spiegel.example>",
        MAILS_PER_MINUTE="0",
        BOUNCE_SECRET=HEX,
        WORK_DATABASE_URL="postgresql://user:secret@host/work",
    )

    assert config.is_demo
    assert config.database_url == "postgresql+psycopg://user:secret@host/name"
    assert (config.instance_key, config.cookie_key) == (bytes.fromhex(HEX), bytes.fromhex(HEX[::-1]))
    assert config.base_url == "https://spiegel.example"
    assert config.trusted_proxies == 2
    assert config.mail_server == parse_server("smtp://user:secret@mail.example")
    assert (config.mails_per_minute, config.bounce_secret) == (0, HEX)
    assert str(config.mail_from) == "Spiegel <noreply@spiegel.example>"
    assert config.work_database_url == "postgresql+psycopg://user:secret@host/work"


@pytest.mark.parametrize(
    ("database_url", "work_database_url"),
    [
        ("postgresql://u:p@host/name", "postgresql+psycopg://u:p@host/name"),
        ("sqlite:////srv/answers.db", "sqlite:///{folder}/data/work.db"),
    ],
)
def test_the_list_of_work_lies_beside_the_tables(tmp_path: Path, database_url: str, work_database_url: str) -> None:
    config = read(tmp_path, DATABASE_URL=database_url, INSTANCE_KEY=HEX, COOKIE_KEY=HEX)

    assert config.work_database_url == work_database_url.format(folder=tmp_path)


def test_the_list_of_work_is_no_part_of_the_answers(tmp_path: Path) -> None:
    (sentence,) = mistakes(tmp_path, WORK_DATABASE_URL=f"sqlite:///{tmp_path}/data/netwerkspiegel.db")

    assert sentence == "NETWERKSPIEGEL_WORK_DATABASE_URL must name another file than that of the answers."


def test_with_a_mail_server_somebody_must_be_the_sender(tmp_path: Path) -> None:
    (sentence,) = mistakes(tmp_path, MAIL_SERVER="smtp://mail.example")

    assert sentence.startswith("NETWERKSPIEGEL_MAIL_FROM is missing. With a mail server, say who mails are from")


def test_links_begin_with_the_port_it_listens_on(tmp_path: Path) -> None:
    assert read(tmp_path, PORT="8123").base_url == "http://127.0.0.1:8123"


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("INSTANCE", "Demo", "must be 'production' or 'demo'."),
        ("INSTANCE", "test", "must be 'production' or 'demo'."),
        ("DATABASE_URL", "mysql://host/name", "must begin with sqlite:/// or postgresql+psycopg://."),
        ("DATABASE_URL", "postgresql+asyncpg://host/name", "must begin with sqlite:/// or postgresql+psycopg://."),
        ("DATABASE_URL", "a database", "must be a database address, such as"),
        ("DATABASE_URL", "sqlite://", "must name a file"),
        ("DATABASE_URL", "sqlite:///:memory:", "must name a file"),
        ("INSTANCE_KEY", "abc", "must be 64 hexadecimal digits."),
        ("INSTANCE_KEY", HEX + "00", "must be 64 hexadecimal digits."),
        ("COOKIE_KEY", "g" * 64, "must be 64 hexadecimal digits."),
        ("BASE_URL", "spiegel.example", "must be an address such as"),
        ("BASE_URL", "ftp://spiegel.example", "must be an address such as"),
        ("BASE_URL", "https://spiegel.example/?a=b", "must be an address such as"),
        ("TRUSTED_PROXIES", "one", "must be a number from 0 to 9."),
        ("TRUSTED_PROXIES", "-1", "must be a number from 0 to 9."),
        ("MAIL_SERVER", "mail.example", "must be an address such as smtp://user:password@host:587"),
        ("MAIL_SERVER", "smtp://user@mail.example", "must name both a user and a password"),
        ("MAIL_FROM", "Netwerkspiegel", "must be a sender such as"),
        ("WORK_DATABASE_URL", "mysql://host/name", "must begin with sqlite:/// or postgresql+psycopg://."),
        ("WORK_DATABASE_URL", "sqlite://", "must name a file"),
        ("PORT", "0", "must be a number from 1 to 65535."),
        ("PORT", "65536", "must be a number from 1 to 65535."),
        ("PORT", "http", "must be a number from 1 to 65535."),
    ],
)
def test_a_mistake_is_one_sentence_that_names_the_variable(tmp_path: Path, name: str, value: str, says: str) -> None:
    keys = {"INSTANCE_KEY": HEX, "COOKIE_KEY": HEX}

    (sentence,) = mistakes(tmp_path, **{**keys, name: value})

    assert sentence.startswith("PORT " if name == "PORT" else f"NETWERKSPIEGEL_{name} ")
    assert says in sentence
    assert "\n" not in sentence


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    found = mistakes(tmp_path, DATA_DIR=str(file), INSTANCE_KEY=HEX, COOKIE_KEY=HEX)

    assert [sentence.split(". ")[0] for sentence in found] == [
        "NETWERKSPIEGEL_DATA_DIR must be a folder, and this is a file"
    ]


def test_all_mistakes_are_said_at_once(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path, INSTANCE="prod", DATABASE_URL="oracle://x/y", BASE_URL="x", TRUSTED_PROXIES="x", PORT="x"
    )

    assert [sentence.split()[0].removeprefix("NETWERKSPIEGEL_") for sentence in found] == [
        "DATABASE_URL", "PORT", "INSTANCE", "INSTANCE_KEY", "COOKIE_KEY", "BASE_URL", "TRUSTED_PROXIES",
    ]  # fmt: skip


def test_a_database_of_ones_own_needs_keys_of_ones_own(tmp_path: Path) -> None:
    found = mistakes(tmp_path, DATABASE_URL="postgresql://host/name")

    assert len(found) == 2
    assert all("is missing" in sentence and "secrets.token_hex(32)" in sentence for sentence in found)


@pytest.mark.parametrize("url", ["mysql://user:hunter2@host/name", "mysql://u:p@hunter2@host/name"])
def test_no_mistake_prints_a_password(tmp_path: Path, url: str) -> None:
    (sentence,) = mistakes(tmp_path, DATABASE_URL=url, INSTANCE_KEY=HEX, COOKIE_KEY=HEX)

    assert "hunter2" not in sentence
    assert "host/name" in sentence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MAIL_SERVER", "smtp://user:hunter2"),
        ("MAIL_SERVER", "user:hunter2@mail.example"),
        ("MAIL_SERVER", "smtp://user:hunter2@mail.example:x"),
        ("WORK_DATABASE_URL", "mysql://user:hunter2@host/name"),
    ],
)
def test_no_mistake_about_mail_or_work_prints_a_password(tmp_path: Path, name: str, value: str) -> None:
    (sentence,) = mistakes(tmp_path, **{name: value})

    assert "hunter2" not in sentence


def test_no_mistake_prints_a_key(tmp_path: Path) -> None:
    (sentence,) = mistakes(tmp_path, INSTANCE_KEY=HEX[:-1], COOKIE_KEY=HEX)

    assert HEX[:8] not in sentence


def test_generated_keys_are_kept_for_the_owner_alone(tmp_path: Path) -> None:
    first, second = read(tmp_path), read(tmp_path)

    assert (first.instance_key, first.cookie_key) == (second.instance_key, second.cookie_key)
    assert len(first.instance_key) == len(first.cookie_key) == 32
    assert first.instance_key != first.cookie_key
    for name in ("instance-key", "cookie-key"):
        assert stat.S_IMODE((tmp_path / "data" / name).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_every_instance_generates_its_own_keys(tmp_path: Path) -> None:
    assert read(tmp_path).instance_key != read(tmp_path / "other").instance_key


def test_a_kept_key_that_was_damaged_is_refused_and_not_replaced(tmp_path: Path) -> None:
    read(tmp_path)
    kept = tmp_path / "data" / "instance-key"
    kept.write_text("damaged")

    (sentence,) = mistakes(tmp_path)

    assert sentence.startswith("NETWERKSPIEGEL_INSTANCE_KEY ")
    assert kept.read_text() == "damaged"


def test_a_folder_that_cannot_be_written_is_said_per_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.open", full)

    found = mistakes(tmp_path)

    assert len(found) == 2
    assert all("could not be kept in" in sentence and "No space left on device" in sentence for sentence in found)


def test_the_application_stops_with_the_sentences_and_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWERKSPIEGEL_INSTANCE", "prod")
    monkeypatch.setenv("NETWERKSPIEGEL_TRUSTED_PROXIES", "x")
    monkeypatch.setenv("NETWERKSPIEGEL_DATA_DIR", str(tmp_path))

    with pytest.raises(SystemExit) as stopped:
        create_app()

    first, second = str(stopped.value.code).splitlines()
    assert first.startswith("NETWERKSPIEGEL_INSTANCE ")
    assert second.startswith("NETWERKSPIEGEL_TRUSTED_PROXIES ")
    assert stopped.value.__suppress_context__


def test_a_configuration_never_shows_its_secrets(tmp_path: Path) -> None:
    config = read(tmp_path, DATABASE_URL="postgresql://u:hunter2@h/n", INSTANCE_KEY=HEX, COOKIE_KEY=HEX)

    assert "hunter2" not in repr(config)
    assert "hunter2" not in repr(read(tmp_path, MAIL_SERVER="smtp://u:hunter2@h", MAIL_FROM="n@x.example"))
    assert str(config.instance_key) not in repr(config)


@pytest.mark.parametrize("value", ["-1", "veel", "1.5", "100001", "\u0663"])
def test_a_pace_that_is_none_is_told(tmp_path: Path, value: str) -> None:
    (mistake,) = mistakes(tmp_path, MAILS_PER_MINUTE=value)

    assert mistake.startswith("NETWERKSPIEGEL_MAILS_PER_MINUTE must be a number from 0 to 100000;")
    assert "0 is as many as the mail server takes." in mistake


@pytest.mark.parametrize("value", ["geheim", "x" * 31, "x" * 201, "a b" * 20, "é" * 40])
def test_a_secret_for_bounces_that_is_too_easy_is_told_without_repeating_it(tmp_path: Path, value: str) -> None:
    (mistake,) = mistakes(tmp_path, BOUNCE_SECRET=value)

    assert mistake.startswith("NETWERKSPIEGEL_BOUNCE_SECRET must be 32 to 200 letters")
    assert value not in mistake

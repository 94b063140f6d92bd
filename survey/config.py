"""Configuration from the environment only: typed, checked at start, one sentence per mistake.

Everything that can be set is in ``Config``; its docstring is the list that docs/running.md explains.
A default exists only where it is safe in production and may be known to everyone.
"""

import os
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.headerregistry import Address
from pathlib import Path
from typing import Literal, TypeVar, cast
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from survey.mail.settings import MailServer, parse_bounce_secret, parse_pace, parse_sender, parse_server
from survey.openid_settings import (
    OpenIdProvider,
    SecondFactor,
    parse_issuer,
    parse_name,
    parse_plain,
    parse_second_factor,
)

Instance = Literal["production", "demo"]
T = TypeVar("T")

KEY_BYTES = 32
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.\-:\[\]]+(/[A-Za-z0-9._~\-/]*)?")


class ConfigurationError(Exception):
    """The environment is not fit to start with; says every mistake, a sentence each."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True)
class Config:
    """What an instance can be told, by environment variable (prefix ``NETWERKSPIEGEL_``).

    Attributes
    ----------
    instance
        ``INSTANCE``: ``production`` (default) or ``demo``. Only a demo has doors without a password.
    data_dir
        ``DATA_DIR``: where the embedded database and the generated keys live (default ``var``).
    database_url
        ``DATABASE_URL``: ``sqlite:///...`` or ``postgresql+psycopg://...`` (default: embedded in ``data_dir``).
    instance_key
        ``INSTANCE_KEY``: 64 hexadecimal digits; personal links are made with it. Generated for the embedded
        database and kept beside it; must be given with any other database.
    cookie_key
        ``COOKIE_KEY``: 64 hexadecimal digits; signs the session cookie of advisers. Generated likewise.
    base_url
        ``BASE_URL``: the address that links begin with (default: from ``PORT`` on this machine).
    trusted_proxies
        ``TRUSTED_PROXIES``: how many reverse proxies stand in front (default 0).
    mail_server
        ``MAIL_SERVER``: ``smtp://user:password@host:587`` or ``smtps://...`` (default: none; mails are then kept as
        files in ``data_dir``).
    mail_from
        ``MAIL_FROM``: who mails are from, such as ``Netwerkspiegel <noreply@voorbeeld.nl>``; must be given with a mail
        server.
    mails_per_minute
        ``MAILS_PER_MINUTE``: how many mails of rounds go to the mail server in a minute, of all workers together
        (default 120; 0 is as many as it takes).
    bounce_secret
        ``BOUNCE_SECRET``: what the mail server says to hand over mails that came back (default: none; they are then
        not taken by web).
    work_database_url
        ``WORK_DATABASE_URL``: where the worker keeps its list of work (default: beside the tables in PostgreSQL, in a
        schema of its own; with SQLite, a file of its own in ``data_dir``).
    openid
        ``OPENID_ISSUER``, ``OPENID_CLIENT_ID``, ``OPENID_CLIENT_SECRET`` and ``OPENID_NAME``: another provider by which
        people can sign in, and what its button says; all four or none (default: none). ``OPENID_SECOND_FACTOR``:
        ``trust`` when that counts as signing in with a second factor, ``own`` (default) when ours is asked as well.
    """

    instance: Instance
    data_dir: Path
    database_url: str = field(repr=False)
    instance_key: bytes = field(repr=False)
    cookie_key: bytes = field(repr=False)
    base_url: str
    trusted_proxies: int
    mail_server: MailServer | None
    mail_from: Address
    mails_per_minute: int
    bounce_secret: str = field(repr=False)
    work_database_url: str = field(repr=False)
    openid: OpenIdProvider | None

    @property
    def is_demo(self) -> bool:
        """Whether this instance was started as a demo."""
        return self.instance == "demo"


def read_config(environ: Mapping[str, str] | None = None) -> Config:
    """Read and check the whole environment.

    Raises
    ------
    ConfigurationError
        With one sentence for each mistake, all at once.
    """
    reader = _Reader(os.environ if environ is None else environ)
    data_dir = reader.read("DATA_DIR", "var", _directory)
    embedded = not reader.given("DATABASE_URL")
    database_url = reader.read("DATABASE_URL", f"sqlite:///{data_dir or 'var'}/netwerkspiegel.db", _database_url)
    key_dir = data_dir if embedded else None
    mail_server = reader.read_secret("MAIL_SERVER", "", parse_server)
    port = reader.read_plain("PORT", "8000", _port)
    config = Config(
        instance=cast(Instance, reader.read("INSTANCE", "production", _instance)),
        data_dir=cast(Path, data_dir),
        database_url=cast(str, database_url),
        instance_key=reader.key("INSTANCE_KEY", key_dir, embedded=embedded),
        cookie_key=reader.key("COOKIE_KEY", key_dir, embedded=embedded),
        base_url=cast(str, reader.read("BASE_URL", f"http://127.0.0.1:{port}", _base_url)),
        trusted_proxies=cast(int, reader.read("TRUSTED_PROXIES", "0", _count)),
        mail_server=mail_server,
        mail_from=cast(Address, reader.sender("MAIL_FROM", must_be_given=mail_server is not None)),
        mails_per_minute=cast(int, reader.read("MAILS_PER_MINUTE", "120", parse_pace)),
        bounce_secret=reader.read_secret("BOUNCE_SECRET", "", parse_bounce_secret) or "",
        work_database_url=reader.work_database_url("WORK_DATABASE_URL", database_url or "", data_dir),
        openid=reader.openid(),
    )
    if reader.mistakes:
        raise ConfigurationError(reader.mistakes)
    return config


class _Reader:
    """Reads variables one by one and gathers the mistakes."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.mistakes: list[str] = []

    def given(self, name: str) -> bool:
        return bool(self.environ.get(f"NETWERKSPIEGEL_{name}", "").strip())

    def read(self, name: str, default: str, parse: Callable[[str], T]) -> T | None:
        return self._parsed(f"NETWERKSPIEGEL_{name}", default, parse)

    def read_plain(self, name: str, default: str, parse: Callable[[str], T]) -> T | None:
        return self._parsed(name, default, parse)

    def read_secret(self, name: str, default: str, parse: Callable[[str], T]) -> T | None:
        """Read a value of which a mistake repeats nothing."""
        return self._parsed(f"NETWERKSPIEGEL_{name}", default, parse, is_secret=True)

    def _parsed(self, variable: str, default: str, parse: Callable[[str], T], *, is_secret: bool = False) -> T | None:
        value = self.environ.get(variable, "").strip() or default
        try:
            return parse(value)
        except ValueError as error:
            now = "" if is_secret else f" It is now: {_shortened(value)!r}."
            self.mistakes.append(f"{variable} {error}{now}")
            return None

    def sender(self, name: str, *, must_be_given: bool) -> Address | None:
        if must_be_given and not self.given(name):
            self.mistakes.append(
                f"NETWERKSPIEGEL_{name} is missing. With a mail server, say who mails are from, such as "
                "Netwerkspiegel <noreply@voorbeeld.nl>."
            )
            return None
        return self.read(name, "Netwerkspiegel <noreply@localhost>", parse_sender)

    def work_database_url(self, name: str, database_url: str, data_dir: Path | None) -> str:
        embedded = f"sqlite:///{data_dir or 'var'}/work.db"
        default = embedded if database_url.startswith("sqlite") else database_url or embedded
        url = self.read(name, default, _database_url) or ""
        if url and url == database_url and url.startswith("sqlite"):
            self.mistakes.append(f"NETWERKSPIEGEL_{name} must name another file than that of the answers.")
        return url

    def openid(self) -> OpenIdProvider | None:
        needed = ("OPENID_ISSUER", "OPENID_CLIENT_ID", "OPENID_CLIENT_SECRET", "OPENID_NAME")
        if not any(map(self.given, (*needed, "OPENID_SECOND_FACTOR"))):
            return None
        missing = [f"NETWERKSPIEGEL_{name}" for name in needed if not self.given(name)]
        if missing:
            self.mistakes.append(f"{' and '.join(missing)} must be given as well, or none of NETWERKSPIEGEL_OPENID_*.")
            return None
        return OpenIdProvider(
            cast(str, self.read("OPENID_ISSUER", "", parse_issuer)),
            cast(str, self.read("OPENID_CLIENT_ID", "", parse_plain)),
            cast(str, self.read_secret("OPENID_CLIENT_SECRET", "", parse_plain)),
            cast(str, self.read("OPENID_NAME", "", parse_name)),
            cast(SecondFactor, self.read("OPENID_SECOND_FACTOR", "own", parse_second_factor)),
        )

    def key(self, name: str, key_dir: Path | None, *, embedded: bool) -> bytes:
        variable = f"NETWERKSPIEGEL_{name}"
        value = self.environ.get(variable, "").strip()
        try:
            if value:
                return _key(value)
            if key_dir is not None:
                return _kept_key(key_dir / name.lower().replace("_", "-"))
            if embedded:  # there is no folder to keep it in, which is said already
                return b""
            self.mistakes.append(
                f"{variable} is missing. With a database of your own, give 64 hexadecimal digits, "
                "for example from: python3 -c 'import secrets; print(secrets.token_hex(32))'"
            )
        except ValueError as error:
            self.mistakes.append(f"{variable} {error}")
        except OSError as error:
            self.mistakes.append(f"{variable} could not be kept in {key_dir}: {error.strerror}.")
        return b""


def _kept_key(path: Path) -> bytes:
    """Return the key kept in ``path``; make it once, readable by the owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _key(path.read_text(encoding="ascii").strip())
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    return _key(path.read_text(encoding="ascii").strip())


def _key(value: str) -> bytes:
    try:
        key = bytes.fromhex(value)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError("must be 64 hexadecimal digits.")
    return key


def _instance(value: str) -> str:
    if value not in ("production", "demo"):
        raise ValueError("must be 'production' or 'demo'.")
    return value


def _directory(value: str) -> Path:
    path = Path(value).absolute()
    if path.exists() and not path.is_dir():
        raise ValueError("must be a folder, and this is a file.")
    return path


def _database_url(value: str) -> str:
    try:
        url = make_url(value)
    except ArgumentError:
        raise ValueError("must be a database address, such as postgresql+psycopg://user:password@host/name.") from None
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise ValueError("must begin with sqlite:/// or postgresql+psycopg://.")
    if url.drivername == "sqlite" and url.database in (None, "", ":memory:"):
        raise ValueError("must name a file: a database in memory would lose what people typed.")
    return url.render_as_string(hide_password=False)


def _base_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not _ADDRESS.fullmatch(value):
        raise ValueError("must be an address such as https://spiegel.voorbeeld.nl.")
    return value.rstrip("/")


def _port(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 65535:
        raise ValueError("must be a number from 1 to 65535.")
    return int(value)


def _count(value: str) -> int:
    if not value.isdecimal() or int(value) > 9:
        raise ValueError("must be a number from 0 to 9.")
    return int(value)


def _shortened(value: str) -> str:
    """Return a value fit for a message: short, and without a password in an address."""
    if "@" in value:
        value = "...@" + value.rsplit("@", 1)[1]
    return value if len(value) <= 60 else value[:57] + "..."

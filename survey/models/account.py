"""An account: somebody of a support organisation or a network who signs in, and where that account is in use."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, synonym, validates

from survey import clock
from survey.models.base import Base, JsonDocument
from survey.models.folding import TEXT_LENGTH, folded_from

if TYPE_CHECKING:  # the library declares there what its users' tables may be, in types that ours do not have

    class UserMixin:
        """What the library adds to an account."""

    class WebAuthnMixin:
        """What the library adds to a passkey."""
else:
    from flask_security.core import UserMixin, WebAuthnMixin

#: What somebody may do; each may do what those before may do, and more.
Role = Literal["coordinator", "adviser", "administrator"]


class Account(Base, UserMixin):
    """A coordinator, adviser or administrator; attributes that begin with fs, tf, mf or us are the library's."""

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint("role in ('coordinator', 'adviser', 'administrator')", name="known_role"),
        CheckConstraint("length(name) > 0", name="has_a_name"),
        CheckConstraint("length(fs_uniquifier) >= 32", name="hard_to_guess"),
        CheckConstraint("(tf_primary_method is null) = (tf_totp_secret is null)", name="second_factor_with_secret"),
        CheckConstraint("active = (closed_at_utc is null)", name="closed_at_a_time"),
    )

    support_organisation_id: Mapped[UUID] = mapped_column(ForeignKey("support_organisation.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    sort_name: Mapped[str] = folded_from("name")
    search_text: Mapped[str] = folded_from("name", "address", length=TEXT_LENGTH)
    #: In lower case: one mailbox is one account.
    address: Mapped[str] = mapped_column(String(254), unique=True)
    role: Mapped[Role] = mapped_column(String(20), default="adviser")
    language: Mapped[str] = mapped_column(String(8), default="nl")
    #: Wants the weekly mail about open rounds.
    gets_overview: Mapped[bool] = mapped_column(default=True)
    #: Taken away when somebody leaves; networks and the audit log may still refer to the account.
    active: Mapped[bool] = mapped_column(default=True)
    #: When it was taken away: some time after that, nothing of the person is kept.
    closed_at_utc: Mapped[datetime | None]
    #: The one adviser a demo signs in without a password; there is none in production.
    is_demo: Mapped[bool] = mapped_column(default=False)
    added_at_utc: Mapped[datetime] = mapped_column(default=lambda: clock.now())
    #: When the invitation was taken up; none: it still lies there.
    joined_at_utc: Mapped[datetime | None]
    #: Raised at every change: of two changes at the same time, the second is refused.
    version: Mapped[int] = mapped_column(default=1)

    #: A hash by argon2; none for who signs in by link, passkey or another provider.
    password: Mapped[str | None] = mapped_column(String(255))
    #: Stands for the account in cookies; a new one ends every session.
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True, default=lambda: uuid4().hex)
    tf_primary_method: Mapped[str | None] = mapped_column(String(64))
    tf_totp_secret: Mapped[str | None] = mapped_column(String(255))
    mf_recovery_codes: Mapped[list[str] | None] = mapped_column(JsonDocument)
    fs_webauthn_user_handle: Mapped[str | None] = mapped_column(String(64), unique=True)
    us_totp_secrets: Mapped[str | None] = mapped_column(Text)

    email = synonym("address")
    webauthn: Mapped[list["Passkey"]] = relationship(cascade="all, delete-orphan", order_by="Passkey.name")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 -- SQLAlchemy reads it from the class

    @validates("active")
    def _keep_when_closed(self, key: str, active: bool) -> bool:
        """Note when the account was closed, whoever closes it."""
        self.closed_at_utc = None if active else self.closed_at_utc or clock.now()
        return active


class Passkey(Base, WebAuthnMixin):
    """A key on somebody's own device that signs in, alone or after the password; names are the library's."""

    __tablename__ = "passkey"
    __table_args__ = (
        UniqueConstraint("account_id", "name"),
        CheckConstraint("usage in ('first', 'secondary')", name="known_usage"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    credential_id: Mapped[bytes] = mapped_column(LargeBinary(1024), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(default=0)
    transports: Mapped[list[str] | None] = mapped_column(JsonDocument)
    backup_state: Mapped[bool]
    device_type: Mapped[str] = mapped_column(String(64))
    extensions: Mapped[str | None] = mapped_column(String(255))
    lastuse_datetime: Mapped[datetime]
    #: What its owner calls it.
    name: Mapped[str] = mapped_column(String(64))
    usage: Mapped[str] = mapped_column(String(64))

    def get_user_mapping(self) -> dict[str, Any]:
        """Return by what the library finds whose passkey this is."""
        return {"id": self.account_id}


class AccountSession(Base):
    """One browser in which somebody is signed in; gone when signed out, withdrawn or too old."""

    __tablename__ = "account_session"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    begun_at_utc: Mapped[datetime]
    #: Kept by the quarter of an hour: a page that is read writes nothing else.
    seen_at_utc: Mapped[datetime]
    #: The part of the address that stands for where somebody is; never the whole address.
    place: Mapped[str] = mapped_column(String(50))
    #: What the browser says it is, in a few words.
    browser: Mapped[str] = mapped_column(String(100))
    #: How somebody proved who it was: "password", "password+totp", "passkey", "link", "openid", "demo".
    method: Mapped[str] = mapped_column(String(40))


class OpenIdIdentity(Base):
    """Whom another provider signs in as which account."""

    __tablename__ = "open_id_identity"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    issuer: Mapped[str] = mapped_column(String(200))
    subject: Mapped[str] = mapped_column(String(255))


class AccountMail(Base):
    """A mail to somebody's account that still has to go: sealed with the instance key, gone once it went."""

    __tablename__ = "account_mail"

    to_address: Mapped[str] = mapped_column(String(254))
    #: Subject and text, encrypted: a link that opens an account is not to be read in the database.
    sealed_text: Mapped[bytes] = mapped_column(LargeBinary)
    asked_at_utc: Mapped[datetime]
    #: Stored before sending: a second attempt is the same mail.
    message_id: Mapped[str] = mapped_column(String(200))

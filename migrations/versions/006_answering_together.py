"""Answering: when each choice was made, links for who comes in by a code, organisation profiles, lost links."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "006"
down_revision = "005"
branch_labels = None
depends_on = None

json_document = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
moment = sa.DateTime(timezone=True)

_CHANNEL_CHECKS = {
    "known_channel": "channel in ('personal', 'meeting', 'paper')",
    "only_personal_has_a_contact": "(channel = 'personal') = (contact_id is not null)",
    "only_a_meeting_has_a_device": "(channel = 'meeting') = (device_hash is not null)",
    "by_code_joins_the_total_only": "channel = 'personal' or reporting_group is null",
}
_BEFORE = "id, round_id, contact_id, generation, token_hash, reporting_group"


def upgrade() -> None:
    """Change the tables. Rounds that are open go on as they were: without a profile."""
    op.add_column("response", sa.Column("choice_times", json_document, nullable=False, server_default="{}"))
    _widen_round()
    if op.get_bind().dialect.name == "sqlite":
        _make_invitations_anew(with_channel=True)
    else:
        _widen_invitations()
    _create_profiles()
    _create_codes()


def downgrade() -> None:
    """Take the change back; who came in by a code goes, with what they answered."""
    for name in ("link_request", "throttle", "round_code", "published_profile", "organisation_profile"):
        op.drop_table(name)
    op.execute("DELETE FROM response WHERE invitation_id IN (SELECT id FROM invitation WHERE contact_id IS NULL)")
    op.execute("DELETE FROM invitation WHERE contact_id IS NULL")
    if op.get_bind().dialect.name == "sqlite":
        _make_invitations_anew(with_channel=False)
    else:
        _narrow_invitations()
    for name in ("sent_in_by_code", "profile_left_out", "profile_hash", "profile_version"):
        op.drop_column("round", name)
    op.drop_column("response", "choice_times")


def _widen_round() -> None:
    # Written out, because SQLite takes a constraint on a new column only together with it.
    op.execute("ALTER TABLE round ADD COLUMN profile_version VARCHAR(20)")
    op.execute(
        "ALTER TABLE round ADD COLUMN profile_hash VARCHAR(64) "
        "CONSTRAINT ck_round_profile_version_with_hash CHECK ((profile_version is null) = (profile_hash is null)) "
        "CONSTRAINT ck_round_profile_hash_is_sha256 CHECK (profile_hash is null or length(profile_hash) = 64)"
    )
    op.add_column("round", sa.Column("profile_left_out", json_document, nullable=False, server_default="[]"))
    op.execute(
        "ALTER TABLE round ADD COLUMN sent_in_by_code INTEGER NOT NULL DEFAULT 0 "
        "CONSTRAINT ck_round_nobody_is_less_than_none CHECK (sent_in_by_code >= 0)"
    )


def _widen_invitations() -> None:
    op.alter_column("invitation", "contact_id", nullable=True)
    op.add_column("invitation", sa.Column("channel", sa.String(length=10), nullable=False, server_default="personal"))
    op.add_column("invitation", sa.Column("device_hash", sa.String(length=64), nullable=True))
    op.create_unique_constraint(
        op.f("uq_invitation_one_device_one_response"), "invitation", ["round_id", "device_hash"]
    )
    for name, rule in _CHANNEL_CHECKS.items():
        op.create_check_constraint(op.f(f"ck_invitation_{name}"), "invitation", rule)


def _narrow_invitations() -> None:
    for name in _CHANNEL_CHECKS:
        op.drop_constraint(op.f(f"ck_invitation_{name}"), "invitation", type_="check")
    op.drop_constraint(op.f("uq_invitation_one_device_one_response"), "invitation", type_="unique")
    op.drop_column("invitation", "device_hash")
    op.drop_column("invitation", "channel")
    op.alter_column("invitation", "contact_id", nullable=False)


def _make_invitations_anew(*, with_channel: bool) -> None:
    """Make the table anew, because SQLite cannot let a column be empty afterwards; what refers to it stays."""
    op.create_table(
        "invitation_anew",
        *_invitation_before(contact_may_be_absent=with_channel),
        *(_channel_parts() if with_channel else []),
    )
    op.execute(f"INSERT INTO invitation_anew ({_BEFORE}) SELECT {_BEFORE} FROM invitation")
    op.drop_table("invitation")
    op.rename_table("invitation_anew", "invitation")
    op.create_index(op.f("ix_invitation_contact_id"), "invitation", ["contact_id"])


def _invitation_before(*, contact_may_be_absent: bool) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=contact_may_be_absent),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("reporting_group", sa.String(length=40), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("generation >= 1", name=op.f("ck_invitation_generation_from_one")),
        sa.CheckConstraint("length(token_hash) = 64", name=op.f("ck_invitation_token_is_hashed")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_invitation_contact_id_contact")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_invitation_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("round_id", "contact_id", name=op.f("uq_invitation_round_id_contact_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    ]


def _channel_parts() -> list[sa.schema.SchemaItem]:
    checks = [sa.CheckConstraint(rule, name=op.f(f"ck_invitation_{name}")) for name, rule in _CHANNEL_CHECKS.items()]
    return [
        sa.Column("channel", sa.String(length=10), nullable=False, server_default="personal"),
        sa.Column("device_hash", sa.String(length=64), nullable=True),
        sa.UniqueConstraint("round_id", "device_hash", name=op.f("uq_invitation_one_device_one_response")),
        *checks,
    ]


def _create_profiles() -> None:
    op.create_table(
        "organisation_profile",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("partner_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("answers", json_document, nullable=False),
        sa.Column("choice_times", json_document, nullable=False),
        sa.Column("kept_at_utc", moment, nullable=True),
        sa.Column("editor_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(kept_at_utc is null) = (editor_id is null)", name=op.f("ck_organisation_profile_kept_by_somebody")
        ),
        sa.ForeignKeyConstraint(["editor_id"], ["contact.id"], name=op.f("fk_organisation_profile_editor_id_contact")),
        sa.ForeignKeyConstraint(
            ["partner_organisation_id"], ["partner_organisation.id"],
            name="fk_organisation_profile_organisation",
        ),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_organisation_profile_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_profile")),
        sa.UniqueConstraint(
            "round_id", "partner_organisation_id", name=op.f("uq_organisation_profile_one_per_round")
        ),
    )  # fmt: skip
    op.create_index(
        op.f("ix_organisation_profile_partner_organisation_id"), "organisation_profile", ["partner_organisation_id"]
    )
    op.create_table(
        "published_profile",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("document_hash", sa.String(length=64), nullable=False),
        sa.Column("published_at_utc", moment, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(document_hash) = 64", name=op.f("ck_published_profile_hash_is_sha256")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_published_profile_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_profile")),
        sa.UniqueConstraint("round_id", name=op.f("uq_published_profile_round_id")),
    )


def _create_codes() -> None:
    op.create_table(
        "round_code",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(length=10), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("digits_hash", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("ends_at_utc", moment, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("generation >= 1", name=op.f("ck_round_code_generation_from_one")),
        sa.CheckConstraint(
            "length(digits_hash) = 64 and length(token_hash) = 64", name=op.f("ck_round_code_secrets_are_hashed")
        ),
        sa.CheckConstraint("purpose in ('meeting', 'paper')", name=op.f("ck_round_code_known_purpose")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_round_code_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_code")),
        sa.UniqueConstraint("digits_hash", name=op.f("uq_round_code_digits_hash")),
        sa.UniqueConstraint("round_id", "purpose", name=op.f("uq_round_code_round_id_purpose")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_round_code_token_hash")),
    )
    op.create_table(
        "throttle",
        sa.Column("bucket", sa.String(length=64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("ends_at_utc", moment, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("tries >= 1", name=op.f("ck_throttle_tried_at_least_once")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_throttle")),
        sa.UniqueConstraint("bucket", name=op.f("uq_throttle_bucket")),
    )
    op.create_index(op.f("ix_throttle_ends_at_utc"), "throttle", ["ends_at_utc"])
    op.create_table(
        "link_request",
        sa.Column("address_key", sa.String(length=254), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("asked_at_utc", moment, nullable=False),
        sa.Column("message_id", sa.String(length=200), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(address_key) > 0", name=op.f("ck_link_request_has_an_address")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_request")),
    )

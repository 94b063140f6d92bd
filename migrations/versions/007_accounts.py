"""Accounts: who signs in and how; what a support organisation decides; the audit log."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "007"
down_revision = "006"
branch_labels = None
depends_on = None

json_document = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
moment = sa.DateTime(timezone=True)

_NEVER_CHANGED = "The audit log is never changed."
_KEPT = "The audit log is kept until its term is over."

_GUARDS_OF_SQLITE = (
    "CREATE TRIGGER audit_event_never_changed BEFORE UPDATE ON audit_event "
    f"BEGIN SELECT RAISE(ABORT, '{_NEVER_CHANGED}'); END",
    # REPLACE deletes a row without asking the trigger on DELETE
    "CREATE TRIGGER audit_event_never_replaced BEFORE INSERT ON audit_event "
    "WHEN EXISTS (SELECT 1 FROM audit_event WHERE id = NEW.id) "
    f"BEGIN SELECT RAISE(ABORT, '{_NEVER_CHANGED}'); END",
    "CREATE TRIGGER audit_event_kept_for_its_term BEFORE DELETE ON audit_event "
    "WHEN OLD.kept_until_utc > strftime('%Y-%m-%d %H:%M:%f', 'now') "
    f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
)
_GUARDS_OF_POSTGRESQL = (
    "CREATE FUNCTION refuse_to_change_the_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION '{_NEVER_CHANGED}' USING ERRCODE = 'restrict_violation'; END IF; "
    "IF TG_OP = 'DELETE' THEN IF OLD.kept_until_utc <= now() THEN RETURN OLD; END IF; END IF; "
    f"RAISE EXCEPTION '{_KEPT}' USING ERRCODE = 'restrict_violation'; END $$",
    "CREATE TRIGGER audit_event_guarded BEFORE UPDATE OR DELETE ON audit_event "
    "FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_audit_log()",
    "CREATE TRIGGER audit_event_never_emptied BEFORE TRUNCATE ON audit_event "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit_log()",
)


def upgrade() -> None:
    """Change the tables: who was an adviser has an account, still without a way to sign in."""
    _widen_support()
    _create_account()
    _move_advisers()
    _create_what_belongs_to_accounts()
    _create_audit()


def downgrade() -> None:
    """Take the change back; the audit log goes, and so does every way to sign in."""
    _drop_audit()
    for name in ("account_mail", "open_id_identity", "account_session", "passkey", "logo"):
        op.drop_table(name)
    _move_advisers_back()
    with op.batch_alter_table("support_organisation") as batch:
        for name in ("contacts_kept_for_a_time", "audit_kept_for_a_time", "has_a_name"):
            batch.drop_constraint(op.f(f"ck_support_organisation_{name}"), type_="check")
        for name in ("sender_name", "texts", "questionnaires", "contact_months", "audit_months", "archived_at_utc"):
            batch.drop_column(name)
        batch.drop_column("version")


def _widen_support() -> None:
    with op.batch_alter_table("support_organisation") as batch:
        batch.add_column(sa.Column("sender_name", sa.String(length=200), nullable=True))
        batch.add_column(sa.Column("texts", json_document, nullable=False, server_default="{}"))
        batch.add_column(sa.Column("questionnaires", json_document, nullable=True))
        batch.add_column(sa.Column("contact_months", sa.Integer(), nullable=False, server_default="24"))
        batch.add_column(sa.Column("audit_months", sa.Integer(), nullable=False, server_default="24"))
        batch.add_column(sa.Column("archived_at_utc", moment, nullable=True))
        batch.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch.create_check_constraint(op.f("ck_support_organisation_has_a_name"), "length(name) > 0")
        batch.create_check_constraint(
            op.f("ck_support_organisation_contacts_kept_for_a_time"), "contact_months between 1 and 60"
        )
        batch.create_check_constraint(
            op.f("ck_support_organisation_audit_kept_for_a_time"), "audit_months between 6 and 84"
        )


def _create_account() -> None:
    op.create_table(
        "account",
        sa.Column("support_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("closed_at_utc", moment, nullable=True),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("added_at_utc", moment, nullable=False),
        sa.Column("joined_at_utc", moment, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("tf_primary_method", sa.String(length=64), nullable=True),
        sa.Column("tf_totp_secret", sa.String(length=255), nullable=True),
        sa.Column("mf_recovery_codes", json_document, nullable=True),
        sa.Column("fs_webauthn_user_handle", sa.String(length=64), nullable=True),
        sa.Column("us_totp_secrets", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("role in ('coordinator', 'adviser', 'administrator')", name=op.f("ck_account_known_role")),
        sa.CheckConstraint(
            "(tf_primary_method is null) = (tf_totp_secret is null)", name=op.f("ck_account_second_factor_with_secret")
        ),
        sa.CheckConstraint("active = (closed_at_utc is null)", name=op.f("ck_account_closed_at_a_time")),
        sa.CheckConstraint("length(fs_uniquifier) >= 32", name=op.f("ck_account_hard_to_guess")),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_account_has_a_name")),
        sa.ForeignKeyConstraint(
            ["support_organisation_id"],
            ["support_organisation.id"],
            name=op.f("fk_account_support_organisation_id_support_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("address", name=op.f("uq_account_address")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_account_fs_uniquifier")),
        sa.UniqueConstraint("fs_webauthn_user_handle", name=op.f("uq_account_fs_webauthn_user_handle")),
    )
    op.create_index(op.f("ix_account_support_organisation_id"), "account", ["support_organisation_id"])


def _move_advisers() -> None:
    unguessable = "lower(hex(randomblob(16)))" if _is_sqlite() else "replace(gen_random_uuid()::text, '-', '')"
    op.execute(
        "INSERT INTO account (id, support_organisation_id, name, address, role, language, active, is_demo, "
        "added_at_utc, version, fs_uniquifier) SELECT id, support_organisation_id, name, lower(address), 'adviser', "
        f"'nl', true, is_demo, CURRENT_TIMESTAMP, 1, {unguessable} FROM adviser"
    )
    _refer_to("account", instead_of="adviser")
    op.drop_table("adviser")


def _move_advisers_back() -> None:
    op.create_table(
        "adviser",
        sa.Column("support_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["support_organisation_id"],
            ["support_organisation.id"],
            name=op.f("fk_adviser_support_organisation_id_support_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adviser")),
        sa.UniqueConstraint("address", name=op.f("uq_adviser_address")),
    )
    op.create_index(op.f("ix_adviser_support_organisation_id"), "adviser", ["support_organisation_id"])
    op.execute(
        "INSERT INTO adviser (id, support_organisation_id, name, address, is_demo) "
        "SELECT id, support_organisation_id, name, address, is_demo FROM account"
    )
    _refer_to("adviser", instead_of="account")
    op.drop_table("account")


def _refer_to(table: str, *, instead_of: str) -> None:
    with op.batch_alter_table("network") as batch:
        batch.drop_constraint(op.f(f"fk_network_adviser_id_{instead_of}"), type_="foreignkey")
        batch.create_foreign_key(op.f(f"fk_network_adviser_id_{table}"), table, ["adviser_id"], ["id"])


def _create_what_belongs_to_accounts() -> None:
    op.create_table(
        "logo",
        sa.Column("support_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("width between 1 and 800 and height between 1 and 400", name=op.f("ck_logo_fits_a_page")),
        sa.ForeignKeyConstraint(
            ["support_organisation_id"],
            ["support_organisation.id"],
            name=op.f("fk_logo_support_organisation_id_support_organisation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logo")),
        sa.UniqueConstraint("support_organisation_id", name=op.f("uq_logo_support_organisation_id")),
    )
    op.create_table(
        "passkey",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("credential_id", sa.LargeBinary(length=1024), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.Integer(), nullable=False),
        sa.Column("transports", json_document, nullable=True),
        sa.Column("backup_state", sa.Boolean(), nullable=False),
        sa.Column("device_type", sa.String(length=64), nullable=False),
        sa.Column("extensions", sa.String(length=255), nullable=True),
        sa.Column("lastuse_datetime", moment, nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("usage", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("usage in ('first', 'secondary')", name=op.f("ck_passkey_known_usage")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_passkey_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("account_id", "name", name=op.f("uq_passkey_account_id_name")),
        sa.UniqueConstraint("credential_id", name=op.f("uq_passkey_credential_id")),
    )
    op.create_table(
        "account_session",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("begun_at_utc", moment, nullable=False),
        sa.Column("seen_at_utc", moment, nullable=False),
        sa.Column("place", sa.String(length=50), nullable=False),
        sa.Column("browser", sa.String(length=100), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_account_session_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_session")),
    )
    op.create_index(op.f("ix_account_session_account_id"), "account_session", ["account_id"])
    op.create_table(
        "open_id_identity",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("issuer", sa.String(length=200), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_open_id_identity_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_id_identity")),
        sa.UniqueConstraint("issuer", "subject", name=op.f("uq_open_id_identity_issuer_subject")),
    )
    op.create_index(op.f("ix_open_id_identity_account_id"), "open_id_identity", ["account_id"])
    op.create_table(
        "account_mail",
        sa.Column("to_address", sa.String(length=254), nullable=False),
        sa.Column("sealed_text", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at_utc", moment, nullable=False),
        sa.Column("message_id", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_mail")),
    )


def _create_audit() -> None:
    op.create_table(
        "audit_event",
        sa.Column("at_utc", moment, nullable=False),
        sa.Column("kept_until_utc", moment, nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("support_organisation_id", sa.Uuid(), nullable=True),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("object_kind", sa.String(length=40), nullable=True),
        sa.Column("object_id", sa.Uuid(), nullable=True),
        sa.Column("network_id", sa.Uuid(), nullable=True),
        sa.Column("place", sa.String(length=50), nullable=False),
        sa.Column("details", json_document, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("kept_until_utc > at_utc", name=op.f("ck_audit_event_kept_for_a_time")),
        sa.CheckConstraint("length(action) > 0", name=op.f("ck_audit_event_says_what")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
    )
    op.create_index(op.f("ix_audit_event_actor_id"), "audit_event", ["actor_id"])
    op.create_index("ix_audit_event_at_utc_id", "audit_event", ["at_utc", "id"])
    op.create_index(op.f("ix_audit_event_kept_until_utc"), "audit_event", ["kept_until_utc"])
    op.create_index(op.f("ix_audit_event_network_id"), "audit_event", ["network_id"])
    op.create_index(op.f("ix_audit_event_object_id"), "audit_event", ["object_id"])
    op.create_index(op.f("ix_audit_event_support_organisation_id"), "audit_event", ["support_organisation_id"])
    for statement in _GUARDS_OF_SQLITE if _is_sqlite() else _GUARDS_OF_POSTGRESQL:
        op.execute(statement)


def _drop_audit() -> None:
    op.drop_table("audit_event")
    if not _is_sqlite():
        op.execute("DROP FUNCTION refuse_to_change_the_audit_log()")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"

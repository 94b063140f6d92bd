"""Networks and contacts: where a network is, who coordinates it, what an adviser knows of a contact."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "008"
down_revision = "007"
branch_labels = None
depends_on = None

json_document = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Change the tables."""
    _widen_networks()
    _widen_contacts()
    _create_tables()


def downgrade() -> None:
    """Take the change back; contacts that were erased go, with their invitations."""
    for name in ("staged_import", "worker_sign", "hand_over", "network_municipality", "network_coordinator"):
        op.drop_table(name)
    op.drop_table("municipality")
    with op.batch_alter_table("contact") as batch:
        batch.drop_constraint(op.f("ck_contact_erased_is_nobody"), type_="check")
        batch.drop_constraint(op.f("ck_contact_has_a_name"), type_="check")
        for name in ("job", "names_profile", "added_at_utc", "archived_at_utc", "erased_at_utc", "version"):
            batch.drop_column(name)
    with op.batch_alter_table("partner_organisation") as batch:
        batch.drop_column("version")
    with op.batch_alter_table("network") as batch:
        for name in ("region", "notes", "archived_at_utc", "version"):
            batch.drop_column(name)


def _widen_networks() -> None:
    with op.batch_alter_table("network") as batch:
        batch.add_column(sa.Column("region", sa.String(length=4), nullable=True))
        batch.add_column(sa.Column("notes", sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("archived_at_utc", moment, nullable=True))
        batch.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    with op.batch_alter_table("partner_organisation") as batch:
        batch.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))


def _widen_contacts() -> None:
    with op.batch_alter_table("contact") as batch:
        batch.add_column(sa.Column("job", sa.String(length=100), nullable=False, server_default=""))
        batch.add_column(sa.Column("names_profile", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column("added_at_utc", moment, nullable=False, server_default=sa.func.current_timestamp()))
        batch.add_column(sa.Column("archived_at_utc", moment, nullable=True))
        batch.add_column(sa.Column("erased_at_utc", moment, nullable=True))
        batch.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch.create_check_constraint(
            op.f("ck_contact_erased_is_nobody"),
            "erased_at_utc is null or (name = '' and address is null and job = '')",
        )
        batch.create_check_constraint(op.f("ck_contact_has_a_name"), "erased_at_utc is not null or length(name) > 0")


def _create_tables() -> None:
    op.create_table(
        "municipality",
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("province", sa.String(length=4), nullable=True),
        sa.Column("region", sa.String(length=4), nullable=True),
        sa.Column("region_name", sa.String(length=100), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("code like 'GM____'", name=op.f("ck_municipality_code_of_a_municipality")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality")),
        sa.UniqueConstraint("code", name=op.f("uq_municipality_code")),
    )
    op.create_table(
        "network_coordinator",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_network_coordinator_account_id_account")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_network_coordinator_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network_coordinator")),
        sa.UniqueConstraint("network_id", "account_id", name=op.f("uq_network_coordinator_network_id_account_id")),
    )
    op.create_index(op.f("ix_network_coordinator_account_id"), "network_coordinator", ["account_id"])
    op.create_table(
        "network_municipality",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_network_municipality_municipality_id_municipality")
        ),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_network_municipality_network_id_network")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network_municipality")),
        sa.UniqueConstraint(
            "network_id", "municipality_id", name=op.f("uq_network_municipality_network_id_municipality_id")
        ),
    )
    op.create_index(op.f("ix_network_municipality_municipality_id"), "network_municipality", ["municipality_id"])
    op.create_table(
        "hand_over",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("from_account_id", sa.Uuid(), nullable=False),
        sa.Column("to_account_id", sa.Uuid(), nullable=True),
        sa.Column("offered_at_utc", moment, nullable=False),
        sa.Column("answered_at_utc", moment, nullable=True),
        sa.Column("answer", sa.String(length=10), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("answer in ('accepted', 'refused', 'withdrawn')", name=op.f("ck_hand_over_known_answer")),
        sa.CheckConstraint(
            "(answer is null) = (answered_at_utc is null)", name=op.f("ck_hand_over_answered_at_a_time")
        ),
        sa.ForeignKeyConstraint(["from_account_id"], ["account.id"], name=op.f("fk_hand_over_from_account_id_account")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_hand_over_network_id_network")),
        sa.ForeignKeyConstraint(["to_account_id"], ["account.id"], name=op.f("fk_hand_over_to_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_over")),
    )
    op.create_index(op.f("ix_hand_over_from_account_id"), "hand_over", ["from_account_id"])
    op.create_index(op.f("ix_hand_over_to_account_id"), "hand_over", ["to_account_id"])
    op.create_index(
        "uq_hand_over_one_open_per_network",
        "hand_over",
        ["network_id"],
        unique=True,
        sqlite_where=sa.text("answered_at_utc is null"),
        postgresql_where=sa.text("answered_at_utc is null"),
    )
    op.create_table(
        "staged_import",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("network_id", sa.Uuid(), nullable=True),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("rows", json_document, nullable=False),
        sa.Column("given_at_utc", moment, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_staged_import_account_id_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_staged_import_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staged_import")),
    )
    op.create_index(op.f("ix_staged_import_account_id"), "staged_import", ["account_id"])
    op.create_table(
        "worker_sign",
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("seen_at_utc", moment, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker_sign")),
        sa.UniqueConstraint("name", name=op.f("uq_worker_sign_name")),
    )

"""Reports: what a network agreed to do, what each released report was made of, links to pass a report on."""

import sqlalchemy as sa
from alembic import op

revision = "010"
down_revision = "009"
branch_labels = None
depends_on = None

moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    _create_actions()
    _create_editions()
    _create_shares()


def downgrade() -> None:
    """Drop the tables, with the actions of all networks."""
    for name in ("report_share", "report_edition", "action"):
        op.drop_table(name)


def _create_actions() -> None:
    op.create_table(
        "action",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=True),
        sa.Column("what", sa.String(length=300), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("helpers", sa.String(length=300), nullable=False),
        sa.Column("first_step", sa.String(length=300), nullable=False),
        sa.Column("proof", sa.String(length=300), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=True),
        sa.Column("suggestion_id", sa.String(length=40), nullable=True),
        sa.Column("round_id", sa.Uuid(), nullable=True),
        sa.Column("agreed_at_utc", moment, nullable=False),
        sa.Column("settled_at_utc", moment, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(what) > 0", name=op.f("ck_action_says_what")),
        sa.CheckConstraint("status in ('open', 'busy', 'done', 'stopped')", name=op.f("ck_action_known_status")),
        sa.CheckConstraint(
            "(status in ('open', 'busy')) = (slot is not null)", name=op.f("ck_action_slot_while_it_is_to_be_done")
        ),
        sa.CheckConstraint("slot between 1 and 3", name=op.f("ck_action_one_of_three_slots")),
        sa.CheckConstraint(
            "(status in ('done', 'stopped')) = (settled_at_utc is not null)", name=op.f("ck_action_settled_at_a_time")
        ),
        sa.CheckConstraint("contact_id is null or person = ''", name=op.f("ck_action_one_person")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_action_network_id_network")),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["partner_organisation.id"], name=op.f("fk_action_owner_id_partner_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_action_contact_id_contact"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_action_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("network_id", "slot", name="uq_action_three_open_at_most"),
    )
    for column in ("network_id", "owner_id", "contact_id"):
        op.create_index(op.f(f"ix_action_{column}"), "action", [column])


def _create_editions() -> None:
    op.create_table(
        "report_edition",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("document_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at_utc", moment, nullable=False),
        sa.Column("withdrawn_because", sa.String(length=20), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_report_edition_numbered_from_one")),
        sa.CheckConstraint("length(document_hash) = 64", name=op.f("ck_report_edition_hash_is_sha256")),
        sa.CheckConstraint(
            "(document is null) = (withdrawn_because is not null)",
            name=op.f("ck_report_edition_withdrawn_for_a_reason"),
        ),
        sa.CheckConstraint(
            "withdrawn_because in ('hidden', 'released', 'erased', 'term')",
            name=op.f("ck_report_edition_known_reason"),
        ),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_report_edition_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_edition")),
        sa.UniqueConstraint("round_id", "number", name=op.f("uq_report_edition_round_id_number")),
    )


def _create_shares() -> None:
    op.create_table(
        "report_share",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at_utc", moment, nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at_utc", moment, nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("generation >= 1", name=op.f("ck_report_share_generation_from_one")),
        sa.CheckConstraint("length(token_hash) = 64", name=op.f("ck_report_share_token_is_hashed")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_report_share_round_id_round")),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["account.id"], name=op.f("fk_report_share_made_by_id_account"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_share")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_report_share_token_hash")),
    )
    op.create_index(
        "uq_report_share_one_open_per_round",
        "report_share",
        ["round_id"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at_utc is null"),
        postgresql_where=sa.text("withdrawn_at_utc is null"),
    )

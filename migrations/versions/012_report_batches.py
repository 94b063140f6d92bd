"""All reports of an adviser's networks in one file: what was asked for, and how far that is."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "012"
down_revision = "011"
branch_labels = None
depends_on = None

moment = sa.DateTime(timezone=True)
json_document = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "report_batch",
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at_utc", moment, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("forms", json_document, nullable=False),
        sa.Column("finished_at_utc", moment, nullable=True),
        sa.Column("cause", sa.String(length=40), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "cause in ('full_disk', 'failed', 'withdrawn')", name=op.f("ck_report_batch_known_cause")
        ),
        sa.CheckConstraint(
            "cause is null or finished_at_utc is not null", name=op.f("ck_report_batch_cause_at_the_end")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["account.id"], name=op.f("fk_report_batch_asked_by_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_batch")),
        sa.UniqueConstraint("asked_by_id", name="uq_report_batch_one_at_a_time"),
    )
    _create_items()


def downgrade() -> None:
    """Drop the tables; files that were made go with the next sweep."""
    op.drop_table("report_batch_item")
    op.drop_table("report_batch")


def _create_items() -> None:
    op.create_table(
        "report_batch_item",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("edition_id", sa.Uuid(), nullable=False),
        sa.Column("done_at_utc", moment, nullable=True),
        sa.Column("not_made", json_document, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["report_batch.id"],
            name=op.f("fk_report_batch_item_batch_id_report_batch"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["edition_id"],
            ["report_edition.id"],
            name=op.f("fk_report_batch_item_edition_id_report_edition"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_batch_item")),
        sa.UniqueConstraint("batch_id", "edition_id", name=op.f("uq_report_batch_item_batch_id_edition_id")),
    )
    op.create_index(op.f("ix_report_batch_item_edition_id"), "report_batch_item", ["edition_id"])

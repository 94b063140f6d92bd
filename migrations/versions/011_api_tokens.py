"""Tokens by which a support organisation's own programs read what its networks published."""

import sqlalchemy as sa
from alembic import op

revision = "011"
down_revision = "010"
branch_labels = None
depends_on = None

moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "api_token",
        sa.Column("support_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at_utc", moment, nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.Column("revoked_at_utc", moment, nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_api_token_has_a_name")),
        sa.CheckConstraint("length(token_hash) = 64", name=op.f("ck_api_token_token_is_hashed")),
        sa.ForeignKeyConstraint(
            ["support_organisation_id"],
            ["support_organisation.id"],
            name=op.f("fk_api_token_support_organisation_id_support_organisation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["account.id"], name=op.f("fk_api_token_made_by_id_account"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_api_token_token_hash")),
    )
    op.create_index(op.f("ix_api_token_support_organisation_id"), "api_token", ["support_organisation_id"])
    op.create_index(op.f("ix_api_token_made_by_id"), "api_token", ["made_by_id"])


def downgrade() -> None:
    """Drop the table; no token opens anything any more."""
    op.drop_table("api_token")

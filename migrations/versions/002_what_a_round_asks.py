"""What a round asks: the definition's hash, the blocks left out, the kinds of partner; and what is planned."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "002"
down_revision = "001"
branch_labels = None
depends_on = None

json_document = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Change the tables. Rounds from before have asked everything, by a version whose hash was not kept."""
    # Written out, because SQLite takes a constraint on a new column only together with it.
    op.execute(
        "ALTER TABLE round ADD COLUMN questionnaire_hash VARCHAR(64) NOT NULL "
        f"DEFAULT '{'0' * 64}' CONSTRAINT ck_round_hash_is_sha256 CHECK (length(questionnaire_hash) = 64)"
    )
    op.add_column("round", sa.Column("left_out", json_document, nullable=False, server_default="[]"))
    op.add_column("round", sa.Column("kinds", json_document, nullable=False, server_default="[]"))
    op.create_table(
        "planned_round",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("questionnaire_id", sa.String(length=40), nullable=False),
        sa.Column("left_out", json_document, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_planned_round_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_round")),
        sa.UniqueConstraint("network_id", name=op.f("uq_planned_round_network_id")),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("planned_round")
    for name in ("kinds", "left_out", "questionnaire_hash"):
        op.drop_column("round", name)

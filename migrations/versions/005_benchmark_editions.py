"""Benchmark editions, whose results they were made of, and which one a report took."""

import sqlalchemy as sa
from alembic import op

revision = "005"
down_revision = "004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables. What was published before took no edition: there was none."""
    op.create_table(
        "benchmark_edition",
        sa.Column("cut_off", sa.Date(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("document_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(document_hash) = 64", name=op.f("ck_benchmark_edition_hash_is_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benchmark_edition")),
        sa.UniqueConstraint("cut_off", name=op.f("uq_benchmark_edition_cut_off")),
    )
    op.create_table(
        "benchmark_member",
        sa.Column("edition_id", sa.Uuid(), nullable=False),
        sa.Column("figure", sa.String(length=64), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(figure) = 64", name=op.f("ck_benchmark_member_figure_is_sha256")),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["benchmark_edition.id"], name=op.f("fk_benchmark_member_edition_id_benchmark_edition")
        ),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_benchmark_member_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benchmark_member")),
        sa.UniqueConstraint(
            "edition_id", "figure", "round_id", name=op.f("uq_benchmark_member_edition_id_figure_round_id")
        ),
    )
    # Written out, because SQLite takes a constraint on a new column only together with it.
    kind = sa.Uuid().compile(dialect=op.get_bind().dialect)
    op.execute(
        f"ALTER TABLE published_results ADD COLUMN edition_id {kind} "
        "CONSTRAINT fk_published_results_edition_id_benchmark_edition REFERENCES benchmark_edition (id)"
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_column("published_results", "edition_id")
    op.drop_table("benchmark_member")
    op.drop_table("benchmark_edition")

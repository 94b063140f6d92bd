"""Published shares: whose share a cell is, and no number of answers beside it."""

import sqlalchemy as sa
from alembic import op

revision = "003"
down_revision = "002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table anew. Cells are drawn from the stored documents; those of the format before have no reader."""
    op.drop_table("published_cell")
    _create(
        sa.Column("subject", sa.String(length=130), nullable=False),
        sa.Column("option", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "(measure = 'theme_mean' and kind <> 'withheld') = (n is not null)",
            name=op.f("ck_published_cell_only_averages_have_a_number"),
        ),
        sa.UniqueConstraint(
            "results_id", "measure", "subject", "option", "reporting_group",
            name=op.f("uq_published_cell_one_statement"),
        ),
    )  # fmt: skip


def downgrade() -> None:
    """Make the table as it was, empty."""
    op.drop_table("published_cell")
    _create(
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.CheckConstraint("(kind = 'withheld') = (n is null)", name=op.f("ck_published_cell_withheld_has_no_number")),
        sa.UniqueConstraint(
            "results_id", "measure", "subject", "reporting_group",
            name=op.f("uq_published_cell_results_id_measure_subject_reporting_group"),
        ),
    )  # fmt: skip


def _create(*parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        "published_cell",
        sa.Column("results_id", sa.Uuid(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("reporting_group", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("low_thousandths", sa.Integer(), nullable=True),
        sa.Column("high_thousandths", sa.Integer(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(kind = 'withheld') = (low_thousandths is null and high_thousandths is null)",
            name=op.f("ck_published_cell_withheld_has_no_value"),
        ),
        sa.CheckConstraint(
            "kind in ('exact', 'at_least', 'at_most', 'between', 'withheld')", name=op.f("ck_published_cell_known_kind")
        ),
        sa.ForeignKeyConstraint(
            ["results_id"], ["published_results.id"], name=op.f("fk_published_cell_results_id_published_results")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_cell")),
        *parts,
    )

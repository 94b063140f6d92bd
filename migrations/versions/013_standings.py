"""How networks stand, for pages over many of them; and the views that somebody kept."""

import sqlalchemy as sa
from alembic import op

revision = "013"
down_revision = "012"
branch_labels = None
depends_on = None

moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables; the worker fills them for the rounds that were released before."""
    _rounds()
    _themes()
    _gaps()
    _facts()
    _views()


def downgrade() -> None:
    """Drop the tables; the worker can make all but the kept views anew."""
    op.drop_table("saved_view")
    op.drop_table("standing_fact")
    op.drop_table("standing_gap")
    op.drop_table("standing_theme")
    op.drop_table("round_standing")


def _rounds() -> None:
    op.create_table(
        "round_standing",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=False),
        sa.Column("questionnaire_id", sa.String(length=40), nullable=False),
        sa.Column("questionnaire_version", sa.String(length=20), nullable=False),
        sa.Column("edition_id", sa.Uuid(), nullable=True),
        sa.Column("invited", sa.Integer(), nullable=False),
        sa.Column("sent_in", sa.Integer(), nullable=False),
        sa.Column("phase", sa.String(length=40), nullable=True),
        sa.Column("steering", sa.String(length=40), nullable=True),
        sa.Column("depth", sa.String(length=40), nullable=True),
        sa.Column("composition_changed", sa.Boolean(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("invited >= 0 and sent_in >= 0", name=op.f("ck_round_standing_nobody_is_less_than_none")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_round_standing_numbered_from_one")),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["benchmark_edition.id"], name=op.f("fk_round_standing_edition_id_benchmark_edition")
        ),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_round_standing_network_id_network"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_round_standing_round_id_round"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_standing")),
        sa.UniqueConstraint("round_id", name=op.f("uq_round_standing_round_id")),
        sa.UniqueConstraint("network_id", "number", name=op.f("uq_round_standing_network_id_number")),
    )


def _themes() -> None:
    op.create_table(
        "standing_theme",
        sa.Column("standing_id", sa.Uuid(), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("low_thousandths", sa.Integer(), nullable=True),
        sa.Column("high_thousandths", sa.Integer(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=60), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("difference_thousandths", sa.Integer(), nullable=True),
        sa.Column("margin_thousandths", sa.Integer(), nullable=True),
        sa.Column("beside", sa.String(length=20), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(kind = 'withheld') = (low_thousandths is null and high_thousandths is null)",
            name=op.f("ck_standing_theme_withheld_has_no_value"),
        ),
        sa.CheckConstraint("(kind = 'withheld') = (n is null)", name=op.f("ck_standing_theme_shown_has_a_number")),
        sa.CheckConstraint(
            "kind in ('exact', 'at_least', 'at_most', 'between', 'withheld')", name=op.f("ck_standing_theme_known_kind")
        ),
        sa.ForeignKeyConstraint(
            ["standing_id"],
            ["round_standing.id"],
            name=op.f("fk_standing_theme_standing_id_round_standing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_theme")),
        sa.UniqueConstraint("standing_id", "theme", name=op.f("uq_standing_theme_standing_id_theme")),
    )


def _gaps() -> None:
    op.create_table(
        "standing_gap",
        sa.Column("standing_id", sa.Uuid(), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("library_kind", sa.String(length=10), nullable=False),
        sa.Column("library_low_thousandths", sa.Integer(), nullable=True),
        sa.Column("library_high_thousandths", sa.Integer(), nullable=True),
        sa.Column("library_n", sa.Integer(), nullable=True),
        sa.Column("welfare_kind", sa.String(length=10), nullable=False),
        sa.Column("welfare_low_thousandths", sa.Integer(), nullable=True),
        sa.Column("welfare_high_thousandths", sa.Integer(), nullable=True),
        sa.Column("welfare_n", sa.Integer(), nullable=True),
        sa.Column("word", sa.String(length=20), nullable=False),
        sa.Column("difference_thousandths", sa.Integer(), nullable=True),
        sa.Column("margin_thousandths", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["standing_id"],
            ["round_standing.id"],
            name=op.f("fk_standing_gap_standing_id_round_standing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_gap")),
        sa.UniqueConstraint("standing_id", "theme", name=op.f("uq_standing_gap_standing_id_theme")),
    )


def _facts() -> None:
    op.create_table(
        "standing_fact",
        sa.Column("standing_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=130), nullable=False),
        sa.Column("choice", sa.String(length=40), nullable=False),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("organisations", sa.Integer(), nullable=True),
        sa.Column("estimated", sa.Integer(), nullable=True),
        sa.Column("left_out", sa.Integer(), nullable=True),
        sa.Column("unknown", sa.Integer(), nullable=True),
        sa.Column("silent", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["standing_id"],
            ["round_standing.id"],
            name=op.f("fk_standing_fact_standing_id_round_standing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_fact")),
    )
    op.create_index(
        "ix_standing_fact_standing_id_measure_subject", "standing_fact", ["standing_id", "measure", "subject", "choice"]
    )


def _views() -> None:
    op.create_table(
        "saved_view",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("page", sa.String(length=40), nullable=False),
        sa.Column("chosen", sa.String(length=2000), nullable=False),
        sa.Column("saved_at_utc", moment, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_saved_view_has_a_name")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_saved_view_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("account_id", "name", name=op.f("uq_saved_view_account_id_name")),
    )

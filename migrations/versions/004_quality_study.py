"""The yearly studies of the questionnaires themselves."""

import sqlalchemy as sa
from alembic import op

revision = "004"
down_revision = "003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "quality_study",
        sa.Column("questionnaire_id", sa.String(length=40), nullable=False),
        sa.Column("questionnaire_version", sa.String(length=20), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("document_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(document_hash) = 64", name=op.f("ck_quality_study_hash_is_sha256")),
        sa.CheckConstraint("year between 2020 and 2199", name=op.f("ck_quality_study_year_of_our_time")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quality_study")),
        sa.UniqueConstraint(
            "questionnaire_id",
            "questionnaire_version",
            "year",
            name=op.f("uq_quality_study_questionnaire_id_questionnaire_version_year"),
        ),
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("quality_study")

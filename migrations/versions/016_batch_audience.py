"""For whom the reports are that an adviser asks for at once: for the adviser, or as participants read them."""

import sqlalchemy as sa
from alembic import op

revision = "016"
down_revision = "015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what was asked for before is for advisers."""
    with op.batch_alter_table("report_batch") as table:
        table.add_column(sa.Column("audience", sa.String(length=20), nullable=False, server_default="adviser"))
        table.create_check_constraint(op.f("ck_report_batch_known_audience"), "audience in ('adviser', 'participant')")


def downgrade() -> None:
    """Drop the column: all reports are for advisers."""
    with op.batch_alter_table("report_batch") as table:
        table.drop_constraint(op.f("ck_report_batch_known_audience"), type_="check")
        table.drop_column("audience")

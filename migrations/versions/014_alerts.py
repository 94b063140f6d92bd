"""Alerts by mail that an adviser chooses: the choice, what was told, and until when was looked."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "014"
down_revision = "013"
branch_labels = None
depends_on = None

KINDS = ("too_few", "bounced", "report", "late")


def upgrade() -> None:
    """Create the tables; who turned the weekly mail off before gets no alerts either."""
    _choices()
    _told()
    op.create_table(
        "alert_look",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("hour_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_alert_look_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_look")),
        sa.UniqueConstraint("account_id", name=op.f("uq_alert_look_account_id")),
    )
    _keep_what_was_turned_off()


def downgrade() -> None:
    """Drop the tables: everybody has the weekly overview again, as chosen before."""
    op.drop_table("alert_look")
    op.drop_table("alert_told")
    op.drop_table("alert_choice")


def _choices() -> None:
    op.create_table(
        "alert_choice",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("pace", sa.String(length=10), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "kind in ('too_few', 'bounced', 'report', 'late')", name=op.f("ck_alert_choice_known_kind")
        ),
        sa.CheckConstraint("pace in ('never', 'weekly', 'at_once')", name=op.f("ck_alert_choice_known_pace")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_alert_choice_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_choice")),
        sa.UniqueConstraint("account_id", "kind", name=op.f("uq_alert_choice_account_id_kind")),
    )


def _told() -> None:
    op.create_table(
        "alert_told",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("kind in ('too_few', 'bounced', 'report', 'late')", name=op.f("ck_alert_told_known_kind")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_alert_told_counted_from_one")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_alert_told_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_told")),
        sa.UniqueConstraint(
            "account_id", "kind", "subject_id", "day", name=op.f("uq_alert_told_account_id_kind_subject_id_day")
        ),
    )


def _keep_what_was_turned_off() -> None:
    accounts = sa.table("account", sa.column("id", sa.Uuid()), sa.column("role"), sa.column("gets_overview"))
    ids = (sa.column("account_id", sa.Uuid()), sa.column("id", sa.Uuid()))
    choices = sa.table("alert_choice", *ids, sa.column("kind"), sa.column("pace"))
    turned_off = sa.select(accounts.c.id).where(accounts.c.role != "coordinator", ~accounts.c.gets_overview)
    rows = [
        {"id": uuid4(), "account_id": account_id, "kind": kind, "pace": "never"}
        for account_id in op.get_bind().scalars(turned_off).all()
        for kind in KINDS
    ]
    if rows:
        op.bulk_insert(choices, rows)

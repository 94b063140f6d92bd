"""Campaigns: what is planned for a round, its mails and reminders, how it ends; what an adviser does with own words."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "009"
down_revision = "008"
branch_labels = None
depends_on = None

json_document = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
moment = sa.DateTime(timezone=True)

#: The columns that planned rounds and rounds both get.
_PLANNED = ("languages", "sender_name", "texts", "reminds_on", "is_by_code", "releases_at_once")


def upgrade() -> None:
    """Change the tables. Rounds that closed before can be read by their participants, as they could."""
    _widen_rounds()
    _widen_planned_rounds()
    _widen_invitations()
    _widen_own_words()
    op.add_column("account", sa.Column("gets_overview", sa.Boolean(), nullable=False, server_default=sa.true()))
    _create_tables()


def downgrade() -> None:
    """Take the change back; rounds that were cancelled stay, closed and without results."""
    for name in ("weekly_overview", "reminding", "round_mail"):
        op.drop_table(name)
    op.drop_column("account", "gets_overview")
    for name in ("needs_rewriting", "shown_words", "state"):
        op.drop_column("own_words", name)
    for name in ("resume_hash", "through_staff", "withdrawn_at_utc", "bounce_code", "bounced_at_utc"):
        op.drop_column("invitation", name)
    for name in ("wants_no_mail", "refused_at_utc"):
        op.drop_column("invitation", name)
    op.drop_index(op.f("ix_planned_round_asked_at_utc"), "planned_round")
    with op.batch_alter_table("planned_round") as batch:
        batch.drop_constraint(op.f("ck_planned_round_asked_for_with_its_dates"), type_="check")
        batch.drop_constraint(op.f("ck_planned_round_meeting_has_a_day"), type_="check")
        batch.drop_constraint(op.f("fk_planned_round_asked_by_id_account"), type_="foreignkey")
        for name in ("plan", "opens_on", "closes_on", "meeting_on", "meeting_place", "asked_at_utc", "asked_by_id"):
            batch.drop_column(name)
        for name in ("refused_because", "version", *_PLANNED):
            batch.drop_column(name)
    for name in ("released_at_utc", "cancelled_at_utc", "closing_asked_at_utc", *_PLANNED):
        op.drop_column("round", name)


def _widen_rounds() -> None:
    # Constraints are written out, because SQLite takes one on a new column only together with it.
    _add_planned("round")
    op.add_column("round", sa.Column("closing_asked_at_utc", moment, nullable=True))
    _add_moment(
        "round", "cancelled_at_utc", ("cancelled_is_closed", "cancelled_at_utc is null or closed_at_utc is not null")
    )
    _add_moment(
        "round",
        "released_at_utc",
        ("released_after_closing", "released_at_utc is null or closed_at_utc is not null"),
        ("cancelled_is_never_released", "released_at_utc is null or cancelled_at_utc is null"),
    )
    op.execute("UPDATE round SET released_at_utc = closed_at_utc WHERE closed_at_utc IS NOT NULL")


def _widen_planned_rounds() -> None:
    _add_planned("planned_round")
    with op.batch_alter_table("planned_round") as batch:
        batch.add_column(sa.Column("plan", json_document, nullable=True))
        for name in ("opens_on", "closes_on", "meeting_on"):
            batch.add_column(sa.Column(name, sa.Date(), nullable=True))
        batch.add_column(sa.Column("meeting_place", sa.String(length=200), nullable=True))
        batch.add_column(sa.Column("asked_at_utc", moment, nullable=True))
        batch.add_column(sa.Column("asked_by_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("refused_because", json_document, nullable=True))
        batch.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch.create_check_constraint(
            op.f("ck_planned_round_asked_for_with_its_dates"), "asked_at_utc is null or closes_on is not null"
        )
        batch.create_check_constraint(
            op.f("ck_planned_round_meeting_has_a_day"), "meeting_place is null or meeting_on is not null"
        )
        batch.create_foreign_key(
            op.f("fk_planned_round_asked_by_id_account"), "account", ["asked_by_id"], ["id"], ondelete="SET NULL"
        )
    op.create_index(op.f("ix_planned_round_asked_at_utc"), "planned_round", ["asked_at_utc"])
    op.execute("UPDATE planned_round SET reminds_on = '[\"7\", \"14\", \"last\"]'")


def _widen_invitations() -> None:
    for name in ("refused_at_utc", "bounced_at_utc", "withdrawn_at_utc"):
        op.add_column("invitation", sa.Column(name, moment, nullable=True))
    op.add_column("invitation", sa.Column("bounce_code", sa.Integer(), nullable=True))
    for name in ("wants_no_mail", "through_staff"):
        op.add_column("invitation", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(
        "ALTER TABLE invitation ADD COLUMN resume_hash VARCHAR(64) "
        "CONSTRAINT ck_invitation_resume_code_is_hashed CHECK (resume_hash is null or length(resume_hash) = 64) "
        "CONSTRAINT ck_invitation_resume_code_where_staff_held_the_link CHECK (resume_hash is null or through_staff)"
    )


def _widen_own_words() -> None:
    op.execute(
        "ALTER TABLE own_words ADD COLUMN state VARCHAR(10) NOT NULL DEFAULT 'new' "
        "CONSTRAINT ck_own_words_known_state CHECK (state in ('new', 'released', 'hidden'))"
    )
    op.execute(
        "ALTER TABLE own_words ADD COLUMN shown_words TEXT "
        "CONSTRAINT ck_own_words_shown_is_not_empty CHECK (shown_words is null or length(shown_words) > 0)"
    )
    op.add_column("own_words", sa.Column("needs_rewriting", sa.Boolean(), nullable=False, server_default=sa.false()))


def _add_planned(table: str) -> None:
    """Add what a planned round and a round both have."""
    op.add_column(table, sa.Column("languages", json_document, nullable=False, server_default="[]"))
    op.add_column(table, sa.Column("sender_name", sa.String(length=200), nullable=True))
    op.add_column(table, sa.Column("texts", json_document, nullable=False, server_default="{}"))
    op.add_column(table, sa.Column("reminds_on", json_document, nullable=False, server_default="[]"))
    for name in ("is_by_code", "releases_at_once"):
        op.add_column(table, sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))


def _add_moment(table: str, column: str, *rules: tuple[str, str]) -> None:
    """Add a moment that can be absent, with rules about it."""
    kind = moment.compile(dialect=op.get_bind().dialect)
    checks = " ".join(f"CONSTRAINT ck_{table}_{name} CHECK ({rule})" for name, rule in rules)
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind} {checks}")


def _create_tables() -> None:
    op.create_table(
        "round_mail",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("invitation_id", sa.Uuid(), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_at_utc", moment, nullable=False),
        sa.Column("taken_at_utc", moment, nullable=True),
        sa.Column("taken_by", sa.String(length=40), nullable=True),
        sa.Column("done_at_utc", moment, nullable=True),
        sa.Column("reply_code", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "purpose in ('invitation', 'reminder', 'released', 'too_few', 'cancelled')",
            name=op.f("ck_round_mail_known_purpose"),
        ),
        sa.CheckConstraint(
            "state in ('waiting', 'sent', 'refused', 'given_up')", name=op.f("ck_round_mail_known_state")
        ),
        sa.CheckConstraint("(state = 'waiting') = (done_at_utc is null)", name=op.f("ck_round_mail_done_at_a_time")),
        sa.CheckConstraint(
            "purpose <> 'reminder' or state = 'waiting'", name=op.f("ck_round_mail_no_trace_of_a_reminder")
        ),
        sa.CheckConstraint("number >= 1 and tries >= 0", name=op.f("ck_round_mail_counted_from_one")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_round_mail_round_id_round")),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["invitation.id"],
            name=op.f("fk_round_mail_invitation_id_invitation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_mail")),
        sa.UniqueConstraint("invitation_id", "purpose", "number", name=op.f("uq_round_mail_invitation_id_purpose_number")),
        sa.UniqueConstraint("message_id", name=op.f("uq_round_mail_message_id")),
    )
    op.create_index(op.f("ix_round_mail_round_id"), "round_mail", ["round_id"])
    op.create_index(
        "ix_round_mail_waiting",
        "round_mail",
        ["batch_id", "id"],
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "reminding",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("moment", sa.String(length=4), nullable=True),
        sa.Column("at_utc", moment, nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("number between 1 and 3", name=op.f("ck_reminding_at_most_three")),
        sa.CheckConstraint("told >= 0 and failed >= 0", name=op.f("ck_reminding_nobody_is_less_than_none")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_reminding_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminding")),
        sa.UniqueConstraint("round_id", "number", name=op.f("uq_reminding_round_id_number")),
    )
    op.create_table(
        "weekly_overview",
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weekly_overview")),
        sa.UniqueConstraint("week", name=op.f("uq_weekly_overview_week")),
    )

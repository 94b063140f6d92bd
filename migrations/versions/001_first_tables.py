"""The first tables: who, when, answers, and what is published."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "001"
down_revision = None
branch_labels = None
depends_on = None

json_document = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "instance",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("created_at_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("kind in ('production', 'demo', 'synthetic')", name=op.f("ck_instance_known_kind")),
        sa.CheckConstraint("one = 1", name=op.f("ck_instance_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instance")),
        sa.UniqueConstraint("one", name=op.f("uq_instance_one")),
    )
    op.create_table(
        "support_organisation",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_organisation")),
        sa.UniqueConstraint("name", name=op.f("uq_support_organisation_name")),
    )
    op.create_table(
        "adviser",
        sa.Column("support_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["support_organisation_id"],
            ["support_organisation.id"],
            name=op.f("fk_adviser_support_organisation_id_support_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adviser")),
        sa.UniqueConstraint("address", name=op.f("uq_adviser_address")),
    )
    op.create_index(op.f("ix_adviser_support_organisation_id"), "adviser", ["support_organisation_id"], unique=False)
    op.create_table(
        "network",
        sa.Column("support_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("adviser_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("province", sa.String(length=4), nullable=False),
        sa.Column("coordinator_name", sa.String(length=200), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_network_has_a_name")),
        sa.ForeignKeyConstraint(["adviser_id"], ["adviser.id"], name=op.f("fk_network_adviser_id_adviser")),
        sa.ForeignKeyConstraint(
            ["support_organisation_id"],
            ["support_organisation.id"],
            name=op.f("fk_network_support_organisation_id_support_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network")),
        sa.UniqueConstraint("support_organisation_id", "name", name=op.f("uq_network_support_organisation_id_name")),
    )
    op.create_index(op.f("ix_network_adviser_id"), "network", ["adviser_id"], unique=False)
    op.create_table(
        "partner_organisation",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_partner_organisation_has_a_name")),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_partner_organisation_network_id_network")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner_organisation")),
        sa.UniqueConstraint("network_id", "name", name=op.f("uq_partner_organisation_network_id_name")),
    )
    op.create_table(
        "round",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("questionnaire_id", sa.String(length=40), nullable=False),
        sa.Column("questionnaire_version", sa.String(length=20), nullable=False),
        sa.Column(
            "plan",
            json_document,
            nullable=False,
        ),
        sa.Column("opened_at_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("closed_at_utc", sa.DateTime(timezone=True), nullable=True),
        sa.Column("meeting_on", sa.Date(), nullable=True),
        sa.Column("meeting_place", sa.String(length=200), nullable=True),
        sa.Column("report_generation", sa.Integer(), nullable=False),
        sa.Column("report_token_hash", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "closed_at_utc is null or closed_at_utc >= opened_at_utc", name=op.f("ck_round_closed_after_opening")
        ),
        sa.CheckConstraint("meeting_place is null or meeting_on is not null", name=op.f("ck_round_meeting_has_a_day")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_round_numbered_from_one")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_round_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round")),
        sa.UniqueConstraint("network_id", "number", name=op.f("uq_round_network_id_number")),
        sa.UniqueConstraint("report_token_hash", name=op.f("uq_round_report_token_hash")),
    )
    op.create_index(
        "uq_round_one_open_per_network",
        "round",
        ["network_id"],
        unique=True,
        sqlite_where=sa.text("closed_at_utc is null"),
        postgresql_where=sa.text("closed_at_utc is null"),
    )
    op.create_table(
        "contact",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("partner_organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=True),
        sa.Column("address_key", sa.String(length=254), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("(address is null) = (address_key is null)", name=op.f("ck_contact_address_with_key")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_contact_network_id_network")),
        sa.ForeignKeyConstraint(
            ["partner_organisation_id"],
            ["partner_organisation.id"],
            name=op.f("fk_contact_partner_organisation_id_partner_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("network_id", "address_key", name="uq_contact_own_address_per_network"),
    )
    op.create_index(op.f("ix_contact_partner_organisation_id"), "contact", ["partner_organisation_id"], unique=False)
    op.create_table(
        "own_words",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_own_words_not_empty")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_own_words_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_words")),
    )
    op.create_index(op.f("ix_own_words_round_id"), "own_words", ["round_id"], unique=False)
    op.create_table(
        "published_results",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("document_hash", sa.String(length=64), nullable=False),
        sa.Column("questionnaire_id", sa.String(length=40), nullable=False),
        sa.Column("questionnaire_version", sa.String(length=20), nullable=False),
        sa.Column("policy_version", sa.String(length=20), nullable=False),
        sa.Column("published_at_utc", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(document_hash) = 64", name=op.f("ck_published_results_hash_is_sha256")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_published_results_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_results")),
        sa.UniqueConstraint("round_id", name=op.f("uq_published_results_round_id")),
    )
    op.create_table(
        "sealed_response",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("reporting_group", sa.String(length=40), nullable=True),
        sa.Column(
            "answers",
            json_document,
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_sealed_response_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealed_response")),
    )
    op.create_index(op.f("ix_sealed_response_round_id"), "sealed_response", ["round_id"], unique=False)
    op.create_table(
        "invitation",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("reporting_group", sa.String(length=40), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("generation >= 1", name=op.f("ck_invitation_generation_from_one")),
        sa.CheckConstraint("length(token_hash) = 64", name=op.f("ck_invitation_token_is_hashed")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_invitation_contact_id_contact")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_invitation_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("round_id", "contact_id", name=op.f("uq_invitation_round_id_contact_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    op.create_index(op.f("ix_invitation_contact_id"), "invitation", ["contact_id"], unique=False)
    op.create_table(
        "published_cell",
        sa.Column("results_id", sa.Uuid(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
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
        sa.CheckConstraint("(kind = 'withheld') = (n is null)", name=op.f("ck_published_cell_withheld_has_no_number")),
        sa.CheckConstraint(
            "kind in ('exact', 'at_least', 'at_most', 'between', 'withheld')", name=op.f("ck_published_cell_known_kind")
        ),
        sa.ForeignKeyConstraint(
            ["results_id"], ["published_results.id"], name=op.f("fk_published_cell_results_id_published_results")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_cell")),
        sa.UniqueConstraint(
            "results_id",
            "measure",
            "subject",
            "reporting_group",
            name=op.f("uq_published_cell_results_id_measure_subject_reporting_group"),
        ),
    )
    op.create_table(
        "response",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("invitation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "answers",
            json_document,
            nullable=False,
        ),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("kept_at_utc", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_in_at_utc", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(language) >= 2", name=op.f("ck_response_has_a_language")),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitation.id"], name=op.f("fk_response_invitation_id_invitation")
        ),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_response_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("invitation_id", name=op.f("uq_response_invitation_id")),
    )
    op.create_index(op.f("ix_response_round_id"), "response", ["round_id"], unique=False)


def downgrade() -> None:
    """Change them back."""
    op.drop_index(op.f("ix_response_round_id"), table_name="response")
    op.drop_table("response")
    op.drop_table("published_cell")
    op.drop_index(op.f("ix_invitation_contact_id"), table_name="invitation")
    op.drop_table("invitation")
    op.drop_index(op.f("ix_sealed_response_round_id"), table_name="sealed_response")
    op.drop_table("sealed_response")
    op.drop_table("published_results")
    op.drop_index(op.f("ix_own_words_round_id"), table_name="own_words")
    op.drop_table("own_words")
    op.drop_index(op.f("ix_contact_partner_organisation_id"), table_name="contact")
    op.drop_table("contact")
    op.drop_index(
        "uq_round_one_open_per_network",
        table_name="round",
        sqlite_where=sa.text("closed_at_utc is null"),
        postgresql_where=sa.text("closed_at_utc is null"),
    )
    op.drop_table("round")
    op.drop_table("partner_organisation")
    op.drop_index(op.f("ix_network_adviser_id"), table_name="network")
    op.drop_table("network")
    op.drop_index(op.f("ix_adviser_support_organisation_id"), table_name="adviser")
    op.drop_table("adviser")
    op.drop_table("support_organisation")
    op.drop_table("instance")

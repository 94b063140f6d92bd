"""Networks and contacts: where a network is, who coordinates it, what an adviser knows of a contact.

And what names sort by and are found by; it is made as ``survey.models.folding`` makes it.
"""

import unicodedata

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "008"
down_revision = "007"
branch_labels = None
depends_on = None

json_document = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
moment = sa.DateTime(timezone=True)

#: What is kept folded, by table: the column, its length, and what it is made of.
_FOLDED = {
    "support_organisation": [("sort_name", 200, ["name"])],
    "account": [("sort_name", 200, ["name"]), ("search_text", 460, ["name", "address"])],
    "network": [("sort_name", 200, ["name"]), ("search_text", 460, ["name", "coordinator_name"])],
    "partner_organisation": [("sort_name", 200, ["name"])],
    "contact": [("sort_name", 200, ["name"]), ("search_text", 460, ["name", "address"])],
}
_WRITTEN_OUT = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | dict.fromkeys("'`’‘´ʼ\x00")
)


def upgrade() -> None:
    """Change the tables."""
    _widen_networks()
    _add_folded()
    _widen_contacts()
    _create_tables()


def downgrade() -> None:
    """Take the change back; contacts that were erased go, with their invitations."""
    for name in ("staged_import", "worker_sign", "hand_over", "network_municipality", "network_coordinator"):
        op.drop_table(name)
    op.drop_table("municipality")
    op.drop_index("ix_contact_network_id_search_text", "contact")
    with op.batch_alter_table("contact") as batch:
        batch.drop_constraint(op.f("ck_contact_erased_is_nobody"), type_="check")
        batch.drop_constraint(op.f("ck_contact_has_a_name"), type_="check")
        for name in ("job", "names_profile", "added_at_utc", "archived_at_utc", "erased_at_utc", "version"):
            batch.drop_column(name)
    with op.batch_alter_table("partner_organisation") as batch:
        batch.drop_column("version")
    with op.batch_alter_table("network") as batch:
        for name in ("region", "notes", "archived_at_utc", "version"):
            batch.drop_column(name)
    op.drop_index("ix_network_support_organisation_id_sort_name", "network")
    op.drop_index("ix_partner_organisation_network_id_kind", "partner_organisation")
    for table in ("partner_organisation", "contact"):
        op.drop_index(op.f(f"ix_{table}_sort_name"), table)
    for table, columns in _FOLDED.items():
        with op.batch_alter_table(table) as batch:
            for name, _, _ in columns:
                batch.drop_column(name)


def _widen_networks() -> None:
    with op.batch_alter_table("network") as batch:
        batch.add_column(sa.Column("region", sa.String(length=4), nullable=True))
        batch.add_column(sa.Column("notes", sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("archived_at_utc", moment, nullable=True))
        batch.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    with op.batch_alter_table("partner_organisation") as batch:
        batch.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))


def _add_folded() -> None:
    for table, columns in _FOLDED.items():
        with op.batch_alter_table(table) as batch:
            for name, length, _ in columns:
                batch.add_column(sa.Column(name, _folded(length), nullable=False, server_default=""))
        _fill(table, columns)
    for table in ("partner_organisation", "contact"):
        op.create_index(op.f(f"ix_{table}_sort_name"), table, ["sort_name"])
    by_kind = ["network_id", "kind", "sort_name", "id"]
    op.create_index("ix_partner_organisation_network_id_kind", "partner_organisation", by_kind)
    by_name = ["support_organisation_id", "sort_name", "id"]
    op.create_index("ix_network_support_organisation_id_sort_name", "network", by_name)


def _folded(length: int) -> sa.types.TypeEngine[str]:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _fill(table: str, columns: list[tuple[str, int, list[str]]]) -> None:
    sources = sorted({source for _, _, made_of in columns for source in made_of})
    there = sa.table(table, sa.column("id", sa.Uuid()), *(sa.column(each) for each in [*sources, *[name for name, _, _ in columns]]))
    rows = op.get_bind().execute(sa.select(there.c.id, *(there.c[each] for each in sources))).mappings().all()
    filled = [
        {"row": row["id"]} | {name: _fold([row[each] for each in made_of], length) for name, length, made_of in columns}
        for row in rows
    ]
    if filled:
        values = {name: sa.bindparam(name) for name, _, _ in columns}
        op.get_bind().execute(sa.update(there).where(there.c.id == sa.bindparam("row")).values(values), filled)


def _fold(texts: list[str | None], length: int) -> str:
    plain = " ".join(text or "" for text in texts).casefold().translate(_WRITTEN_OUT)
    letters = (letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return " ".join("".join(letters).split())[:length].rstrip()


def _widen_contacts() -> None:
    with op.batch_alter_table("contact") as batch:
        batch.add_column(sa.Column("job", sa.String(length=100), nullable=False, server_default=""))
        batch.add_column(sa.Column("names_profile", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column("added_at_utc", moment, nullable=False, server_default=sa.func.current_timestamp()))
        batch.add_column(sa.Column("archived_at_utc", moment, nullable=True))
        batch.add_column(sa.Column("erased_at_utc", moment, nullable=True))
        batch.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch.create_check_constraint(
            op.f("ck_contact_erased_is_nobody"),
            "erased_at_utc is null or "
            "(name = '' and address is null and job = '' and sort_name = '' and search_text = '')",
        )
        batch.create_check_constraint(op.f("ck_contact_has_a_name"), "erased_at_utc is not null or length(name) > 0")
    op.create_index(
        "ix_contact_network_id_search_text",
        "contact",
        ["network_id", "archived_at_utc", "search_text", "sort_name", "id"],
        sqlite_where=sa.text("erased_at_utc is null"),
        postgresql_where=sa.text("erased_at_utc is null"),
    )


def _create_tables() -> None:
    op.create_table(
        "municipality",
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("sort_name", _folded(200), nullable=False),
        sa.Column("province", sa.String(length=4), nullable=True),
        sa.Column("region", sa.String(length=4), nullable=True),
        sa.Column("region_name", sa.String(length=100), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("code like 'GM____'", name=op.f("ck_municipality_code_of_a_municipality")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality")),
        sa.UniqueConstraint("code", name=op.f("uq_municipality_code")),
    )
    op.create_table(
        "network_coordinator",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_network_coordinator_account_id_account")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_network_coordinator_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network_coordinator")),
        sa.UniqueConstraint("network_id", "account_id", name=op.f("uq_network_coordinator_network_id_account_id")),
    )
    op.create_index(op.f("ix_network_coordinator_account_id"), "network_coordinator", ["account_id"])
    op.create_table(
        "network_municipality",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_network_municipality_municipality_id_municipality")
        ),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_network_municipality_network_id_network")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network_municipality")),
        sa.UniqueConstraint(
            "network_id", "municipality_id", name=op.f("uq_network_municipality_network_id_municipality_id")
        ),
    )
    op.create_index(op.f("ix_network_municipality_municipality_id"), "network_municipality", ["municipality_id"])
    op.create_table(
        "hand_over",
        sa.Column("network_id", sa.Uuid(), nullable=False),
        sa.Column("from_account_id", sa.Uuid(), nullable=False),
        sa.Column("to_account_id", sa.Uuid(), nullable=True),
        sa.Column("offered_at_utc", moment, nullable=False),
        sa.Column("answered_at_utc", moment, nullable=True),
        sa.Column("answer", sa.String(length=10), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("answer in ('accepted', 'refused', 'withdrawn')", name=op.f("ck_hand_over_known_answer")),
        sa.CheckConstraint(
            "(answer is null) = (answered_at_utc is null)", name=op.f("ck_hand_over_answered_at_a_time")
        ),
        sa.ForeignKeyConstraint(["from_account_id"], ["account.id"], name=op.f("fk_hand_over_from_account_id_account")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_hand_over_network_id_network")),
        sa.ForeignKeyConstraint(["to_account_id"], ["account.id"], name=op.f("fk_hand_over_to_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_over")),
    )
    op.create_index(op.f("ix_hand_over_from_account_id"), "hand_over", ["from_account_id"])
    op.create_index(op.f("ix_hand_over_to_account_id"), "hand_over", ["to_account_id"])
    op.create_index(
        "uq_hand_over_one_open_per_network",
        "hand_over",
        ["network_id"],
        unique=True,
        sqlite_where=sa.text("answered_at_utc is null"),
        postgresql_where=sa.text("answered_at_utc is null"),
    )
    op.create_table(
        "staged_import",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("network_id", sa.Uuid(), nullable=True),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("rows", json_document, nullable=False),
        sa.Column("remarks", json_document, nullable=False),
        sa.Column("given_at_utc", moment, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_staged_import_account_id_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_staged_import_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staged_import")),
    )
    op.create_index(op.f("ix_staged_import_account_id"), "staged_import", ["account_id"])
    op.create_table(
        "worker_sign",
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("seen_at_utc", moment, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker_sign")),
        sa.UniqueConstraint("name", name=op.f("uq_worker_sign_name")),
    )

"""Alembic's way in: runs the numbered migrations on the connection that ``survey.migrate`` hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import JSON

from survey.models import Base
from survey.models.base import UtcDateTime


def plain_types(kind: str, item: Any, autogen_context: Any) -> str | Literal[False]:
    """Write our own types as the plain ones they are in the database: a migration outlives the code."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, JSON):
        return 'sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")'
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    compare_type=True,
    render_item=plain_types,
)
with context.begin_transaction():
    context.run_migrations()

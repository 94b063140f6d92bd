"""What this database is: production, a demo, or synthetic data for measuring."""

from datetime import datetime
from typing import Literal

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.base import Base

InstanceKind = Literal["production", "demo", "synthetic"]


class Instance(Base):
    """One row: written with the first network, and never changed."""

    __tablename__ = "instance"
    __table_args__ = (
        CheckConstraint("kind in ('production', 'demo', 'synthetic')", name="known_kind"),
        CheckConstraint("one = 1", name="only_one"),
    )

    one: Mapped[int] = mapped_column(default=1, unique=True)
    kind: Mapped[InstanceKind] = mapped_column(String(20))
    created_at_utc: Mapped[datetime]

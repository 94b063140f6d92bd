"""How networks stand: what each released round says, spread out for pages over many networks."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reports.standing import FactMeasure
from survey.models.base import Base


class RoundStanding(Base):
    """A released round in one line (``reports.standing.Standing``); written once, when it is released."""

    __tablename__ = "round_standing"
    __table_args__ = (
        # in this order, so that the newest of a network is found without looking at the others
        UniqueConstraint("network_id", "number"),
        CheckConstraint("number >= 1", name="numbered_from_one"),
        CheckConstraint("invited >= 0 and sent_in >= 0", name="nobody_is_less_than_none"),
    )

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), unique=True)
    network_id: Mapped[UUID] = mapped_column(ForeignKey("network.id", ondelete="CASCADE"))
    number: Mapped[int]
    closed_on: Mapped[date]
    questionnaire_id: Mapped[str] = mapped_column(String(40))
    questionnaire_version: Mapped[str] = mapped_column(String(20))
    #: The benchmark edition that its report took.
    edition_id: Mapped[UUID | None] = mapped_column(ForeignKey("benchmark_edition.id"))
    invited: Mapped[int]
    sent_in: Mapped[int]
    phase: Mapped[str | None] = mapped_column(String(40))
    steering: Mapped[str | None] = mapped_column(String(40))
    depth: Mapped[str | None] = mapped_column(String(40))
    composition_changed: Mapped[bool | None]
    #: Its themes, and library beside welfare, to be counted over many networks (``survey.queries.standings.outcomes``).
    outcomes: Mapped[str] = mapped_column(Text, default="")
    #: What organisations said, to be counted over many networks (``survey.queries.standings.said``); as the facts
    #: below, only the newest round of a network has it.
    said: Mapped[str] = mapped_column(Text, default="")


class StandingTheme(Base):
    """One theme of such a round (``reports.standing.ThemeStanding``); averages and differences in thousandths."""

    __tablename__ = "standing_theme"
    __table_args__ = (
        UniqueConstraint("standing_id", "theme"),
        CheckConstraint("kind in ('exact', 'at_least', 'at_most', 'between', 'withheld')", name="known_kind"),
        CheckConstraint(
            "(kind = 'withheld') = (low_thousandths is null and high_thousandths is null)", name="withheld_has_no_value"
        ),
        CheckConstraint("(kind = 'withheld') = (n is null)", name="shown_has_a_number"),
    )

    standing_id: Mapped[UUID] = mapped_column(ForeignKey("round_standing.id", ondelete="CASCADE"))
    theme: Mapped[str] = mapped_column(String(40))
    #: The place of the theme in its questionnaire, from 0.
    place: Mapped[int]
    version: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(10))
    low_thousandths: Mapped[int | None]
    high_thousandths: Mapped[int | None]
    n: Mapped[int | None]
    #: One name, or more with spaces between: "on_the_way strong".
    status: Mapped[str] = mapped_column(String(60))
    outcome: Mapped[str | None] = mapped_column(String(20))
    difference_thousandths: Mapped[int | None]
    margin_thousandths: Mapped[int | None]
    beside: Mapped[str | None] = mapped_column(String(20))


class StandingGap(Base):
    """Library beside welfare on one theme of such a round, where both are groups of its plan."""

    __tablename__ = "standing_gap"
    __table_args__ = (UniqueConstraint("standing_id", "theme"),)

    standing_id: Mapped[UUID] = mapped_column(ForeignKey("round_standing.id", ondelete="CASCADE"))
    theme: Mapped[str] = mapped_column(String(40))
    library_kind: Mapped[str] = mapped_column(String(10))
    library_low_thousandths: Mapped[int | None]
    library_high_thousandths: Mapped[int | None]
    library_n: Mapped[int | None]
    welfare_kind: Mapped[str] = mapped_column(String(10))
    welfare_low_thousandths: Mapped[int | None]
    welfare_high_thousandths: Mapped[int | None]
    welfare_n: Mapped[int | None]
    word: Mapped[str] = mapped_column(String(20))
    difference_thousandths: Mapped[int | None]
    margin_thousandths: Mapped[int | None]


class StandingFact(Base):
    """What organisations said of their network (``reports.standing.Fact``); of each network its newest round's only."""

    __tablename__ = "standing_fact"
    __table_args__ = (
        # counts of choices over many networks, without looking at the rows themselves
        Index("ix_standing_fact_standing_id_measure_subject", "standing_id", "measure", "subject", "choice"),
    )

    standing_id: Mapped[UUID] = mapped_column(ForeignKey("round_standing.id", ondelete="CASCADE"))
    #: In the order of the questionnaire, from 0.
    place: Mapped[int]
    measure: Mapped[FactMeasure] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(130))
    choice: Mapped[str] = mapped_column(String(40), default="")
    total: Mapped[int | None]
    organisations: Mapped[int | None]
    estimated: Mapped[int | None]
    left_out: Mapped[int | None]
    unknown: Mapped[int | None]
    silent: Mapped[int | None]

"""Networks with released rounds, as pages over many networks need them, without anybody filling in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from flask import Flask
from sqlalchemy.orm import Session

from reports.report import ReportInput
from survey.database import writing
from survey.models import Account, Network
from survey.services import networks, standings
from tests.published_networks import add_published
from tests.two_organisations import World
from tests.unit.reports.networks import given


def add_standing(session: Session, network: Network, report: ReportInput, *, number: int = 1) -> UUID:
    """Publish and release what a report is made of as a round of this network; return the round's id."""
    round_id = add_published(session, report.results, network=network, number=number)
    standings.keep(session, round_id=round_id, given=report)
    return round_id


def add_stood(session: Session, adviser: Account, name: str, like: str = "large", *, province: str = "PV26") -> Network:
    """Add a network that looks like one of ``tests.unit.reports.networks``, with one released round."""
    network = networks.add_network(session, adviser=adviser, name=name, province=province, coordinator="Hanna Bos")
    add_standing(session, network, replace(given(like)[0], network=name))
    return network


def add_stood_of_midden(app: Flask, world: World, named: Mapping[str, str]) -> None:
    """Add such networks, each with what it looks like, to the adviser of Taalsteun Midden."""
    with app.app_context(), writing() as session:
        adviser = session.get_one(Account, world.midden.accounts["adviser"])
        for name, like in named.items():
            add_stood(session, adviser, name, like)


def closed_on(report: ReportInput, day: date) -> ReportInput:
    """Return the same report of a round that closed on another day."""
    return replace(report, results=replace(report.results, opened_on=day, closed_on=day))

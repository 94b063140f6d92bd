"""``demo``: invented networks to look around in, or any number of them to measure with."""

import json

import click
from sqlalchemy.orm import Session

from questionnaires import catalogue
from reports.disclosure.policy import VERSION
from survey import clock
from survey.access import config
from survey.cli.common import command
from survey.database import reading
from survey.errors import Refused
from survey.queries import networks, profiles, published, rounds
from survey.services.doors import find_doors

#: Networks, closed rounds of each, and responses per round, where the command does not say; the demo is about as large.
NETWORKS, ROUNDS, RESPONDENTS = 12, 2, 18
#: More responses than this are written in bulk.
DEMO_SIZE = NETWORKS * ROUNDS * RESPONDENTS
SEED = 2027


@click.group()
def demo() -> None:
    """A demo: load it, print its doors."""


@demo.command("load")
@click.option("--networks", "number", type=click.IntRange(1, 5000), help="How many networks.")
@click.option("--rounds", type=click.IntRange(1, 20), help="Closed rounds of each network; one more is open.")
@click.option("--respondents", type=click.IntRange(1, 2000), help="Responses in each closed round.")
@click.option("--seed", type=click.IntRange(0), help="The same seed gives the same answers.")
@command
def load(number: int | None, rounds: int | None, respondents: int | None, seed: int | None) -> None:
    """Load the demo of 12 networks, or any size for measuring, into an empty database.

    Without options, a database that holds a demo is kept as it is. More than the demo's size is written in bulk.
    """
    _refuse_production()
    sizes = (number, rounds, respondents)
    if _is_loaded(asked_for_more=any(option is not None for option in (*sizes, seed))):
        click.echo("The database holds a demo already; it is kept as it is. Next: demo links.")
    elif sizes == (None, None, None):
        _load_demo(SEED if seed is None else seed)
    else:
        _load_size(number or NETWORKS, rounds or ROUNDS, respondents or RESPONDENTS, SEED if seed is None else seed)


@demo.command("links")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@command
def links(form: str) -> None:
    """Print the three doors: fill in, read a report, look as an adviser."""
    _refuse_production()
    with reading() as session:
        addresses = _addresses(session)
    if form == "json":
        click.echo(json.dumps(addresses))
        return
    for door, address in addresses.items():
        click.echo(f"{door}\t{address or '-'}")


def _refuse_production() -> None:
    if not config().is_demo:
        raise Refused(
            "This is a production instance, and a demo is invented networks with doors that need no password. "
            "For a demo, set NETWERKSPIEGEL_INSTANCE=demo and give it a database of its own."
        )


def _is_loaded(*, asked_for_more: bool) -> bool:
    """Say whether the database holds a demo.

    Raises
    ------
    Refused
        When it holds something that must not be mixed with what was asked.
    """
    with reading() as session:
        instance, has_networks = networks.get_instance(session), networks.has_networks(session)
    if not has_networks and (instance is None or instance.kind != "production"):
        return False
    if instance is None or instance.kind == "production":
        raise Refused("This database holds networks of real use. A demo needs a database of its own.")
    if asked_for_more:
        raise Refused("This database holds networks already. Another size or seed needs an empty database.")
    _refuse_older_demo()
    return True


def _refuse_older_demo() -> None:
    """Say so when the demo's rounds or results are such as this version cannot show any more."""
    with reading() as session:
        asked = [*rounds.list_asked(session), *profiles.list_asked(session)]
        policies = published.list_policies(session)
    here = {(known.id, known.version, known.content_hash) for known in catalogue.catalogue().values()}
    for name, version, content_hash in asked:
        if (name, version, content_hash) not in here:
            raise _of_another_version(f"its rounds ask {name} {version}, which is not here like that any more")
    if older := [policy for policy in policies if policy != VERSION]:
        raise _of_another_version(f"its results were made by version {older[0]} of the publication rules")


def _of_another_version(why: str) -> Refused:
    return Refused(
        f"This demo was loaded by another version of Netwerkspiegel: {why}. "
        "Take its database away (by default in var/), and start again."
    )


def _load_demo(seed: int) -> None:
    from survey.demo.load import load
    from survey.demo.places import PLACES  # with the answers come NumPy and pandas, which no other command needs

    load(PLACES, closed_rounds=ROUNDS, key=config().instance_key, at=clock.now(), seed=seed)
    click.echo(f"Loaded the demo of {len(PLACES)} invented networks. Next: demo links.")


def _load_size(number: int, rounds: int, respondents: int, seed: int) -> None:
    from survey.demo import bulk
    from survey.demo.load import load
    from survey.demo.places import measured_places

    size, key, at = bulk.Size(number, rounds, respondents), config().instance_key, clock.now()
    if size.responses > DEMO_SIZE:
        bulk.write(size, key=key, at=at, seed=seed, say=click.echo)
    else:
        load(measured_places(number, respondents), closed_rounds=rounds, key=key, at=at, seed=seed)
    click.echo(f"Loaded {number} invented networks with {size.responses} responses in closed rounds.")


def _addresses(session: Session) -> dict[str, str | None]:
    doors = find_doors(session, key=config().instance_key)
    if doors is None:
        raise Refused("This database holds no demo. Load one with: flask --app wsgi demo load")
    base = config().base_url
    return {
        "fill_in": f"{base}/v/{doors.fill_in}" if doors.fill_in else None,
        "report": f"{base}/rapport/{doors.report}" if doors.report else None,
        "adviser": f"{base}/demo/adviseur",
    }

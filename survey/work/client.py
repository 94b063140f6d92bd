"""Tell the worker what there is to do, from any process; the worker need not be running."""

import logging
from datetime import datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from survey.config import Config
from survey.work.database import file_of, make_engine
from survey.work.orders import APPLICATION, SCHEMA, Order

if TYPE_CHECKING:
    from dbos import DBOSClient

_logger = logging.getLogger("netwerkspiegel")

#: How much of what is done is forgotten at a time.
_BATCH: Final = 500
_CONNECTIONS: Final = 5

#: By address; an engine that is given to the library is not closed by it.
_clients: "dict[str, tuple[DBOSClient, Engine]]" = {}


def hand_over(order: Order, config: Config) -> None:
    """Put an order in the queue, once however often it is handed over.

    When that fails, the order's row is there still, and the worker finds it when it looks what lies there.
    """
    from dbos import error  # slow to load, and most processes never need it

    file = file_of(config.work_database_url)
    if file is not None and not file.exists():  # connecting would make it, without its tables
        _logger.warning("The worker was never started, so nobody does what is asked for: see docs/running.md.")
        return
    try:
        client_of(config.work_database_url).enqueue(
            {"workflow_name": order.workflow, "queue_name": order.queue, "workflow_id": order.workflow_id},
            str(order.row_id),
        )
    except (SQLAlchemyError, error.DBOSException) as failure:
        _logger.warning("The worker could not be told at once (%s). It will look.", type(failure).__name__)


def forget_done(config: Config, *, before: datetime) -> None:
    """Delete what the database of work remembers of work that was done before a moment."""
    client = client_of(config.work_database_url)
    while done := client.list_workflows(
        completed_before=before.isoformat(), limit=_BATCH, load_input=False, load_output=False
    ):
        client.delete_workflows([each.workflow_id for each in done])


def disconnect() -> None:
    """Let go of the queue; whoever needs it afterwards connects anew."""
    while _clients:
        _, (client, engine) = _clients.popitem()
        client.destroy()
        engine.dispose()


def client_of(url: str) -> "DBOSClient":
    """Return this process's connection to a queue; made once, because that takes longest."""
    if url not in _clients:
        _clients[url] = _connect(url)
    return _clients[url][0]


def _connect(url: str) -> "tuple[DBOSClient, Engine]":
    from dbos import DBOSClient

    engine = make_engine(url, connections=_CONNECTIONS)
    client = DBOSClient(
        system_database_engine=engine,
        dbos_system_schema=SCHEMA,
        application_name=APPLICATION,
        lazy=True,
        retry_connection_errors=False,
    )
    return client, engine

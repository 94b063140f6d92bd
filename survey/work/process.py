"""The worker's process: its workflows, its queue and its clock, until it is told to stop."""

import fcntl
import logging
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from dbos import DBOS, DBOSConfig
from flask import Flask

from survey.config import Config
from survey.errors import Refused
from survey.mail.failures import MailDelayed
from survey.work import batches, jobs, mails, rounds
from survey.work.client import disconnect
from survey.work.database import file_of, make_engine, make_private
from survey.work.orders import (
    ACCOUNT_MAIL,
    APPLICATION,
    CLOSE_ROUND,
    LOOK,
    LOST_LINK,
    MAIL_QUEUE,
    OPEN_ROUND,
    QUEUE,
    REPORT_QUEUE,
    REPORTS,
    ROUND_MAILS,
    SCHEMA,
    next_try,
    queue_of,
)

_logger = logging.getLogger("netwerkspiegel")

#: To be raised when the steps of a workflow change: what was begun with other steps is not gone on with.
STEPS_VERSION: Final = "1"
#: How many pieces of work of a queue are done at a time: mail servers dislike more.
AT_A_TIME: Final = 4
_CONNECTIONS: Final = 10
#: How long work that is under way may take to end when the worker is stopped, in seconds.
_PATIENCE: Final = 5

Workflow = Callable[..., None]
#: What is done for a row, by its id.
Job = Callable[[str], None]


@contextmanager
def working(app: Flask, config: Config, *, name: str) -> Generator[None]:
    """Do what there is to do for as long as this lasts.

    Raises
    ------
    Refused
        When a worker of this name is at work on this machine: the two would do the same work.
    """
    with _only_one(config.data_dir / f"{name}.lock", name):
        if file := file_of(config.work_database_url):
            make_private(file)
        DBOS(config=_settings(config, name))
        pick_up, forget = _register(app, name)
        _does(app, jobs.let_go, name)
        DBOS.launch()
        for queue, most in ((QUEUE, AT_A_TIME), (MAIL_QUEUE, AT_A_TIME), (REPORT_QUEUE, 1)):
            DBOS.register_queue(queue, worker_concurrency=most, on_conflict="always_update")
        DBOS.apply_schedules(
            [
                {"schedule_name": "pick-up", "workflow_fn": pick_up, "schedule": "* * * * *"},
                {
                    "schedule_name": "forget",
                    "workflow_fn": forget,
                    "schedule": "15 3 * * *",
                    "cron_timezone": "Europe/Amsterdam",
                },
            ]
        )
        _does(app, jobs.pick_up, name)
        try:
            yield
        finally:
            DBOS.destroy(workflow_completion_timeout_sec=_PATIENCE)
            disconnect()


def _settings(config: Config, name: str) -> DBOSConfig:
    """Return the library's settings: no traces, no reports to its makers, no log of its own."""
    return {
        "name": APPLICATION,
        "system_database_engine": make_engine(config.work_database_url, connections=_CONNECTIONS),
        "dbos_system_schema": SCHEMA,
        # a worker takes up what the one of its name left undone
        "executor_id": name,
        "application_version": STEPS_VERSION,
        "enable_otlp": False,
        "log_level": "WARNING",
    }


def _register(app: Flask, name: str) -> tuple[Workflow, Workflow]:
    """Make the workflows known, and return those that run by the clock."""
    for workflow, job in _jobs_by_workflow(name).items():
        DBOS.workflow(name=workflow)(_for_a_row(app, workflow, job))

    def pick_up(due: datetime, context: Any) -> None:
        DBOS.run_step(None, _does, app, jobs.pick_up, name)

    def forget(due: datetime, context: Any) -> None:
        DBOS.run_step(None, _does, app, jobs.forget)

    return DBOS.workflow(name="pick-up")(pick_up), DBOS.workflow(name="forget")(forget)


def _jobs_by_workflow(name: str) -> dict[str, Job]:
    """Return what is done for a row, by the name of its workflow."""
    return {
        LOST_LINK: jobs.answer_lost_link,
        ACCOUNT_MAIL: jobs.send_account_mail,
        OPEN_ROUND: rounds.open_round,
        CLOSE_ROUND: rounds.close_round,
        ROUND_MAILS: partial(mails.send_batch, name),
        REPORTS: batches.make_batch,
        LOOK: lambda _row_id: jobs.pick_up(name),
    }


def _for_a_row(app: Flask, workflow: str, job: Job) -> Workflow:
    """Return the workflow that does a job for one row, and once more later when that did not work."""

    def do(row_id: str) -> None:
        if not DBOS.run_step(None, _does, app, job, row_id):
            _try_again(workflow, row_id)

    return do


def _does(app: Flask, job: Callable[..., None], *arguments: str) -> bool:
    """Do a job and say whether it is done; whatever went wrong is logged here, and kept nowhere else."""
    with app.app_context():
        try:
            job(*arguments)
        except MailDelayed as delay:
            _logger.warning("A mail has to wait: %s.", delay)
            return False
        except Exception:
            _logger.exception("The worker could not do '%s'.", _name_of(job))
            return False
        return True


def _name_of(job: Callable[..., None]) -> str:
    plain: Any = job.func if isinstance(job, partial) else job
    return plain.__name__


def _try_again(workflow: str, row_id: str) -> None:
    """Put the same work in the queue for later; nothing waits for it meanwhile."""
    following = next_try(str(DBOS.workflow_id))
    if following is None:
        _logger.warning("A piece of work ('%s') is given up after too many tries.", workflow)
        return
    workflow_id, wait = following
    DBOS.enqueue_workflow_with_options(
        {
            "workflow_name": workflow,
            "queue_name": queue_of(workflow),
            "workflow_id": workflow_id,
            "delay_seconds": wait.total_seconds(),
        },
        row_id,
    )


@contextmanager
def _only_one(path: Path, name: str) -> Generator[None]:
    """Hold a lock that ends with the process, however it ends."""
    make_private(path)
    with path.open("r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(f"A worker '{name}' is at work already. Give a second one another name: --name.") from None
        yield

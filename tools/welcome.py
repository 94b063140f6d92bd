"""The server's settings for ``make run``: those of production, less talk, and a welcome once it answers."""

import os

from gunicorn.workers.base import Worker

from survey.serving import *  # noqa: F403 (gunicorn reads every name of this module as a setting)

loglevel = "warning"
#: Whoever presses Ctrl-C is not to wait for a page that is still being made.
graceful_timeout = 5


def post_worker_init(worker: Worker) -> None:
    """Tell where to look, once: when the first worker has loaded the application."""
    if worker.age == 1:
        print(os.environ.get("NETWERKSPIEGEL_WELCOME", ""), flush=True)

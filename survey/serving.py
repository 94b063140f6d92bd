"""How gunicorn serves: ``gunicorn --config python:survey.serving wsgi:app``.

Set by environment variable: ``PORT`` (default 8000), ``WEB_HOST`` (default this machine alone), ``WEB_WORKERS``
(processes, default 2), ``WEB_THREADS`` (of each, default 16), and gunicorn's own ``FORWARDED_ALLOW_IPS`` (the proxies
that may say that a visitor came by https; default this machine).
"""

import gc
import os
import re
from pathlib import Path
from typing import Any

from gunicorn.config import Config
from gunicorn.glogging import Logger

from questionnaires import catalogue
from questionnaires.mistakes import DefinitionErrors
from survey.logs import ScrubbingFormatter


def _number(name: str, default: int, highest: int) -> int:
    text = os.environ.get(name, "").strip() or str(default)
    if not (re.fullmatch(r"[0-9]{1,5}", text) and 1 <= int(text) <= highest):
        raise SystemExit(f"{name} must be a number from 1 to {highest}; it is now {text[:40]!r}.")
    return int(text)


def _address() -> str:
    host = os.environ.get("WEB_HOST", "").strip() or "127.0.0.1"
    return f"[{host}]" if ":" in host else host


class ScrubbingLogger(Logger):
    """Gunicorn's log of errors, which names paths, without the tokens in them."""

    def setup(self, cfg: Config) -> None:
        """Set the log up as gunicorn does, then have every line scrubbed."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(ScrubbingFormatter(self.error_fmt, self.datefmt))


def post_worker_init(worker: Any) -> None:
    """Read the questionnaires before the first request comes, or say what is wrong with them and do not start."""
    try:
        catalogue.catalogue()
    except DefinitionErrors as errors:
        worker.log.error("The questionnaires cannot be used:\n%s", errors)
        raise
    gc.collect()
    gc.freeze()  # what is loaded stays: looking through it for garbage holds a page up for a quarter of a second


bind = f"{_address()}:{_number('PORT', 8000, 65535)}"
worker_class = "gthread"
workers = _number("WEB_WORKERS", 2, 64)
threads = _number("WEB_THREADS", 16, 256)
#: Some forty networks chosen one by one stand in one address; our own page then says how many can be side by side.
limit_request_line = 8190

#: Each worker makes its own connections: a pool of connections does not survive a fork.
preload_app = False

#: A worker that gives no sign of life this long is replaced; a request may take longer.
timeout = 30
graceful_timeout = 30
#: Longer than a page needs for its style sheet and its next request, shorter than a thread is worth.
keepalive = 5

#: Signs of life are touches of a file: in memory, so that a slow disk is not taken for a dead worker.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 (gunicorn makes an unnamed file there)

#: A session cookie is the longest header.
limit_request_fields = 64
limit_request_field_size = 8190

#: The application writes its own line per request, without tokens; gunicorn's would have them.
accesslog = None
logger_class = ScrubbingLogger
control_socket_disable = True

"""What the commands share: sentences instead of traces, and dates as people type them."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click
from flask.cli import with_appcontext
from sqlalchemy.exc import OperationalError, ProgrammingError

from questionnaires.mistakes import DefinitionErrors
from survey.errors import QuestionnaireChanged, Refused

P = ParamSpec("P")
R = TypeVar("R")


def command(function: Callable[P, R]) -> Callable[P, R]:
    """Run a command inside the application; what is refused becomes one sentence and exit code 1."""

    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except (Refused, QuestionnaireChanged) as refusal:
            raise click.ClickException(str(refusal)) from None
        except DefinitionErrors as errors:
            mistakes = "\n".join(map(str, errors.mistakes))
            raise click.ClickException(f"These questionnaires have mistakes:\n{mistakes}") from None
        except (OperationalError, ProgrammingError) as error:
            reason = str(error.orig).strip().splitlines()[0]
            raise click.ClickException(
                f"The database could not be used ({reason}). Is it there and up to date? "
                "Try: flask --app wsgi database upgrade"
            ) from None

    return with_appcontext(wrapped)


def say_forgotten(is_wiped: bool) -> None:
    """Warn when deleted answers are still in the database's log."""
    if not is_wiped:
        click.echo(
            "Something else is reading the database, so deleted answers are still in its log. "
            "Run 'flask --app wsgi database forget' when it has finished.",
            err=True,
        )


def refuse_existing(path: Path) -> None:
    """Refuse to write where a file is already."""
    if path.exists():
        raise Refused(f'"{path}" is there already: name another file with -o.')


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet."""
    refuse_existing(path)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Refused(f'"{path}" cannot be written: {error.strerror}.') from None


class Day(click.ParamType[date]):
    """A date such as 2026-12-11."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or say how to write one."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is no date. Write it as year-month-day, such as 2026-12-11.", param, ctx)

"""A worker that is killed while it makes all reports: the next one goes on where it was, and the file is whole."""

from collections.abc import Callable

import pytest
from flask import Flask

from survey.work.client import hand_over
from survey.work.orders import REPORTS, Order
from tests.batches import PAGE, ask, batch_of, contents, released, zips
from tests.factories import sign_in
from tests.pages import PageClient
from tests.worker import WORK, until, worker

MakeApp = Callable[..., Flask]
NAMES = ("Taalnetwerk Een", "Taalnetwerk Twee", "Taalnetwerk Drie")
#: The worker, and it kills itself as hard as can be when it comes to this function for the second time.
KILLED = """
import os, signal, sys
import {module} as module
whole, calls = module.{function}, []
def killed(*arguments, **options):
    calls.append(1)
    if len(calls) == {time}:
        os.kill(os.getpid(), signal.SIGKILL)
    return whole(*arguments, **options)
module.{function} = killed
from flask.cli import main
sys.argv[0] = "flask"
main()
"""
#: Between two reports, and while the file is being written.
MOMENTS = (("survey.services.batches", "draw", 2), ("survey.services.batch_files", "_add", 2))


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment[1])
def test_killed_while_it_makes_them(make_app: MakeApp, engine_name: str, moment: tuple[str, str, int]) -> None:
    app = make_app(engine_name)
    client = PageClient(app)
    released(app, *NAMES)
    sign_in(app, client)
    ask(client, "csv")
    module, function, time = moment
    program = ("-c", KILLED.format(module=module, function=function, time=time), *WORK[2:])

    with worker(app, program=program) as killed:
        with app.app_context():
            hand_over(Order(REPORTS, batch_of(app).id), app.extensions["netwerkspiegel"])
        until(lambda: killed.process.poll() is not None)
    assert batch_of(app).finished_at_utc is None
    with worker(app) as running:
        until(lambda: batch_of(app).finished_at_utc is not None)
        until(lambda: len(zips(app)) == 1)

    assert len(contents(client, app)) == len(NAMES)
    assert [path.suffix for path in zips(app)] == [".zip"]
    assert "De rapporten zijn klaar" in client.get(PAGE).words
    assert "could not do" not in running.said

"""Where a request comes from, and whether more may be tried from there."""

from flask import request

from survey import clock
from survey.access import config
from survey.database import reading, writing
from survey.logs import note_refusal
from survey.services import guessing
from survey.services.guessing import Guessing
from survey.services.throttling import neighbourhood


def where() -> str:
    """Return the neighbourhood of this request; a proxy counts as one where it is not trusted to say more."""
    return neighbourhood(request.remote_addr)


def is_refused(of: Guessing) -> bool:
    """Say whether this request comes after too many wrong tries, whatever it tries."""
    with reading() as session:
        refused = guessing.is_refused(session, of, where=where(), key=config().instance_key, at=clock.now())
    if refused:
        note_refusal("too many wrong tries")
    return refused


def count_wrong(of: Guessing) -> None:
    """Count that this request tried what was wrong."""
    with writing() as session:
        guessing.count_wrong(session, of, where=where(), key=config().instance_key, at=clock.now())

"""Two who release, or take back, at the same moment; and somebody who is killed in between."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import reading, writing
from survey.models import AuditEvent, Base, OwnWords, Round
from survey.services import editions as services
from survey.services import own_words, releasing
from survey.services.audit import COMMAND_LINE
from survey.services.releasing import release_report
from tests.crowd import at_once
from tests.editions import TEXTS, decide_all, editions, id_of, released_with_words, words_of
from tests.endings import find_round, published_unreleased
from tests.factories import OpenRound

Do = Callable[[], Any]


class Killed(Exception):
    """The process is gone."""


def released(app: Flask, opened: OpenRound) -> Any:
    with app.app_context(), writing() as session:
        closed = session.scalars(select(Round).where(Round.id == opened.id).with_for_update()).one()
        network = session.get_one(Base.registry._class_registry["Network"], opened.network_id)
        sender = app.extensions["netwerkspiegel"].mail_from
        given: dict[str, Any] = {"sender": sender, "by": COMMAND_LINE, "at": clock.now()}
        return release_report(session, network=network, closed=closed, **given)


def test_two_who_release_at_once_make_one_edition(committed_app: Flask) -> None:
    opened = published_unreleased(committed_app, texts=TEXTS)
    decide_all(committed_app, opened)

    done = at_once([lambda: released(committed_app, opened)] * 4)

    assert sum(each is not None for each in done) == 1
    assert [each.number for each in editions(committed_app, opened.id)] == [1]
    with committed_app.app_context(), reading() as session:
        noted = session.scalars(select(AuditEvent.action).where(AuditEvent.action == "round.released")).all()
    assert len(noted) == 1


@pytest.mark.parametrize("function", ["freeze", "_store"])
def test_killed_while_it_releases_nothing_is_released(
    committed_app: Flask, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    opened = published_unreleased(committed_app, texts=TEXTS)

    def killed(*_: Any, **__: Any) -> Any:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(services, function, killed)
        with pytest.raises(Killed):
            released(committed_app, opened)

    assert find_round(committed_app, opened.id).released_at_utc is None
    assert editions(committed_app, opened.id) == []
    released(committed_app, opened)
    assert [each.number for each in editions(committed_app, opened.id)] == [1]
    assert releasing.editions is services


def hidden(app: Flask, opened: OpenRound, text: str) -> None:
    row_id = id_of(app, opened, text)
    with app.app_context(), writing() as session:
        session.scalars(select(Round).where(Round.id == opened.id).with_for_update()).one()
        session.get_one(OwnWords, row_id).state = "hidden"
        own_words.settle(session, round_id=opened.id)
        services.words_decided(session, round_id=opened.id, because="hidden", at=clock.now())


def test_two_who_hide_a_text_at_once_both_do(committed_app: Flask) -> None:
    opened = released_with_words(committed_app)

    at_once([lambda text=text: hidden(committed_app, opened, text) for text in TEXTS[:1] + TEXTS[3:]])

    kept = editions(committed_app, opened.id)
    assert [each.number for each in kept] == [1, 2, 3]
    assert [each.document is None for each in kept] == [True, True, False]
    assert words_of(committed_app, opened.id) == set()  # of two texts none is shown


def test_killed_while_it_hides_the_text_is_there_as_before(
    committed_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = released_with_words(committed_app)

    def killed(*_: Any, **__: Any) -> Any:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(services.queries, "withdraw_before", killed)
        with pytest.raises(Killed):
            hidden(committed_app, opened, TEXTS[0])

    assert [each.number for each in editions(committed_app, opened.id)] == [1]
    assert words_of(committed_app, opened.id) == set(TEXTS)
    hidden(committed_app, opened, TEXTS[0])
    assert words_of(committed_app, opened.id) == set(TEXTS[1:])

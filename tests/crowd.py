"""Many people at once: each post in a thread of its own, all let go at the same moment."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import wraps
from threading import Barrier, BrokenBarrierError
from typing import Any

from flask import Flask

from tests.factories import OpenRound, the_questionnaire
from tests.pages import HOST

Post = tuple[str, Mapping[str, str]]


def at_once(actions: Sequence[Callable[[], Any]]) -> list[Any]:
    """Start every action at the same moment; return what each gave, in order, and raise what any raised."""
    barrier = Barrier(len(actions))

    def act(action: Callable[[], Any]) -> Any:
        barrier.wait(timeout=60)
        return action()

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(act, actions))


def two_meet_after(function: Callable[..., Any], *, seconds: float = 0.5) -> Callable[..., Any]:
    """Let two callers wait for each other after ``function``, if both can get there: the worst moment for both."""
    barrier = Barrier(2)

    @wraps(function)
    def waiting(*arguments: Any, **options: Any) -> Any:
        found = function(*arguments, **options)
        with suppress(BrokenBarrierError):
            barrier.wait(seconds)
        return found

    return waiting


def post_at_once(app: Flask, posts: Sequence[Post]) -> list[int]:
    """Post all forms at the same moment, each from a browser of its own; return the statuses."""
    return at_once([lambda post=post: _status(app, *post) for post in posts])


def _status(app: Flask, path: str, form: Mapping[str, str]) -> int:
    with app.test_client().post(path, data=form, base_url=HOST) as response:
        return response.status_code


def every_page(opened: OpenRound, value: int) -> list[Post]:
    """Return one post per theme page and person, each with this answer to every statement of its page."""
    return [
        (f"/v/{token}/{page.id}", {question.id: str(value) for question in page.questions})
        for token in opened.tokens
        for page in the_questionnaire().pages
        if page.theme
    ]

"""What integration tests share: an open round, in a transaction that is rolled back."""

import pytest
from flask import Flask
from sqlalchemy import Connection

from tests.factories import OpenRound, make_round


@pytest.fixture
def opened(app: Flask, connection: Connection) -> OpenRound:
    """An open round with three people: two of the library, one of the municipality."""
    return make_round(app)

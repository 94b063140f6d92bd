"""The blueprint on which the pages about rounds hang."""

from flask import Blueprint

blueprint = Blueprint("rounds", __name__)

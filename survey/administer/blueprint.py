"""The blueprint on which the administrators' pages hang."""

from flask import Blueprint

blueprint = Blueprint("administer", __name__)

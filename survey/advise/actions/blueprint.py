"""The blueprint on which the pages about actions hang."""

from flask import Blueprint

blueprint = Blueprint("actions", __name__)

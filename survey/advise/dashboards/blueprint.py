"""The pages over many networks hang on this blueprint."""

from flask import Blueprint

blueprint = Blueprint("dashboards", __name__)

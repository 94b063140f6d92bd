"""Every address of the read API hangs on this blueprint."""

from flask import Blueprint

#: Raised when something is taken away or changes its meaning.
VERSION = "v1"

blueprint = Blueprint("api", __name__, url_prefix=f"/api/{VERSION}")

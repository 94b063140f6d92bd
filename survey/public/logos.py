"""The picture of a support organisation's logo, for whoever is shown it."""

from typing import Final
from uuid import UUID

from flask import abort, make_response
from flask.typing import ResponseReturnValue

from survey.access import access
from survey.database import reading
from survey.public.views import blueprint
from survey.queries import logos

#: As our own style sheets: the content is in the name.
_KEPT: Final = "max-age=31536000, public, immutable"


@blueprint.get("/logo/<uuid:support_id>/<content_hash>.png")
@access("public")
def logo(support_id: UUID, content_hash: str) -> ResponseReturnValue:
    """Answer with the picture that has this name."""
    with reading() as session:
        png = logos.find_png(session, support_id=support_id, content_hash=content_hash)
    if png is None:
        abort(404)
    response = make_response(png)
    response.mimetype = "image/png"
    response.headers["Cache-Control"] = _KEPT
    return response

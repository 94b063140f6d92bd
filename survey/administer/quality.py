"""The yearly studies of how good the questionnaires themselves are, for administrators."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from reports.quality.study import FEWEST_NETWORKS, FEWEST_RESPONDENTS, QualityStudy
from survey.access import access
from survey.administer.blueprint import blueprint
from survey.administer.quality_tables import in_percent, item_table, theme_table
from survey.database import reading
from survey.queries import quality as queries


@blueprint.get("/beheer/kwaliteit")
@access("administrator")
def show_quality() -> ResponseReturnValue:
    """Show the newest study, and which others there are."""
    with reading() as db_session:
        studies = queries.list_studies(db_session)
        newest = queries.list_documents(db_session, **studies[0].version)[studies[0].year] if studies else None
    return _draw(studies, newest)


@blueprint.get("/beheer/kwaliteit/<questionnaire_id>/<version>/<int:year>")
@access("administrator")
def show_study(questionnaire_id: str, version: str, year: int) -> ResponseReturnValue:
    """Show the study of one year."""
    with reading() as db_session:
        studies = queries.list_studies(db_session)
        asked = {"questionnaire_id": questionnaire_id, "questionnaire_version": version}
        document = queries.list_documents(db_session, **asked).get(year)
    if document is None:
        abort(404)
    return _draw(studies, document)


def _draw(studies: list[queries.Study], document: str | None) -> str:
    study = QualityStudy.from_json(document) if document else None
    return render_template(
        "administer/quality.html",
        studies=studies,
        study=study,
        themes=theme_table(study) if study else None,
        items=item_table(study) if study else None,
        straight_lining=in_percent(study.straight_lining) if study else "",
        fewest=(FEWEST_RESPONDENTS, FEWEST_NETWORKS),
    )

"""A questionnaire on paper: to print, fill in with a pen, and give to somebody who types it over.

``form`` turns a questionnaire into the parts that the templates (``*.typ``) draw; ``document`` has them drawn.
"""

from reports.forms.paper.document import paper
from reports.forms.paper.form import make_form
from reports.forms.paper.occasion import ANY_OCCASION, Asker, Occasion, ReturnTo

__all__ = ["ANY_OCCASION", "Asker", "Occasion", "ReturnTo", "make_form", "paper"]

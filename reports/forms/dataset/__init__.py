"""Published results for research: one row for each network and round, as SPSS file and CSV, with a codebook.

No row is a person's, and no network, organisation or place has its name here. ``statements`` lists what is published
about a questionnaire, ``variables`` makes columns of it, ``rows`` fills one row, ``sav``, ``tables`` and ``codebook``
write the files.
"""

from reports.forms.dataset.codebook import codebook_csv
from reports.forms.dataset.rows import DataRow, row
from reports.forms.dataset.sav import sav
from reports.forms.dataset.tables import dataset_csv
from reports.forms.dataset.variables import Variable, together, variables

__all__ = ["DataRow", "Variable", "codebook_csv", "dataset_csv", "row", "sav", "together", "variables"]

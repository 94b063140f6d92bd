"""Cells of words as a page has them: texts made safe, with their shapes and what these stand for."""

from reports.dashboards import WordCell
from reports.dashboards.words import Sign
from survey.tables import word_cells

SHAPES = {"rise": "<svg>up</svg>", "none": ""}


def test_each_cell_has_its_own_texts_and_shapes() -> None:
    cells = (
        WordCell((Sign("rise", "hoger", "bibliotheek"), Sign("none", "–")), "Doel: hoger; “zo”"),
        WordCell((Sign("none", "3,4"),), "Rollen: 3,4"),
    )

    assert word_cells(cells, SHAPES) == (
        '<td data-says="Doel: hoger; “zo”"><span class="sign sign-rise"><svg>up</svg><span class="sr">bibliotheek '
        '</span>hoger</span> <span class="sign sign-none">–</span> </td>'
        '<td data-says="Rollen: 3,4"><span class="sign sign-none">3,4</span> </td>'
    )


def test_what_a_questionnaire_says_is_text_and_nothing_else() -> None:
    odd = '<b>"A" & \x00 B</b>'
    drawn = word_cells([WordCell((Sign("none", odd, odd),), odd)], SHAPES)

    safe = "&lt;b&gt;&#34;A&#34; &amp; \x00 B&lt;/b&gt;"
    assert drawn == (
        f'<td data-says="{safe}"><span class="sign sign-none"><span class="sr">{safe} </span>{safe}</span> </td>'
    )

"""What the sections about organisations show: facts by name, shares beside them, and never the two in one."""

from decimal import Decimal

import pytest

from reports.report import Bars, Figure, Heat, Notice, Paragraph
from tests.network_profiles import contact, counts, does, network, shares, withheld
from tests.unit.reports.organisation_samples import blocks, has_table, names, report_with, row, said, section, table

MONEY, GOAL = "mc-lines.mc-money", "mc-lines.mc-goal"
MC_NOW, MC_NEEDED = "mc-level.now", "mc-level.needed"
MONEY_SHARES = shares(MONEY, yes="0.60", partly="0.20", no="0.10-", dk="0.10-")
LINE = "Er is geld voor meer dan één jaar."

INTAKE = "Een eerste gesprek voeren en het niveau bepalen"
LESSONS = "Lessen geven door een docent, met een toets of diploma"
BESIDE = "staat in de tabel naast elkaar"


def test_what_the_round_did_not_ask_is_in_no_section():
    about = {"municipality", "roles", "reach", "form", "relations", "voices"}
    assert about.isdisjoint(names(report_with(None)))


def test_everybody_beside_the_municipality():
    answers = {"cas": {"mc-lines": {"mc-money": "partly"}, "mc-level": {"now": "pays"}}, "gilde": {"vo-1": "well"}}
    made = section(report_with(answers, *MONEY_SHARES, cas="municipality"), "municipality")
    (figure,) = blocks(made, Figure)
    assert figure.answer == made.summary == "Bij elke zin zegt ongeveer de helft of meer ‘ja’."
    assert row(figure.table, LINE) == ["60%", "20%", "≤10%", "≤10%"]
    own = table(made, "municipality-own")
    assert own.caption == "Wat de gemeente zelf zegt, naast wat alle invullers zeggen"
    assert [column.heading for column in own.columns] == [
        "Zin", "Cas", "Alle invullers: ja", "Alle invullers: voor een deel", "Alle invullers: nee",
        "Alle invullers: weet ik niet",
    ]  # fmt: skip
    assert said(own) == [[LINE, "voor een deel", "60%", "20%", "≤10%", "≤10%"]]
    level = table(made, "municipality-own-level")
    assert level.caption == "Hoe de gemeente meedoet, volgens haarzelf"
    assert said(level) == [["Welke zin past nu het best?", "De gemeente betaalt en maakt afspraken."]]
    assert any(BESIDE in block.text for block in blocks(made, Paragraph))


def test_the_steps_that_the_municipality_and_everybody_name():
    answers = {"cas": {"mc-level": {"now": "pays", "needed": "steers"}}}
    cells = (*shares(MC_NOW, knows="0.60", pays="0.20"), *shares(MC_NEEDED, knows="0.40", pays="0.40"))
    level = table(section(report_with(answers, *cells, cas="municipality"), "municipality"), "municipality-own-level")
    assert level.caption == "Hoe de gemeente meedoet, volgens haarzelf en volgens alle invullers"
    assert level.columns[2].heading == "Het vaakst gekozen door alle invullers"
    assert [cells[2] for cells in said(level)] == ["De gemeente weet wat wij doen.", "Geen antwoord springt eruit."]
    now = report_with(answers, *cells[:2], withheld(MC_NEEDED), cas="municipality")
    assert [cells[2] for cells in said(table(section(now, "municipality"), "municipality-own-level"))][1] == "–"


def test_a_bar_has_the_three_classes_and_says_when_many_do_not_know():
    cells = (*MONEY_SHARES, *shares(GOAL, yes="0.25", partly="0.15", no="0.20", dk="0.40"))
    (figure,) = blocks(section(report_with(None, *cells), "municipality"), Figure)
    assert isinstance(figure.drawing, Bars)
    first, second = figure.drawing.rows
    assert [(part.series, part.label) for part in first.parts] == [
        ("disagree", "≤10%"), ("neither", "20%"), ("agree", "60%"),
    ]  # fmt: skip
    assert (first.word, second.word) == ("", "veel mensen weten dit niet")
    assert [series.id for series in figure.key] == ["disagree", "agree", "neither"]


def test_a_line_of_which_nothing_is_shown_has_no_bar_and_a_dash():
    (figure,) = blocks(section(report_with(None, *MONEY_SHARES, withheld(GOAL)), "municipality"), Figure)
    assert isinstance(figure.drawing, Bars)
    assert (figure.drawing.rows[1].parts, figure.drawing.rows[1].word) == ((), "–")
    assert {value.exactness for value in figure.table.rows[1][1:]} == {"withheld"}
    assert "Bij één zin is dat niet te zeggen." in figure.answer


def test_with_too_few_answers_the_municipality_still_speaks_for_itself():
    answers = {"cas": {"mc-lines": {"mc-money": "yes"}}}
    made = section(report_with(answers, withheld(MONEY), withheld(MC_NOW), cas="municipality"), "municipality")
    assert [block.title for block in blocks(made, Notice)] == ["Te weinig antwoorden"]
    own = table(made, "municipality-own")
    assert (own.caption, said(own)) == ("Wat de gemeente zelf zegt", [[LINE, "ja"]])
    assert not any(BESIDE in block.text for block in blocks(made, Paragraph))
    assert made.summary == "De gemeente vulde zelf in wat zij doet."


def test_with_too_few_answers_and_nobody_of_the_municipality_the_section_says_only_that():
    alone = section(report_with(None, withheld(MONEY)), "municipality")
    assert alone.summary == "Te weinig antwoorden"
    silent = section(report_with({"cas": {"vo-1": "well"}}, withheld(MONEY), cas="municipality"), "municipality")
    assert silent.summary == "De gemeente zelf vulde dit deel niet in."


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("municipality", "De gemeente zelf vulde dit deel niet in."),
        ("library", "Er staat geen gemeente bij de organisaties van dit netwerk."),
    ],
)
def test_a_municipality_that_is_silent_and_one_that_is_not_there(kind: str, sentence: str):
    made = section(report_with({"cas": {"vo-1": "well"}}, *MONEY_SHARES, cas=kind), "municipality")
    assert sentence in [block.text for block in blocks(made, Paragraph)]


def test_the_ladder_of_the_municipality():
    cells = (
        *shares(MC_NOW, none="0.10-", knows="0.60", talks="0.20", pays="0.10-", steers="0.10-"),
        *shares(MC_NEEDED, none="0.10-", knows="0.30", talks="0.30", pays="0.20", steers="0.10-"),
    )
    (figure,) = blocks(section(report_with(None, *cells), "municipality"), Figure)
    assert figure.answer == (
        "Het vaakst gekozen bij ‘nu’: De gemeente weet wat wij doen. "
        "Bij ‘nodig over twee jaar’ springt geen antwoord eruit."
    )  # fmt: skip
    assert isinstance(figure.drawing, Heat)
    assert figure.drawing.columns == ("Nu", "Nodig over twee jaar")
    assert [cell.step for cell in figure.drawing.cells[1]] == [3, 1]


def test_many_municipalities_speak_in_one_column():
    answers = {name: {"mc-lines": {"mc-money": "yes"}} for name in "abcd"}
    made = report_with(answers, a="municipality", b="municipality", c="municipality", d="municipality")
    assert said(table(section(made, "municipality"), "municipality-own")) == [[LINE, "A: ja; B: ja; C: ja; D: ja"]]


def test_the_role_card_names_who_does_who_leads_and_what_to_mind():
    answers = {"abc": does("lead"), "bcd": does("do"), "cde": does("want"), "def": None}
    made = section(report_with(answers), "roles")
    assert row(table(made, "roles"), INTAKE) == [
        "Bcd", "Abc", "helder", "Abc heeft de leiding, maar doet dit niet zelf. Cde wil dit doen.",
    ]  # fmt: skip
    assert row(table(made, "roles"), LESSONS) == [
        "geen van de drie", "geen van de drie", "geen van de drie doet dit", "geen",
    ]  # fmt: skip
    assert len(table(made, "roles").rows) == 14
    assert table(made, "roles").caption == "De rollenkaart: wat de drie organisaties zeggen die dit invulden"
    assert made.summary == (
        "Van de veertien taken is er één helder verdeeld. "
        "Het gaat om de drie organisaties die dit invulden. Om over te praten: dertien doet geen van hen."
    )
    assert "Def vulde dit deel niet in." in [block.text for block in blocks(made, Paragraph)]


def test_when_all_filled_it_in_nobody_is_nobody():
    made = section(report_with({"abc": does("do"), "bcd": does("want")}), "roles")
    assert row(table(made, "roles"), LESSONS) == [
        "niemand", "niemand", "niemand doet dit", "geen",
    ]  # fmt: skip
    assert row(table(made, "roles"), INTAKE)[:3] == ["Abc", "niemand", "niemand heeft de leiding"]
    assert table(made, "roles").caption == "De rollenkaart: wat organisaties zelf zeggen"


def test_when_one_filled_it_in_it_speaks_for_itself_only():
    made = section(report_with({"abc": does("do"), "bcd": None}), "roles")
    assert made.summary == "Te weinig organisaties vulden dit in om te zeggen hoe alle taken verdeeld zijn."
    assert row(table(made, "roles"), INTAKE)[:3] == ["Abc", "deze ene organisatie niet", "niet te zeggen"]
    assert table(made, "roles").foremost == ()


def test_while_few_answered_only_what_stays_so_is_said():
    """Who leads, and who does it with how many, can only become more."""
    answers = {"abc": does("do", "lead"), "bcd": does("do", "lead"), "cde": None, "def": None}
    made = section(report_with(answers), "roles")
    assert made.summary == (
        "Te weinig organisaties vulden dit in om te zeggen hoe alle taken verdeeld zijn. "
        "Het gaat om de twee organisaties die dit invulden. Om over te praten: bij één is er meer dan één leiding."
    )
    assert row(table(made, "roles"), INTAKE)[2] == "meer dan één leiding"


def test_what_few_said_is_no_conclusion_on_the_first_page():
    few = {"abc": does("do") | {"we-see": ["debts"]}, "bcd": None, "cde": None, "def": None}
    told = " ".join(str(block) for block in section(report_with(few), "highlights").blocks)
    assert "taken" not in told
    assert "linde vlek" not in told


def test_library_and_welfare_side_by_side():
    answers = {"bieb": does("do", "lead"), "welzijn": does("do")}
    made = section(report_with(answers, bieb="library", welzijn="welfare"), "roles")
    pairs = table(made, "roles-pair")
    assert row(pairs, INTAKE) == [
        "doet dit en heeft de leiding", "doet dit", "bespreek",
    ]  # fmt: skip
    assert row(pairs, "Samen kiezen welk aanbod past") == ["niet genoemd", "niet genoemd", "kans"]
    assert (
        "Bespreek: beide doen deze taak. "
        "Kans: geen van beide zegt dat zij dit doet, en het is ook verder niet helder verdeeld."
    ) in [block.text for block in blocks(made, Paragraph)]
    assert not has_table(section(report_with(answers, bieb="library"), "roles"), "roles-pair")


def test_what_others_do_and_lead_is_no_chance_for_library_and_welfare():
    answers = {"bieb": does("do", "lead"), "welzijn": does(), "roc": does("do", "lead", task="formal")}
    made = section(report_with(answers, bieb="library", welzijn="welfare"), "roles")
    assert LESSONS not in [cells[0] for cells in said(table(made, "roles-pair"))]
    assert row(table(made, "roles-pair"), INTAKE)[2] == "bevestig"
    (how,) = [block.text for block in blocks(made, Paragraph) if "Bevestig:" in block.text]
    assert "Bespreek" not in how
    assert how.endswith("De tabel is een keuze: taken waar dit niet speelt, staan er niet bij.")


NOW = shares("roles-find.intake.now", library="0.65", welfare="0.25", other="0.10-", nobody="0.10-", dk="0.35")
LEAD = shares("roles-find.intake.lead", library="0.70", welfare="0.20", other="0.10-", dk="0.10-")


def test_what_people_think_lies_beside_the_role_card():
    made = section(report_with({"abc": does("do")}, *NOW, *LEAD), "roles")
    (figure,) = blocks(made, Figure)
    assert figure.answer == "Veel mensen weten niet wie dit doet: ‘Een eerste gesprek voeren en het niveau bepalen’."
    assert [column.heading for column in figure.table.columns[1:]] == [
        "bibliotheek", "welzijnsorganisatie", "anders", "niemand", "weet ik niet",
    ]  # fmt: skip
    assert said(table(made, "roles-lead")) == [[INTAKE, "bibliotheek"]]
    facts = {value.text for cells in table(made, "roles").rows for value in cells}
    assert not any("%" in text for text in facts)


def test_views_without_facts_and_facts_without_views():
    only_views = section(report_with(None, *NOW, *LEAD), "roles")
    assert not has_table(only_views, "roles")
    assert only_views.summary == blocks(only_views, Figure)[0].answer
    assert blocks(section(report_with({"abc": does("do")}), "roles"), Figure) == []


def test_views_that_are_withheld_say_so():
    made = section(report_with(None, withheld("roles-find.intake.now"), withheld("roles-find.intake.lead")), "roles")
    assert [block.title for block in blocks(made, Notice)] == ["Te weinig antwoorden"]


DEBTS, OLDER = "rg-groups.debts", "rg-groups.older"


def test_chances_and_blind_spots_by_group():
    answers = {"abc": {"we-see": ["older", "debts"]}, "bcd": {"we-see": ["debts"]}}
    cells = (*shares(DEBTS, good="0.20", hardly="0.60"), *shares(OLDER, good="0.60", hardly="0.20"))
    made = section(report_with(answers, *cells), "reach")
    assert made.summary.startswith(
        "Hier ligt een kans: mensen met schulden of een uitkering. Er zijn acht blinde vlekken."
    )
    seen = table(made, "reach-seen")
    assert row(seen, "Mensen met schulden of een uitkering") == ["Abc en Bcd", "60%", "kans"]
    assert row(seen, "Ouderen") == ["Abc", "20%", "valt niet op"]
    assert row(seen, "Arbeidsmigranten") == ["geen enkele", "–", "blinde vlek"]
    texts = [block.text for block in blocks(made, Paragraph)]
    assert (
        "Kans: twee of meer organisaties zien deze mensen al, en vier op de tien invullers of meer zeggen: "
        "die bereiken we bijna niet. Blinde vlek: geen enkele organisatie ziet deze mensen."
    ) in texts


def test_a_blind_spot_that_many_do_reach_is_a_question():
    cells = shares(OLDER, good="0.60", hardly="0.20")
    answers = {"abc": {"we-see": ["debts"]}, "bcd": {"we-see": ["debts"]}, "cde": {"we-see": ["debts"]}, "def": None}
    made = section(report_with(answers, *cells), "reach")
    assert row(table(made, "reach-seen"), "Ouderen") == ["geen van de drie", "20%", "blinde vlek"]
    (meaning,) = [block.text for block in blocks(made, Paragraph) if block.text.startswith("Blinde vlek:")]
    assert meaning == (
        "Blinde vlek: geen van de drie organisaties die dit invulden, ziet deze mensen. "
        "Zeggen bij een blinde vlek minder dan vier op de tien invullers ‘bijna niet’? "
        "Vraag elkaar dan wie deze mensen wel ziet."
    )
    hardly = report_with(answers, *shares(OLDER, good="0.20", hardly="0.60"))
    assert not any("Vraag elkaar" in block.text for block in blocks(section(hardly, "reach"), Paragraph))


def test_while_few_answered_there_is_no_blind_spot():
    cells = (*shares(OLDER, good="0.60", hardly="0.20"), *shares(DEBTS, good="0.20", hardly="0.60"))
    few = {"abc": {"we-see": ["debts"]}, "bcd": {"we-see": ["debts"]}, "cde": None, "def": None}
    made = section(report_with(few, *cells), "reach")
    assert made.summary == (
        "Te weinig organisaties vulden dit in om van elke groep te zeggen wie die ziet. "
        "Hier ligt een kans: mensen met schulden of een uitkering."
    )
    assert row(table(made, "reach-seen"), "Ouderen") == ["geen van de twee", "20%", "niet te zeggen"]


def test_a_group_that_few_see_and_few_reach_is_named():
    cells = (*shares(OLDER, good="0.20", hardly="0.60"), *shares(DEBTS, good="0.60", hardly="0.20"))
    first = ["nt1-work", "nt1-nowork", "nt2-long", "nt2-eu", "newcomers", "parents", "young"]
    others = ["debts", "low-digital"]
    answers = {"abc": {"we-see": [*first, "older", *others]}, "bcd": {"we-see": [*first, *others]}}
    made = section(report_with(answers, *cells), "reach")
    assert made.summary.startswith("Weinig gezien en weinig bereikt: ouderen.")
    assert row(table(made, "reach-seen"), "Ouderen") == ["Abc", "60%", "weinig gezien"]
    assert any(block.text.startswith("Weinig gezien: één organisatie ziet") for block in blocks(made, Paragraph))


def test_the_group_to_focus_on():
    options = {"older": "0.65", "debts": "0.25"}
    made = section(report_with(None, *shares("rg-focus", **options)), "reach")
    said_of_it = "Voor het komende jaar is deze groep het vaakst gekozen: Ouderen."
    assert said_of_it in [block.text for block in blocks(made, Paragraph)]
    assert row(table(made, "reach-focus"), "Ouderen") == ["65%"]


def test_numbers_of_people_as_far_as_they_may_be_shown():
    answers = {"abc": counts(found=25, started=20, nt1_share=18), "bcd": counts(found=3, started=None)}
    made = section(report_with(answers), "reach")
    found, learn = table(made, "reach-find"), table(made, "reach-learn")
    assert said(found) == [["Abc", "25", "–", "–", "–"], ["Bcd", "< 5", "–", "–", "–"]]
    assert said(learn) == [
        ["Abc", "–", "20", "–", "een deel", "–"],
        ["Bcd", "–", "weten we niet", "–", "–", "–"],
    ]
    values = {value.text: value for cells in (*found.rows, *learn.rows) for value in cells}
    assert (values["25"].kind, values["25"].low, values["25"].about) == ("count", 25, "reach/rn-found/abc")
    assert (values["< 5"].exactness, values["< 5"].low) == ("few", None)
    assert values["een deel"].exactness == "part"
    assert values["weten we niet"].exactness == "unknown"


def test_a_sum_warns_and_leaves_out_what_is_hidden():
    made = section(report_with({"abc": counts(found=25), "bcd": counts(found=3), "cde": counts(found=7)}), "reach")
    sums = table(made, "reach-sums")
    assert sums.columns[1].heading == "Opgeteld (kan dubbel geteld zijn)"
    assert said(sums) == [
        [
            "Gevonden of gesproken",
            "minstens 32",
            "32 geteld, 0 geschat. 1 organisatie telt niet mee. Haar aantal laten we niet zien.",
        ]
    ]

    total = sums.rows[0][1]
    assert (total.kind, total.exactness, total.low, total.high) == ("number", "at_least", 32, None)


def test_a_sum_of_all_organisations_is_what_it_is():
    sums = table(section(report_with({"abc": counts(found=25), "bcd": counts(found=7)}), "reach"), "reach-sums")
    assert said(sums) == [["Gevonden of gesproken", "32", "32 geteld, 0 geschat."]]
    assert sums.rows[0][1].exactness == "exact"


@pytest.mark.parametrize("other", [counts(found=3), counts(found=None), None], ids=["hidden", "unknown", "silent"])
def test_a_sum_of_0_without_all_organisations_is_not_told(other: dict[str, object] | None):
    sums = table(section(report_with({"abc": counts(found=0), "bcd": other}), "reach"), "reach-sums")
    assert (sums.rows[0][1].text, sums.rows[0][1].exactness) == ("–", "withheld")
    assert "geteld" not in sums.rows[0][2].text


def test_a_sum_of_hidden_numbers_only_is_not_told():
    sums = table(section(report_with({"abc": counts(found=3), "bcd": counts(found=2)}), "reach"), "reach-sums")
    assert (sums.rows[0][1].text, sums.rows[0][1].exactness) == ("–", "withheld")


def test_an_estimate_is_called_so():
    answers = {"abc": {"rn-found": {"number": 40, "how": "estimated"}}}
    assert said(table(section(report_with(answers), "reach"), "reach-find"))[0][1] == "40 (geschat)"


DEPTH_NOW, DEPTH_NEEDED = "form-depth.now", "form-depth.needed"


def test_a_network_that_wants_to_go_further():
    cells = (
        *shares(DEPTH_NOW, tell="0.60", adjust="0.20", joint_work="0.10-", one_plan="0.10-"),
        *shares(DEPTH_NEEDED, tell="0.10-", adjust="0.20", joint_work="0.40", one_plan="0.30"),
        *shares("form-steering.now", nobody="0.45", municipality="0.30"),
        *shares("form-purpose", inform="0.10-", joint_offer="0.60", try_new="0.20"),
        *shares("fp-phase", plan="0.40", keep="0.40"),
    )
    made = section(report_with(None, *cells), "form")
    assert made.summary.startswith("Jullie willen verder.")
    texts = [block.text for block in blocks(made, Paragraph)]
    assert (
        "Het vaakst gekozen: samen aanbod maken. "
        "Bij ‘samen aanbod maken’ past deze vorm: We doen een deel van het werk samen."
    ) in texts
    assert "Veel mensen zeggen dat niemand echt stuurt. Praat daarover bij de voorwaarden." in texts
    assert "Geen antwoord springt eruit." in texts
    assert [figure.id for figure in blocks(made, Figure)] == ["form-depth", "form-steering"]
    assert row(table(made, "form-phase"), "plannen maken") == ["40%"]


@pytest.mark.parametrize(
    ("purpose", "step"),
    [
        ("inform", "We vertellen elkaar wat we doen."),
        ("refer", "We stemmen ons werk op elkaar af."),
        ("joint_offer", "We doen een deel van het werk samen."),
        ("influence", "We werken met één plan en delen mensen of geld."),
    ],
)
def test_a_purpose_is_linked_to_the_form_that_fits(purpose: str, step: str):
    cells = (*shares("form-purpose", **{purpose: "0.80"}), *shares(DEPTH_NOW, tell="0.20"))
    texts = [block.text for block in blocks(section(report_with(None, *cells), "form"), Paragraph)]
    assert any(text.endswith(f"past deze vorm: {step}") for text in texts)


@pytest.mark.parametrize(("purpose", "is_close"), [("inform", False), ("influence", True)])
def test_a_purpose_that_asks_for_more_than_a_lighter_form_is_talked_about(purpose: str, is_close: bool):
    cells = (
        *shares("form-purpose", **{purpose: "0.80"}),
        *shares(DEPTH_NOW, tell="0.10-", adjust="0.20", joint_work="0.40", one_plan="0.30"),
        *shares(DEPTH_NEEDED, tell="0.60", adjust="0.20", joint_work="0.10-", one_plan="0.10-"),
    )
    texts = [block.text for block in blocks(section(report_with(None, *cells), "form"), Paragraph)]
    assert any("Tegelijk kiezen jullie voor lichter." in text for text in texts) is is_close


def test_trying_something_new_fits_any_form_and_no_one_purpose_is_talked_about():
    new = section(report_with(None, *shares("form-purpose", try_new="0.80", inform="0.20")), "form")
    assert not any("past deze vorm" in block.text for block in blocks(new, Paragraph))
    many = section(report_with(None, *shares("form-purpose", refer="0.50", inform="0.50")), "form")
    assert any("Praat eerst over waar het netwerk voor is." in block.text for block in blocks(many, Paragraph))


def test_a_form_of_which_nothing_is_shown():
    made = section(report_with(None, withheld(DEPTH_NOW), withheld("fp-phase")), "form")
    assert [type(block) for block in made.blocks] == [Notice]


def test_voices_by_name_beside_the_average():
    answers = {
        "abc": {"vo-2": "stuck", "vo-2-why": "Niemand weet het."},
        "bcd": {"vo-2": "better"},
        "cde": {"vo-2-why": "Alleen een zin."},
        "def": None,
    }
    made = section(report_with(answers), "voices")
    assert made.summary == "Bij één onderwerp zegt minstens één organisatie dat het knelt."
    assert said(table(made, "voices")) == [["Rollen en taken", "geen", "Bcd", "Abc"]]
    assert said(table(made, "voices-sentences")) == [
        ["Rollen en taken", "Abc", "Niemand weet het."],
        ["Rollen en taken", "Cde", "Alleen een zin."],
    ]
    assert table(made, "voices-sentences").reach == "all"
    assert "Def vulde dit deel niet in." in [block.text for block in blocks(made, Paragraph)]


def test_many_sentences_stand_where_there_is_room():
    answers = {f"o{place}": {"vo-1-why": "Een zin."} for place in range(31)}
    assert table(section(report_with(answers), "voices"), "voices-sentences").reach == "data"


@pytest.mark.parametrize("name", ["roles", "voices", "relations"])
def test_a_part_that_no_organisation_filled_in_says_so(name: str):
    made = section(report_with({"abc": None, "bcd": None}), name)
    assert [block.title for block in blocks(made, Notice)] == ["Nog niets van de organisaties"]
    assert made.summary


def test_a_part_of_the_profile_may_be_answered_without_the_others():
    made = report_with({"abc": contact("bcd"), "bcd": None})
    assert {"roles", "reach", "relations", "voices"} <= set(names(made))
    assert blocks(section(made, "roles"), Notice)


def test_profiles_are_never_mixed_with_the_personal_part():
    """The same facts stand there whatever people answered; only what lies beside them changes (R11)."""
    answers = {"abc": does("do", "lead") | {"we-see": ["debts"], "vo-1": "well"}, "bcd": does("do")}
    alone, beside = report_with(network(answers)), report_with(network(answers), *NOW, *LEAD, *MONEY_SHARES)
    for name, wanted in (("roles", "roles"), ("voices", "voices"), ("reach", "reach-seen")):
        assert said(table(section(alone, name), wanted)) == said(table(section(beside, name), wanted))


def test_a_share_in_a_grid_is_what_is_published():
    (figure,) = blocks(section(report_with(None, *NOW, *LEAD), "roles"), Figure)
    values = [value for cells in figure.table.rows for value in cells if value.kind == "share"]
    assert {value.about for value in values} >= {"share/roles-find.intake.now/library/total"}
    assert values[0].low == values[0].high == Decimal("0.65")

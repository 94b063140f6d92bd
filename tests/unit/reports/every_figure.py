"""Figures and tables with every kind of drawing, exactness and status, for who draws them."""

from decimal import Decimal
from typing import Final

from reports.margins import Margin
from reports.report import (
    Band,
    BarRow,
    Bars,
    Column,
    Dots,
    Edge,
    Figure,
    Heat,
    HeatCell,
    Mark,
    Node,
    Part,
    Row,
    Series,
    StatusMark,
    Table,
    Ties,
    Value,
)

#: What people type: markup, another direction of writing, an emoji, and one word that is as long as a line.
HOSTILE: Final = ("<b>Vet</b> & *ster* #let", "مرحبا بالعالم", "Top! 👍🏽", "Meerdereorganisatiesamenwerking" * 4)


def dec(written: str) -> Decimal:
    return Decimal(written)


def mean(written: str, exactness: str = "exact", high: str | None = None) -> Value:
    """Write an average: ``3.7``; an end of a coded one; or with ``high`` a range."""
    text = {"exact": "{}", "at_least": "{} of hoger", "at_most": "{} of lager", "between": "{} tot {}"}[exactness]
    said = text.format(written.replace(".", ","), (high or "").replace(".", ","))
    low = None if exactness == "at_most" else dec(written)
    top = dec(high or written) if exactness != "at_least" else None
    return Value(said, "average", exactness, low, top, f"theme_mean/{written}")  # type: ignore[arg-type]


WITHHELD: Final = Value("–", "average", "withheld", about="theme_mean/hidden")

DOTS: Final = Figure(
    id="themes",
    answer="Over contact en vertrouwen zijn jullie het meest tevreden.",
    how="1 is helemaal oneens, 5 is helemaal eens. De streep is de marge.",
    alt="Gemiddelde per onderwerp. Dezelfde cijfers staan in de tabel.",
    key=(Series("total", "jullie netwerk, met marge"),),
    drawing=Dots(
        ("helemaal oneens", "helemaal eens"),
        (
            Row(
                "Ons gezamenlijke doel",
                (Mark("total", "exact", dec("3.7"), dec("3.7"), Margin(dec("3.2"), dec("4.2"))),),
                "3,7",
                status=StatusMark("op weg", "half"),
                band=Band(dec("3.2"), dec("3.5"), dec("3.8")),
            ),
            Row(
                "Contact en vertrouwen",
                (Mark("total", "at_least", dec("3.9"), None),),
                "3,9+",
                status=StatusMark("op weg of sterk", "half"),
                band=Band(dec("3.4"), dec("3.7"), dec("4.0")),
            ),
            Row(
                "Rollen en taken",
                (Mark("total", "at_most", None, dec("2.1")),),
                "≤ 2,1",
                status=StatusMark("aandacht", "triangle"),
            ),
            Row(
                "Voorwaarden",
                (Mark("total", "between", dec("2.6"), dec("3.4")),),
                "2,6–3,4",
                status=StatusMark("verdeeld", "apart"),
            ),
            Row("De inzet van de gemeente", (), "–", status=StatusMark("onbekend", "question")),
            Row("Leren en doen", (), "–", status=StatusMark("te weinig antwoorden", "dash")),
        ),
    ),
    table=Table(
        "themes",
        "Gemiddelde per onderwerp",
        (
            Column("Onderwerp"),
            Column("Gemiddelde", numeric=True),
            Column("Marge", numeric=True),
            Column("Antwoorden", numeric=True),
        ),
        (
            (
                Value("Ons gezamenlijke doel"),
                mean("3.7"),
                Value("3,2 tot 4,2"),
                Value("18", "number", "exact", 18, 18, "answers/a"),
            ),
            (
                Value("Contact en vertrouwen"),
                mean("3.9", "at_least"),
                Value("–"),
                Value("18", "number", "exact", 18, 18, "answers/b"),
            ),
            (
                Value("Rollen en taken"),
                mean("2.1", "at_most"),
                Value("–"),
                Value("18", "number", "exact", 18, 18, "answers/c"),
            ),
            (
                Value("Voorwaarden"),
                mean("2.6", "between", "3.4"),
                Value("–"),
                Value("12", "number", "exact", 12, 12, "answers/d"),
            ),
            (
                Value("De inzet van de gemeente"),
                WITHHELD,
                Value("–"),
                Value("–", "number", "withheld", about="answers/e"),
            ),
            (Value("Leren en doen"), WITHHELD, Value("–"), Value("–", "number", "withheld", about="answers/f")),
        ),
    ),
)

GROUPS: Final = Figure(
    id="groups",
    answer="De bibliotheek kijkt positiever naar rollen en taken dan welzijn.",
    how="Een verschil is pas duidelijk bij ongeveer een hele punt.",
    alt="Gemiddelde per onderwerp van drie groepen.",
    key=(
        Series("library", "bibliotheek (n = 6)"),
        Series("welfare", "welzijn (n = 5)"),
        Series("rest", "overige (n = 7)"),
    ),
    drawing=Dots(
        ("helemaal oneens", "helemaal eens"),
        (
            Row(
                "Rollen en taken",
                (
                    Mark("library", "exact", dec("3.6"), dec("3.6")),
                    Mark("welfare", "exact", dec("2.3"), dec("2.3")),
                    Mark("rest", "at_least", dec("3.8"), None),
                ),
                word="verschillend",
                clear=True,
            ),
            Row("Voorwaarden", (Mark("library", "exact", dec("3.1"), dec("3.1")),), word="niet zeker"),
        ),
        linked=True,
    ),
    table=Table(
        "groups",
        "Gemiddelde per groep",
        (
            Column("Onderwerp"),
            Column("Bibliotheek", numeric=True),
            Column("Welzijn", numeric=True),
            Column("Overige", numeric=True),
        ),
        (
            (Value("Rollen en taken"), mean("3.6"), mean("2.3"), mean("3.8", "at_least")),
            (Value("Voorwaarden"), mean("3.1"), WITHHELD, WITHHELD),
        ),
    ),
)


def part(series: str, written: str, kind: str = "exact") -> tuple[Part, Value]:
    """Write a class of a bar and its value: ``part("agree", "0.80", "at_least")``."""
    percent = f"{int(100 * dec(written))}%"
    label, text = {
        "exact": (percent, percent),
        "at_least": (f"≥{percent}", f"≥{percent}"),
        "at_most": (f"≤{percent}", f"≤{percent}"),
    }[kind]
    low, high = (None if kind == "at_most" else dec(written)), (None if kind == "at_least" else dec(written))
    value = Value(text, "share", kind, low, high, f"share/{series}/{written}")  # type: ignore[arg-type]
    return Part(series, kind, low, high, label), value  # type: ignore[arg-type]


_BARS: Final = (
    (
        "We weten samen wat we willen bereiken.",
        (part("disagree", "0.10", "at_most"), part("neither", "0.20"), part("agree", "0.70")),
        "grotendeels eens",
    ),
    (
        "Ons doel staat op papier, en elke organisatie heeft dat papier gezien en besproken.",
        (part("disagree", "0.35"), part("neither", "0.10", "at_most"), part("agree", "0.55")),
        "verdeeld",
    ),
    (
        "Iedereen doet mee.",
        (part("disagree", "0.05", "at_most"), part("neither", "0.05", "at_most"), part("agree", "0.90", "at_least")),
        "grotendeels eens",
    ),
)

_SHARE_WITHHELD: Final = Value("–", "share", "withheld", about="share/hidden")

BARS: Final = Figure(
    id="statements-shared-purpose",
    answer="Ongeveer 70% is het eens met de zin: We weten samen wat we willen bereiken.",
    how="Oneens links, eens rechts; wie ertussen zit staat apart.",
    alt="Per zin het deel dat het oneens is, ertussen zit en het eens is.",
    key=(Series("disagree", "oneens"), Series("agree", "eens"), Series("neither", "ertussen")),
    drawing=Bars(
        (
            *(BarRow(label, tuple(piece for piece, _ in parts), word) for label, parts, word in _BARS),
            BarRow("We vieren wat lukt.", (), "–"),
        )
    ),
    table=Table(
        "statements-shared-purpose",
        "Antwoorden op de zinnen",
        (
            Column("Zin"),
            Column("Oneens", numeric=True),
            Column("Ertussen", numeric=True),
            Column("Eens", numeric=True),
            Column("Samen"),
        ),
        (
            *((Value(label), *(value for _, value in parts), Value(word)) for label, parts, word in _BARS),
            (Value("We vieren wat lukt."), _SHARE_WITHHELD, _SHARE_WITHHELD, _SHARE_WITHHELD, Value("–")),
        ),
    ),
)


def heat(written: str | None, step: int | None) -> HeatCell:
    if written is None:
        return HeatCell(_SHARE_WITHHELD, None)
    return HeatCell(
        Value(f"{written}%", "share", "exact", dec(written) / 100, dec(written) / 100, f"share/{written}"), step
    )


_HEAT: Final = Heat(
    ("Merken dat iemand moeite heeft met taal", "Een eerste gesprek voeren", "Volgen hoe het gaat"),
    ("bibliotheek", "welzijnsorganisatie", "niemand", "weet ik niet"),
    (
        (heat("90", 4), heat("65", 3), heat("0", 0), heat("5", 0)),
        (heat("45", 2), heat("25", 1), heat("15", 0), heat(None, None)),
        (heat(None, None), heat(None, None), heat(None, None), heat(None, None)),
    ),
)
HEAT: Final = Figure(
    id="roles-views",
    answer="Veel mensen weten niet wie volgt hoe het gaat.",
    how="Elk vakje is het deel dat deze organisatie noemt.",
    alt="Wie welke taak doet, volgens de invullers.",
    key=(),
    drawing=_HEAT,
    table=Table(
        "roles-views",
        "Wie doet dit nu, volgens de invullers",
        (Column("Taak"), *(Column(name, numeric=True) for name in _HEAT.columns)),
        tuple(
            (Value(name), *(cell.value for cell in cells)) for name, cells in zip(_HEAT.rows, _HEAT.cells, strict=True)
        ),
    ),
)

TIES: Final = Figure(
    id="relations",
    answer="De bibliotheek en welzijn hebben elke week contact.",
    how="Een doorgetrokken lijn: beide noemen het contact. Een streepjeslijn: één van beide.",
    alt="Kaart van wie contact heeft met wie. Hetzelfde staat in de tabel.",
    key=(
        Series("tie-both", "beide noemen het"),
        Series("tie-one", "één noemt het"),
        Series("silent", "vulde niets in"),
    ),
    drawing=Ties(
        (
            Node("Bibliotheek", True, 500, 60),
            Node(HOSTILE[0], True, 920, 400),
            Node("Gemeente", False, 760, 900),
            Node("Taalmaatjes", True, 240, 900),
            Node("Welzijn", True, 80, 400),
        ),
        (Edge(0, 1, 1, False), Edge(0, 4, 3, True), Edge(0, 3, 2, True), Edge(2, 4, 0, False)),
    ),
    table=Table(
        "relations",
        "Wie heeft contact met wie",
        (Column("Organisaties"), Column("Hoe vaak"), Column("Wie noemt het")),
        (
            (Value("Bibliotheek en Welzijn"), Value("ongeveer elke week"), Value("beide")),
            (Value(f"Bibliotheek en {HOSTILE[0]}"), Value("één of twee keer"), Value("Bibliotheek")),
        ),
    ),
)

REACH: Final = Table(
    "reach",
    "Aantallen per organisatie",
    (Column("Organisatie"), Column("Gevonden", numeric=True), Column("Begonnen", numeric=True)),
    (
        (
            Value("Bibliotheek"),
            Value("25", "count", "exact", 25, 25, "reach/a"),
            Value("< 5", "count", "few", about="reach/b"),
        ),
        (
            Value("Welzijn"),
            Value("een deel", "count", "part", about="reach/c"),
            Value("weten we niet", "count", "unknown", about="reach/d"),
        ),
    ),
)

FOLDED: Final = Table(
    "statements-groups",
    "Eens, per groep",
    (Column("Zin"), Column("Bibliotheek", numeric=True)),
    ((Value("We weten samen wat we willen bereiken."), part("agree", "0.65")[1]),),
    reach="data",
)

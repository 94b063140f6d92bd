"""Networks of organisations with profiles, and published shares to lay beside them."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any, Final

from hypothesis import settings
from hypothesis import strategies as st

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from questionnaires.respondent import Member, Respondent
from reports.profile import Partner, Profile, ProfileResults, freeze
from reports.results import TOTAL, Cell, PlanGroup, PublishedTheme, Response, Results

CLOSED_ON: Final = date(2026, 11, 13)
KINDS: Final = ("library", "welfare", "municipality", "formal-provider", None)
NUMBERS: Final = ("found", "referred-out", "referred-in", "intake", "started", "finished", "nt1-share", "volunteers")

#: The first example reads the questionnaire, which takes longer than an example may.
PATIENTLY: Final = settings(deadline=None)

#: One organisation's answers by question id.
Answers = Mapping[str, Any]


def questionnaire() -> Questionnaire:
    return catalogue.latest("organisatieprofiel")


def network(answers: Mapping[str, Answers | None], **kinds: str) -> ProfileResults:
    """Freeze a network of organisations whose names are their ids; ``None``: did not fill in its profile."""
    partners = [Partner(name, name.capitalize(), kinds.get(name)) for name in answers]
    profiles = [Profile(name, given) for name, given in answers.items() if given is not None]
    return freeze(partners, profiles, questionnaire=questionnaire(), closed_on=CLOSED_ON)


def does(*ticks: str, task: str = "intake") -> Answers:
    """Answer one task; with nothing ticked there, another one is: who ticks nothing at all did not answer."""
    return {"rf-tasks": {task: list(ticks)} if ticks else {"monitor": ["do"]}}


def counts(**numbers: int | None) -> Answers:
    """Give counted numbers by the last part of their question's id, with ``_`` for ``-``; ``None``: not known."""
    return {
        f"rn-{name.replace('_', '-')}": {"how": "unknown"} if number is None else {"number": number, "how": "counted"}
        for name, number in numbers.items()
    }


def contact(*partners: str, wanted: Iterable[str] = (), **details: Mapping[str, str]) -> Answers:
    """Report contact with these partners; ``details`` by partner: ``b={"freq": "weekly"}``."""
    named = [*partners, *details]
    given = {name: {f"rel-{key}": value for key, value in fields.items()} for name, fields in details.items() if fields}
    return {"rel-partners": named or None, "rel-map": given or None, "rel-wanted": list(wanted) or None}


def share(subject: str, option: str, written: str) -> Cell:
    """Write a published share as it reads: ``0.40``, ``0.20-``, ``0.80+``."""
    step = Decimal("0.05")
    value = Decimal(written.rstrip("+-"))
    if written.endswith("+"):
        return Cell("share", subject, TOTAL, "at_least", low=value, step=step, option=option)
    if written.endswith("-"):
        return Cell("share", subject, TOTAL, "at_most", high=value, step=step, option=option)
    return Cell("share", subject, TOTAL, "exact", value, value, step=step, option=option)


def shares(subject: str, **options: str) -> tuple[Cell, ...]:
    return tuple(share(subject, option.replace("_", "-"), written) for option, written in options.items())


def withheld(subject: str) -> Cell:
    return Cell("share", subject, TOTAL, "withheld", step=Decimal("0.05"), reason="too_few")


def published(*cells: Cell, themes: Iterable[str] = ()) -> Results:
    """Return results that say just this."""
    return Results(
        policy="2",
        questionnaire="taalnetwerkspiegel",
        questionnaire_version="1.0.0",
        questionnaire_hash="0" * 64,
        opened_on=CLOSED_ON.replace(day=1),
        closed_on=CLOSED_ON,
        plan=(PlanGroup("library"), PlanGroup("rest")),
        response=Response(24, 18),
        themes=tuple(PublishedTheme(theme, (), "mean") for theme in themes),
        cells=cells,
    )


@st.composite
def given_networks(draw: st.DrawFn) -> tuple[list[Partner], list[Profile]]:
    """Any network of one to six organisations, some of them silent, with many small numbers of people."""
    names = draw(
        st.lists(st.sampled_from(["Élan", "de Brug", "Zorg", "’t Web", "elan", "Brug"]), min_size=1, max_size=6)
    )
    partners = [Partner(f"o{n}", name, draw(st.sampled_from(KINDS))) for n, name in enumerate(names)]
    answering = [partner for partner in partners if draw(st.integers(0, 4))]
    return partners, [Profile(each.id, _sampled(draw, each, partners)) for each in answering]


def _sampled(draw: st.DrawFn, partner: Partner, partners: list[Partner]) -> Answers:
    others = tuple(Member(each.id, each.name) for each in partners if each is not partner)
    respondent = Respondent("nl", partner.kind, organisations=others)
    random = Random(draw(st.integers(0, 9999)))  # noqa: S311 -- invented answers
    answers = {name: each.sample(random, respondent) for name, each in questionnaire().questions.items()}
    small = {f"rn-{name}": {"number": draw(st.integers(0, 12)), "how": "counted"} for name in NUMBERS}
    return answers | draw(st.sampled_from([small, {}]))

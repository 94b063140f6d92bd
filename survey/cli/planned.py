"""How a planned round is listed: what it asks, of persons and of organisations, and how long that takes."""

from collections.abc import Collection, Iterable, Iterator

from questionnaires import catalogue
from questionnaires.definition import Block, Questionnaire
from survey.models import PlannedRound
from survey.services.planning import own_blocks, planned_questionnaire
from survey.services.profile_planning import left_out_of_profile, planned_profile, profile_blocks


def what_is_asked(plan: PlannedRound) -> Iterator[str]:
    """Say what a planned round asks: a line for each part, and first how long it takes."""
    asked = planned_questionnaire(plan)
    statements = sum(len(theme.items) for theme in asked.themes)
    themes = "1 theme" if len(asked.themes) == 1 else f"{len(asked.themes)} themes"
    yield f"The next round asks {_name(asked)}: about {_minutes(asked)}."
    yield f"  statements            {statements} in {themes}, always asked"
    yield from _blocks(catalogue.find(asked.id, asked.version).blocks, own_blocks(plan))
    profile = planned_profile(plan.left_out)
    if profile is None:
        yield "It asks nothing on behalf of organisations."
        return
    yield f"On behalf of each organisation it asks {_name(profile)}: about {_minutes(profile)}, shown by name."
    yield from _blocks(profile_blocks(), left_out_of_profile(plan.left_out))


def _blocks(blocks: Iterable[Block], left_out: Collection[str]) -> Iterator[str]:
    for block in blocks:
        minutes = f"about {block.minutes:g} minutes" if block.minutes >= 1 else "less than a minute"
        yield f"  {block.id:<20}  {'left out' if block.id in left_out else minutes}"


def _name(asked: Questionnaire) -> str:
    return f"{asked.id} {asked.version}"


def _minutes(asked: Questionnaire) -> str:
    minutes = max(1, round(asked.minutes_of(asked.pages)))
    return "1 minute" if minutes == 1 else f"{minutes} minutes"

"""Everything that follows from the profile is defined, whatever a network filled in."""

from hypothesis import given

from reports.profile import (
    Exchange,
    Partner,
    Profile,
    exchange,
    freeze,
    funnel,
    group_reach,
    municipal_check,
    reach_sums,
    relation_map,
    role_cards,
    theme_voices,
)
from tests.network_profiles import CLOSED_ON, PATIENTLY, given_networks, published, questionnaire


@PATIENTLY
@given(given_networks())
def test_everything_that_follows_is_defined_for_any_network(made: tuple[list[Partner], list[Profile]]):
    profile, nothing = freeze(*made, questionnaire=questionnaire(), closed_on=CLOSED_ON), published()
    asked = bool(profile.answered("roles-facts"))
    assert len(role_cards(profile)) == (14 if asked else 0)
    assert len(group_reach(profile, nothing)) == (10 if profile.answered("reach-groups") else 0)
    assert all(each.total >= each.counted + each.estimated for each in (*reach_sums(profile), *funnel(profile)))
    assert exchange(profile) in Exchange
    assert {each.average for each in theme_voices(profile, nothing)} <= {None}
    assert {each.everyone for each in municipal_check(profile, nothing)} <= {()}
    found = relation_map(profile)
    assert found is not None
    measures = (found.density, found.reciprocity, found.centralisation, found.library_welfare.reciprocity)
    assert all(0 <= each <= 1 for each in measures if each is not None)

"""Relaties: who has contact with whom, by name, as a map or a table, and which links are promising."""

from reports.profile import ProfileResults, RelationMap, relation_map
from reports.profile.asked import LIBRARY, RELATIONS, WELFARE
from reports.report.naming import nothing_said, silent_note
from reports.report.parts import Block, Fact, Facts, Paragraph, Section
from reports.report.source import Source
from reports.report.ties import ON_A_MAP, by_organisation, matrix, referrals, tie_map
from reports.wording.organisations import about, relations_answer, whole_network


def section(source: Source) -> Section | None:
    """Make the section: the map or the tables, who has no contact, referrals, and promising links.

    An organisation that is alone in its network was asked nothing about partners.
    """
    profile, say = source.profile, source.words.say
    found = relation_map(profile) if profile else None
    if profile is None or found is None or len(profile.organisations) == 1:
        return None
    if not profile.answered(RELATIONS):
        return Section("relations", say("relations"), (nothing_said(source),), say("organisations.none.text"))
    blocks = (*_contacts(source, profile, found), *_rest(source, profile, found))
    return Section("relations", say("relations"), blocks, relations_answer(source.words, found))


def _contacts(source: Source, profile: ProfileResults, found: RelationMap) -> list[Block]:
    """Return who has contact: on a map as long as it can be read, else by organisation and in a matrix."""
    answer = relations_answer(source.words, found)
    if len(found.organisations) <= ON_A_MAP:
        return [tie_map(source, profile, found, answer)]
    tables = by_organisation(source, profile, found), matrix(source, profile, found)
    why = Paragraph(source.words.say("relations.no-map", number=len(found.organisations)), "small")
    return [Paragraph(answer, "lead"), why, *tables]


def _rest(source: Source, profile: ProfileResults, found: RelationMap) -> list[Block]:
    words = source.words
    said = [
        whole_network(words, found),
        about(words, "relations.isolates", profile.names(found.isolates)),
        _library_and_welfare(source, profile, found),
    ]
    return [
        *silent_note(source, profile, RELATIONS),
        Paragraph(" ".join(filter(None, said))),
        *([referrals(source, profile, found)] if found.referrals else []),
        *_chances(source, profile, found),
    ]


def _library_and_welfare(source: Source, profile: ProfileResults, found: RelationMap) -> str:
    if not profile.of_kind(LIBRARY) or not profile.of_kind(WELFARE):
        return ""
    between = found.library_welfare
    number = between.ties
    if not number and not between.all_answered:
        return source.words.say(f"relations.library-welfare.{'unknown' if between.any_answered else 'silent'}")
    return source.words.counted("relations.library-welfare", number, count=source.words.in_words(number))


def _chances(source: Source, profile: ProfileResults, found: RelationMap) -> list[Block]:
    """Return the promising links, and which of the two want more contact."""
    words = source.words
    if not found.chances:
        of_all = profile.speaks_for_all(RELATIONS)
        return [Paragraph(words.say("relations.chances.none"))] if of_all else []
    facts = tuple(
        Fact(words.listed(profile.names((each.first, each.second))), wanting(source, profile.names(each.wanted_by)))
        for each in found.chances
    )
    return [Paragraph(words.say("relations.chances")), Facts(facts)]


def wanting(source: Source, names: tuple[str, ...]) -> str:
    """Say which of two organisations want more contact."""
    if len(names) == 1:
        return source.words.say("relations.chance.one", name=names[0])
    return source.words.say("relations.chance.both")

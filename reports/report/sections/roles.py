"""Rollen: who does what by the organisations themselves, and beside it what people think; never mixed (R11)."""

from collections.abc import Collection, Mapping
from typing import Final

from questionnaires.types.role_cards import RoleCards
from reports.profile import PairPicture, ProfileResults, RoleCard, TaskOpinion, opinions, role_cards
from reports.profile.asked import LIBRARY, ROLES, TASKS, WELFARE
from reports.profile.opinions import CARDS
from reports.profile.roles import OF_NOBODY, TO_TALK_ABOUT
from reports.report.heat import Grid, asks, lines, too_few
from reports.report.naming import listed, none, nothing_said, silent_note, some
from reports.report.parts import Block, Paragraph, Section
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import Value, texts
from reports.wording.organisations import about, among, roles_answer, views_answer
from reports.wording.words import opening

#: The columns of the role card.
_COLUMNS: Final = ("task", "doers", "leaders", "status", "note")


def section(source: Source) -> Section | None:
    """Make the section: the role card, library and welfare side by side, and what people think of it."""
    profile = source.profile if source.profile and ROLES in source.profile.blocks else None
    asked = asks(source, *CARDS)
    if not asked and profile is None:
        return None
    facts = _facts(source, profile) if profile else []
    views = _views(source) if asked else []
    beside = [Paragraph(source.words.say("roles.beside"))] if facts and views else []
    return Section("roles", source.words.say("roles"), (*facts, *beside, *views), _summary(source, profile))


def _summary(source: Source, profile: ProfileResults | None) -> str:
    if profile and (cards := role_cards(profile)):
        return _answer(source, profile, cards)
    return _views_answer(source) if asks(source, *CARDS) else source.words.say("organisations.none.text")


def lead(source: Source) -> str:
    """Return the sentence that opens the section, of what organisations said; empty where too few did."""
    profile = source.profile
    if profile is None or ROLES not in profile.blocks or not profile.speaks_for_all(ROLES):
        return ""
    cards = role_cards(profile)
    return _answer(source, profile, cards) if cards else ""


def _answer(source: Source, profile: ProfileResults, cards: Collection[RoleCard]) -> str:
    return roles_answer(source.words, [card.status for card in cards], some(profile, ROLES))


def _facts(source: Source, profile: ProfileResults) -> list[Block]:
    """Return the role card by name, and what library and welfare have to say to each other."""
    cards = role_cards(profile)
    if not cards:
        return [nothing_said(source)]
    how = Paragraph(source.words.say("roles.how"), "small")
    return [
        Paragraph(_answer(source, profile, cards), "lead"),
        _card(source, profile, cards),
        how,
        *silent_note(source, profile, ROLES),
        *_pairs(source, profile, cards),
    ]


def _card(source: Source, profile: ProfileResults, cards: Collection[RoleCard]) -> Table:
    say = source.words.say
    columns = tuple(Column(say(f"roles.column.{name}")) for name in _COLUMNS)
    caption = among(source.words, "roles.table", some(profile, ROLES))
    rows = tuple(_row(source, profile, card) for card in cards)
    return Table("roles", caption, columns, rows, foremost=_to_talk_about(cards))


def _to_talk_about(cards: Collection[RoleCard]) -> tuple[int, ...]:
    """Return the places of the tasks that the answer counts as ones to talk about, in the order of the answer."""
    return tuple(place for status in TO_TALK_ABOUT for place, card in enumerate(cards) if card.status == status)


def _row(source: Source, profile: ProfileResults, card: RoleCard) -> tuple[Value, ...]:
    nobody = among(source.words, "roles.nobody", some(profile, ROLES))
    doers, leaders = (listed(source, profile, ids, nobody) for ids in (card.task.doers, card.task.leaders))
    return texts(_title(source, card.task.id), doers, leaders, _status(source, profile, card), _note(source, card))


def _status(source: Source, profile: ProfileResults, card: RoleCard) -> str:
    """Return how a task is divided; what nobody does or leads may be done or led by who did not fill this in."""
    situation = f"roles.status.{card.status}"
    return among(source.words, situation, some(profile, ROLES) if card.status in OF_NOBODY else None)


def _note(source: Source, card: RoleCard) -> str:
    """Say who leads without doing it, and who would like to do it."""
    if source.profile is None:
        return none(source)
    notes = (
        about(source.words, situation, source.profile.names(ids))
        for situation, ids in (("roles.idle", card.idle_leaders), ("roles.wanting", card.task.wanting))
    )
    return " ".join(filter(None, notes)) or none(source)


def _title(source: Source, task: str) -> str:
    return source.profile_labels.wording(f"{TASKS}.{task}")


def _pairs(source: Source, profile: ProfileResults, cards: Collection[RoleCard]) -> list[Block]:
    """Return library and welfare side by side, on the tasks of which there is something to say."""
    words = source.words
    kinds = {kind: profile.of_kind(kind) for kind in (LIBRARY, WELFARE)}
    rows = tuple(
        texts(
            _title(source, card.task.id),
            *(words.say(f"roles.pair.{_part(card, kind)}") for kind in kinds.values()),
            words.say(f"roles.pair.{card.pair}"),
        )
        for card in cards
        if card.pair is not None
    )
    if not rows:
        return []
    heads = [words.say("roles.column.task"), *(opening(words.group(kind).label) for kind in kinds)]
    columns = tuple(map(Column, [*heads, words.say("roles.pair.next")]))
    found = {card.pair for card in cards}
    meaning = [words.say(f"roles.pair.{picture}.text") for picture in PairPicture if picture in found]
    selection = [words.say("roles.pair.selection")] if len(rows) < len(cards) else []
    how = Paragraph(" ".join([*meaning, *selection]), "small")
    return [Table("roles-pair", words.say("roles.pair.table"), columns, rows), how]


def _part(card: RoleCard, kind: Collection[str]) -> str:
    does, leads = (any(each in kind for each in ids) for ids in (card.task.doers, card.task.leaders))
    if does and leads:
        return "both"
    return "does" if does else "leads" if leads else "neither"


def _views(source: Source) -> list[Block]:
    """Return what people think, as far as it may be shown: who does each task, and who should lead it."""
    now = _now(source)
    return [now.figure(source, _views_answer(source)), _lead(source)] if now.is_shown else [too_few(source)]


def _tasks(source: Source) -> dict[str, str]:
    """Return the tasks that everybody was asked about, with their words."""
    asked = (source.questionnaire.questions.get(card) for card in CARDS)
    named = {
        f"{each.id}.{task.id}": task.text.in_language(source.words.language)
        for each in asked
        if isinstance(each, RoleCards)
        for task in each.tasks
    }
    return {subject: title for subject, title in named.items() if source.results.asks(f"{subject}.now")}


def _now(source: Source) -> Grid:
    """Return the shares of every kind of partner that the round offered, of nobody, and of don't know."""
    say, subjects = source.words.say, {f"{task}.now": title for task, title in _tasks(source).items()}
    offered = {option for subject in subjects for option in source.results.shares(subject)}
    known: Mapping[str, str] = source.labels.options(next(iter(subjects), ""))
    options = {option: label for option, label in known.items() if option in offered}
    return lines(
        source, subjects, options, id="roles-views", caption=say("roles.views"), head=say("roles.column.task")
    )  # fmt: skip


def _opinions(source: Source) -> list[tuple[str, TaskOpinion]]:
    titles = {subject.partition(".")[2]: title for subject, title in _tasks(source).items()}
    return [(titles[each.task], each) for each in opinions(source.results) if each.task in titles]


def _views_answer(source: Source) -> str:
    return views_answer(source.words, _opinions(source))


def _lead(source: Source) -> Table:
    say = source.words.say
    kinds = {subject.partition(".")[2]: source.labels.options(f"{subject}.lead") for subject in _tasks(source)}
    rows = tuple(
        texts(title, kinds[each.task][each.lead] if each.lead else say("roles.lead.unclear"))
        for title, each in _opinions(source)
    )
    columns = (Column(say("roles.column.task")), Column(say("roles.views.lead.most")))
    return Table("roles-lead", say("roles.views.lead"), columns, rows)

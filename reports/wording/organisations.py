"""Which sentence the facts of organisations get, and the published shares that lie beside them.

Numbers of organisations and tasks are words where they can be, and never stand as "x of y": such a phrase is of people.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from reports.profile import Direction, Exchange, ReachSum, ReachWord, RelationMap, RoleStatus, TaskOpinion, Verdict
from reports.profile.roles import DIVIDED_CLEARLY, OF_NOBODY, TO_TALK_ABOUT
from reports.wording.words import Words, inline, opening

#: The words for groups of people that have a sentence, in its order.
_REACH: Final = ((ReachWord.CHANCE, "chance"), (ReachWord.BLIND_SPOT, "blind"), (ReachWord.SELDOM_SEEN, "seldom"))

#: More tasks or groups than this are counted instead of named.
_NAMED: Final = 3

#: From these parts of all pairs on, contact every month is between some, many and almost all organisations.
_MONTHLY: Final = ((0.75, "most"), (0.5, "many"), (0.25, "some"))


def silent(words: Words, names: Sequence[str]) -> str:
    """Say which organisations did not fill in a part; empty when all did."""
    return about(words, "organisations.silent", names)


def about(words: Words, situation: str, names: Sequence[str]) -> str:
    """Say one thing of one organisation or of several; empty when it is of none."""
    if not names:
        return ""
    return words.counted(situation, len(names), names=words.listed(names))


def of_all(words: Words, situation: str, number: int, total: int) -> str:
    """Say how many of a total it is: none, one, many or all of them."""
    parts = {"all": words.in_words(total), "count": words.in_words(number)}
    if number == total:
        return words.say(f"{situation}.all", **parts)
    return words.counted(situation, number, **parts)


def most_chosen(words: Words, situation: str, option: str | None) -> str:
    """Say which option was chosen most often, or that none stands out."""
    return words.say(f"{situation}.most", option=ended(option)) if option else words.say(f"{situation}.none")


def ended(text: str) -> str:
    """Return words as the end of a sentence."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def municipality_answer(words: Words, yes: Sequence[Verdict], unknown: Sequence[Verdict]) -> str:
    """Say at how many lines about half or more say yes, and at how many many people do not know."""
    said = [of_all(words, "municipality.yes", yes.count(Verdict.YES), len(yes))]
    for situation, number in (
        ("municipality.unclear", yes.count(Verdict.UNCLEAR)),
        ("municipality.unknown", unknown.count(Verdict.YES)),
    ):
        if number:
            said.append(words.counted(situation, number, count=words.in_words(number)))
    return " ".join(said)


def among(words: Words, situation: str, some: int | None, **parts: object) -> str:
    """Say what is so of all organisations; where only ``some`` filled a part in, that it is so among those."""
    if some is None:
        return words.say(situation, **parts)
    return words.counted(f"{situation}.some", some, count=words.in_words(some), **parts)


def roles_answer(words: Words, statuses: Sequence[RoleStatus], some: int | None = None) -> str:
    """Say how many tasks are divided clearly, and what there is to talk about.

    ``some``: how many organisations filled this in, where not all did; of what the others do nothing is known. Where
    they are too few, it is not said how many tasks are divided clearly.
    """
    number = Counter(statuses)
    clearly = sum(number[status] for status in DIVIDED_CLEARLY)
    few = number[RoleStatus.UNKNOWN]
    answer = words.say("roles.answer.few") if few else of_all(words, "roles.answer", clearly, len(statuses))
    parts = [
        words.say(f"roles.part.{status}{_of_some(status, some)}", count=words.in_words(number[status]))
        for status in TO_TALK_ABOUT
        if number[status]
    ]
    return f"{answer} {among(words, 'roles.rest', some)} {words.listed(parts)}." if parts else answer


def _of_some(status: RoleStatus, some: int | None) -> str:
    """Return what the words of a task end on that nobody does or leads among those who filled this in."""
    return ".some" if some is not None and status in OF_NOBODY else ""


def views_answer(words: Words, opinions: Sequence[tuple[str, TaskOpinion]]) -> str:
    """Say of which tasks many people do not know who does them, or think that nobody does; pairs with its name."""
    verdicts = [verdict for _, each in opinions for verdict in (each.often_unknown, each.often_nobody)]
    unknown = [task for task, each in opinions if each.often_unknown is Verdict.YES]
    nobody = [task for task, each in opinions if each.often_nobody is Verdict.YES]
    said = [_tasks(words, "roles.views.unknown", unknown), _tasks(words, "roles.views.nobody", nobody)]
    if any(said):
        return " ".join(filter(None, said))
    return words.say(f"roles.views.{'unclear' if Verdict.UNCLEAR in verdicts else 'none'}")


def _tasks(words: Words, situation: str, tasks: Sequence[str]) -> str:
    if len(tasks) > _NAMED:
        return words.say(f"{situation}.many", count=words.in_words(len(tasks)))
    return words.say(situation, tasks=words.listed([f"‘{task}’" for task in tasks])) if tasks else ""


def reach_answer(words: Words, groups: Sequence[tuple[str, ReachWord]], some: int | None = None) -> str:
    """Say which groups of people are a chance, a blind spot or seldom seen; pairs with the title of the group.

    ``some``: how many organisations filled this in, where not all did: whom the others see is not known.
    """
    named = {word: [inline(title) for title, each in groups if each is word] for word in ReachWord}
    said: list[str] = []
    for word, situation in _REACH:
        if titles := named[word]:
            said.append(_groups(words, f"reach.answer.{situation}", titles))
            if word is ReachWord.BLIND_SPOT and some is not None:
                said.append(words.counted("reach.answer.blind.some", some, count=words.in_words(some)))
    if named[ReachWord.UNCLEAR]:
        also = "more" if named[ReachWord.CHANCE] else "also" if said else "any"
        said.append(words.say(f"reach.answer.unclear.{also}"))
    return " ".join(said) or words.say("reach.answer.none")


def hardly_answer(words: Words, groups: Sequence[tuple[str, Verdict]]) -> str:
    """Say of which groups of people many say that they are hardly reached; pairs with the title of the group."""
    if titles := [inline(title) for title, verdict in groups if verdict is Verdict.YES]:
        return _groups(words, "reach.hardly", titles)
    none = all(verdict is Verdict.NO for _, verdict in groups)
    return words.say(f"reach.hardly.{'none' if groups and none else 'unclear'}")


def _groups(words: Words, situation: str, titles: Sequence[str]) -> str:
    if len(titles) > _NAMED:
        return words.say(f"{situation}.counted", count=words.in_words(len(titles)))
    return words.counted(situation, len(titles), groups=words.listed(titles))


def sum_note(words: Words, each: ReachSum) -> str:
    """Say how sure a sum is, and which organisations are not in it."""
    parts = [words.counted("reach.left-out", each.left_out)]
    if each.is_told:
        parts.insert(0, ended(words.say("reach.sum.counted", counted=each.counted, estimated=each.estimated)))
    for situation, number in (("reach.unknown", each.unknown), ("reach.silent", each.silent)):
        if number:
            parts.append(words.counted(situation, number))
    return " ".join(filter(None, parts))


def funnel_answer(words: Words, steps: Sequence[ReachSum]) -> str:
    """Say how many were found, had a first talk and started; empty when one of the steps has no number to show.

    A sum is no number of people: some are in it twice, and some are missing. So it is never called the least.
    """
    if not all(step.is_told for step in steps):
        return ""
    sure = words.say(f"reach.funnel.{'whole' if all(step.is_whole for step in steps) else 'part'}")
    found, intake, started = (step.total for step in steps)
    return words.say("reach.funnel", found=found, intake=intake, started=started, sure=sure)


def exchange_answer(words: Words, exchange: Exchange) -> str:
    """Say whether as many people arrived as were referred."""
    return words.say("reach.exchange.open" if exchange is Exchange.UNCLEAR else f"reach.exchange.{exchange}")


def form_answer(words: Words, direction: Direction) -> str:
    """Say whether the network wants to go further, or may be lighter."""
    return words.say(f"form.text.{direction}")


def relations_answer(words: Words, found: RelationMap) -> str:
    """Say how many contacts are named, how many of them by both sides, and of how many one side was silent."""
    total, confirmed = len(found.ties), sum(tie.confirmed for tie in found.ties)
    said = [words.counted("relations.ties", total, count=words.in_words(total))]
    if total:
        said.append(opening(of_all(words, "relations.confirmed", confirmed, total)))
    if halved := sum(tie.first in found.silent or tie.second in found.silent for tie in found.ties):
        said.append(words.counted("relations.halved", halved, count=words.in_words(halved)))
    return " ".join(said)


def whole_network(words: Words, found: RelationMap) -> str:
    """Say in words how close the network is; nothing is said in figures, as there is no rule to round them by."""
    if found.density is None:
        return words.say("relations.measures.few")
    return words.say(f"relations.monthly.{_band(found.density)}")


def _band(density: float) -> str:
    return next((band for least, band in _MONTHLY if density >= least), "few")


def voices_answer(words: Words, stuck: int) -> str:
    """Say about how many themes an organisation says that it is stuck."""
    return words.counted("voices.stuck", stuck, count=words.in_words(stuck))

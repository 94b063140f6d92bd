"""A Report as the data that the templates draw."""

from collections.abc import Collection
from dataclasses import replace
from itertools import chain, groupby
from typing import Final

from reports.forms.legend import legend
from reports.forms.pdf.drawings import figure_json, room, table_json
from reports.forms.typesetting import Json, Texts, look, plain
from reports.look import CLASSES, MARKS, STEPS
from reports.report import Block, Fact, Facts, Figure, Paragraph, Report, Section, Suggestions, Table
from reports.wording import Words, words

#: So much of a hash tells two editions apart by eye; in full it stands in pieces of this length.
_SHORT: Final = 12
_GROUP: Final = 16
#: The sections with tables that grow with the number of organisations, or of which paper has no room for each group.
_ELSEWHERE: Final = ("relations", "statements", "voices")


def content(report: Report, unprintable: Collection[str] = (), *, scale: int = 100) -> Json:
    """Return everything that the templates need: the report, its labels and the look; ``scale`` of type in percent."""
    said = words(report.language)
    say = said.say
    texts = Texts(unprintable, say("pdf.cut"))
    return {
        "report": {
            "language": report.language,
            "title": texts.title(report.title),
            "cover": plain(report.cover, texts.inside),
            "mirror": texts.running(report.mirror),
            "sections": [_section(section, texts, said) for section in _with_edition(report)],
        },
        "labels": {
            "contents": say("contents"),
            "foot": texts.foot(report.title),
            "page": say("page", page="{page}", pages="{pages}"),
            "edition": _short_edition(report),
            "together": say("pdf.together"),
            "missing": {"title": say("pdf.missing.title"), "text": say("pdf.missing")} if unprintable else None,
        },
        "room": room(report),
        "scale": scale,
        **look(),
        "marks": {name: plain(mark, str) for name, mark in MARKS.items()},
        "classes": {name: list(tokens) for name, tokens in CLASSES.items()},
        "steps": [list(tokens) for tokens in STEPS],
    }


def _section(section: Section, texts: Texts, said: Words) -> Json:
    """Return a section without the tables that are too long for paper; it says where they are."""
    shown = [block for block in section.blocks if not (isinstance(block, Table) and block.reach == "data")]
    if section.id in _ELSEWHERE and len(shown) < len(section.blocks):
        shown.append(Paragraph(said.say("pdf.elsewhere"), "small"))
    blocks: list[Json] = []
    before: Figure | None = None
    told: set[str] = set()
    for kind, group in groupby(shown, type):
        same = list(group)
        if kind is Suggestions:
            blocks.append({"type": "Beside", "items": [plain(block, texts.running) for block in same]})
            continue
        for block in same:
            if isinstance(block, Figure):
                more = legend(block, said, told)
                told |= {each.id for each in more}
                blocks.append(figure_json(block, texts, before, more))
                before = block
            else:
                blocks.append(_block(block, texts))
    return {"id": section.id, "title": texts.running(section.title), "blocks": blocks}


def _block(block: Block, texts: Texts) -> Json:
    return table_json(block, texts) if isinstance(block, Table) else plain(block, texts.running)


def _with_edition(report: Report) -> tuple[Section, ...]:
    """Return the sections; the last one, which tells how the report was made, has the edition's mark in full."""
    if report.edition is None:
        return report.sections
    say = words(report.language).say
    marked = Fact(say("pdf.edition.hash"), " ".join(_groups(report.edition.hash)))
    *others, last = report.sections
    facts = [block.facts for block in last.blocks if isinstance(block, Facts)]
    kept = tuple(block for block in last.blocks if not isinstance(block, Facts))
    return (*others, replace(last, blocks=(*kept, Facts((*chain(*facts), marked)))))


def _groups(mark: str) -> list[str]:
    """Cut a hash into pieces that an eye can hold."""
    return [mark[start : start + _GROUP] for start in range(0, len(mark), _GROUP)]


def _short_edition(report: Report) -> str:
    """Return the same for the foot of every page."""
    mark = report.edition
    if mark is None:
        return ""
    the = words(report.language)
    return the.say("pdf.edition.of", number=mark.number, date=the.in_full(mark.at.date()), mark=mark.hash[:_SHORT])

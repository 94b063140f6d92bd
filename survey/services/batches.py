"""All reports of an adviser's networks in one file: asked for, drawn one after the other, and packed.

What is drawn is kept as it is for a single reader (``form_files``), so whoever goes on after a worker that died draws
nothing twice, and the file itself is written at the end in one go.
"""

import errno
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from reports.forms.kinds import FORMS, Form, FormName
from reports.forms.typesetting import Compile
from reports.report import Audience
from reports.wording import words
from survey import clock
from survey.database import reading, writing
from survey.documents import file_name, report_file
from survey.errors import Refused
from survey.i18n import _, gettext_noop, use_language
from survey.models import ReportBatch
from survey.models.batch import WithoutFile
from survey.queries import batches as queries
from survey.queries.batches import BatchedReport
from survey.services import audit, batch_files
from survey.services.audit import Actor, What
from survey.services.batch_files import Entry
from survey.services.drawing import FormNotMade, draw
from survey.services.reporting import found_in

_logger = logging.getLogger("netwerkspiegel")

#: How long a batch and its file are there.
KEPT: Final = timedelta(days=1)
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_NOTHING_TO_MAKE: Final = gettext_noop("None of your networks has a report that is released.")
_UNDER_WAY: Final = gettext_noop("You have asked for reports already. Wait until they are ready, or stop that first.")


def ask(
    session: Session, *, language: str, audience: Audience, forms: Sequence[FormName], by: Actor, at: datetime
) -> ReportBatch:
    """Ask for the newest report of each of an adviser's networks; the file that was made before makes room.

    ``audience``: advisers also read how to lead the conversation.

    Raises
    ------
    Refused
        When there is none, or when others are being made.
    """
    account_id, support_id = by.account_id, by.support_organisation_id
    if account_id is None or support_id is None:
        raise ValueError("Only somebody with networks can ask for their reports.")
    known = find_of(session, account_id=account_id, at=at)
    if known is not None and known.finished_at_utc is None:
        raise Refused(_UNDER_WAY)
    editions = queries.list_editions(session, adviser_id=account_id, support_id=support_id)
    if not editions:
        raise Refused(_NOTHING_TO_MAKE)
    queries.delete_of(session, account_id=account_id)
    wanted = {"language": language, "audience": audience, "forms": list(forms)}
    batch = ReportBatch(id=uuid4(), asked_by_id=account_id, asked_at_utc=at, **wanted)
    queries.add(session, batch=batch, editions=editions)
    told = {"networks": len(editions), "form": "+".join(forms)}
    audit.note(session, What("report.batch_asked", "report_batch", batch.id, None, support_id, told), by=by, at=at)
    return batch


def find_of(session: Session, *, account_id: UUID, at: datetime) -> ReportBatch | None:
    """Return what somebody asked for in the last day."""
    return queries.find_of(session, account_id=account_id, since=at - KEPT)


def note_download(session: Session, *, batch: ReportBatch, by: Actor, at: datetime) -> None:
    """Note that a batch was downloaded."""
    told = {"networks": queries.count_items(session, batch_id=batch.id)[1], "form": "+".join(batch.forms)}
    what = What("report.downloaded", "report_batch", batch.id, None, by.support_organisation_id, told)
    audit.note(session, what, by=by, at=at)


def draw_all(batch_id: UUID, by: Compile) -> None:
    """Draw the forms of every report of a batch that are not drawn, each settled by itself; stop when it is gone."""
    with reading() as session:
        to_do = queries.list_to_do(session, batch_id=batch_id)
    for item_id in to_do:
        if not _draw_item(batch_id, item_id, by):
            return


def _draw_item(batch_id: UUID, item_id: UUID, by: Compile) -> bool:
    """Draw the forms of one report; whether the batch is still wanted."""
    with reading() as session:
        batch, report = queries.find(session, batch_id=batch_id), queries.find_item(session, item_id=item_id)
    if batch is None or report is None or batch.finished_at_utc is not None:
        return False
    if report.item.done_at_utc is None and report.edition.document is not None:
        not_made = [each for each in FORMS if each in batch.forms and _drawn(report, batch, FORMS[each], by) is None]
        with writing() as session:
            queries.settle_item(session, item_id=item_id, not_made=not_made, at=clock.now())
    return True


def _drawn(report: BatchedReport, batch: ReportBatch, form: Form, by: Compile) -> bytes | None:
    """Return a form of a report; ``None`` when it cannot be made, of which the cause is logged."""
    try:
        found, audience = found_in(report.round, report.edition), batch.audience
        return draw(found, form, language=batch.language, audience=audience, by=by)
    except FormNotMade:
        return None
    except Exception as error:  # one report that cannot be read keeps nobody from the others; it may quote names
        _logger.error("A report of a batch could not be made: %s.", type(error).__name__)
        return None


def pack(batch_id: UUID, by: Compile) -> None:
    """Write the file of a batch whose reports are drawn, or keep why there is none."""
    with reading() as session:
        batch, reports = queries.find(session, batch_id=batch_id), queries.list_items(session, batch_id=batch_id)
    if batch is None or batch.finished_at_utc is not None:
        return
    cause: WithoutFile | None = None
    try:
        batch_files.write(batch_id, _entries(batch, reports, by))
    except OSError as error:
        cause = "full_disk" if error.errno in _FULL else "failed"
        _logger.error("The file of a batch of reports could not be written: %s.", error.strerror)
    _finish(batch_id, cause)


def _finish(batch_id: UUID, cause: WithoutFile | None) -> None:
    """Note that a batch is finished; what was taken back meanwhile is in no file."""
    with writing() as session:
        queries.finish(session, batch_id=batch_id, cause=cause, at=clock.now())
        queries.withdraw(session, at=clock.now())
    batch_files.delete_begun(batch_id)
    batch_files.sweep()


def _entries(batch: ReportBatch, reports: Sequence[BatchedReport], by: Compile) -> Iterator[Entry]:
    """Return what is in the file: a folder for each network, and a line about each form that could not be made."""
    missing: list[tuple[str, str]] = []
    seen: Counter[str] = Counter()
    for report in reports:
        name = _folder(report.network, seen)
        day = clock.dutch_day(report.round.closed_at_utc or report.edition.made_at_utc)
        for form in (FORMS[each] for each in FORMS if each in batch.forms):
            content = None if form.name in report.item.not_made else _drawn(report, batch, form, by)
            if content is None:
                missing.append((report.network, words(batch.language).say(f"file.{form.name}") + form.suffix))
            else:
                called = report_file(name, day, form, language=batch.language, audience=batch.audience)
                yield Entry(f"{name}/{called}", report.edition.made_at_utc, content)
    if missing:
        use_language(batch.language)
        yield Entry(_("not-made") + ".txt", batch.asked_at_utc, _lines(missing))


def _folder(network: str, seen: Counter[str]) -> str:
    """Return the name of a network's folder in letters that every system can write; no two have the same."""
    name = file_name(network)
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}_{seen[name]}"


def _lines(missing: Sequence[tuple[str, str]]) -> bytes:
    """Say which forms are not there."""
    told = [_("These forms could not be made. Try them once more from the page of the network."), ""]
    return "\r\n".join([*told, *(f"{network}: {file}" for network, file in missing), ""]).encode("utf-8-sig")


def forget_old(session: Session, *, at: datetime) -> None:
    """Delete the batches that were kept long enough; their files go with the next sweep."""
    queries.delete_before(session, moment=at - KEPT)


def forget_withdrawn() -> None:
    """Delete the files with a report that was taken back or changed; who asked for one is told."""
    with reading() as session:
        is_due = queries.has_withdrawn(session)
    if is_due:
        with writing() as session:
            queries.withdraw(session, at=clock.now())
    batch_files.sweep()

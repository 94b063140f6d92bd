"""Keep a mail as a file, where there is no mail server: for the operator to pass on, and for demos and tests."""

import os
import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Final

from survey.config import Config
from survey.mail.message import own_part

#: Mails that could not be sent hold personal links, and are kept for the operator no longer than backups are.
MAILS_KEPT: Final = timedelta(days=30)


def mail_folder(config: Config) -> Path:
    """Return where mails are kept that cannot be sent."""
    return config.data_dir / "mail"


def keep(message: EmailMessage, folder: Path) -> Path:
    """Write a mail under a name that says nothing about its recipient; a mail that is there already stays as it is."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{own_part(str(message['Message-ID']))}.eml"
    if not path.exists():
        _write_whole(path, message.as_bytes())
    return path


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all, for its owner alone."""
    draft = path.with_suffix(f".{secrets.token_hex(4)}.draft")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def forget(folder: Path, *, before: datetime) -> None:
    """Delete the mails that were kept before a moment: they hold personal links."""
    for path in [*folder.glob("*.eml"), *folder.glob("*.draft")]:
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < before.timestamp():
                path.unlink()

"""Why a mail did not go: for good, or for now. None of them names the recipient: what they say goes into logs."""


class _NotTaken(Exception):
    """A mail that did not go; ``code`` is the number of the server's answer, where it gave one."""

    def __init__(self, reason: str, code: int | None = None) -> None:
        super().__init__(reason)
        self.code = code


class MailRefused(_NotTaken):
    """A mail that will never be taken."""


class MailDelayed(_NotTaken):
    """A mail that was not taken now; later it may be."""


class ServerUnusable(MailDelayed):
    """Likewise, and no other mail would be taken now."""

"""Why a mail did not go: for good, or for now. Neither names the recipient: what they say goes into logs."""


class MailRefused(Exception):
    """A mail that will never be taken."""


class MailDelayed(Exception):
    """A mail that was not taken now; later it may be."""

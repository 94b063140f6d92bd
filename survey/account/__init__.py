"""An account's owner signs in, and looks after the own account; what others do with accounts is in ``administer``."""

"""Actions of a network, for coordinators and advisers: what was agreed, suggestions, add one, change it, settle it."""

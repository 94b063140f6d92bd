"""The sections of a report, one file each: ``section(source)`` makes it from what is published."""

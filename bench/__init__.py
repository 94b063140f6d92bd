"""What is fast, measured: each script with a main is one measurement, and RECORD.md keeps what was found."""

"""Rounds, for coordinators and advisers: plan, open, invite, remind, follow, close, release."""

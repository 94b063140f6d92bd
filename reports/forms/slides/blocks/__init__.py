"""Blocks of a report on a slide: one file for each kind that has a drawing of its own."""

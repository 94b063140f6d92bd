"""Advisers look after their networks. For now: a plain list."""

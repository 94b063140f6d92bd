"""Durable work: what must happen also when a process dies, such as a mail that was asked for.

Our own tables are the list of what is to be done; here lives how the worker gets to know of it, does it once, and
tries again. The web's processes import ``client`` only, and of that nothing that is slow to load.
"""

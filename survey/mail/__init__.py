"""Mail: a letter is written from a template, and handed to a mail server, or kept as a file where there is none.

Here lives how a mail is made and sent. What it says and to whom is decided in ``services``; when, in ``work``.
"""

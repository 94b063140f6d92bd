"""What is asked: the definitions, as data, and the language they are written in.

Nothing of people, answers or results lives here, and nothing here knows the web or a database.
"""

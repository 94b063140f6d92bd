"""Pages for everyone: the start page, what happens with answers, health; and the doors of a demo."""

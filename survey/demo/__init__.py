"""The demo: invented networks, people and answers, for looking around and for measuring.

``places`` and ``people`` are who there is, ``patterns`` and ``words`` what they answer, ``plausible`` which of that
fits them, ``periods`` when; ``load`` brings that through the same services as real use, ``bulk`` writes any size;
``others`` are who reports are compared with. Nothing here is used by production.
"""

"""The demo: invented networks, people and answers, for looking around and for measuring.

``places`` and ``people`` are who there is, ``patterns`` and ``words`` what they answer, ``periods`` when; ``load``
brings that through the same services as real use, ``bulk`` writes any size; ``others`` are who reports are compared
with. Nothing here is used by production.
"""

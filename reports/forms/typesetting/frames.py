"""How a process that compiles and the one that asks it talk: messages with their length in front."""

import struct
from typing import IO, Final

#: Before a document, and before what the compiler says.
MADE: Final = b"+"
NOT_MADE: Final = b"-"
_LENGTH: Final = struct.Struct(">Q")


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message."""
    stream.write(_LENGTH.pack(len(message)) + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Read a message; empty when the other side has gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else b""

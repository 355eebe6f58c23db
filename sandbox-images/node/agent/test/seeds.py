"""Writes the seeds of the fuzzer: seeds.py FOLDER. The first byte of each is described in fuzz.c."""
import os
import struct
import sys

from platform_side import (CLOSE, CREDIT, DATA, END, ENGINE, ERROR, EXIT, HELLO, OPEN, OPENED, READY, REFUSED, RESIZE,
                           SHELLS, TYPE, WELCOME, command, end_of_shell, frame, port, shell)

PLATFORM, AGENT = 0, 1


def typed(stream, writer, offset, data):
    return frame(TYPE, stream, struct.pack(">QQ", writer, offset) + data)


welcome = frame(WELCOME, 0, b"\0\1")
pairs = b"".join(struct.pack(">QQ", writer, 7 * writer) for writer in range(32))
seeds = {
    "welcome": (PLATFORM, welcome),
    "command": (PLATFORM, welcome + frame(OPEN, 1, command("cat", "-", variables=("A=1", "B="))) + frame(DATA, 1, b"hello") + frame(END, 1)),
    "command-without-folder": (PLATFORM, frame(OPEN, 1, command("true", folder=""))),
    "command-many-words": (PLATFORM, frame(OPEN, 1, command(*["w"] * 300, variables=["V=x"] * 100))),
    "command-long-word": (PLATFORM, frame(OPEN, 1, command("x" * 3000))),
    "command-zero-byte": (PLATFORM, frame(OPEN, 1, command("a\0b"))),
    "command-bad-variable": (PLATFORM, frame(OPEN, 1, command("a", variables=["=b"]))),
    "command-counts": (PLATFORM, frame(OPEN, 1, b"\2\xff\xff\0\0\0\1x")),
    "command-length": (PLATFORM, frame(OPEN, 1, b"\2\0\1\xff\xff\xff\xff")),
    "shell": (PLATFORM, frame(OPEN, 1, shell(1, 80, 24, 5, 6)) + typed(1, 1, 0, b"ls\n") + frame(RESIZE, 1, b"\0\x50\0\x18")),
    "writers": (PLATFORM, b"".join(typed(2 + n % 3, 1 + n % 40, n, b"xy") for n in range(90))),
    "repeated": (PLATFORM, typed(3, 1, 0, b"abcdef") + typed(2, 1, 3, b"defghi") + typed(2, 1, 0, b"a") + typed(2, 1, 90, b"z")),
    "offset-overflow": (PLATFORM, typed(2, 1, 2**64 - 2, b"a") + typed(2, 1, 2**64 - 1, b"ab")),
    "ports": (PLATFORM, frame(OPEN, 1, port(80)) + frame(OPEN, 2, port(80, 6)) + frame(OPEN, 3, ENGINE) + frame(CLOSE, 1, b"\1")),
    "lists": (PLATFORM, frame(OPEN, 1, SHELLS) + frame(OPEN, 2, end_of_shell(3)) + frame(CREDIT, 2, b"\0\0\1\0")),
    "no-credit": (PLATFORM, frame(CREDIT, 2, b"\0\0\0\0")),
    "empty-data": (PLATFORM, frame(DATA, 1)),
    "unknown": (PLATFORM, frame(0x77, 1)),
    "longest": (PLATFORM, struct.pack(">II", OPEN << 24 | 0xFFFFFF, 1)),
    "much-data": (PLATFORM, frame(DATA, 1, bytes(range(256)) * 40)),
    "hello": (AGENT, frame(HELLO, 0, b"SLPA\0\1\0\1") + frame(READY)),
    "opened": (AGENT, frame(OPENED, 1) + frame(DATA, 1, b"out") + frame(ERROR, 1, b"err") + frame(END, 1) + frame(EXIT, 1, b"\3")),
    "opened-shell": (AGENT, frame(OPENED, 1, struct.pack(">QQQHHB", 1, 2, 3, 80, 24, 32) + pairs) + frame(CREDIT, 1, b"\0\0\x10\0")),
    "refused": (AGENT, frame(REFUSED, 1, b"\3\4text") + frame(CLOSE, 2, b"\2")),
}
for name, (sender, data) in seeds.items():
    for pieces in (0, 7, 127) if len(data) < 200 else (100,):
        with open(os.path.join(sys.argv[1], f"{name}-{pieces}"), "wb") as file:
            file.write(bytes([pieces << 1 | sender]) + data)

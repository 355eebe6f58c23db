"""The platform's side of docs/agent-protocol.md, written for the tests without looking at the agent's code."""
import os
import signal
import socket
import struct
import subprocess
import tempfile
import threading
import time

DATA, END, CREDIT, CLOSE = 0x01, 0x02, 0x03, 0x04
WELCOME, OPEN, RESIZE, TYPE = 0x10, 0x11, 0x12, 0x13
HELLO, OPENED, REFUSED, EXIT, ERROR, READY = 0x20, 0x21, 0x22, 0x23, 0x24, 0x25
TO_AGENT, FROM_AGENT = 65536, 131072
PATIENCE = 30


def frame(kind, stream=0, content=b""):
    return struct.pack(">II", kind << 24 | len(content), stream) + content


def text(value):
    value = value.encode() if isinstance(value, str) else value
    return struct.pack(">I", len(value)) + value


def command(*words, variables=(), folder="/tmp"):
    strings = [struct.pack(">H", len(words)), *map(text, words), struct.pack(">H", len(variables)), *map(text, variables)]
    return b"\2" + b"".join(strings) + text(folder)


def shell(number, columns=0, rows=0, epoch=0, offset=0):
    return struct.pack(">BHHHQQ", 1, number, columns, rows, epoch, offset)


def port(number, family=4):
    return struct.pack(">BHB", 3, number, family)


ENGINE, SHELLS = b"\4", b"\5"


def end_of_shell(number):
    return struct.pack(">BH", 6, number)


class Stream:
    def __init__(self, platform, number, reads):
        self.platform, self.number, self.reads = platform, number, reads
        self.data, self.error = bytearray(), bytearray()
        self.opened = self.status = self.closed = self.refused = None
        self.has_ended = False
        self.unread = 0
        self.agent_may_send, self.may_send = FROM_AGENT, TO_AGENT
        self.epoch = self.first = self.history_end = self.size = self.writers = None

    def is_over(self):
        return self.status is not None or self.closed is not None or self.refused is not None

    def receive(self, kind, content):
        assert not self.is_over(), f"frame {kind:02x} after the end of stream {self.number}"
        assert self.opened or kind in (OPENED, REFUSED, CLOSE), f"frame {kind:02x} before Opened"
        if kind in (DATA, ERROR):
            assert not self.has_ended and 1 <= len(content) <= 16384
            self.agent_may_send -= len(content)
            assert self.agent_may_send >= 0, "the agent has sent more than it may"
            (self.data if kind == DATA else self.error).extend(content)
            self.unread += len(content)
            if self.reads:
                self.read()
        elif kind == END:
            assert not self.has_ended and not content
            self.has_ended = True
        elif kind == CREDIT:
            (credit,) = struct.unpack(">I", content)
            self.may_send += credit
            assert 1 <= credit and self.may_send <= TO_AGENT
        elif kind == CLOSE:
            (self.closed,) = content
        elif kind == OPENED:
            assert not self.opened
            self.opened = True
            if content:
                self.epoch, self.first, self.history_end, *size, count = struct.unpack(">QQQHHB", content[:29])
                pairs = struct.iter_unpack(">QQ", content[29:])
                self.size, self.writers = tuple(size), dict(pairs)
                assert len(self.writers) == count and self.epoch != 0
        elif kind == REFUSED:
            assert len(content) == 2 + content[1]
            self.refused = (content[0], content[2:].decode())
        elif kind == EXIT:
            assert self.has_ended
            (self.status,) = content
        else:
            raise AssertionError(f"unknown frame {kind:02x}")

    def read(self):
        """Gives credit for everything that was received."""
        if self.unread and not self.is_over():
            self.agent_may_send += self.unread
            self.platform.send(CREDIT, self.number, struct.pack(">I", self.unread))
            self.unread = 0

    def start_reading(self):
        with self.platform.changed:  # the reading thread gives credit, too
            self.reads = True
            self.read()

    def wait(self, condition, seconds=PATIENCE):
        self.platform.wait(lambda: condition(self), seconds)
        return self

    def wait_end(self, seconds=PATIENCE):
        return self.wait(Stream.is_over, seconds)

    def wait_opened(self):
        return self.wait(lambda s: s.opened or s.is_over())

    def wait_data(self, expected, seconds=PATIENCE):
        expected = expected.encode() if isinstance(expected, str) else expected
        return self.wait(lambda s: expected in s.data, seconds)

    def write(self, data, most=32768):
        """Sends as the credit permits."""
        while data and not self.is_over():
            self.platform.wait(lambda: self.may_send > 0 or self.is_over())
            with self.platform.changed:
                piece = data[: min(most, self.may_send)]
                self.may_send -= len(piece)
            if piece:
                self.platform.send(DATA, self.number, piece)
            data = data[len(piece):]

    def type(self, data, writer=1, offset=0):
        data = data.encode() if isinstance(data, str) else data
        with self.platform.changed:
            self.may_send -= len(data)
            assert self.may_send >= 0
        self.platform.send(TYPE, self.number, struct.pack(">QQ", writer, offset) + data)

    def resize(self, columns, rows):
        self.platform.send(RESIZE, self.number, struct.pack(">HH", columns, rows))

    def end(self):
        self.platform.send(END, self.number)

    def close(self):
        self.platform.send(CLOSE, self.number, b"\1")


class Platform:
    """One connection of an agent."""

    def __init__(self, receive, send, close, welcome=True):
        self._receive, self._send, self._close = receive, send, close
        self.changed = threading.Condition()
        self.sending = threading.Lock()
        self.streams, self.number = {}, 0
        self.is_ready = self.is_gone = False
        self.failure = self.hello = None
        self.is_reading = threading.Event()
        self.is_reading.set()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.wait(lambda: self.hello)
        if welcome:
            self.send(WELCOME, 0, b"\0\1")

    def _exactly(self, length):
        parts = b""
        while len(parts) < length:
            part = self._receive(length - len(parts))
            if not part:
                raise EOFError
            parts += part
        return parts

    def _read(self):
        try:
            while True:
                self.is_reading.wait()
                head, stream = struct.unpack(">II", self._exactly(8))
                content = self._exactly(head & 0xFFFFFF)
                with self.changed:
                    self._take(head >> 24, stream, content)
                    self.changed.notify_all()
        except (EOFError, OSError):
            pass
        except AssertionError as wrong:
            self.failure = wrong
        with self.changed:
            self.is_gone = True
            self.changed.notify_all()

    def _take(self, kind, stream, content):
        if not self.hello:
            assert kind == HELLO and stream == 0 and content == b"SLPA\0\1\0\1", (kind, content)
            self.hello = True
        elif kind == READY:
            assert not self.is_ready and stream == 0 and not content
            self.is_ready = True
        else:
            self.streams[stream].receive(kind, content)

    def wait(self, condition, seconds=PATIENCE):
        end = time.monotonic() + seconds
        with self.changed:
            while not condition():
                left = end - time.monotonic()
                if self.failure:
                    raise self.failure
                assert left > 0, "timeout"
                assert not self.is_gone, "the agent has closed the connection"
                self.changed.wait(left)

    def wait_gone(self, seconds=PATIENCE):
        end = time.monotonic() + seconds
        with self.changed:
            while not self.is_gone:
                assert time.monotonic() < end, "timeout"
                self.changed.wait(0.1)
        if self.failure:
            raise self.failure

    def send_raw(self, data):
        with self.sending:
            try:
                self._send(data)
            except OSError:
                pass  # the reader notices the end

    def send(self, kind, stream=0, content=b""):
        self.send_raw(frame(kind, stream, content))

    def expect(self, reads=True):
        """Prepares for a stream that the test opens itself."""
        self.number += 1
        stream = Stream(self, self.number, reads)
        with self.changed:
            self.streams[self.number] = stream
        return stream

    def open(self, fields, reads=True):
        stream = self.expect(reads)
        self.send(OPEN, stream.number, fields)
        return stream

    def run(self, *words, given=b"", **options):
        stream = self.open(command(*words, **options))
        stream.write(given)
        stream.end()
        return stream.wait_end()

    def shells(self):
        stream = self.open(SHELLS).wait_end()
        assert stream.status == 0
        return [number for (number,) in struct.iter_unpack(">H", bytes(stream.data))]

    def disconnect(self):
        self._close()


class Node:
    """An agent with folders of its own."""

    def __init__(self, binary):
        self.binary = binary
        self.folder = tempfile.mkdtemp(prefix="agent-test-")
        self.environment = dict(os.environ, SLIPWAY_SHELLS=self.folder + "/shells", SLIPWAY_ENGINE=self.folder + "/engine.sock",
                                ASAN_OPTIONS=f"log_path={self.folder}/report:detect_leaks=1", UBSAN_OPTIONS="halt_on_error=1")
        os.mkdir(self.folder + "/platform")
        self.path = self.folder + "/platform/agent.sock"
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(self.path)
        self.listener.listen(4)
        self.listener.settimeout(PATIENCE)
        self.agent = None

    def start(self):
        # The entrypoint of a node starts the agent in the background, so these signals are ignored.
        words = ["sh", "-c", 'trap "" INT QUIT; exec "$0" "$1"', self.binary, self.path]
        self.agent = subprocess.Popen(words, env=self.environment, stdin=subprocess.DEVNULL)
        return self.accept()

    def accept(self, welcome=True):
        connection, _ = self.listener.accept()

        def close():
            connection.shutdown(socket.SHUT_RDWR)
            connection.close()

        return Platform(connection.recv, connection.sendall, close, welcome)

    def start_stdio(self):
        self.agent = subprocess.Popen([self.binary, "--stdio"], env=self.environment, stdin=subprocess.PIPE,
                                      stdout=subprocess.PIPE, bufsize=0)
        return Platform(self.agent.stdout.read, self.agent.stdin.write, self.agent.stdin.close)

    def kill(self):
        self.agent.send_signal(signal.SIGKILL)
        self.agent.wait()

    def children(self):
        return [pid for pid in processes() if parent_and_state(pid)[0] == self.agent.pid]

    def files(self):
        return len(os.listdir(f"/proc/{self.agent.pid}/fd"))

    def all_processes(self):
        return [pid for pid in processes() if ("SLIPWAY_SHELLS=" + self.folder + "/shells").encode() in environment(pid)]

    def stop(self):
        """Kills everything and returns the sanitizers' reports."""
        if self.agent and self.agent.poll() is None:
            self.kill()
        self.listener.close()
        for pid in self.all_processes():
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        reports = [open(f"{self.folder}/{name}").read() for name in os.listdir(self.folder) if name.startswith("report")]
        subprocess.run(["rm", "-rf", self.folder], check=True)
        return reports


def processes():
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def _file(pid, name):
    try:
        with open(f"/proc/{pid}/{name}", "rb") as file:
            return file.read()
    except OSError:
        return b""


def environment(pid):
    return _file(pid, "environ").split(b"\0")


def parent_and_state(pid):
    fields = _file(pid, "stat").rpartition(b")")[2].split()
    return (int(fields[1]), fields[0]) if fields else (0, b"")


def is_alive(pid):
    return parent_and_state(pid)[1] not in (b"", b"Z")

"""What a thread has given to C goes when it has left C, although another thread waits in C.

An accepting or polling thread does so all the time in a server.
"""

import pathlib
import socket
import ssl
import threading
import unittest

SIZE = 131_072
ROUNDS = 3000
# A third of what all rounds have used together.
ROOM_KB = ROUNDS * SIZE // 3 // 1024


def resident():
    lines = pathlib.Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


class WaitingInC(unittest.TestCase):
    def setUp(self):
        # Waits in _socket, without the GIL, until the end of the test.
        self.near, far = socket.socketpair()
        self.waiting = threading.Thread(target=self.wait, args=(far,))
        self.waiting.start()
        self.source, self.sink = socket.socketpair()

    @staticmethod
    def wait(s):
        s.recv(1)
        s.close()

    def tearDown(self):
        self.near.close()
        self.waiting.join()
        self.source.close()
        self.sink.close()

    def receive(self, rounds):
        for _ in range(rounds):
            self.source.send(b"some text")
            content = bytearray(SIZE)
            with memoryview(content) as view:
                self.assertEqual(self.sink.recv_into(view), 9)
            self.assertEqual(content[:10], b"some text\0")

    def test_released_views(self):
        self.receive(ROUNDS // 10)
        before = resident()
        self.receive(ROUNDS)
        self.assertLess(resident() - before, ROOM_KB)

    def test_readers(self):
        with self.sink.makefile("rb") as lines:
            for _ in range(ROUNDS):
                self.source.send(b"a line\n")
                self.assertEqual(lines.readline(), b"a line\n")

    def test_borrowed_by_two_threads(self):
        # Both threads are in C with the same dict, and each gets what the other has put there.
        shared = {"key": "value"}
        context = ssl.create_default_context()
        problems = []

        def use():
            for i in range(500):
                name = f"host{i}"
                shared["key"] = name
                b = context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname=name)
                if b.server_hostname != name or b.context is not context:
                    problems.append(name)

        threads = [threading.Thread(target=use) for _ in range(3)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        self.assertEqual(problems, [])


if __name__ == "__main__":
    unittest.main()

"""Signals: Python's handlers, KeyboardInterrupt anywhere, system calls that go on afterwards."""

import os
import signal
import subprocess
import sys
import threading
import time
import unittest


def send_later(number, seconds=0.3):
    def send():
        time.sleep(seconds)
        os.kill(os.getpid(), number)

    thread = threading.Thread(target=send)
    thread.start()
    return thread


class Handlers(unittest.TestCase):
    def setUp(self):
        self.got = []
        for number in (signal.SIGUSR1, signal.SIGRTMIN + 3):
            old = signal.signal(number, lambda number, frame: self.got.append(number))
            self.addCleanup(signal.signal, number, old)

    def test_itimer_error(self):
        for call in (lambda: signal.setitimer(77, 1), lambda: signal.getitimer(-1)):
            with self.assertRaises(signal.ItimerError) as caught:
                call()
            self.assertEqual(repr(caught.exception), "ItimerError(22, 'Invalid argument')")
        self.assertEqual(signal.ItimerError.__bases__, (OSError,))

    def test_at_start(self):
        self.assertIs(signal.getsignal(signal.SIGINT), signal.default_int_handler)
        self.assertEqual(signal.getsignal(signal.SIGTERM), signal.SIG_DFL)
        self.assertEqual(signal.getsignal(signal.SIGPIPE), signal.SIG_IGN)

    def test_own_process(self):
        os.kill(os.getpid(), signal.SIGUSR1)
        signal.raise_signal(signal.SIGRTMIN + 3)
        self.assertEqual(self.got, [signal.SIGUSR1, signal.SIGRTMIN + 3])

    def test_own_process_by_descriptor(self):
        opened = os.open(f"/proc/{os.getpid()}", os.O_DIRECTORY)
        for fd in (opened, os.pidfd_open(os.getpid())):
            self.addCleanup(os.close, fd)
            for i in range(20):
                signal.pidfd_send_signal(fd, signal.SIGUSR1)
                self.assertEqual(len(self.got), i + 1)
            with self.assertRaises(OSError):
                signal.pidfd_send_signal(fd, signal.SIGUSR1, None, 12345)
            with self.assertRaises(OSError):
                signal.pidfd_send_signal(fd, 1000)
            self.got.clear()

    def test_own_process_while_blocked(self):
        number = signal.SIGUSR1
        before = signal.pthread_sigmask(signal.SIG_BLOCK, [number])
        self.addCleanup(signal.pthread_sigmask, signal.SIG_SETMASK, before)
        for _ in range(10):
            os.kill(os.getpid(), number)
            self.assertEqual((self.got, signal.sigpending()), ([], {number}))
            self.assertEqual(signal.sigtimedwait([number], 5).si_signo, number)
            self.assertEqual(signal.sigpending(), set())
        os.kill(os.getpid(), number)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [number])
        self.assertEqual(self.got, [number])

    def test_system_call_goes_on(self):
        read, write = os.pipe()
        thread = send_later(signal.SIGUSR1)
        other = threading.Timer(0.6, os.write, (write, b"x"))
        other.start()
        self.assertEqual(os.read(read, 1), b"x")
        thread.join()
        other.join()
        self.assertEqual(self.got, [signal.SIGUSR1])
        os.close(read)
        os.close(write)

    def test_handled_when_a_wait_is_over(self):
        for i in range(50):
            thread = send_later(signal.SIGUSR1, 0.001)
            thread.join()
            self.assertEqual(len(self.got), i + 1)

    def test_wakeup_fd(self):
        read, write = os.pipe()
        with self.assertRaises(ValueError):
            signal.set_wakeup_fd(write)
        os.set_blocking(write, False)
        self.assertEqual(signal.set_wakeup_fd(write), -1)
        try:
            os.kill(os.getpid(), signal.SIGUSR1)
        finally:
            self.assertEqual(signal.set_wakeup_fd(-1), write)
        self.assertEqual(os.read(read, 1), bytes([signal.SIGUSR1]))
        os.close(read)
        os.close(write)


class Interrupt(unittest.TestCase):
    def check(self, function):
        thread = send_later(signal.SIGINT)
        with self.assertRaises(KeyboardInterrupt):
            function()
        thread.join()

    def test_loop(self):
        def loop():
            while True:
                pass

        self.check(loop)

    def test_exceptions_alone(self):
        def calls(depth):
            if depth == 0:
                raise ValueError
            try:
                calls(depth - 1)
            except ValueError:
                calls(depth - 1)

        self.check(lambda: calls(200))

    def test_sleep(self):
        self.check(lambda: time.sleep(60))

    def test_read(self):
        read, write = os.pipe()
        self.check(lambda: os.read(read, 1))
        os.close(read)
        os.close(write)

    def test_lock(self):
        lock = threading.Lock()
        lock.acquire()
        self.check(lock.acquire)

    def test_ends_the_process(self):
        code = "import os, signal, time; os.kill(os.getpid(), signal.SIGINT); time.sleep(5)"
        done = subprocess.run([sys.executable, "-c", code], stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, -signal.SIGINT)
        self.assertIn(b"KeyboardInterrupt", done.stderr)


if __name__ == "__main__":
    unittest.main()

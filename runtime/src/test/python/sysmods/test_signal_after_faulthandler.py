"""A handler takes the place of what faulthandler has registered, as a sigaction does."""

import faulthandler
import signal
import tempfile
import unittest


class Handlers(unittest.TestCase):
    def test_signal_after_register(self):
        got = []
        with tempfile.TemporaryFile() as file:
            faulthandler.register(signal.SIGUSR1, file=file)
            old = signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number))
            try:
                signal.raise_signal(signal.SIGUSR1)
                self.assertEqual(got, [signal.SIGUSR1])
                self.assertEqual(file.tell(), 0)
            finally:
                faulthandler.unregister(signal.SIGUSR1)
                signal.signal(signal.SIGUSR1, old)

    def test_register_after_signal(self):
        got = []
        with tempfile.TemporaryFile() as file:
            old = signal.signal(signal.SIGUSR2, lambda number, frame: got.append(number))
            try:
                faulthandler.register(signal.SIGUSR2, file=file)
                faulthandler.unregister(signal.SIGUSR2)
                signal.raise_signal(signal.SIGUSR2)
                self.assertEqual(got, [signal.SIGUSR2])
            finally:
                signal.signal(signal.SIGUSR2, old)


if __name__ == "__main__":
    unittest.main()

"""What nobody has any more ends while all threads wait."""

import threading
import time
import unittest
import weakref
from concurrent.futures import ThreadPoolExecutor


class Held:
    def __init__(self, event):
        self.event = event

    def __del__(self):
        self.event.set()


def drop_held(event):
    Held(event)


class Idle(unittest.TestCase):
    def test_del_while_main_waits(self):
        event = threading.Event()
        drop_held(event)
        self.assertTrue(event.wait(30))

    def test_del_of_an_old_object(self):
        # A collection while it lives finds nothing; the next comes although nothing new was made.
        event = threading.Event()
        held = [Held(event)]
        time.sleep(2)
        self.assertFalse(event.is_set())
        held.clear()
        self.assertTrue(event.wait(60))

    def test_callback_while_all_wait(self):
        event = threading.Event()
        other = threading.Thread(target=event.wait, args=(30,))
        other.start()
        held = Held(threading.Event())
        reference = weakref.ref(held, lambda _: event.set())
        del held
        other.join()
        self.assertTrue(event.is_set())
        self.assertIsNone(reference())

    def test_threads_of_a_dropped_pool(self):
        pool = ThreadPoolExecutor(3)
        results = pool.map(abs, range(-5, 5))
        threads = pool._threads
        del pool
        for thread in threads:
            thread.join(30)
            self.assertFalse(thread.is_alive())
        self.assertEqual(list(results), [abs(i) for i in range(-5, 5)])


if __name__ == "__main__":
    unittest.main()

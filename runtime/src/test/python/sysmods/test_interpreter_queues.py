"""Queues, channels and pools of subinterpreters (PEP 734)."""

import _interpchannels
import _interpqueues
import _interpreters
import threading
import time
import unittest
from concurrent import interpreters
from concurrent.futures import InterpreterPoolExecutor


class QueueTest(unittest.TestCase):
    def test_values(self):
        queue = interpreters.create_queue()
        for value in 1, 2.5, "s", b"b", None, True, (1, (2,)), [1, {"a": 2}], queue:
            queue.put(value)
            self.assertEqual(queue.get(), value)
        self.assertTrue(queue.empty())

    def test_size(self):
        queue = interpreters.create_queue(2)
        queue.put(1)
        queue.put(2)
        self.assertTrue(queue.full())
        with self.assertRaises(interpreters.QueueFull):
            queue.put_nowait(3)
        self.assertEqual((queue.get(), queue.get(), queue.qsize()), (1, 2, 0))
        with self.assertRaises(interpreters.QueueEmpty):
            queue.get_nowait()
        before = time.monotonic()
        with self.assertRaises(interpreters.QueueEmpty):
            queue.get(timeout=1)
        self.assertGreaterEqual(time.monotonic() - before, 0.9)

    def test_blocking_get_between_interpreters(self):
        there, back = interpreters.create_queue(), interpreters.create_queue()
        interpreter = interpreters.create()
        interpreter.prepare_main(there=there, back=back)
        worker = threading.Thread(
            target=interpreter.exec,
            args=("while (x := there.get()) is not None: back.put(x * 2)",),
        )
        worker.start()
        for n in range(10):
            there.put(n)
        got = [back.get() for _ in range(10)]
        there.put(None)
        worker.join()
        interpreter.close()
        self.assertEqual(got, list(range(0, 20, 2)))

    def test_items_of_an_interpreter_that_ended(self):
        queue = interpreters.create_queue()
        interpreter = interpreters.create()
        interpreter.prepare_main(queue=queue)
        interpreter.exec(
            "from concurrent import interpreters as i\n"
            "from concurrent.interpreters import _queues as q\n"
            "queue.put(1, unbounditems=q.UNBOUND)\n"
            "queue.put(2, unbounditems=q.UNBOUND_REMOVE)\n"
            "queue.put(3, unbounditems=q.UNBOUND_ERROR)\n"
        )
        self.assertEqual(queue.get_nowait(), 1)
        interpreter.exec("queue.put(4)")
        self.assertEqual(queue.qsize(), 3)
        interpreter.close()
        self.assertEqual(queue.qsize(), 2)
        with self.assertRaises(interpreters._queues.ItemInterpreterDestroyed):
            queue.get_nowait()
        self.assertIs(queue.get_nowait(), interpreters._queues.UNBOUND)

    def test_unknown(self):
        with self.assertRaises(_interpqueues.QueueNotFoundError) as caught:
            _interpqueues.get(10**6)
        self.assertEqual(str(caught.exception), "queue 1000000 not found")
        self.assertIsInstance(caught.exception, RuntimeError)
        queue = _interpqueues.create(0)
        with self.assertRaisesRegex(_interpqueues.QueueError, "never bound"):
            _interpqueues.release(queue)
        _interpqueues.bind(queue)
        _interpqueues.release(queue)
        with self.assertRaises(_interpqueues.QueueNotFoundError):
            _interpqueues.release(queue)


class ChannelTest(unittest.TestCase):
    def test_send_and_receive(self):
        channel = _interpchannels.create(3)
        _interpchannels.send(channel, "x", blocking=False)
        self.assertEqual(_interpchannels.get_count(channel), 1)
        self.assertEqual(_interpchannels.recv(channel), ("x", None))
        with self.assertRaises(_interpchannels.ChannelEmptyError):
            _interpchannels.recv(channel)
        self.assertEqual(_interpchannels.recv(channel, "none"), ("none", None))
        with self.assertRaisesRegex(TimeoutError, "timed out"):
            _interpchannels.send(channel, 1, timeout=0.05)
        self.assertEqual(_interpchannels.get_count(channel), 0)

    def test_sender_waits(self):
        channel = _interpchannels.create(3)
        interpreter = _interpreters.create()
        sender = threading.Thread(
            target=_interpreters.call,
            args=(
                interpreter,
                lambda c: __import__("_interpchannels").send(c, b"data"),
                (channel,),
            ),
        )
        sender.start()
        got = None
        while got is None:
            got, _ = _interpchannels.recv(channel, None)
        sender.join()
        self.assertEqual(got, b"data")
        self.assertEqual(_interpchannels.list_interpreters(channel, send=True), [interpreter])
        _interpreters.destroy(interpreter)

    def test_close(self):
        channel = _interpchannels.create(3)
        _interpchannels.send(channel, 1, blocking=False)
        with self.assertRaises(_interpchannels.ChannelNotEmptyError):
            _interpchannels.close(channel)
        _interpchannels.close(channel, send=True)
        self.assertTrue(_interpchannels.get_info(channel).closing)
        with self.assertRaises(_interpchannels.ChannelClosedError):
            _interpchannels.send(channel, 2, blocking=False)
        self.assertEqual(_interpchannels.recv(channel), (1, None))
        self.assertTrue(_interpchannels.get_info(channel).closed)
        _interpchannels.destroy(channel)
        with self.assertRaises(_interpchannels.ChannelNotFoundError):
            _interpchannels.get_info(channel)

    def test_id(self):
        channel = _interpchannels.create(3)
        number = int(channel)
        self.assertEqual(repr(channel), f"ChannelID({number})")
        self.assertEqual(repr(channel.send), f"ChannelID({number}, send=True)")
        self.assertEqual((channel, hash(channel)), (number, hash(number)))
        self.assertNotEqual(channel, channel.recv)
        self.assertEqual([channel.end, channel.recv.end], ["both", "recv"])
        with self.assertRaises(TypeError):
            channel < 1


def where():
    from concurrent import interpreters

    return interpreters.get_current().id


class PoolTest(unittest.TestCase):
    def test_map(self):
        with InterpreterPoolExecutor(2) as pool:
            self.assertEqual(list(pool.map(pow, range(10), [2] * 10)), [n * n for n in range(10)])
            self.assertNotEqual(pool.submit(where).result(), 0)
        self.assertEqual(len(interpreters.list_all()), 1)

    def test_initializer(self):
        def start():
            global started
            started = 7

        with InterpreterPoolExecutor(1, initializer=start) as pool:
            self.assertEqual(pool.submit(eval, "__import__('__main__').started").result(), 7)

    def test_exception(self):
        with InterpreterPoolExecutor(1) as pool:
            future = pool.submit(int, "no number")
            with self.assertRaisesRegex(ValueError, "no number") as caught:
                future.result()
            self.assertIsInstance(caught.exception.__cause__, interpreters.ExecutionFailed)

    def test_parallel(self):
        # Both are in the pool at once: neither gets on before the other has come.
        there, back = interpreters.create_queue(), interpreters.create_queue()

        def meet(mine, yours):
            yours.put("here")
            return mine.get(timeout=60)

        with InterpreterPoolExecutor(2) as pool:
            futures = [pool.submit(meet, there, back), pool.submit(meet, back, there)]
            self.assertEqual([f.result() for f in futures], ["here", "here"])


if __name__ == "__main__":
    unittest.main()

"""asyncio with the classes of CPython's _asyncio, which keep their tasks in the thread states."""

import _asyncio
import asyncio
import gc
import inspect
import threading
import unittest


async def doubled(n):
    await asyncio.sleep(0)
    return 2 * n


class AsyncioInC(unittest.TestCase):
    def test_classes(self):
        self.assertIs(asyncio.Task, _asyncio.Task)
        self.assertIs(asyncio.Future, _asyncio.Future)
        self.assertIs(asyncio.current_task, _asyncio.current_task)

    def test_all_tasks(self):
        async def main():
            tasks = {asyncio.create_task(doubled(i)) for i in range(20)}
            self.assertEqual(asyncio.all_tasks(), tasks | {asyncio.current_task()})
            self.assertEqual(sum(await asyncio.gather(*tasks)), 380)
            self.assertEqual(asyncio.all_tasks(), {asyncio.current_task()})

        asyncio.run(main())

    def test_tasks_of_another_thread(self):
        started, stop = threading.Event(), threading.Event()
        loops = []

        async def wait():
            loops.append(asyncio.get_running_loop())
            started.set()
            while not stop.is_set():
                await asyncio.sleep(0.001)

        thread = threading.Thread(target=lambda: asyncio.run(wait()))
        thread.start()
        started.wait()
        self.assertEqual(len(asyncio.all_tasks(loops[0])), 1)
        stop.set()
        thread.join()
        self.assertEqual(asyncio.all_tasks(loops[0]), set())

    def test_tasks_left_when_a_thread_ends(self):
        loops = []

        def abandon():
            loop = asyncio.new_event_loop()
            loops.append((loop, loop.create_task(doubled(1))))

        thread = threading.Thread(target=abandon)
        thread.start()
        thread.join()
        loop, task = loops.pop()
        self.assertEqual(asyncio.all_tasks(loop), {task})
        self.assertEqual(loop.run_until_complete(task), 2)
        loop.close()

    def test_errors(self):
        async def fail():
            raise KeyError("x")

        async def main():
            task = asyncio.create_task(fail())
            with self.assertRaises(KeyError):
                await task
            sleeping = asyncio.create_task(asyncio.sleep(10))
            await asyncio.sleep(0)
            sleeping.cancel("enough")
            with self.assertRaisesRegex(asyncio.CancelledError, "enough"):
                await sleeping
            self.assertTrue(sleeping.cancelled())

        asyncio.run(main())

    def test_many_futures(self):
        loop = asyncio.new_event_loop()
        for i in range(1000):
            future = loop.create_future()
            future.set_result(i)
            self.assertEqual(loop.run_until_complete(future), i)
            iterator = iter(future)
            with self.assertRaises(StopIteration) as caught:
                next(iterator)
            self.assertEqual(caught.exception.value, i)
        loop.close()
        gc.collect()

    def test_signatures_of_slots(self):
        signatures = {"__repr__": "(self, /)", "__init__": "(self, /, *args, **kwargs)"}
        for name, text in signatures.items():
            slot = _asyncio.Future.__dict__[name]
            self.assertEqual(str(inspect.signature(slot)), text)
        self.assertEqual(_asyncio.Future.__new__.__text_signature__, "($type, *args, **kwargs)")
        self.assertIsNone(_asyncio.Future.__new__.__module__)
        self.assertEqual(_asyncio.Future.__repr__.__doc__, "Return repr(self).")


if __name__ == "__main__":
    unittest.main()

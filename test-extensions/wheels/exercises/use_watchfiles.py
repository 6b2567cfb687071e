"""Changes below a directory as the kernel tells of them, and by looking again and again."""

import asyncio
import pathlib
import tempfile
import threading

from watchfiles import Change, DefaultFilter, PythonFilter, awatch, watch


def changes_of(directory, act, **options):
    """What watch() yields until it has told of the file `last`."""
    stop = threading.Event()
    threading.Timer(1.0, act).start()
    seen = set()
    for batch in watch(directory, stop_event=stop, debounce=200, step=50, **options):
        seen |= {(change.name, pathlib.Path(path).name) for change, path in batch}
        if any(name == "last.py" for _, name in seen):
            stop.set()
    return sorted(seen)


async def one_batch(directory, act):
    asyncio.get_running_loop().call_later(1.0, act)
    async for batch in awatch(directory, debounce=200, step=50):
        return sorted((change.name, pathlib.Path(path).name) for change, path in batch)


def main():
    print([(c.value, c.raw_str()) for c in Change])
    with tempfile.TemporaryDirectory() as name:
        top = pathlib.Path(name).resolve()
        (top / "old.txt").write_text("there before")
        (top / "gone.txt").write_text("not for long")

        def act():
            (top / "new.py").write_text("x = 1")
            (top / "gone.txt").unlink()
            (top / "sub").mkdir()
            (top / "last.py").write_text("end")

        seen = changes_of(top, act)
        print([s for s in seen if s[1] in ("new.py", "last.py", "gone.txt", "sub")])

        def again():
            (top / "old.txt").write_text("changed, and longer")
            (top / "last.py").write_text("the end again")

        print([n for _, n in changes_of(top, again, force_polling=True, poll_delay_ms=50)])

        def python_only():
            (top / "other.txt").write_text("not told")
            (top / "last.py").write_text("the end, once more")

        print(changes_of(top, python_only, watch_filter=PythonFilter()))
        print(asyncio.run(one_batch(top, lambda: (top / "async.txt").write_text("told"))))
        found = [b for b in watch(top, rust_timeout=100, yield_on_timeout=True, stop_event=Once())]
        print(found)
    default = DefaultFilter()
    for path in ("/x/a.py", "/x/.git/config", "/x/a.pyc", "/x/__pycache__/b", "/x/a.swp"):
        print(path, default(Change.added, path))
    for call in (
        lambda: next(watch("/no such directory")),
        lambda: next(watch(5)),
    ):
        try:
            print("accepted", call())
        except (OSError, TypeError) as error:
            print("rejected", type(error).__name__, error)


class Once:
    """Set when it is asked for the third time."""

    asked = 0

    def is_set(self):
        self.asked += 1
        return self.asked > 2


main()

"""One test file in processes of its own: what each of its tests did, whatever happens to them."""

import dataclasses
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

DRIVER = pathlib.Path(__file__).resolve().parent / "driver.py"
MOST_STARTS = 25
KEPT_EVERY = 20.0
UNFINISHED = "not all tests were run"
PATIENCE = 3.0  # for the stack dump of a test that hangs
RUNNING = set()


def take_interrupts():
    """Has what is started here get SIGINT: a shell's jobs in the background ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def stop_all():
    """Ends what runs, for a runner that is interrupted."""
    for process in list(RUNNING):
        kill(process, dump=False)


@dataclasses.dataclass
class Outcome:
    """passed, failed, skipped, crashed or hung; seconds; why."""

    status: str
    seconds: float
    reason: str = ""


@dataclasses.dataclass
class FileResult:
    """What became of a test file; `problem` is about the file as a whole."""

    name: str
    tests: dict = dataclasses.field(default_factory=dict)
    seconds: float = 0.0
    problem: str = ""
    skipped: str = ""

    def count(self, status):
        return sum(t.status == status for t in self.tests.values())

    def to_json(self):
        return json.dumps(dataclasses.asdict(self), indent=0, ensure_ascii=True)

    @classmethod
    def from_json(cls, text):
        fields = json.loads(text)
        fields["tests"] = {name: Outcome(**o) for name, o in fields["tests"].items()}
        return cls(**fields)


@dataclasses.dataclass
class Side:
    """An interpreter: its command, more environment, a directory with the test files or "".

    `options` are the interpreter's own; `driver` reports the tests, in the working directory `cwd`
    or else in one that is made for the run.
    """

    command: list
    environment: dict = dataclasses.field(default_factory=dict)
    tests: str = ""
    options: tuple = ("-u", "-W", "default", "-bb")
    driver: pathlib.Path = DRIVER
    cwd: str = ""


@dataclasses.dataclass
class Limits:
    """Seconds for a file, and for a test without a sign of life."""

    file: float = 300.0
    test: float = 100.0


def clean_environment(side, scratch):
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LD_"))}
    kept.update(side.environment)
    kept["TMPDIR"] = scratch
    kept.setdefault("LC_ALL", "C.UTF-8")
    return kept


def kill(process, dump):
    """Ends a process and its children, after it has shown where it is."""
    if dump and process.poll() is None:
        try:
            process.send_signal(signal.SIGUSR1)
            process.wait(PATIENCE)
        except (subprocess.TimeoutExpired, ProcessLookupError):
            pass
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


class Events:
    """Follows the driver's results file."""

    def __init__(self, path, result):
        self.path, self.result = path, result
        self.position = 0
        self.running = None
        self.done = False

    def read(self):
        """Takes in the whole lines that are new; returns whether there were any."""
        try:
            with open(self.path, "rb") as file:
                file.seek(self.position)
                data = file.read()
        except FileNotFoundError:
            return False
        data = data[: data.rfind(b"\n") + 1]
        self.position += len(data)
        for line in data.decode("utf-8", "replace").split("\n")[:-1]:
            self.take(line.split("\t"))
        return bool(data)

    def take(self, fields):
        kind, *rest = fields
        if kind == "start" and len(rest) == 1:
            self.running = rest[0]
        elif kind == "end" and len(rest) == 4:
            status, seconds, test, reason = rest
            self.running = None
            self.result.tests[test] = Outcome(status, float(seconds), reason)
        elif kind == "file" and rest[0] == "skipped":
            self.result.skipped = rest[1]
        elif kind == "file":
            self.result.problem = rest[1]
        elif kind == "done":
            self.done = True


def exit_text(code):
    if code >= 0:
        return f"exit status {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"


def watch(process, events, deadline, stall, keep=None):
    """Waits for the end; returns None, or "file" or "test" for the limit that was reached.

    `keep` is called now and then with what there is so far.
    """
    last = kept = time.monotonic()
    while True:
        try:
            process.wait(0.1 if time.monotonic() - last < 5 else 0.5)
            events.read()
            return None
        except subprocess.TimeoutExpired:
            pass
        now = time.monotonic()
        if events.read():
            last = now
        if keep and now - kept > KEPT_EVERY:
            keep(events.result)
            kept = now
        if now > deadline:
            return "file"
        if now - last > stall:
            return "test"


def start(side, name, work, log):
    """Starts a driver for what is not done yet."""
    scratch = tempfile.mkdtemp(dir=work, prefix="cwd-")
    command = [*side.command, *side.options, str(side.driver)]
    command += [str(work / "results"), str(work / "done"), side.tests, name]
    return subprocess.Popen(
        command,
        cwd=side.cwd or scratch,
        env=clean_environment(side, scratch),
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def run_file(side, name, limits, log_path, before=None, keep=None):
    """Runs a test module; a test that takes its process along is left out of the next one.

    `before` is a result that others of its tests have already: they are not run. `keep` is called
    now and then with the result so far, which says that it is not whole.
    """
    result = before or FileResult(name)
    earlier, begin = result.seconds, time.monotonic()
    deadline = begin + limits.file
    work = pathlib.Path(tempfile.mkdtemp(prefix="conformance-"))

    def keep_part(part):
        now = round(earlier + time.monotonic() - begin, 1)
        keep(dataclasses.replace(part, problem=UNFINISHED, seconds=now))

    try:
        with open(log_path, "ab" if before else "wb") as log:
            for _ in range(MOST_STARTS):
                part = keep_part if keep else None
                if finished(side, name, limits, work, log, result, deadline, part):
                    break
            else:
                result.problem = f"given up after {MOST_STARTS} processes"
    finally:
        shutil.rmtree(work, ignore_errors=True)
    result.seconds = round(earlier + time.monotonic() - begin, 1)
    return result


def finished(side, name, limits, work, log, result, deadline, keep=None):
    """One process; returns whether there is no need for another."""
    (work / "done").write_text("".join(t + "\n" for t in result.tests), encoding="utf-8")
    (work / "results").unlink(missing_ok=True)
    events = Events(work / "results", result)
    known = len(result.tests)
    process = start(side, name, work, log)
    RUNNING.add(process)
    try:
        limit = watch(process, events, deadline, limits.test, keep)
    finally:
        kill(process, dump=True)
        RUNNING.discard(process)
    events.read()
    if events.done and limit is None:
        if process.returncode != 0:
            result.problem = f"after its tests: {exit_text(process.returncode)}"
        return True
    seconds = {"file": limits.file, "test": limits.test}.get(limit)
    what = exit_text(process.returncode) if limit is None else f"no end after {seconds:g} s"
    if events.running is not None:
        status = "crashed" if limit is None else "hung"
        result.tests[events.running] = Outcome(status, seconds or 0.0, what)
    elif events.done:
        result.problem = f"after its tests: {what}"
        return True
    if limit == "file":
        result.problem = what
        return True
    if len(result.tests) == known:  # it would happen again
        result.problem = what
        return True
    return False

"""The two interpreters, each with a worker that answers one request after another."""

import json
import os
import pathlib
import queue
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "testing"))

import workers

WORKER = pathlib.Path(__file__).resolve().parent / "worker.py"
PATIENCE = 60.0
MOST_REQUESTS = 3000


def silent(answer):
    """Whether it is about a program that did not end."""
    return answer.startswith("no answer after")


class Side(workers.Worker):
    """One interpreter; a request and its answer are a line of JSON each."""

    def __init__(self, command):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        environment["PYTHONHASHSEED"] = "0"
        super().__init__([*command, "-u", str(WORKER)], environment)
        self.asked = 0

    def start(self):
        super().start()
        self.asked = 0

    def ask(self, request):
        """What it says, or that it hangs or has died."""
        if self.asked >= MOST_REQUESTS:
            self.close()
        self.send(json.dumps(request))
        self.asked += 1
        try:
            line = self.line(PATIENCE)
        except queue.Empty:
            self.close()
            return f"no answer after {PATIENCE:g} s"
        if line is None:
            status = self.process.wait()
            self.process = None
            return f"ended with {status}"
        return json.loads(line)


class Pair:
    """CPython and Jabiru."""

    def __init__(self, oracle, jabiru):
        self.sides = [Side(oracle), Side(jabiru)]

    def ask(self, request):
        return [side.ask(request) for side in self.sides]

    def close(self):
        for side in self.sides:
            side.close()

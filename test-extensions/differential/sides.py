"""The two interpreters, each with a worker that answers one request after another."""

import json
import os
import pathlib
import queue
import subprocess
import threading

WORKER = pathlib.Path(__file__).resolve().parent / "worker.py"
PATIENCE = 60.0
MOST_REQUESTS = 3000


def silent(answer):
    """Whether it is about a program that did not end."""
    return answer.startswith("no answer after")


class Side:
    """One interpreter; started when first asked, and again after it died."""

    def __init__(self, command):
        self.command = command
        self.process = None
        self.asked = 0

    def start(self):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        environment["PYTHONHASHSEED"] = "0"
        self.process = subprocess.Popen(
            [*self.command, "-u", str(WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self.answers = queue.Queue()
        self.asked = 0
        threading.Thread(target=self.read, args=(self.process, self.answers), daemon=True).start()

    @staticmethod
    def read(process, answers):
        for line in process.stdout:
            answers.put(line)
        answers.put(None)

    def ask(self, request):
        """What it says, or that it hangs or has died."""
        if self.process is None or self.asked >= MOST_REQUESTS:
            self.close()
            self.start()
        self.asked += 1
        try:
            self.process.stdin.write((json.dumps(request) + "\n").encode())
            self.process.stdin.flush()
            line = self.answers.get(timeout=PATIENCE)
        except BrokenPipeError:
            line = None
        except queue.Empty:
            self.close()
            return f"no answer after {PATIENCE:g} s"
        if line is None:
            status = self.process.wait()
            self.process = None
            return f"ended with {status}"
        return json.loads(line)

    def close(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


class Pair:
    """CPython and Jabiru."""

    def __init__(self, oracle, jabiru):
        self.sides = [Side(oracle), Side(jabiru)]

    def ask(self, request):
        return [side.ask(request) for side in self.sides]

    def close(self):
        for side in self.sides:
            side.close()

"""Interpreters that answer one request after another, line by line."""

import queue
import subprocess
import threading


class Worker:
    """One interpreter with a script; started when first asked, and again after it was closed."""

    def __init__(self, command, environment, cwd=None):
        self.command, self.environment, self.cwd = command, environment, cwd
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.environment,
            cwd=self.cwd,
        )
        self.lines = queue.Queue()
        threading.Thread(target=self.read, args=(self.process, self.lines), daemon=True).start()

    @staticmethod
    def read(process, lines):
        for line in process.stdout:
            lines.put(line)
        lines.put(None)

    def send(self, request):
        if self.process is None:
            self.start()
        try:
            self.process.stdin.write(f"{request}\n".encode())
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # line() tells of its end

    def line(self, patience):
        """The next line in bytes, None when the process has ended; queue.Empty after patience."""
        return self.lines.get(timeout=patience)

    def close(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

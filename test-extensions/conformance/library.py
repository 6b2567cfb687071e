"""The standard library under test: a test that writes to it would spoil what runs after it."""

import pathlib
import threading


class Library:
    """The sources in a directory, kept in memory, without its tests."""

    def __init__(self, directory):
        self.directory = pathlib.Path(directory)
        self.lock = threading.Lock()
        self.sources = {path: (self.stamp(path), path.read_bytes()) for path in self.files()}

    def files(self):
        for path in sorted(self.directory.rglob("*.py")):
            parts = path.relative_to(self.directory).parts
            if parts[0] not in ("test", "site-packages", "__pycache__"):
                yield path

    @staticmethod
    def stamp(path):
        try:
            status = path.stat()
        except FileNotFoundError:
            return None
        return status.st_mtime_ns, status.st_size

    def restore(self):
        """Puts back what was changed since the last time; returns the names of these files."""
        changed = []
        with self.lock:
            for path, (stamp, text) in self.sources.items():
                if self.stamp(path) == stamp:
                    continue
                if not path.exists() or path.read_bytes() != text:
                    path.write_bytes(text)
                    changed.append(str(path.relative_to(self.directory)))
                self.sources[path] = self.stamp(path), text
        return changed

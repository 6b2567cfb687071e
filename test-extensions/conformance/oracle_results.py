"""What the oracle makes of each test, recorded once.

oracle-results.tsv.gz holds it for the set "language": a line `file <tab> status <tab> seconds of
the file, or nothing <tab> test`. For any other file it is found out when it is asked for, and kept
below target/.
"""

import gzip
import io
import pathlib

import compare
import process

HERE = pathlib.Path(__file__).resolve().parent
RECORDED = HERE / "oracle-results.tsv.gz"


def parse(text):
    """Returns {file: ({test: status}, seconds)}."""
    files = {}
    for line in text.splitlines():
        name, status, seconds, test = line.split("\t")
        tests, _ = files.setdefault(name, ({}, [0.0]))
        if status == "file":
            files[name][1][0] = float(seconds)
        else:
            tests[test] = status
    return {name: (tests, seconds[0]) for name, (tests, seconds) in files.items()}


def format_file(name, result):
    lines = [f"{name}\tfile\t{result.seconds}\t\n"]
    for test, outcome in sorted(result.tests.items()):
        lines.append(f"{name}\t{outcome.status}\t\t{compare.short(name, test)}\n")
    return "".join(lines)


def write_gzip(path, text):
    """The same bytes for the same text."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=9, mtime=0, filename="") as out:
        out.write(text.encode())
    path.write_bytes(buffer.getvalue())


class Oracle:
    def __init__(self, side, limits, directory, recorded=RECORDED):
        self.side, self.limits, self.directory = side, limits, directory
        self.recorded = {}
        if recorded.exists():
            self.recorded = parse(gzip.decompress(recorded.read_bytes()).decode())

    def results(self, name):
        """({test: status}, seconds) of a file."""
        if name in self.recorded:
            return self.recorded[name]
        self.directory.mkdir(parents=True, exist_ok=True)
        kept = self.directory / f"{name}.tsv"
        if not kept.exists():
            result = process.run_file(
                self.side, f"test.{name}", self.limits, self.directory / f"{name}.log"
            )
            result.name = name
            part = kept.with_suffix(".part")
            part.write_text(format_file(name, result), encoding="utf-8")
            part.replace(kept)
        return parse(kept.read_text(encoding="utf-8"))[name]

    def record(self, names, path=RECORDED):
        """Writes the results of the named files into the repository's copy."""
        texts = []
        for name in sorted(names):
            tests, seconds = self.results(name)
            texts.append(f"{name}\tfile\t{seconds}\t\n")
            texts += [f"{name}\t{status}\t\t{test}\n" for test, status in sorted(tests.items())]
        write_gzip(path, "".join(texts))

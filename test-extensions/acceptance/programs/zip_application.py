"""An application in a zip file, run as a program of its own and by the interpreter."""

import os
import pathlib
import subprocess
import sys
import tempfile
import zipapp

MAIN = """
import sys
import helper
import importlib.resources


def main():
    text = importlib.resources.files("data").joinpath("x.txt").read_text()
    print(helper.greet(sys.argv[1:]), text)
    return 3
"""

with tempfile.TemporaryDirectory() as directory:
    top = pathlib.Path(directory)
    source = top / "app"
    (source / "data").mkdir(parents=True)
    (source / "application.py").write_text(MAIN)
    (source / "helper.py").write_text("def greet(names):\n    return 'hello ' + ' '.join(names)\n")
    (source / "data" / "__init__.py").write_text("")
    (source / "data" / "x.txt").write_text("from inside")
    archive = top / "app.pyz"
    zipapp.create_archive(source, archive, sys.executable, main="application:main", compressed=True)
    for command in [archive, "a", "b"], [sys.executable, archive, "c"]:
        done = subprocess.run(command, capture_output=True, text=True)
        print(done.returncode, done.stdout, done.stderr)
    print(zipapp.get_interpreter(archive) == sys.executable)
    command = [sys.executable, "-m", "zipapp", str(archive), "--info"]
    print(subprocess.run(command, capture_output=True, text=True).returncode)
    script = top / "script.py"
    script.write_text(f"#!{sys.executable}\nimport sys\nprint(sys.argv[1:])\nsys.exit(4)\n")
    os.chmod(script, 0o755)
    done = subprocess.run([script, "x y"], capture_output=True, text=True)
    print(done.returncode, done.stdout, done.stderr)

"""What a start costs beyond its own work: classes that the image should have had ready."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest


@unittest.skipUnless("Jabiru" in sys.version, "CPython loads no classes")
class Start(unittest.TestCase):
    def loaded(self, *arguments):
        """The lines in which the JVM says what it loads for a start with these arguments."""
        with tempfile.TemporaryDirectory() as directory:
            log = pathlib.Path(directory, "classes")
            options = f"-Xlog:class+load:file={log}"
            environment = os.environ | {"JABIRU_JAVA_OPTIONS": options}
            subprocess.run([sys.executable, *arguments], env=environment, check=True)
            return log.read_text().splitlines()

    def test_classes_come_from_the_cache(self):
        classes = self.loaded("-c", "pass")
        others = [line for line in classes if "shared objects file" not in line]
        self.assertGreater(len(classes), 1000)
        self.assertLess(len(others), 12, "\n".join(others))

    def test_switches_and_records_need_no_classes(self):
        with tempfile.TemporaryDirectory() as directory:
            script = pathlib.Path(directory, "script.py")
            script.write_text("for i in [1]:\n    if i: x = {i: f'{i}'}\ndef f(a): return a\n")
            classes = self.loaded(str(script))
        made = [line for line in classes if "TypeSwitch" in line or "/ObjectMethods" in line]
        self.assertEqual(made, [])

    def test_annotations_are_the_images(self):
        proxies = [line for line in self.loaded("-c", "pass") if "$Proxy" in line]
        self.assertEqual([line for line in proxies if "__dynamic_proxy__" in line], [])

    def test_moved_image(self):
        def link(source, target):
            try:
                os.link(source, target)
            except OSError:  # another file system
                shutil.copy2(source, target)

        with tempfile.TemporaryDirectory() as directory:
            image = pathlib.Path(directory, "moved")
            shutil.copytree(sys.base_prefix, image, symlinks=True, copy_function=link)
            program = "import sys; print(sys.base_prefix)"
            command = [image / "bin" / "jabiru", "-I", "-c", program]
            done = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual((done.stdout, done.stderr), (f"{image}\n", ""))


if __name__ == "__main__":
    unittest.main()

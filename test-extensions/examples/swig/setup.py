"""SWIG writes the extension and the Python module in front of it."""

from setuptools import Extension, setup
from setuptools.command.build_py import build_py


class BuildExtensionsFirst(build_py):
    """The Python module that SWIG writes is there only after the extension was built."""

    def run(self):
        self.run_command("build_ext")
        super().run()


setup(
    py_modules=["shapes"],
    ext_modules=[
        Extension(
            "_shapes",
            ["shapes.i"],
            swig_opts=["-c++"],
            language="c++",
            define_macros=[("Py_LIMITED_API", "0x030A0000")],
            py_limited_api=True,
        )
    ],
    cmdclass={"build_py": BuildExtensionsFirst},
    options={"bdist_wheel": {"py_limited_api": "cp310"}},
)

"""cffi makes the extension out of build_distance.py."""

from setuptools import setup

setup(
    py_modules=["distance"],
    cffi_modules=["build_distance.py:ffi"],
    options={"bdist_wheel": {"py_limited_api": "cp310"}},
)

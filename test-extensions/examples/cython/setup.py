"""Cython in its limited-API mode: the macro is what selects it."""

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            "primes",
            ["primes.pyx"],
            define_macros=[("Py_LIMITED_API", "0x030B0000")],
            py_limited_api=True,
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)

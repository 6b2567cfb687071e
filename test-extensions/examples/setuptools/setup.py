"""An extension in C for the limited API: one wheel for every Python from 3.10 on."""

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            "wordcount",
            ["wordcount.c"],
            define_macros=[("Py_LIMITED_API", "0x030A0000")],
            py_limited_api=True,
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp310"}},
)

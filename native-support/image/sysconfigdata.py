"""sysconfigdata.py HOME: makes what sysconfig tells of the build true of the Python in HOME.

CPython's values name the directory it was built for, and flags for the place its makers put it
in. What is written instead names the directory that this Python lies in when it runs, so that a
compiler finds its headers, and links as anywhere else. Runs on the host's python3.
"""

import json
import pathlib
import pprint
import sys

TEXT = '''\
"""Values of the build, for sysconfig: CPython's, where this Python lies."""

import sys

build_time_vars = {
    name: value.replace("@PREFIX@", sys.base_prefix) if isinstance(value, str) else value
    for name, value in %s.items()
}
'''


def relocatable(values):
    """The values without the build's directory and without the linker flags it was given."""
    prefix, flags = values["prefix"], values["CONFIGURE_LDFLAGS"]
    out = {}
    for name, value in values.items():
        if isinstance(value, str):
            if flags:
                value = value.replace(flags, "").rstrip()
            value = value.replace(prefix, "@PREFIX@")
        out[name] = value
    return out


def main():
    home = pathlib.Path(sys.argv[1]).resolve()
    library = home / "lib" / "python3.14"
    (data,) = library.glob("_sysconfigdata_*.py")
    namespace = {}
    exec(data.read_text(encoding="utf-8"), namespace)
    values = relocatable(namespace["build_time_vars"])
    data.write_text(TEXT % pprint.pformat(values, width=96), encoding="utf-8")
    (table,) = library.glob("_sysconfig_vars_*.json")
    prefix = namespace["build_time_vars"]["prefix"]
    known = json.loads(table.read_text(encoding="utf-8"))
    for name, value in known.items():
        if isinstance(value, str):
            relocated = values.get(name, value)
            if isinstance(relocated, str):
                value = relocated.replace(prefix, "@PREFIX@")
            known[name] = value.replace("@PREFIX@", str(home))
    table.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


main()

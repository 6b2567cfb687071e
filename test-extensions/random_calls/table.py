"""The functions of the stable ABI as the generated calls see them, read from the symbol table.

A function's signature is a letter for each parameter:

    O  an object; NULL where asked       T  the same, of which CPython wants a type
    n  an integer                        d  a double
    s  const char *, or NULL             P  PyObject ** that receives a new reference
    I  PyObject ** that is read and written
    z  Py_ssize_t * or size_t *, written i  int *, written

and one for the result: n new reference, b borrowed, 0 always NULL, i integer, u unsigned, d double,
s text, p another pointer, v nothing. Functions with other parameters have no generated call.
"""

import dataclasses
import pathlib
import re

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
TABLE = TOP / "capi-emulation" / "abi"

INTEGERS = {
    *("int", "unsigned int", "long", "unsigned long", "long long", "unsigned long long"),
    *("size_t", "Py_ssize_t", "Py_hash_t", "Py_UCS4", "int32_t", "int64_t"),
    *("uint32_t", "uint64_t", "PySendResult"),
}
UNSIGNED = {"unsigned int", "unsigned long", "unsigned long long", "size_t", "Py_UCS4"}
UNSIGNED |= {"uint32_t", "uint64_t"}
OBJECTS = {"PyObject *", "PyVarObject *", "PyFrameObject *", "PyCodeObject *"}
READ_AND_WRITTEN = {"pleft", "bytes", "p", "unicode"}


@dataclasses.dataclass(frozen=True)
class Parameter:
    type: str
    name: str

    def kind(self):
        if self.type in OBJECTS:
            return "O"
        if self.type == "PyTypeObject *":
            return "T"
        if self.type in INTEGERS:
            return "n"
        if self.type == "PyObject **":
            return "I" if self.name in READ_AND_WRITTEN else "P"
        kinds = {"double": "d", "const char *": "s", "int *": "i"}
        kinds.update({"Py_ssize_t *": "z", "size_t *": "z", "int32_t *": "i"})
        return kinds.get(self.type)


@dataclasses.dataclass(frozen=True)
class Function:
    name: str
    returns: str
    parameters: tuple
    tags: dict

    def signature(self):
        """The parameters' letters, or None when one of them has none."""
        kinds = [p.kind() for p in self.parameters]
        return None if None in kinds else "".join(kinds)

    def result(self):
        objects = {"new": "n", "item": "n", "borrowed": "b", "null": "0"}
        if self.tags.get("ret") in objects:
            return objects[self.tags["ret"]]
        if self.returns in INTEGERS:
            return "u" if self.returns in UNSIGNED else "i"
        if self.returns in ("const char *", "char *"):
            return "s"
        return {"void": "v", "double": "d"}.get(self.returns, "p")

    def named(self, tag):
        """Positions of the parameters that a tag names."""
        names = self.tags.get(tag, "").split(",")
        return [i for i, p in enumerate(self.parameters) if p.name in names]


def parameters(text):
    for part in text.split(","):
        match = re.fullmatch(r"(.*?)\b(\w+)(\[\])?", part.strip())
        if part.strip() == "...":
            yield Parameter("...", "")
        elif part.strip() != "void":
            yield Parameter(match[1].strip(), match[2])


def functions():
    """Every function of the limited API 3.14, by name."""
    found = {}
    for file in sorted(TABLE.glob("*.abi")):
        for line in file.read_text(encoding="utf-8").splitlines():
            match = re.match(r"(?!#)(.*?)(\w+)\((.*)\);\s*(.*)", line)
            if match is None or not re.search(r"\bsince=3", match[4]):
                continue
            tags = dict(tag.split("=", 1) for tag in match[4].split())
            listed = () if "(" in match[3] else tuple(parameters(match[3]))
            if "(" in match[3]:
                listed = (Parameter("function pointer", ""),)
            found[match[2]] = Function(match[2], match[1].strip(), listed, tags)
    return dict(sorted(found.items()))

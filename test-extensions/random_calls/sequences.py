"""Makes a sequence of calls from a seed: the rows of a program for the extension's machine.

Runs on the host or in either interpreter; a seed gives the same sequence everywhere, as long as the
table of functions is the same.
"""

import random
import re
import struct

ROW = struct.Struct("10q")
REGISTERS = 12
DESCRIBE, IDENTITY, UNCHECKED, COUNTS = 1, 2, 4, 8

# Left to arguments.py: they write to the terminal, end the process when things go wrong, look at
# what differs between two machines or two implementations, or change the interpreter.
LEFT_OUT = re.compile(
    r"PySys_\w+|PyImport_\w+|PyErr_(Print|PrintEx|Display|DisplayException|WriteUnraisable)"
    r"|PyErr_(Warn|Program|CheckSignals|SyntaxLocation|NoMemory|SetFromErrno)\w*"
    r"|PyErr_(Fetch|Restore|Set|Clear|Occurred|BadArgument|BadInternal|GetRaised|GetHandled)\w*"
    r"|PyErr_NewException\w*|_PyErr_BadInternalCall|PyState_\w+|PyThread\w+|PyInterpreter\w+"
    r"|PyGIL\w+|PyEval_\w+|PyOS_\w+|Py_Get\w+|Py_Main\w*|Py_Set\w+|Py_Is(Init|Final)\w+"
    r"|PyFile_\w+|PyObject_AsFileDescriptor|PyObject_Dir|Py_CompileString|PyTraceBack_\w+"
    r"|Py_MakePendingCalls|PyGC_\w+|PyFloat_Get\w+|PyLong_GetInfo|PyType_(Modified|ClearCache)"
    r"|Py_PACK\w+|PyLong_AsVoidPtr|PyWeakref_\w+|PyObject_Hash|PyCFunction_Get(Flags|Function)"
    r"|PyCodec_(Known|Incremental|Stream|Encoder|Decoder|LookupError)\w*|PyUnicode_\w*Locale\w*"
    r"|PyUnicode_\w*FSDefault\w*|PyList_New|PyTuple_New|PyType_GetFlags|PyType_GetSlot"
    r"|PyUnicode_InternInPlace|PyUnicode_GetDefaultEncoding|PyObject_GetTypeData|PyType_Freeze"
    r"|PySlice_AdjustIndices|PyUnicode_Resize|PyUnicode_BuildEncodingMap|PyModule_GetState"
    r"|PyModule_GetDef|PyObject_CopyData|PyObject_SelfIter|PyBuffer_SizeFromFormat|PyAIter_\w+"
    r"|PyModule_AddObject|PyByteArray_Resize|PyUnicode_WriteChar"  # special.c has them
    r"|PyTuple_SetItem"  # Java keeps tuples that it knows without counting
    r"|PyUnicode_AsDecoded\w+|PyUnicode_AsEncoded(Object|Unicode)"
)
OFTEN = re.compile(r"Py(List|Dict|Tuple|Set|Object|Sequence|Mapping|Number|Iter)_\w+|Py\w+ of")
# They leave the counts of what they look at as they were. (Those that Java answers may keep a str
# that it sees twice.)
LOOKING = re.compile(
    r"PyLong_As\w+|PyFloat_As\w+|PyBytes_(Size|AsString)|Py(Long|Tuple|Unicode)_Check|PyTuple_Size|PyList_Size"
    r"|PyUnicode_(GetLength|ReadChar|Compare|Equal)"
    r"|PyObject_(Size|Length|IsTrue|Not)|PySequence_(Size|Length)"
)
SIZES = (0, 1, 2, 3, 5, 8, 13)
INDEXES = (0, 0, 1, 1, 2, 3, 5, -1, -2, -4, 100, 2**62, -(2**62))
INTEGERS = (*INDEXES, 7, 255, 256, 65, 0x20AC, 0x1F40D, 0x110000, 2**31, -(2**31), 2**63 - 1)
TEXTS = 30  # the last one is no UTF-8
NOT_UTF_8 = 29
DECODES = re.compile(r"_Decode|_From")


class Sequences:
    """The functions that sequences are made of, from the extension's names()."""

    def __init__(self, names):
        self.functions = list(enumerate(names))
        chosen = [f for f in self.functions if not LEFT_OUT.fullmatch(f[1][0])]
        self.weights = [4 if OFTEN.fullmatch(name) else 1 for _, (name, _, _) in chosen]
        self.chosen = chosen
        self.special = {
            name: number for number, (name, _, _) in self.functions if not name.startswith("Py")
        }

    def integer(self, name, source):
        """A size where a text goes with it, an index otherwise, any int for a conversion."""
        if re.search(r"From(StringAndSize|Locale)|_Decode|Error_Create|ToUTF8AndSize", name):
            return source.choice(SIZES)
        if re.search(r"RichCompare", name):
            return source.randrange(6)
        if re.search(r"Repeat|Split", name):
            return source.choice((-1, 0, 1, 2, 3))
        if re.search(r"_From(Long|SS|U|L|I|O)|ReadChar|WriteChar|FindChar", name):
            return source.choice(INTEGERS)
        return source.choice(INDEXES)

    def row(self, source):
        number, (name, signature, result) = source.choices(self.chosen, self.weights)[0]
        flags = (DESCRIBE if source.random() < 0.4 else 0) | IDENTITY
        if LOOKING.fullmatch(name):
            flags |= COUNTS
        arguments = []
        for kind in signature:
            if kind in "OTI":
                arguments.append(source.randrange(REGISTERS))
            elif kind == "s":
                texts = TEXTS if DECODES.search(name) and not arguments else NOT_UTF_8
                arguments.append(source.randrange(texts))
            elif kind == "d":
                arguments.append(source.randrange(-2, 10))
            else:
                arguments.append(self.integer(name, source))
        if number in (self.special["make"], self.special["mutate"]):
            arguments[-1] = source.randrange(1000)
        if name[0:1] in "P" and not arguments[-1:] and not signature:
            flags |= DESCRIBE
        if signature and signature[-1] == "n" and number >= self.special["make"]:
            arguments[-1] = source.randrange(1000)
        target = source.randrange(REGISTERS) if result in "nb" else -1
        return ROW.pack(number, target, flags, *arguments, *[0] * (7 - len(arguments)))

    def make(self, register, source):
        kind = source.randrange(1000)
        return ROW.pack(self.special["make"], register, 0, kind, *[0] * 6)

    def sequence(self, seed):
        """Segments, each a list of rows; Python runs between one segment and the next."""
        source = random.Random(seed)
        rows = [self.make(r, source) for r in range(REGISTERS) if source.random() < 0.95]
        rows += [self.row(source) for _ in range(source.randrange(6, 30))]
        first = source.randrange(1, len(rows))
        return [rows] if source.random() < 0.5 else [rows[:first], rows[first:]]

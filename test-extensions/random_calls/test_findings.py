"""Calls that random sequences found to differ from CPython; what each must say."""

import array
import collections
import os
import sys
import types
import unittest

sys.path.insert(0, os.path.join(os.environ["JABIRU_TEST_BUILT"], "random_calls"))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import random_calls
import sequences
import values

NAMES = [name for name, _, _ in random_calls.names()]
NULL = object()


class Heir(dict):
    pass


class Number:
    def __index__(self):
        return 7


class Sequence:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


def call(name, *arguments):
    """What the machine logs of one call: its result, described, or its exception."""
    given = []
    for register, argument in enumerate(arguments):
        if type(argument) is int:
            given.append(argument)
        elif argument is NULL:
            given.append(-1)
        else:
            random_calls.place(register, argument)
            given.append(register)
    flags = sequences.DESCRIBE | sequences.UNCHECKED
    row = (NAMES.index(name), 11, flags, *given)
    log = random_calls.run(sequences.ROW.pack(*row, *[0] * (10 - len(row))))
    random_calls.finish()
    return log.removeprefix(name).strip()


class Findings(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        random_calls.configure(values.make, values.describe, values.describe_error, values.mutate)

    def check(self, expected, name, *arguments):
        self.assertEqual(call(name, *arguments), expected)

    def test_call_of_what_is_not_callable(self):
        found = call("PyObject_Call", [], ([], [1]), {1: 2})
        self.assertIn("'list' object is not callable", found)

    def test_bytes_of_a_sequence_converted_one_by_one(self):
        found = call("PyObject_Bytes", Sequence([1, "text", 300]))
        self.assertIn("TypeError", found)
        found = call("PyObject_Bytes", Sequence([1, 300, "text"]))
        self.assertIn("ValueError", found)

    def test_attribute_names(self):
        self.check(
            "NULL raises TypeError: attribute name must be string, not 'list'",
            *("PyObject_GenericGetAttr", object(), []),
        )
        self.check(
            "-1 raises TypeError: attribute name must be string, not 'float'",
            *("PyObject_GenericSetAttr", object(), 1.5, None),
        )

    def test_format(self):
        message = "NULL raises SystemError: Format specifier must be a string, not float"
        self.check(message, "PyObject_Format", "a", 1.5)

    def test_bases(self):
        message = "NULL raises SystemError: PyNumber_ToBase: base must be 2, 8, 10 or 16"
        self.check(message, "PyNumber_ToBase", "text", 3)

    def test_index_is_an_exact_int(self):
        self.check("0", "PyNumber_Index", False)
        self.check("12", "PyNumber_Index", values.IntSubclass(12))

    def test_power(self):
        message = "pow() 3rd argument not allowed unless all arguments are integers"
        self.check(f"NULL raises TypeError: {message}", "PyNumber_Power", 2.5, [], "a")
        message = "unsupported operand type(s) for **=: 'list', 'str', 'type'"
        self.check(f"NULL raises TypeError: {message}", "PyNumber_InPlacePower", [], "a", int)

    def test_in_place_multiplication_of_no_sequence(self):
        message = "unsupported operand type(s) for *=: 'dict' and 'tuple'"
        self.check(f"NULL raises TypeError: {message}", "PyNumber_InPlaceMultiply", {}, (1,))

    def test_size_of_exception_type(self):
        message = "_PyErr_SetObject: exception 'a' is not a BaseException subclass"
        self.check(f"-1 raises SystemError: {message}", "PyNumber_AsSsize_t", Huge(), "a")

    def test_sequences_of_python(self):
        self.check("'b'", "PySequence_GetItem", Sequence(["a", "b"]), -1)
        message = "'Sequence' object can't be repeated"
        self.check(f"NULL raises TypeError: {message}", "PySequence_Repeat", Sequence([]), 2)
        message = "'Sequence' object can't be concatenated"
        self.check(f"NULL raises TypeError: {message}", "PySequence_Concat", Sequence([]), [])

    def test_fast_sequence_is_exact(self):
        self.check("[1]", "PySequence_Fast", values.ListSubclass([1]), 0)

    def test_mappings_are_no_sequences(self):
        self.check("-1 raises TypeError: dict is not a sequence", "PySequence_Size", {})
        self.check("1", "PySequence_Size", Heir(a=1))
        self.check("-1 raises TypeError: dict is not a sequence", "PySequence_DelItem", {}, 0)
        self.check("-1 raises TypeError: set is not a mapping", "PyMapping_Size", {1})
        self.check("0", "PySequence_Check", list[int])
        self.check("0", "PyMapping_Check", values.collections.deque())

    def test_index_is_told_first(self):
        message = "cannot fit 'Huge' into an index-sized integer"
        self.check(f"-1 raises IndexError: {message}", "PyObject_DelItem", (1,), Huge())
        message = "cannot use 'list' as a dict key (unhashable type: 'list')"
        self.check(f"-1 raises TypeError: {message}", "PyDict_DelItem", None, [])

    def test_items_of_a_mapping_made_in_c_are_not_iterated(self):
        mapping = random_calls.Counted([1, 2])
        self.assertEqual(mapping[0], 1)
        with self.assertRaisesRegex(TypeError, "'random_calls.Counted' object is not iterable"):
            iter(mapping)
        message = "-1 raises TypeError: random_calls.Counted is not a sequence"
        self.check(message, "PySequence_Size", mapping)
        self.check("0", "PySequence_Check", mapping)
        message = "NULL raises SystemError: bad argument to internal function"
        self.check(message, "PySeqIter_New", {})

    def test_iterators(self):
        message = "'Heir' object is not iterable"
        self.check(f"-1 raises TypeError: {message}", "PyIter_NextItem", Heir(), 0)
        message = "expected an iterator, got 'random_calls.Counted'"
        self.check(f"-1 raises TypeError: {message}", "PyIter_NextItem", random_calls.Counted(1), 0)
        self.check("<callable_iterator>", "PyCallIter_New", None, None)

    def test_join(self):
        self.check("NULL raises TypeError: can only join an iterable", "PyUnicode_Join", None, None)
        self.check("'a'", "PyUnicode_Join", b"", ["a"])
        for separator in (b"", bytearray(), ""):
            with self.assertRaisesRegex(TypeError, "can only join an iterable"):
                separator.join(values.Wrong())
        message = "sequence item 0: expected str instance, float found"
        self.check(f"NULL raises TypeError: {message}", "PyUnicode_Join", b"", [1.5])

    def test_slice_assignment(self):
        message = "-1 raises TypeError: can only assign an iterable"
        self.check(message, "PyList_SetSlice", [1], 0, 1, 2.5)
        message = "-1 raises TypeError: must assign iterable to extended slice"
        self.check(message, "PySequence_SetSlice", [1], 0, 1, values.Wrong())

    def test_merge_of_a_dict_with_itself(self):
        same = {"a": 1}
        random_calls.place(0, same)
        row = (NAMES.index("PyDict_Merge"), 11, sequences.UNCHECKED, 0, 0, 2)
        log = random_calls.run(sequences.ROW.pack(*row, *[0] * (10 - len(row))))
        random_calls.finish()
        self.assertEqual(log, "PyDict_Merge 0\n")
        merged = {"a": 1}
        self.check("0", "PyDict_Merge", merged, {"a": 2}, 2)
        self.assertEqual(merged, {"a": 2})

    def test_pairs_of_a_dict(self):
        self.check(
            "-1 raises TypeError: object is not iterable", "PyDict_MergeFromSeq2", {}, [1], 1
        )

    def test_module_names(self):
        message = "NULL raises TypeError: bad argument type for built-in operation"
        self.check(message, "PyModule_GetNameObject", "a")
        self.check(message, "PyModule_GetFilenameObject", "a")

    def test_capsule_without_module(self):
        message = 'PyCapsule_Import could not import module "nowhere"'
        text = 16  # the index of "nowhere"
        log = call("PyCapsule_Import", text, 0)
        self.assertEqual(log.partition(" in ")[0], f"NULL raises ImportError: {message}")

    def test_fields_of_unicode_errors(self):
        message = "expecting a UnicodeDecodeError object, got values.DictSubclass"
        self.check(
            f"NULL raises TypeError: {message}",
            "PyUnicodeDecodeError_GetReason",
            values.DictSubclass(),
        )
        error = UnicodeEncodeError("ascii", "a", 0, 1, "why")
        self.check("0", "PyUnicodeDecodeError_SetStart", error, 0)
        message = "don't know how to handle values.DictSubclass in error callback"
        self.check(
            f"NULL raises TypeError: {message}", "PyCodec_IgnoreErrors", values.DictSubclass()
        )

    def test_types_made_in_c_have_their_module_in_messages(self):
        message = "must be str, not random_calls.Counted"
        instance = random_calls.Counted()
        self.check(f"NULL raises TypeError: {message}", "PyUnicode_Splitlines", instance, 0)

    def test_bytes_of_what_iterates_wrongly(self):
        message = "cannot convert 'Wrong' object to bytes"
        self.check(f"NULL raises TypeError: {message}", "PyBytes_FromObject", values.Wrong())

    def test_containers(self):
        message = "argument of type 'Wrong' is not a container or iterable"
        self.check(f"-1 raises TypeError: {message}", "PySequence_Contains", values.Wrong(), None)

    def test_list_of_a_subclass_extended_by_itself(self):
        items = values.ListSubclass([1])
        items += items
        self.assertEqual(list(items), [1, 1])

    def test_type_with_keyword(self):
        with self.assertRaisesRegex(TypeError, "no keyword arguments"):
            type(1, key=2)

    def test_bytes_formatting(self):
        with self.assertRaisesRegex(TypeError, "not all arguments converted"):
            b"abc" % "x"

    def test_name_of_a_read_only_attribute(self):
        with self.assertRaisesRegex(TypeError, r"cannot set 'a\\\\n' attribute of immutable type"):
            setattr(int, "a\\n", 1)

    def test_bytearray_added_to_itself(self):
        b = bytearray(b"ab")
        with self.assertRaisesRegex(BufferError, "Existing exports"):
            b += b
        self.assertEqual(b, b"ab")

    def test_deque_is_no_mapping(self):
        for template in ("", b"%%"):
            with self.assertRaisesRegex(TypeError, "not all arguments converted"):
                template % collections.deque([1])

    def test_reflected_comparison_of_a_mappingproxy(self):
        message = "'<=' not supported between instances of 'dict' and 'dict'"
        with self.assertRaisesRegex(TypeError, message):
            types.MappingProxyType({}) >= types.MappingProxyType({})

    def test_bytes_of_what_gives_no_iterator(self):
        class Endless:
            def __iter__(self):
                return 1

        for wanted in (bytes, bytearray):
            message = f"cannot convert 'Endless' object to {wanted.__name__}"
            with self.assertRaisesRegex(TypeError, message):
                wanted(Endless())

    def test_self_of_builtins(self):
        self.check("<module builtins>", "PyCFunction_GetSelf", len)
        self.check("[1]", "PyCFunction_GetSelf", [1].append)

    def test_write_to_a_str_of_a_subclass(self):
        message = "bad argument type for built-in operation"
        s = values.StrSubclass("text")
        self.check(f"-1 raises TypeError: {message}", "PyUnicode_WriteChar", s, 0, 65)

    def test_exact_values_are_given_back(self):
        names = "PyNumber_Long PyNumber_Float PySequence_Tuple PyObject_Bytes PyBytes_FromObject"
        values_of = [8364, 2.5, (1, 2), b"bytes", b"bytes"]
        for name, value in zip(names.split(), values_of):
            self.assertEqual(self.same(name, value), "1", name)

    def same(self, name, value):
        """What Py_Is says of a value and of what a function makes of it."""
        random_calls.place(0, value)
        rows = [(NAMES.index(name), 1, 0, 0), (NAMES.index("Py_Is"), 2, sequences.UNCHECKED, 0, 1)]
        program = b"".join(sequences.ROW.pack(*row, *[0] * (10 - len(row))) for row in rows)
        log = random_calls.run(program)
        random_calls.finish()
        return log.split()[-1]

    def test_indices_of_a_length_below_zero(self):
        backwards = slice(None, None, -1)
        self.check(f"0 -2 {2**63 - 1} -1 0", "PySlice_GetIndicesEx", backwards, -1)
        self.check("0 -1 -1 -1 0", "PySlice_GetIndicesEx", slice(-1, -1, -1), -2)

    def test_contains_in_bytes(self):
        class Broken:
            def __index__(self):
                raise LookupError("not told")

        for container in (b"abc", bytearray(b"abc")):
            message = "-1 raises TypeError: a bytes-like object is required, not 'Broken'"
            self.check(message, "PySequence_Contains", container, Broken())
            message = "-1 raises ValueError: byte must be in range(0, 256)"
            self.check(message, "PySequence_Contains", container, Huge())

    def test_in_place_product_of_an_int_and_a_sequence(self):
        message = "unsupported operand type(s) for *=: 'IntSubclass' and 'str'"
        three = values.IntSubclass(3)
        self.check(f"NULL raises TypeError: {message}", "PyNumber_InPlaceMultiply", three, "ab")
        self.check("'ababab'", "PyNumber_Multiply", three, "ab")
        self.check("'ab'", "PyNumber_InPlaceMultiply", True, "ab")

    def test_iterator_of_a_subclass_of_str(self):
        self.assertEqual(type(iter(values.StrSubclass("a"))).__name__, "str_iterator")
        self.assertEqual(type(iter("a")).__name__, "str_ascii_iterator")

    def test_names_of_bound_methods(self):
        message = (
            "NULL raises TypeError: TupleSubclass.count() takes exactly one argument (0 given)"
        )
        heir = values.TupleSubclass((1, 2))
        self.check(message, "PyObject_CallNoArgs", heir.count)
        message = "list.copy() takes no arguments (1 given)"
        self.check(f"NULL raises TypeError: {message}", "PyObject_CallObject", [].copy, (1.5,))
        message = "tuple.count() takes exactly one argument (0 given)"
        self.check(f"NULL raises TypeError: {message}", "PyObject_CallObject", tuple.count, (heir,))

    def test_method_that_is_none(self):
        message = "NULL raises TypeError: attribute of type 'float' is not callable"
        self.check(message, "PyObject_CallMethod", values.Plain(append=2.5), "argument", 0)

    def test_error_handlers_of_errors_far_away(self):
        error = UnicodeDecodeError("ascii", b"abc\xff", 3, 4, "reason")
        error.start = 2**62
        self.check("('\\\\xff', 4)", "PyCodec_BackslashReplaceErrors", error)

    def test_partition_keeps_the_object(self):
        heir, view = values.StrSubclass("abc"), memoryview(b"b")
        self.assertIs(heir.partition("x")[0], heir)
        self.assertIs(heir.rpartition("x")[2], heir)
        self.assertIs(type("abc".partition(values.StrSubclass("b"))[1]), values.StrSubclass)
        self.assertIs(b"abc".partition(view)[1], view)
        self.assertIs(b"abc".rpartition(view)[1], view)

    def test_unhashable_keys_of_an_ordered_dict(self):
        message = "-1 raises TypeError: unhashable type: 'list'"
        self.check(message, "PyObject_SetItem", collections.OrderedDict(), ([],), 1.5)
        message = "-1 raises TypeError: cannot use 'tuple' as a dict key (unhashable type: 'list')"
        self.check(message, "PyObject_SetItem", {}, ([],), 1.5)

    def test_formats_without_places(self):
        heir = values.StrSubclass("abc")
        for made in (heir % (), heir.format(1), heir.format_map({})):
            self.assertIs(made, heir)
        for made in (values.StrSubclass("%%") % (), values.StrSubclass("").format()):
            self.assertIs(type(made), str)

    def test_names_of_codecs(self):
        message = r"str\(\) argument 'encoding' must be str, not values.Failing"
        with self.assertRaisesRegex(TypeError, message):
            str(b"", values.Failing())
        with self.assertRaisesRegex(ValueError, "embedded null character"):
            str(b"", "utf-8", "strict\0")

    def test_items_of_arrays(self):
        for kind, value, message in (
            ("i", 2**70, "Python int too large to convert to C long"),
            ("I", 2**70, "Python int too large to convert to C unsigned long"),
            ("H", 2**40, "signed integer is greater than maximum"),
            ("b", -(2**40), "signed short integer is less than minimum"),
        ):
            with self.assertRaisesRegex(OverflowError, message):
                array.array(kind, [0])[0] = value

    def test_addresses_are_as_long_as_those_of_others(self):
        view = memoryview(b"")
        self.assertEqual(repr(view), f"<memory at {id(view):#x}>")

    def test_bound_special_methods(self):
        counted = random_calls.Counted([5])
        bound = counted.__len__
        self.assertIsInstance(bound, types.MethodWrapperType)
        self.assertEqual((bound(), bound.__name__, bound.__self__), (1, "__len__", counted))
        self.assertEqual(bound.__qualname__, "Counted.__len__")
        self.assertIs(bound.__objclass__, random_calls.Counted)
        self.assertEqual(bound, counted.__len__)
        self.assertEqual(hash(bound), hash(counted.__len__))
        self.assertNotEqual(bound, random_calls.Counted([5]).__len__)
        self.assertNotEqual(bound, counted.__repr__)
        self.assertRegex(repr(bound), "^<method-wrapper '__len__' of random_calls.Counted object")
        with self.assertRaisesRegex(TypeError, "expected 0 arguments, got 1"):
            bound(1)
        no_keywords = r"^wrapper __len__\(\) takes no keyword arguments$"
        for method in (bound, [].__len__):
            with self.assertRaisesRegex(TypeError, no_keywords):
                method(a=1)
        with self.assertRaisesRegex(TypeError, "descriptor '__len__' of .* needs an argument"):
            random_calls.Counted.__len__(a=1)

    def test_slice_before_value(self):
        seen = []

        class Index:
            def __index__(self):
                seen.append(self)
                return 0

        changed = bytearray(b"bytes")
        for value in (slice(1), "s", 5, None, [256]):
            with self.assertRaisesRegex(ValueError, "slice step cannot be zero"):
                changed[slice("a", 0, 0)] = value
        changed[Index() :] = b"12"
        self.assertEqual(len(seen), 2)
        changed[Index() :] = bytearray(b"34")
        self.assertEqual(len(seen), 3)
        self.assertEqual(changed, b"34")

    def test_value_before_slice(self):
        changed = memoryview(bytearray(b"bytes"))
        for key in (slice(0, 0, 0), slice("a", 0)):
            with self.assertRaisesRegex(TypeError, "a bytes-like object is required, not 'float'"):
                changed[key] = 1.5

    def test_unsupported_format_characters(self):
        for form, shown in ((b"%\0", "\0"), (b"%\x7f", "\x7f"), ("%\0", "?"), ("%\xff", "?")):
            with self.assertRaises(ValueError) as caught:
                form % 1
            start = f"unsupported format character '{shown}' (0x{ord(form[1:]):x})"
            self.assertEqual(str(caught.exception), f"{start} at index 1")
        with self.assertRaisesRegex(OverflowError, "character argument not in range"):
            b"%\xff" % 1

    def test_format_code_zero(self):
        for number in (1000, True):
            with self.assertRaisesRegex(ValueError, r"Unknown format code '\\x0' for object of"):
                format(number, "\0")
            with self.assertRaisesRegex(ValueError, r"Unknown format code '\\x0' for object of"):
                f"{number:\0}"
        self.assertEqual(format(2.5, "\0"), "2.5")


class Huge:
    def __index__(self):
        return 2**70


if __name__ == "__main__":
    unittest.main()

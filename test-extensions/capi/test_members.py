"""Functions, methods and attributes of C have the types that those of the interpreter have."""

import _csv
import _decimal
import pickle
import re
import sys
import types
import unittest

Decimal = _decimal.Decimal
FROM_FLOAT = Decimal.__dict__["from_float"]


def shown(value):
    return re.sub("0x[0-9a-f]+", "0x", repr(value))


class Types(unittest.TestCase):
    def test_types(self):
        for value, kind in [
            (_csv.reader, types.BuiltinFunctionType),
            (Decimal(1).sqrt, types.BuiltinFunctionType),
            (Decimal.from_float, types.BuiltinFunctionType),
            (Decimal.__new__, types.BuiltinFunctionType),
            (Decimal.sqrt, types.MethodDescriptorType),
            (FROM_FLOAT, types.ClassMethodDescriptorType),
            (Decimal.__add__, types.WrapperDescriptorType),
            (Decimal(1).__add__, types.MethodWrapperType),
            (Decimal.real, types.GetSetDescriptorType),
        ]:
            with self.subTest(value):
                self.assertIs(type(value), kind)

    def test_shown(self):
        for value, text in [
            (_csv.reader, "<built-in function reader>"),
            (sys.__dir__, "<built-in function __dir__>"),
            (Decimal(1).sqrt, "<built-in method sqrt of decimal.Decimal object at 0x>"),
            (Decimal.from_float, "<built-in method from_float of type object at 0x>"),
            (Decimal.__new__, "<built-in method __new__ of type object at 0x>"),
            (Decimal.sqrt, "<method 'sqrt' of 'decimal.Decimal' objects>"),
            (FROM_FLOAT, "<method 'from_float' of 'decimal.Decimal' objects>"),
            (Decimal.__add__, "<slot wrapper '__add__' of 'decimal.Decimal' objects>"),
            (Decimal(1).__add__, "<method-wrapper '__add__' of decimal.Decimal object at 0x>"),
            (Decimal.real, "<attribute 'real' of 'decimal.Decimal' objects>"),
        ]:
            with self.subTest(text):
                self.assertEqual(shown(value), text)

    def test_qualified_names(self):
        for value, name in [
            (_csv.reader, "reader"),
            (sys.__dir__, "__dir__"),
            (Decimal(1).sqrt, "Decimal.sqrt"),
            (Decimal.from_float, "Decimal.from_float"),
            (Decimal.sqrt, "Decimal.sqrt"),
            (Decimal(1).__add__, "Decimal.__add__"),
            (Decimal.real, "Decimal.real"),
            (int.mro, "int.mro"),
            (str.maketrans, "str.maketrans"),
        ]:
            with self.subTest(name):
                self.assertEqual(value.__qualname__, name)

    def test_pickled(self):
        for value in (_csv.reader, Decimal.sqrt, Decimal.__add__, Decimal.from_float, list.append):
            with self.subTest(value):
                self.assertEqual(pickle.loads(pickle.dumps(value)), value)
        for value in (FROM_FLOAT, Decimal.real):
            with self.subTest(value):
                self.assertRaisesRegex(TypeError, "^cannot pickle '", pickle.dumps, value)

    def test_equal(self):
        one = Decimal(1)
        self.assertEqual(one.sqrt, one.sqrt)
        self.assertEqual(hash(one.sqrt), hash(one.sqrt))
        self.assertNotEqual(one.sqrt, Decimal(1).sqrt)
        self.assertNotEqual(one.sqrt, one.exp)
        self.assertEqual(one.__add__, one.__add__)
        self.assertEqual(hash(one.__add__), hash(one.__add__))
        self.assertNotEqual(one.__add__, one.__sub__)


class Errors(unittest.TestCase):
    def check(self, message, function, *arguments):
        with self.assertRaises(TypeError) as caught:
            function(*arguments)
        self.assertEqual(str(caught.exception), message)

    def test_get(self):
        unfit = "descriptor '%s' for 'decimal.Decimal' objects doesn't apply to a 'int' object"
        self.check(unfit % "sqrt", Decimal.sqrt.__get__, 5)
        self.check(unfit % "__add__", Decimal.__add__.__get__, 5)
        self.check(unfit % "real", Decimal.real.__get__, 5)
        for method in (Decimal.sqrt, Decimal.__add__, FROM_FLOAT, list.append):
            self.check("__get__(None, None) is invalid", method.__get__, None, None)
        self.assertIs(Decimal.sqrt.__get__(None, Decimal), Decimal.sqrt)

    def test_get_of_class_methods(self):
        for method, name, owner in (
            (FROM_FLOAT, "from_float", "decimal.Decimal"),
            (dict.__dict__["fromkeys"], "fromkeys", "dict"),
        ):
            other = f"descriptor '{name}' requires a subtype of '{owner}' but received 'int'"
            no_type = f"descriptor '{name}' for type '{owner}' needs a type, not a 'int' as arg 2"
            self.check(other, method.__get__, 5)
            self.check(other, method.__get__, None, int)
            self.check(other, method, int)
            self.check(no_type, method.__get__, None, 5)
            self.check(no_type, method, 5)
            self.check(f"descriptor '{name}' of '{owner}' object needs an argument", method)

    def test_call(self):
        self.check("unbound method Decimal.sqrt() needs an argument", Decimal.sqrt)
        self.check(
            "descriptor '__add__' requires a 'decimal.Decimal' object but received a 'int'",
            Decimal.__add__,
            5,
        )


if __name__ == "__main__":
    unittest.main()

"""Builtin exceptions and groups. Each expression with its repr, or what it raises."""

import re


class E(ExceptionGroup, ValueError):
    pass


class F(BaseExceptionGroup, ValueError):
    pass


class MyErr(OSError):
    def __init__(self, a, b):
        self.a = a
        super().__init__(b)


class MyErr2(Exception):
    def __init__(self, a, b=3):
        super().__init__(a)
        self.b = b


class MyErr3(Exception):
    pass


class Mix(AttributeError, KeyError):
    pass


def notes():
    e = ValueError()
    e.add_note("x")
    e.add_note("y")
    return e.__notes__


CASES = [
    (
        "ExceptionGroup()",
        "TypeError",
        "BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)",
    ),
    (
        "ExceptionGroup(1)",
        "TypeError",
        "BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)",
    ),
    (
        "ExceptionGroup(1,2)",
        "TypeError",
        "BaseExceptionGroup.__new__() argument 1 must be str, not int",
    ),
    ("ExceptionGroup('a',2)", "TypeError", "second argument (exceptions) must be a sequence"),
    (
        "ExceptionGroup('a',[])",
        "ValueError",
        "second argument (exceptions) must be a non-empty sequence",
    ),
    (
        "ExceptionGroup('a',[1])",
        "ValueError",
        "Item 0 of second argument (exceptions) is not an exception",
    ),
    ("ExceptionGroup('a',[ValueError(1)])", "ok", "ExceptionGroup('a', [ValueError(1)])"),
    (
        "ExceptionGroup('a',(ValueError(1),TypeError()))",
        "ok",
        "ExceptionGroup('a', (ValueError(1), TypeError()))",
    ),
    (
        "ExceptionGroup('a',[KeyboardInterrupt()])",
        "TypeError",
        "Cannot nest BaseExceptions in an ExceptionGroup",
    ),
    (
        "BaseExceptionGroup('a',[KeyboardInterrupt()])",
        "ok",
        "BaseExceptionGroup('a', [KeyboardInterrupt()])",
    ),
    ("BaseExceptionGroup('a',[KeyError()])", "ok", "ExceptionGroup('a', [KeyError()])"),
    ("str(ExceptionGroup('a',[ValueError(1)]))", "ok", "'a (1 sub-exception)'"),
    ("str(ExceptionGroup('a',[ValueError(1),ValueError(2)]))", "ok", "'a (2 sub-exceptions)'"),
    (
        "ExceptionGroup('a',[ValueError(1)]).split(3)",
        "TypeError",
        "expected an exception type, a tuple of exception types, or a callable (other than a class)",
    ),
    (
        "ExceptionGroup('a',[ValueError(1)]).split(ValueError)",
        "ok",
        "(ExceptionGroup('a', [ValueError(1)]), None)",
    ),
    ("ExceptionGroup('a',[ValueError(1)]).subgroup(TypeError)", "ok", "None"),
    ("ExceptionGroup('a',[ValueError(1)]).args", "ok", "('a', [ValueError(1)])"),
    ("ExceptionGroup('a',[ValueError(1)]).message", "ok", "'a'"),
    ("ExceptionGroup('a',[ValueError(1)]).exceptions", "ok", "(ValueError(1),)"),
    (
        "ExceptionGroup('a',[ValueError(1)]).derive([TypeError()])",
        "ok",
        "ExceptionGroup('a', [TypeError()])",
    ),
    (
        "ExceptionGroup('a',[ValueError(1)]).derive([KeyboardInterrupt()])",
        "ok",
        "BaseExceptionGroup('a', [KeyboardInterrupt()])",
    ),
    ("ExceptionGroup[int]", "ok", "ExceptionGroup[int]"),
    (
        "BaseExceptionGroup.__mro__, ExceptionGroup.__mro__",
        "ok",
        "((<class 'BaseExceptionGroup'>, <class 'BaseException'>, <class 'object'>), (<class 'ExceptionGroup'>, <class 'BaseExceptionGroup'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>))",
    ),
    (
        "ExceptionGroup('a',[ValueError(1)],x=3)",
        "TypeError",
        "ExceptionGroup() takes no keyword arguments",
    ),
    ("ExceptionGroup('a',{1:2})", "TypeError", "second argument (exceptions) must be a sequence"),
    (
        "ExceptionGroup('a',[ValueError(1)]).split(lambda e: 1)",
        "ok",
        "(ExceptionGroup('a', [ValueError(1)]), None)",
    ),
    (
        "ExceptionGroup('a',[ValueError(1)]).split((ValueError,3))",
        "TypeError",
        "expected an exception type, a tuple of exception types, or a callable (other than a class)",
    ),
    (
        "ExceptionGroup('a',[ValueError(1),ExceptionGroup('b',[TypeError(),ValueError()])]).split(ValueError)",
        "ok",
        "(ExceptionGroup('a', [ValueError(1), ExceptionGroup('b', [ValueError()])]), ExceptionGroup('a', [ExceptionGroup('b', [TypeError()])]))",
    ),
    ("E('a',[KeyboardInterrupt()])", "TypeError", "Cannot nest BaseExceptions in 'E'"),
    ("F('a',[KeyboardInterrupt()])", "TypeError", "Cannot nest BaseExceptions in 'F'"),
    ("E('a',[KeyError()]).split(KeyError)", "ok", "(ExceptionGroup('a', [KeyError()]), None)"),
    ("ValueError(x=3)", "TypeError", "ValueError() takes no keyword arguments"),
    ("StopIteration(1,2).value", "ok", "1"),
    ("SyntaxError('m',())", "TypeError", "function takes at least 4 arguments (0 given)"),
    (
        "SyntaxError('m',(1,2,3,4,5))",
        "TypeError",
        "end_offset must be provided when end_lineno is provided",
    ),
    (
        "SyntaxError('m',(1,2,3,4,5,6,7,8))",
        "TypeError",
        "function takes at most 7 arguments (8 given)",
    ),
    ("UnicodeDecodeError(1)", "TypeError", "function takes exactly 5 arguments (1 given)"),
    ("UnicodeDecodeError(1,b'',1,1,'')", "TypeError", "argument 1 must be str, not int"),
    (
        "UnicodeDecodeError('a','',1,1,'')",
        "TypeError",
        "a bytes-like object is required, not 'str'",
    ),
    ("UnicodeDecodeError('a',b'',1,1,3)", "TypeError", "argument 5 must be str, not int"),
    ("ValueError('a').__setstate__(3)", "TypeError", "state is not a dictionary"),
    ("OSError(2,'x','f',None,'g')", "ok", "FileNotFoundError(2, 'x')"),
    ("str(OSError(2,'x','f',None,'g'))", "ok", "\"[Errno 2] x: 'f' -> 'g'\""),
    (
        "OSError(2,'x','f',None,'g').__reduce__()",
        "ok",
        "(<class 'FileNotFoundError'>, (2, 'x', 'f', None, 'g'))",
    ),
    ("OSError(1,2,3,4,5,6)", "ok", "OSError(1, 2, 3, 4, 5, 6)"),
    ("OSError(2,'x').filename", "ok", "None"),
    ("type(OSError(True,'x')).__name__", "ok", "'PermissionError'"),
    ("type(OSError(type('I', (int,), {})(17),'x')).__name__", "ok", "'FileExistsError'"),
    ("type(OSError(2**32 + 1,'x')).__name__", "ok", "'OSError'"),
    ("type(OSError(2.0,'x')).__name__", "ok", "'OSError'"),
    ("BlockingIOError(11,'x',5).characters_written", "ok", "5"),
    (
        "setattr(ValueError(),'__suppress_context__',1)",
        "TypeError",
        "attribute value type must be bool",
    ),
    (
        "setattr(ValueError(),'__context__',1)",
        "TypeError",
        "exception context must be None or derive from BaseException",
    ),
    (
        "setattr(ValueError(),'__cause__',1)",
        "TypeError",
        "exception cause must be None or derive from BaseException",
    ),
    ("delattr(ValueError(),'__cause__')", "TypeError", "__cause__ may not be deleted"),
    (
        "setattr(ValueError(),'__traceback__',1)",
        "TypeError",
        "__traceback__ must be a traceback or None",
    ),
    ("OSError(x=3)", "TypeError", "OSError() takes no keyword arguments"),
    ("OSError(2,'x',x=3)", "TypeError", "OSError() takes no keyword arguments"),
    ("UnicodeEncodeError.encoding", "ok", "<member 'encoding' of 'UnicodeEncodeError' objects>"),
    ("UnicodeEncodeError.start", "ok", "<member 'start' of 'UnicodeEncodeError' objects>"),
    (
        "BaseExceptionGroup('a',[ValueError()], 3)",
        "TypeError",
        "BaseExceptionGroup.__new__() takes exactly 2 arguments (3 given)",
    ),
    (
        "AttributeError('x',name='n',obj=3).__reduce__()",
        "ok",
        "(<class 'AttributeError'>, ('x',), {'name': 'n', 'args': ('x',)})",
    ),
    (
        "ImportError('x',name='n').__reduce__()",
        "ok",
        "(<class 'ImportError'>, ('x',), {'name': 'n'})",
    ),
    ("NameError('x',name='n').__reduce__()", "ok", "(<class 'NameError'>, ('x',))"),
    ("KeyError(1,2)", "ok", "KeyError(1, 2)"),
    ("str(KeyError('a'))", "ok", "\"'a'\""),
    ("setattr(ValueError(),'args',3)", "TypeError", "'int' object is not iterable"),
    ("delattr(ValueError(),'args')", "TypeError", "args may not be deleted"),
    ("str(SyntaxError('m',('/a/f.py',3,1,'x')))", "ok", "'m (f.py, line 3)'"),
    ("SyntaxError('m',('/a/f.py',3,1,'x'))", "ok", "SyntaxError('m', ('/a/f.py', 3, 1, 'x'))"),
    (
        "str(UnicodeDecodeError('utf8',b'a\\xff',1,2,'bad'))",
        "ok",
        "\"'utf8' codec can't decode byte 0x in position 1: bad\"",
    ),
    (
        "str(UnicodeDecodeError('utf8',b'a\\xff',0,2,'bad'))",
        "ok",
        "\"'utf8' codec can't decode bytes in position 0-1: bad\"",
    ),
    (
        "str(UnicodeEncodeError('ascii','a\\xff\\u1234',1,2,'bad'))",
        "ok",
        "\"'ascii' codec can't encode character '\\\\xff' in position 1: bad\"",
    ),
    (
        "str(UnicodeEncodeError('ascii','a\\xff\\u1234',2,3,'bad'))",
        "ok",
        "\"'ascii' codec can't encode character '\\\\u1234' in position 2: bad\"",
    ),
    (
        "str(UnicodeEncodeError('ascii','a\\xff\\U00012345',2,3,'bad'))",
        "ok",
        "\"'ascii' codec can't encode character '\\\\U00012345' in position 2: bad\"",
    ),
    (
        "str(UnicodeTranslateError('a\\xff\\u1234',1,3,'bad'))",
        "ok",
        '"can\'t translate characters in position 1-2: bad"',
    ),
    (
        "sorted({OSError(n,'x').__class__.__name__ for n in range(130)})",
        "ok",
        "['BlockingIOError', 'BrokenPipeError', 'ChildProcessError', 'ConnectionAbortedError', 'ConnectionRefusedError', 'ConnectionResetError', 'FileExistsError', 'FileNotFoundError', 'InterruptedError', 'IsADirectoryError', 'NotADirectoryError', 'OSError', 'PermissionError', 'ProcessLookupError', 'TimeoutError']",
    ),
    ("ValueError(1,2)", "ok", "ValueError(1, 2)"),
    ("str(ValueError(1,2))", "ok", "'(1, 2)'"),
    ("str(ValueError())", "ok", "''"),
    ("repr(ValueError('a'))", "ok", "\"ValueError('a')\""),
    ("ValueError('a').args", "ok", "('a',)"),
    (
        "ValueError().__traceback__, ValueError().__cause__, ValueError().__context__, ValueError().__suppress_context__, ValueError().__dict__",
        "ok",
        "(None, None, None, False, {})",
    ),
    ("MyErr(1,2).args, str(MyErr(1,2)), MyErr(1,2)", "ok", "((2,), '2', MyErr(2))"),
    (
        "MyErr2(1).args, MyErr2(1).b, MyErr2(1,b=4).b, MyErr2(5).__reduce__()",
        "ok",
        "((1,), 3, 4, (<class '__main__.MyErr2'>, (5,), {'b': 3}))",
    ),
    ("MyErr3(1,2).args, str(MyErr3(3))", "ok", "((1, 2), '3')"),
    ("MyErr3(x=3)", "TypeError", "MyErr3() takes no keyword arguments"),
    ("Mix('a')", "ok", "Mix('a')"),
    ("str(Mix('a'))", "ok", "\"'a'\""),
    (
        "type('Bad',(OSError, AttributeError),{})",
        "TypeError",
        "multiple bases have instance lay-out conflict",
    ),
    ("notes()", "ok", "['x', 'y']"),
    ("ValueError().add_note(3)", "TypeError", "add_note() argument must be str, not int"),
    ("SystemExit().code, SystemExit(3).code, SystemExit(1,2).code", "ok", "(None, 3, (1, 2))"),
    (
        "ImportError('m',name='a',path='b').path, ImportError('m').msg, ImportError('a','b').msg",
        "ok",
        "('b', 'm', None)",
    ),
]


def outcome(source):
    try:
        return "ok", re.sub(r"0x[0-9a-f]+", "0x", repr(eval(source)))
    except BaseException as e:
        return type(e).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(e))


failed = 0
for source, *wanted in CASES:
    got = list(outcome(source))
    if got != wanted:
        failed += 1
        print(source, got, wanted, sep="\n    ")
assert not failed, failed

package org.jabiru.builtins.exceptions;

import java.util.function.Supplier;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.CombinedTable;
import org.jabiru.object.PyType;

/** The builtin exception types (Built-in Exceptions, Exception hierarchy). */
public final class ExceptionTypes {
    public static final PyType BaseException =
            PyType.builtin(
                            "BaseException",
                            ObjectType.TYPE,
                            BaseExceptionTypeTable::new,
                            PyBaseException::new)
                    .withInstanceDict();

    public static final PyType BaseExceptionGroup =
            make(
                    "BaseExceptionGroup",
                    BaseException,
                    BaseExceptionGroupTypeTable::new,
                    PyExceptionGroup::new);
    public static final PyType GeneratorExit = make("GeneratorExit", BaseException);
    public static final PyType KeyboardInterrupt = make("KeyboardInterrupt", BaseException);
    public static final PyType SystemExit =
            make("SystemExit", BaseException, SystemExitTypeTable::new, PySystemExit::new);
    public static final PyType Exception = make("Exception", BaseException);
    public static final PyType ExceptionGroup =
            PyType.builtinWithBases(
                            "ExceptionGroup",
                            new PyType[] {BaseExceptionGroup, Exception},
                            null,
                            null)
                    .withWeakReferences();

    public static final PyType ArithmeticError = make("ArithmeticError", Exception);
    public static final PyType FloatingPointError = make("FloatingPointError", ArithmeticError);
    public static final PyType OverflowError = make("OverflowError", ArithmeticError);
    public static final PyType ZeroDivisionError = make("ZeroDivisionError", ArithmeticError);
    public static final PyType AssertionError = make("AssertionError", Exception);
    public static final PyType AttributeError =
            make("AttributeError", Exception, AttributeErrorTypeTable::new, PyAttributeError::new);
    public static final PyType BufferError = make("BufferError", Exception);
    public static final PyType EOFError = make("EOFError", Exception);
    public static final PyType ImportError =
            make("ImportError", Exception, ImportErrorTypeTable::new, PyImportError::new);
    public static final PyType ModuleNotFoundError = make("ModuleNotFoundError", ImportError);
    public static final PyType LookupError = make("LookupError", Exception);
    public static final PyType IndexError = make("IndexError", LookupError);
    public static final PyType KeyError =
            make("KeyError", LookupError, KeyErrorTypeTable::new, null);
    public static final PyType MemoryError = make("MemoryError", Exception);
    public static final PyType NameError =
            make("NameError", Exception, NameErrorTypeTable::new, PyNameError::new);
    public static final PyType UnboundLocalError = make("UnboundLocalError", NameError);
    public static final PyType OSError =
            make("OSError", Exception, OSErrorTypeTable::new, PyOSError::new);
    public static final PyType BlockingIOError = make("BlockingIOError", OSError);
    public static final PyType ChildProcessError = make("ChildProcessError", OSError);
    public static final PyType ConnectionError = make("ConnectionError", OSError);
    public static final PyType BrokenPipeError = make("BrokenPipeError", ConnectionError);
    public static final PyType ConnectionAbortedError =
            make("ConnectionAbortedError", ConnectionError);
    public static final PyType ConnectionRefusedError =
            make("ConnectionRefusedError", ConnectionError);
    public static final PyType ConnectionResetError = make("ConnectionResetError", ConnectionError);
    public static final PyType FileExistsError = make("FileExistsError", OSError);
    public static final PyType FileNotFoundError = make("FileNotFoundError", OSError);
    public static final PyType InterruptedError = make("InterruptedError", OSError);
    public static final PyType IsADirectoryError = make("IsADirectoryError", OSError);
    public static final PyType NotADirectoryError = make("NotADirectoryError", OSError);
    public static final PyType PermissionError = make("PermissionError", OSError);
    public static final PyType ProcessLookupError = make("ProcessLookupError", OSError);
    public static final PyType TimeoutError = make("TimeoutError", OSError);
    public static final PyType ReferenceError = make("ReferenceError", Exception);
    public static final PyType RuntimeError = make("RuntimeError", Exception);
    public static final PyType NotImplementedError = make("NotImplementedError", RuntimeError);
    public static final PyType PythonFinalizationError =
            make("PythonFinalizationError", RuntimeError);
    public static final PyType RecursionError = make("RecursionError", RuntimeError);
    public static final PyType StopAsyncIteration = make("StopAsyncIteration", Exception);
    public static final PyType StopIteration =
            make("StopIteration", Exception, StopIterationTypeTable::new, PyStopIteration::new);
    public static final PyType SyntaxError =
            make("SyntaxError", Exception, SyntaxErrorTypeTable::new, PySyntaxError::new);
    public static final PyType IncompleteInputError = make("_IncompleteInputError", SyntaxError);
    public static final PyType IndentationError = make("IndentationError", SyntaxError);
    public static final PyType TabError = make("TabError", IndentationError);
    public static final PyType SystemError = make("SystemError", Exception);
    public static final PyType TypeError = make("TypeError", Exception);
    public static final PyType ValueError = make("ValueError", Exception);
    public static final PyType UnicodeError = make("UnicodeError", ValueError);
    public static final PyType UnicodeDecodeError =
            make(
                    "UnicodeDecodeError",
                    UnicodeError,
                    () ->
                            new CombinedTable(
                                    new UnicodeDecodeErrorTypeTable(),
                                    new UnicodeErrorFieldsTable()),
                    PyUnicodeError::new);
    public static final PyType UnicodeEncodeError =
            make(
                    "UnicodeEncodeError",
                    UnicodeError,
                    () ->
                            new CombinedTable(
                                    new UnicodeEncodeErrorTypeTable(),
                                    new UnicodeErrorFieldsTable()),
                    PyUnicodeError::new);
    public static final PyType UnicodeTranslateError =
            make(
                    "UnicodeTranslateError",
                    UnicodeError,
                    () ->
                            new CombinedTable(
                                    new UnicodeTranslateErrorTypeTable(),
                                    new UnicodeErrorFieldsTable()),
                    PyUnicodeError::new);
    public static final PyType Warning = make("Warning", Exception);
    public static final PyType BytesWarning = make("BytesWarning", Warning);
    public static final PyType DeprecationWarning = make("DeprecationWarning", Warning);
    public static final PyType EncodingWarning = make("EncodingWarning", Warning);
    public static final PyType FutureWarning = make("FutureWarning", Warning);
    public static final PyType ImportWarning = make("ImportWarning", Warning);
    public static final PyType PendingDeprecationWarning =
            make("PendingDeprecationWarning", Warning);
    public static final PyType ResourceWarning = make("ResourceWarning", Warning);
    public static final PyType RuntimeWarning = make("RuntimeWarning", Warning);
    public static final PyType SyntaxWarning = make("SyntaxWarning", Warning);
    public static final PyType UnicodeWarning = make("UnicodeWarning", Warning);
    public static final PyType UserWarning = make("UserWarning", Warning);

    private static final PyType[] ALL = {
        BaseException,
        BaseExceptionGroup,
        GeneratorExit,
        KeyboardInterrupt,
        SystemExit,
        Exception,
        ExceptionGroup,
        ArithmeticError,
        FloatingPointError,
        OverflowError,
        ZeroDivisionError,
        AssertionError,
        AttributeError,
        BufferError,
        EOFError,
        ImportError,
        ModuleNotFoundError,
        LookupError,
        IndexError,
        KeyError,
        MemoryError,
        NameError,
        UnboundLocalError,
        OSError,
        BlockingIOError,
        ChildProcessError,
        ConnectionError,
        BrokenPipeError,
        ConnectionAbortedError,
        ConnectionRefusedError,
        ConnectionResetError,
        FileExistsError,
        FileNotFoundError,
        InterruptedError,
        IsADirectoryError,
        NotADirectoryError,
        PermissionError,
        ProcessLookupError,
        TimeoutError,
        ReferenceError,
        RuntimeError,
        NotImplementedError,
        PythonFinalizationError,
        RecursionError,
        StopAsyncIteration,
        StopIteration,
        SyntaxError,
        IndentationError,
        TabError,
        SystemError,
        TypeError,
        ValueError,
        UnicodeError,
        UnicodeDecodeError,
        UnicodeEncodeError,
        UnicodeTranslateError,
        Warning,
        BytesWarning,
        DeprecationWarning,
        EncodingWarning,
        FutureWarning,
        ImportWarning,
        PendingDeprecationWarning,
        ResourceWarning,
        RuntimeWarning,
        SyntaxWarning,
        UnicodeWarning,
        UserWarning,
    };

    private ExceptionTypes() {}

    /** All of them, base types first. */
    public static PyType[] all() {
        return ALL.clone();
    }

    private static PyType make(String name, PyType base) {
        return PyType.builtin(name, base, null, null);
    }

    private static PyType make(
            String name,
            PyType base,
            Supplier<? extends BuiltinTable> table,
            PyType.Factory factory) {
        return PyType.builtin(name, base, table, factory);
    }
}

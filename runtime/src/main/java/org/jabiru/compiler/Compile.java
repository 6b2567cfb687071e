package org.jabiru.compiler;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jabiru.ast.Mod;
import org.jabiru.ast.Span;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PySyntaxError;
import org.jabiru.builtins.ints.IntText;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.parser.FeatureVersion;
import org.jabiru.parser.ParseMode;
import org.jabiru.parser.Parser;
import org.jabiru.parser.ParserOptions;
import org.jabiru.parser.PythonSyntaxException;
import org.jabiru.parser.SourceText;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Repr;

/** From source text to code objects; problems become Python's SyntaxError. */
public final class Compile {
    /** All flags that {@code compile} knows. */
    public static final int KNOWN_FLAGS = 0x1fef610;

    /** {@code ast.PyCF_ALLOW_TOP_LEVEL_AWAIT}. */
    public static final int ALLOW_TOP_LEVEL_AWAIT = 0x2000;

    /** The bits of {@code __future__} features among compiler flags. */
    public static final int FUTURES = 0x1ff0010;

    private static final int DONT_IMPLY_DEDENT = 0x200;

    /** {@code ast.PyCF_TYPE_COMMENTS}. */
    private static final int TYPE_COMMENTS = 0x1000;

    private static final int ALLOW_INCOMPLETE_INPUT = 0x4000;
    private static final int BARRY_AS_FLUFL = 0x400000;
    private static final int ANNOTATIONS = 0x1000000;

    private Compile() {}

    /**
     * Compiles source text.
     *
     * @param flags as those of the builtin function {@code compile}
     * @param optimize 0, 1 or 2
     * @throws PyException SyntaxError
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyCode source(
            SourceText source, String fileName, ParseMode mode, int flags, int optimize) {
        return tree(parse(source, mode, flags), fileName, flags, optimize);
    }

    /**
     * Source text from a file's bytes, whose encoding they may declare (PEP 263).
     *
     * @throws PyException SyntaxError if they are not in that encoding
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static SourceText decode(byte[] bytes, String fileName) {
        try {
            return SourceText.ofBytes(bytes, fileName);
        } catch (PythonSyntaxException e) {
            String encoding = SourceText.declaredEncoding(bytes);
            if (encoding == null || e.line() != 0) {
                throw syntaxError(e);
            }
            return decodeWithCodec(bytes, encoding, fileName, e);
        }
    }

    /** As {@link #decode}, with a codec that Java does not have, or which says what is wrong. */
    private static SourceText decodeWithCodec(
            byte[] bytes, String encoding, String fileName, PythonSyntaxException unknown) {
        try {
            Object text =
                    Call.call(
                            Modules.attribute("_codecs", "decode"),
                            new PyBytes(bytes),
                            Str.of(encoding));
            TruffleString decoded = Str.valueOrNull(text);
            if (decoded == null) {
                throw syntaxError(unknown);
            }
            return SourceText.ofString(Str.java(decoded), fileName);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.UnicodeDecodeError)) {
                String problem = Str.java(Repr.str(e.exception()));
                throw syntaxError(
                        new PythonSyntaxException(
                                PythonSyntaxException.Kind.SYNTAX,
                                problem,
                                fileName,
                                0,
                                -1,
                                -1,
                                -1,
                                null));
            }
            throw e.is(ExceptionTypes.LookupError) ? syntaxError(unknown) : e;
        }
    }

    /**
     * As {@link #decode}, for a script: what is wrong in a file is told of its first such line.
     *
     * @throws PyException SyntaxError if it has null characters, or is not in its encoding
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static SourceText decodeFile(byte[] bytes, String fileName) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                String before = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                throw syntaxError(
                        new PythonSyntaxException(
                                PythonSyntaxException.Kind.SYNTAX,
                                "source code cannot contain null bytes",
                                fileName,
                                line,
                                0,
                                line,
                                0,
                                before));
            }
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        try {
            return decode(bytes, fileName);
        } catch (PyException e) {
            if (e.exception() instanceof PySyntaxError s
                    && s.args.size() > 0
                    && Str.valueOrNull(s.args.get(0)) instanceof TruffleString message) {
                String inFile =
                        Str.java(message)
                                .replaceFirst(
                                        "(starting with '\\\\x[0-9a-f]{2}') on line",
                                        "$1 in file "
                                                + Matcher.quoteReplacement(fileName)
                                                + " on line");
                s.args = PyTuple.of(Str.of(inFile));
                s.message = Str.of(inFile);
            }
            throw e;
        }
    }

    /** The syntax tree of source text. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Mod parse(SourceText source, ParseMode mode, int flags) {
        return parse(source, flags, options -> Parser.parse(source, mode, options));
    }

    /**
     * The tree of a statement that is being typed, or null when its next line is needed.
     *
     * @param ended whether no more lines come
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Mod typed(SourceText source, int flags, boolean ended) {
        return parse(source, flags, options -> Parser.typed(source, options, ended));
    }

    private static Mod parse(SourceText source, int flags, Function<ParserOptions, Mod> parser) {
        ParserOptions d = ParserOptions.DEFAULT;
        ParserOptions options =
                new ParserOptions(
                                new SyntaxWarnings(source.filename()),
                                d.names(),
                                (flags & BARRY_AS_FLUFL) != 0,
                                IntText.maxDigits())
                        .forPrompt(
                                (flags & ALLOW_INCOMPLETE_INPUT) != 0,
                                (flags & DONT_IMPLY_DEDENT) != 0)
                        .withTypeComments((flags & TYPE_COMMENTS) != 0);
        try {
            return parser.apply(options);
        } catch (PythonSyntaxException e) {
            PyException made = syntaxError(e);
            if (made.exception() instanceof PySyntaxError s) {
                // Where traceback.py may look for misspelt keywords.
                s.metadata = PyTuple.of(0L, 0L, Str.of(source.text()));
            }
            throw made;
        }
    }

    /**
     * Refuses syntax that Python 3.minor did not have.
     *
     * @throws PyException SyntaxError
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void checkFeatures(Mod mod, int minor, SourceText source) {
        try {
            FeatureVersion.check(mod, minor, source);
        } catch (PythonSyntaxException e) {
            throw syntaxError(e);
        }
    }

    /** Compiles a syntax tree. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyCode tree(Mod mod, String fileName, int flags, int optimize) {
        try {
            CompilerFlags f =
                    new CompilerFlags(
                                    optimize,
                                    (flags & ANNOTATIONS) != 0,
                                    (flags & ALLOW_TOP_LEVEL_AWAIT) != 0,
                                    flags & FUTURES)
                            .withFuturesOf(mod);
            return new CodeCompiler(mod, Str.of(fileName), f, new SyntaxWarnings(fileName))
                    .module();
        } catch (CompileError e) {
            throw syntaxError(e, fileName);
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    /** The error of a tree that is nested too deeply. */
    public static PyException tooDeep() {
        return Errors.of(
                ExceptionTypes.RecursionError,
                Str.of("maximum recursion depth exceeded during compilation"));
    }

    /** The symbol tables of source text (the module {@code symtable}). */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static SymbolTable symbols(
            SourceText source, String fileName, ParseMode mode, int flags) {
        Mod mod = parse(source, mode, flags);
        try {
            CompilerFlags f =
                    new CompilerFlags(0, (flags & ANNOTATIONS) != 0, false, flags & FUTURES)
                            .withFuturesOf(mod);
            return SymbolTable.of(mod, f.futureAnnotations(), new SyntaxWarnings(fileName));
        } catch (CompileError e) {
            throw syntaxError(e.asEarly(), fileName);
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    /** The Python exception for an error of the parser or tokenizer. */
    public static PyException syntaxError(PythonSyntaxException e) {
        PyType type =
                switch (e.kind()) {
                    case SYNTAX -> ExceptionTypes.SyntaxError;
                    case INDENTATION -> ExceptionTypes.IndentationError;
                    case TAB -> ExceptionTypes.TabError;
                    case INCOMPLETE -> ExceptionTypes.IncompleteInputError;
                    case MEMORY -> ExceptionTypes.MemoryError;
                    case IDENTIFIER -> ExceptionTypes.ValueError;
                    case RECURSION -> ExceptionTypes.RecursionError;
                };
        if (e.line() < 0) {
            return Errors.of(type, Str.of(e.getMessage()));
        }
        if (e.line() == 0 && e.endLine() < 0) {
            return Errors.of(
                    type,
                    Str.of(e.getMessage()),
                    PyTuple.of(orNone(e.filename()), 0L, (long) e.column(), orNone(e.text())));
        }
        return Errors.of(
                type,
                Str.of(e.getMessage()),
                PyTuple.of(
                        orNone(e.filename()),
                        (long) e.line(),
                        (long) e.column(),
                        orNone(e.text()),
                        e.endLine() < 0 ? Singleton.NONE : (Object) (long) e.endLine(),
                        e.endLine() < 0 ? Singleton.NONE : (Object) (long) e.endColumn()));
    }

    private static PyException syntaxError(CompileError e, String fileName) {
        Span s = e.span();
        if (s == null) {
            return Errors.of(ExceptionTypes.SyntaxError, Str.of(e.getMessage()));
        }
        // CPython: columns of these count bytes of UTF-8, not characters; here: the same.
        String first = ProgramText.lineOrNull(fileName, s.line());
        PyException made =
                Errors.of(
                        ExceptionTypes.SyntaxError,
                        Str.of(e.getMessage()),
                        PyTuple.of(
                                Str.of(fileName),
                                (long) s.line(),
                                s.column() + 1L,
                                orNone(first),
                                (long) s.endLine(),
                                s.endColumn() + 1L));
        if (e.isEarly()) {
            made.exception().args = PyTuple.of(Str.of(e.getMessage()));
        }
        return made;
    }

    private static Object orNone(String s) {
        return s == null ? Singleton.NONE : Str.of(s);
    }
}

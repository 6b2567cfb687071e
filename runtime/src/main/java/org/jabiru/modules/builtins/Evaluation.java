package org.jabiru.modules.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.ast.Mod;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.codecs.Utf8;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.compiler.Compile;
import org.jabiru.modules.ast.AstFlags;
import org.jabiru.modules.ast.AstOptimizer;
import org.jabiru.modules.ast.TreeFromPython;
import org.jabiru.modules.ast.TreeToPython;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.parser.ParseMode;
import org.jabiru.parser.SourceText;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.CallerFrame;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Numbers;

/** {@code compile}, {@code eval} and {@code exec}. */
public final class Evaluation {
    /** {@code ast.PyCF_ONLY_AST}. */
    private static final int ONLY_AST = 0x400;

    private static final PyCell[] NO_CELLS = {};
    private static final Object[] NO_DEFAULTS = {};

    private Evaluation() {}

    static Object compile(
            Object source,
            Object fileName,
            TruffleString modeName,
            int flags,
            boolean dontInherit,
            int optimize,
            int featureVersion) {
        String name = Str.java(SourceArgument.fileName(fileName));
        if ((flags & ~Compile.KNOWN_FLAGS) != 0) {
            throw Errors.valueError("compile(): unrecognised flags");
        }
        if (optimize < -1 || optimize > 2) {
            throw Errors.valueError("compile(): invalid optimize value");
        }
        ParseMode mode =
                switch (Str.java(modeName)) {
                    case "exec" -> ParseMode.EXEC;
                    case "eval" -> ParseMode.EVAL;
                    case "single" -> ParseMode.SINGLE;
                    case "func_type" -> {
                        if ((flags & ONLY_AST) == 0) {
                            throw Errors.valueError(
                                    "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
                        }
                        yield ParseMode.FUNC_TYPE;
                    }
                    default ->
                            throw Errors.valueError(
                                    "compile() mode must be 'exec', 'eval' or 'single'");
                };
        int all = dontInherit ? flags : flags | inheritedFlags();
        if (TreeFromPython.isNode(source)) {
            Audit.event("compile", source, Singleton.NONE);
            boolean asTree = (flags & ONLY_AST) != 0;
            boolean optimized = (flags & AstFlags.OPTIMIZED_AST) == AstFlags.OPTIMIZED_AST;
            if (asTree && !optimized) {
                TreeFromPython.checkRoot(source, rootClass(mode));
                return source;
            }
            Mod tree = TreeFromPython.convert(source, rootClass(mode));
            if (asTree) {
                return TreeToPython.convert(AstOptimizer.optimize(tree, level(optimize)));
            }
            return Compile.tree(tree, name, all, level(optimize));
        }
        auditSource(source, fileName);
        SourceText text = SourceArgument.read(source, name, "compile");
        if ((flags & ONLY_AST) != 0) {
            Mod tree = Compile.parse(text, mode, all);
            if (featureVersion >= 0) {
                Compile.checkFeatures(tree, featureVersion, text);
            }
            if ((flags & AstFlags.OPTIMIZED_AST) == AstFlags.OPTIMIZED_AST) {
                tree = AstOptimizer.optimize(tree, level(optimize));
            }
            return TreeToPython.convert(tree);
        }
        return Compile.source(text, name, mode, all, level(optimize));
    }

    private static String rootClass(ParseMode mode) {
        return switch (mode) {
            case EXEC -> "Module";
            case EVAL -> "Expression";
            case SINGLE -> "Interactive";
            case FUNC_TYPE -> "FunctionType";
        };
    }

    private static int level(int optimize) {
        return optimize >= 0 ? optimize : interpreterLevel();
    }

    /** The optimization level that the interpreter was started with. */
    private static int interpreterLevel() {
        Object level = Attributes.get(Modules.attribute("sys", "flags"), "optimize");
        return ((Number) Numbers.intOrNull(level)).intValue();
    }

    /** The __future__ features of the code that calls. */
    public static int inheritedFlags() {
        PyFunction caller = CallerFrame.functionOrNull();
        return caller == null ? 0 : caller.code.flags & Compile.FUTURES;
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object eval(Object source, Object globals, Object locals) {
        if (locals != Singleton.NONE && Types.of(locals).special().getItem == null) {
            throw Errors.typeError("locals must be a mapping");
        }
        if (globals != Singleton.NONE && !(globals instanceof PyDict)) {
            throw Errors.typeError(
                    Types.of(globals).special().getItem != null
                            ? "globals must be a real dict; try eval(code, {}, mapping)"
                            : "globals must be a dict");
        }
        PyDict g = globalsOf(globals);
        Object l = localsOf(globals, g, locals);
        PyCode code;
        if (source instanceof PyCode c) {
            if (c.freeNames.length > 0) {
                throw Errors.typeError(
                        "code object passed to eval() may not contain free variables");
            }
            code = c;
        } else {
            auditSource(source, Str.name("<string>"));
            SourceText text = SourceArgument.read(stripped(source), "<string>", "eval");
            code =
                    Compile.source(
                            text, "<string>", ParseMode.EVAL, inheritedFlags(), interpreterLevel());
        }
        return run(code, g, l, NO_CELLS);
    }

    /** Leading blanks would be an indentation error. */
    private static Object stripped(Object source) {
        TruffleString s = Str.valueOrNull(source);
        if (s == null) {
            return source;
        }
        int from = 0;
        while (from < Str.length(s)
                && (Str.codePointAt(s, from) == ' ' || Str.codePointAt(s, from) == '\t')) {
            from++;
        }
        return from == 0 ? s : Str.substring(s, from, Str.length(s));
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static void exec(Object source, Object globals, Object locals, Object closure) {
        if (globals != Singleton.NONE && !(globals instanceof PyDict)) {
            throw Errors.typeError(
                    "exec() globals must be a dict, not %s", Types.of(globals).name());
        }
        if (locals != Singleton.NONE && Types.of(locals).special().getItem == null) {
            throw Errors.typeError(
                    "locals must be a mapping or None, not %s", Types.of(locals).name());
        }
        PyDict g = globalsOf(globals);
        Object l = localsOf(globals, g, locals);
        if (source instanceof PyCode code) {
            run(code, g, l, cells(code, closure));
            return;
        }
        if (closure != Singleton.NONE) {
            throw Errors.typeError("closure argument cannot be used with source");
        }
        auditSource(source, Str.name("<string>"));
        SourceText text = SourceArgument.read(source, "<string>", "exec");
        run(
                Compile.source(
                        text, "<string>", ParseMode.EXEC, inheritedFlags(), interpreterLevel()),
                g,
                l,
                NO_CELLS);
    }

    private static PyCell[] cells(PyCode code, Object closure) {
        int wanted = code.freeNames.length;
        if (wanted == 0) {
            if (closure != Singleton.NONE) {
                throw Errors.typeError("cannot use a closure with this code object");
            }
            return NO_CELLS;
        }
        if (closure instanceof PyTuple t && t.size() == wanted) {
            PyCell[] cells = new PyCell[wanted];
            for (int i = 0; i < wanted; i++) {
                if (!(t.get(i) instanceof PyCell c)) {
                    throw needsCells(wanted);
                }
                cells[i] = c;
            }
            return cells;
        }
        if (closure == Singleton.NONE) {
            throw Errors.typeError("code object requires a closure of exactly length %d", wanted);
        }
        throw needsCells(wanted);
    }

    private static PyException needsCells(int wanted) {
        return Errors.typeError("code object requires a closure of exactly length %d", wanted);
    }

    private static PyDict globalsOf(Object globals) {
        PyDict g = globals instanceof PyDict d ? d : CallerFrame.globalsOrNull();
        if (g == null) {
            throw Errors.systemError("globals and locals cannot be NULL");
        }
        if (g.get("__builtins__") == null) {
            g.put("__builtins__", PythonContext.get().builtins.dict);
        }
        return g;
    }

    private static Object localsOf(Object globals, PyDict g, Object locals) {
        if (locals != Singleton.NONE) {
            return locals;
        }
        return globals == Singleton.NONE ? CallerFrame.locals() : g;
    }

    /** The event gets the source in UTF-8, as CPython's parser does. */
    private static void auditSource(Object source, Object fileName) {
        if (Audit.isWatched()) {
            TruffleString text = Str.valueOrNull(source);
            Object shown = text == null ? source : ByteArguments.bytes(Utf8.encode(text, "strict"));
            Audit.event("compile", shown, fileName);
        }
    }

    private static Object run(PyCode code, PyDict globals, Object locals, PyCell[] cells) {
        Audit.event("exec", code);
        PyFunction holder = new PyFunction(code, globals, cells, NO_DEFAULTS);
        if (code.has(PyCode.CO_OPTIMIZED)) {
            return code.call(holder, new Object[0], null);
        }
        return code.runBody(holder, locals);
    }
}

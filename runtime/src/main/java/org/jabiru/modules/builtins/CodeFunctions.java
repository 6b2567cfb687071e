package org.jabiru.modules.builtins;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.bytecode.BuildClass;
import org.jabiru.imports.Imports;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.CallerFrame;

/** Functions that compile, run and import code. */
@BuiltinModule("builtins")
final class CodeFunctions {
    private CodeFunctions() {}

    @Builtin(
            value =
                    "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *,"
                            + " _feature_version=-1)",
            doc = "Compile source into a code object that can be executed by exec() or eval().")
    static Object compile(
            Object source,
            Object fileName,
            TruffleString mode,
            int flags,
            boolean dontInherit,
            int optimize,
            int featureVersion) {
        return Evaluation.compile(
                source, fileName, mode, flags, dontInherit, optimize, featureVersion);
    }

    @Builtin(
            value = "eval(source, /, globals=None, locals=None)",
            doc = "Evaluate the given source in the context of globals and locals.")
    static Object eval(Object source, Object globals, Object locals) {
        return Evaluation.eval(source, globals, locals);
    }

    @Builtin(
            value = "exec(source, /, globals=None, locals=None, *, closure=None)",
            doc = "Execute the given source in the context of globals and locals.")
    static void exec(Object source, Object globals, Object locals, Object closure) {
        Evaluation.exec(source, globals, locals, closure);
    }

    @Builtin(
            value = "globals()",
            doc = "Return the dictionary containing the current scope's global variables.")
    static Object globals() {
        PyDict globals = CallerFrame.globalsOrNull();
        return globals == null ? Singleton.NONE : globals;
    }

    @Builtin(
            value = "locals()",
            doc = "Return a dictionary containing the current scope's local variables.")
    static Object locals() {
        return CallerFrame.locals();
    }

    @Builtin(
            value = "__import__(name, globals=None, locals=None, fromlist=(), level=0)",
            doc = "Import a module. The import statement and importlib are the usual ways.")
    static Object importModule(
            Object name, Object globals, Object locals, Object fromList, long level) {
        TruffleString text = Str.valueOrNull(name);
        if (text == null) {
            throw Errors.typeError("module name must be a string");
        }
        return Imports.importLevel(text, globals, fromList, level);
    }

    @Builtin(
            value = "__build_class__(*args, **kwds)",
            shown = "none",
            doc = "Internal helper function used by the class statement.")
    static Object buildClass(Object[] args, PyDict keywords) {
        if (args.length < 2) {
            throw Errors.typeError("__build_class__: not enough arguments");
        }
        Object[] bases = Arrays.copyOfRange(args, 2, args.length);
        return BuildClass.build(args[0], args[1], bases, keywords);
    }

    @Builtin(value = "breakpoint(*args, **kws)", doc = "Call sys.breakpointhook(*args, **kws).")
    static Object breakpoint(Object[] args, PyDict keywords) {
        Object hook = SystemStreams.attributeOrNull("breakpointhook");
        if (hook == null) {
            throw Errors.runtimeError("lost sys.breakpointhook");
        }
        Audit.event("builtins.breakpoint", hook);
        return CallWithDict.call(hook, args, keywords);
    }
}

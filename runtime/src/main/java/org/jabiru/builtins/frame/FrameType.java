package org.jabiru.builtins.frame;

import java.math.BigInteger;
import org.jabiru.builtins.generator.PySuspendable;
import org.jabiru.builtins.object.Identity;
import org.jabiru.bytecode.LineJumps;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Truth;

/** The methods of {@link PyFrame}. */
@BuiltinType(value = "frame", doc = "A call that runs, or that has run.")
public final class FrameType {
    public static final PyType TYPE = PyType.builtin("frame", FrameTypeTable::new, null).sealed();

    private FrameType() {}

    private static Object orNone(Object value) {
        return value == null ? Singleton.NONE : value;
    }

    @Builtin(value = "f_back", kind = BuiltinKind.GETTER)
    static Object back(PyFrame self) {
        PyFrame caller = Frames.callerOf(self);
        return orNone(caller != null ? caller : self.back);
    }

    @Builtin(value = "f_code", kind = BuiltinKind.GETTER)
    static Object code(PyFrame self) {
        return self.code;
    }

    @Builtin(value = "f_globals", kind = BuiltinKind.GETTER)
    static Object globals(PyFrame self) {
        return self.function().globals;
    }

    @Builtin(value = "f_builtins", kind = BuiltinKind.GETTER)
    static Object builtins(PyFrame self) {
        return self.function().builtinsMapping();
    }

    @Builtin(value = "f_locals", kind = BuiltinKind.GETTER)
    static Object locals(PyFrame self) {
        return FrameVariables.locals(self);
    }

    @Builtin(value = "f_lasti", kind = BuiltinKind.GETTER)
    static int lastInstruction(PyFrame self) {
        if (self.entersLine) {
            return self.code.offsetOnLine(-1, self.shownLine);
        }
        int index = self.lastInstruction();
        int offset = index < 0 ? index : self.code.publicOffset(index);
        return self.shownLine > 0 ? self.code.offsetOnLine(offset, self.shownLine) : offset;
    }

    @Builtin(value = "f_lineno", kind = BuiltinKind.GETTER)
    static Object line(PyFrame self) {
        int line = self.line();
        return line < 0 ? Singleton.NONE : (Object) (long) line;
    }

    /** A trace function jumps to another line. */
    @Builtin(value = "f_lineno", kind = BuiltinKind.SETTER)
    static void setLine(PyFrame self, Object value) {
        switch (value) {
            case null -> throw Errors.attributeError("cannot delete attribute");
            case Long line when line == line.intValue() -> LineJumps.request(self, line.intValue());
            case Long line -> throw Errors.valueError("lineno out of range");
            case BigInteger line -> throw Errors.valueError("lineno out of range");
            default -> throw Errors.valueError("lineno must be an integer");
        }
    }

    @Builtin(value = "f_generator", kind = BuiltinKind.GETTER)
    static Object generator(PyFrame self) {
        return orNone(self.generator());
    }

    @Builtin(value = "f_trace", kind = BuiltinKind.GETTER)
    static Object trace(PyFrame self) {
        return orNone(self.trace);
    }

    @Builtin(value = "f_trace", kind = BuiltinKind.SETTER)
    static void setTrace(PyFrame self, Object value) {
        self.trace = value == Singleton.NONE ? null : value;
    }

    @Builtin(value = "f_trace_lines", kind = BuiltinKind.FIELD)
    static Object traceLines(PyFrame self) {
        return self.traceLines;
    }

    @Builtin(value = "f_trace_lines", kind = BuiltinKind.SETTER)
    static void setTraceLines(PyFrame self, Object value) {
        self.traceLines = Truth.isTrue(value);
    }

    @Builtin(value = "f_trace_opcodes", kind = BuiltinKind.GETTER)
    static Object traceOpcodes(PyFrame self) {
        return self.traceOpcodes;
    }

    @Builtin(value = "f_trace_opcodes", kind = BuiltinKind.SETTER)
    static void setTraceOpcodes(PyFrame self, Object value) {
        self.traceOpcodes = Truth.isTrue(value);
        self.opcodeLine = self.traceOpcodes ? self.line() : -1;
    }

    @Builtin("clear(self, /)")
    static void clear(PyFrame self) {
        PySuspendable generator = self.generator();
        if (generator != null && !generator.isFinished()) {
            if (generator.isRunning()) {
                throw Errors.runtimeError("cannot clear an executing frame");
            }
            if (generator.isStarted()) {
                throw Errors.runtimeError("cannot clear a suspended frame");
            }
            generator.warnWhenUnawaited();
            generator.close();
            FrameVariables.clear(self);
            return;
        }
        if (Frames.isRunning(self)) {
            throw Errors.runtimeError("cannot clear an executing frame");
        }
        FrameVariables.clear(self);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyFrame self) {
        return "<frame at "
                + Identity.address(self)
                + ", file "
                + Str.java(Repr.repr(self.code.fileName))
                + ", line "
                + self.line()
                + ", code "
                + Str.java(self.code.name)
                + ">";
    }
}

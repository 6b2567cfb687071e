package org.jabiru.builtins.frame;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Warnings;

/** The local variables of a frame, by name (PEP 667). */
public final class FrameVariables {
    private FrameVariables() {}

    /** {@code f_locals}: the namespace of a body, a live view of a function's variables. */
    @TruffleBoundary
    public static Object locals(PyFrame f) {
        return f.code.has(PyCode.CO_OPTIMIZED) || comprehensionVariables(f) != null
                ? new PyFrameLocals(f)
                : f.arguments[1];
    }

    /** {@code locals()}: as {@link #locals}, but a copy of a function's variables. */
    @TruffleBoundary
    public static Object snapshot(PyFrame f) {
        if (!f.code.has(PyCode.CO_OPTIMIZED)) {
            PyDict hidden = comprehensionVariables(f);
            if (hidden == null || !(f.arguments[1] instanceof PyDict namespace)) {
                return f.arguments[1];
            }
            PyDict all = new PyDict();
            all.copyFrom(namespace);
            all.copyFrom(hidden);
            return all;
        }
        return copy(f);
    }

    static PyDict copy(PyFrame f) {
        PyDict out = new PyDict();
        for (TruffleString name : names(f)) {
            Object value = get(f, name);
            if (value != null) {
                out.put(name, value);
            }
        }
        if (f.extraLocals != null) {
            PyDict extra = f.extraLocals;
            for (int i = extra.first(); i >= 0; i = extra.next(i)) {
                out.put(extra.keyAt(i), extra.valueAt(i));
            }
        }
        return out;
    }

    /** All variables, each once. */
    static TruffleString[] names(PyFrame f) {
        PyCode code = f.code;
        PyDict seen = new PyDict();
        if (!code.has(PyCode.CO_OPTIMIZED)) {
            PyDict hidden = comprehensionVariables(f);
            return hidden == null
                    ? new TruffleString[0]
                    : Arrays.stream(Iteration.toArray(hidden)).toArray(TruffleString[]::new);
        }
        for (TruffleString[] some :
                new TruffleString[][] {code.variableNames, code.cellNames, code.freeNames}) {
            for (TruffleString name : some) {
                seen.put(name, name);
            }
        }
        TruffleString[] out = new TruffleString[seen.size()];
        int n = 0;
        for (int i = seen.first(); i >= 0; i = seen.next(i)) {
            out[n++] = (TruffleString) seen.keyAt(i);
        }
        return out;
    }

    private static boolean contains(TruffleString[] names, TruffleString name) {
        for (TruffleString n : names) {
            if (Str.equal(n, name)) {
                return true;
            }
        }
        return false;
    }

    static boolean isVariable(PyFrame f, TruffleString name) {
        PyCode code = f.code;
        if (!code.has(PyCode.CO_OPTIMIZED)) {
            return contains(names(f), name);
        }
        return contains(code.variableNames, name)
                || contains(code.cellNames, name)
                || contains(code.freeNames, name);
    }

    /** The value of a variable, or null when it is unbound. */
    static Object get(PyFrame f, TruffleString name) {
        Object raw = f.cleared ? null : raw(f, name);
        return raw instanceof PyCell c && isCell(f.code, name) ? c.contents : raw;
    }

    private static boolean isCell(PyCode code, TruffleString name) {
        return contains(code.cellNames, name) || contains(code.freeNames, name);
    }

    private static Object raw(PyFrame f, TruffleString name) {
        if (f.frame == null) {
            for (int i = 0; i < f.code.parameterCount(); i++) {
                if (Str.equal(f.code.variableNames[i], name)) {
                    return f.arguments[i + 1];
                }
            }
        } else {
            BytecodeNode node = f.code.root().getBytecodeNode();
            int bci = Math.max(f.lastInstruction(), 0);
            int offset = offset(f, node, bci, name);
            Object value = offset < 0 ? null : node.getLocalValue(bci, f.frame, offset);
            if (value != null) {
                return value;
            }
        }
        for (int i = 0; i < f.code.freeNames.length; i++) {
            if (Str.equal(f.code.freeNames[i], name)) {
                return f.function().closure[i];
            }
        }
        return null;
    }

    /**
     * The local that has a variable now. A comprehension has its variables in locals of its own,
     * which are declared later, and unbound outside of it.
     */
    private static int offset(PyFrame f, BytecodeNode node, int bci, TruffleString name) {
        Object[] names = node.getLocalNames(bci);
        int first = -1;
        for (int i = names.length - 1; i >= 0; i--) {
            if (names[i] instanceof TruffleString n && Str.equal(n, name)) {
                if (node.getLocalValue(bci, f.frame, i) != null) {
                    return i;
                }
                first = i;
            }
        }
        return first;
    }

    /**
     * The variables of comprehensions that run in the body of a module or class; null when there
     * are none.
     */
    private static PyDict comprehensionVariables(PyFrame f) {
        if (f.frame == null) {
            return null;
        }
        BytecodeNode node = f.code.root().getBytecodeNode();
        int bci = Math.max(f.lastInstruction(), 0);
        PyDict out = null;
        for (Object name : node.getLocalNames(bci)) {
            if (name instanceof TruffleString n
                    && !contains(f.code.freeNames, n)
                    && !contains(f.code.cellNames, n)) {
                int offset = offset(f, node, bci, n);
                Object value = node.getLocalValue(bci, f.frame, offset);
                if (value != null) {
                    out = out == null ? new PyDict() : out;
                    out.put(n, value instanceof PyCell c ? c.contents : value);
                }
            }
        }
        return out;
    }

    /** Sets a variable; false when the code has no such variable or it cannot be set now. */
    static boolean set(PyFrame f, TruffleString name, Object value) {
        if (!isVariable(f, name)) {
            return false;
        }
        if (isCell(f.code, name) && raw(f, name) instanceof PyCell c) {
            c.contents = value;
            return true;
        }
        if (f.frame == null) {
            for (int i = 0; i < f.code.parameterCount(); i++) {
                if (Str.equal(f.code.variableNames[i], name)) {
                    f.arguments[i + 1] = value;
                    return true;
                }
            }
            return false;
        }
        BytecodeNode node = f.code.root().getBytecodeNode();
        int bci = Math.max(f.lastInstruction(), 0);
        int offset = offset(f, node, bci, name);
        if (offset < 0) {
            return false;
        }
        node.setLocalValue(bci, f.frame, offset, value);
        return true;
    }

    /**
     * Binds the unbound variables of a frame that goes on at another line to None, and warns.
     *
     * @throws org.jabiru.object.PyException the warning, where warnings are errors
     */
    public static void bindUnbound(PyFrame f) {
        List<TruffleString> unbound = new ArrayList<>();
        for (TruffleString name : f.code.variableNames) {
            if (!isCell(f.code, name) && get(f, name) == null) {
                unbound.add(name);
            }
        }
        if (unbound.isEmpty()) {
            return;
        }
        int n = unbound.size();
        String message = "assigning None to " + n + " unbound local" + (n == 1 ? "" : "s");
        Warnings.warn(ExceptionTypes.RuntimeWarning, message, 0);
        for (TruffleString name : unbound) {
            set(f, name, Singleton.NONE);
        }
    }

    /** Unbinds all variables. */
    static void clear(PyFrame f) {
        if (!f.code.has(PyCode.CO_OPTIMIZED)) {
            return;
        }
        f.cleared = true;
        f.extraLocals = null;
        if (f.frame == null) {
            return;
        }
        BytecodeNode node = f.code.root().getBytecodeNode();
        int bci = Math.max(f.lastInstruction(), 0);
        for (int i = node.getLocalCount(bci) - 1; i >= 0; i--) {
            node.setLocalValue(bci, f.frame, i, null);
        }
    }
}

package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.builtins.function.PyFunction;

/** Local variables, cells and global variables. */
final class NameOps {
    private NameOps() {}

    /** The function that runs in the frame. */
    static PyFunction function(VirtualFrame frame) {
        return (PyFunction) frame.getArguments()[0];
    }

    static PyDict globals(VirtualFrame frame) {
        return function(frame).globals;
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class CheckLocal {
        @Specialization
        static long ofLong(TruffleString name, long value) {
            return value;
        }

        @Specialization
        static double ofDouble(TruffleString name, double value) {
            return value;
        }

        @Specialization
        static boolean ofBoolean(TruffleString name, boolean value) {
            return value;
        }

        @Specialization(replaces = {"ofLong", "ofDouble", "ofBoolean"})
        static Object ofObject(TruffleString name, Object value) {
            if (value == null) {
                CompilerDirectives.transferToInterpreter();
                throw NameErrors.unboundLocal(name);
            }
            return value;
        }
    }

    @Proxyable(allowUncached = true)
    static final class MakeCell {
        @Specialization
        static PyCell make(Object initial, @Bind Node here) {
            return new PyCell(initial);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = int.class, name = "index")
    static final class LoadClosureCell {
        @Specialization
        static PyCell load(VirtualFrame frame, int index) {
            return function(frame).closure[index];
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class LoadCell {
        @Specialization
        static Object load(TruffleString name, PyCell cell) {
            Object value = cell.contents;
            if (value == null) {
                CompilerDirectives.transferToInterpreter();
                throw NameErrors.unboundLocal(name);
            }
            return value;
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class LoadFree {
        @Specialization
        static Object load(TruffleString name, PyCell cell) {
            Object value = cell.contents;
            if (value == null) {
                CompilerDirectives.transferToInterpreter();
                throw NameErrors.unboundFree(name);
            }
            return value;
        }
    }

    @Proxyable(allowUncached = true)
    static final class StoreCell {
        @Specialization
        static void store(PyCell cell, Object value) {
            cell.contents = value;
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class DeleteCell {
        @Specialization
        static void delete(TruffleString name, PyCell cell) {
            if (cell.contents == null) {
                throw NameErrors.unboundLocal(name);
            }
            cell.contents = null;
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class DeleteFree {
        @Specialization
        static void delete(TruffleString name, PyCell cell) {
            if (cell.contents == null) {
                throw NameErrors.unboundFree(name);
            }
            cell.contents = null;
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class LoadGlobal {
        // A key stays where it is while others are added, so its position is all there is to check.
        @Specialization(
                guards = {"position >= 0", "holds(globals, position, key)"},
                limit = "3")
        static Object own(
                VirtualFrame frame,
                TruffleString name,
                @Bind("globals(frame)") PyDict globals,
                @Cached("find(globals, name)") int position,
                @Cached("keyOrNull(globals, position)") Object key) {
            return globals.valueAt(position);
        }

        @Specialization(
                guards = {
                    "globals == cachedGlobals",
                    "globals.layout() == layout",
                    "position >= 0",
                    "holdsFor(globals, builtins, position, key)"
                },
                limit = "3")
        static Object builtin(
                VirtualFrame frame,
                TruffleString name,
                @Bind("globals(frame)") PyDict globals,
                @Cached("globals") PyDict cachedGlobals,
                @Cached("layoutIfAbsent(globals, name)") long layout,
                @Cached(value = "builtins(frame)", neverDefault = true) PyDict builtins,
                @Cached("builtins.find(name)") int position,
                @Cached("keyOrNull(builtins, position)") Object key) {
            return builtins.valueAt(position);
        }

        @Specialization(replaces = {"own", "builtin"})
        static Object generic(VirtualFrame frame, TruffleString name) {
            return Names.loadGlobal(function(frame), name);
        }

        static PyFunction function(VirtualFrame frame) {
            return NameOps.function(frame);
        }

        @NeverDefault
        static PyDict globals(VirtualFrame frame) {
            return NameOps.globals(frame);
        }

        static PyDict builtins(VirtualFrame frame) {
            return NameOps.function(frame).builtins();
        }

        static boolean holds(PyDict dict, int position, Object key) {
            return dict.keyAt(position) == key;
        }

        /** As above: guards that take cached values only would be checked once and never again. */
        static boolean holdsFor(PyDict globals, PyDict dict, int position, Object key) {
            return dict.keyAt(position) == key;
        }

        static Object keyOrNull(PyDict dict, int position) {
            return position < 0 ? null : dict.keyAt(position);
        }

        /** The present layout of a dict without the name; a layout it never has otherwise. */
        static long layoutIfAbsent(PyDict dict, TruffleString name) {
            return dict.type() == DictType.TYPE && dict.find(name) < 0 ? dict.layout() : -1;
        }

        /** The position of a name; none in a dict that may have a __getitem__ of its own. */
        static int find(PyDict dict, TruffleString name) {
            return dict.type() == DictType.TYPE ? dict.find(name) : -1;
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class StoreGlobal {
        @Specialization(
                guards = {"position >= 0", "holds(globals, position, key)"},
                limit = "3")
        static void known(
                VirtualFrame frame,
                TruffleString name,
                Object value,
                @Bind("globals(frame)") PyDict globals,
                @Cached("globals.find(name)") int position,
                @Cached("keyOrNull(globals, position)") Object key) {
            globals.setValueAt(position, value);
        }

        @Specialization(replaces = "known")
        static void generic(VirtualFrame frame, TruffleString name, Object value) {
            NameOps.globals(frame).put(name, value);
        }

        @NeverDefault
        static PyDict globals(VirtualFrame frame) {
            return NameOps.globals(frame);
        }

        static boolean holds(PyDict dict, int position, Object key) {
            return dict.keyAt(position) == key;
        }

        static Object keyOrNull(PyDict dict, int position) {
            return position < 0 ? null : dict.keyAt(position);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = TruffleString.class, name = "name")
    static final class DeleteGlobal {
        @Specialization
        static void delete(VirtualFrame frame, TruffleString name) {
            if (globals(frame).remove(name) == null) {
                throw NameErrors.undefined(name);
            }
        }
    }
}

package org.jabiru.builtins.code;

import com.oracle.truffle.api.bytecode.LocalVariable;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.object.Identity;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.Branches;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Warnings;

/** The methods of {@code types.CodeType}. */
@BuiltinType(value = "code", doc = "The code of a function or module. Not for the faint of heart.")
public final class CodeType {
    public static final PyType TYPE =
            PyType.builtin("code", CodeTypeTable::new, null).sealed().withWeakReferences();

    private CodeType() {}

    @Builtin(
            value =
                    "__new__(cls, argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,"
                            + " flags, codestring, constants, names, varnames, filename, name,"
                            + " qualname, firstlineno, linetable, exceptiontable, freevars=(),"
                            + " cellvars=(), /)",
            kind = BuiltinKind.NEW,
            doc = "Create a code object.")
    static Object newInstance(
            PyType cls,
            int argumentCount,
            int positionalOnlyCount,
            int keywordOnlyCount,
            int localCount,
            int stackSize,
            int flags,
            Object instructions,
            PyTuple constants,
            PyTuple names,
            PyTuple variableNames,
            TruffleString fileName,
            TruffleString name,
            TruffleString qualifiedName,
            int firstLine,
            Object lineTable,
            Object exceptionTable,
            PyTuple freeNames,
            PyTuple cellNames) {
        Audit.event(
                "code.__new__",
                instructions,
                fileName,
                name,
                (long) argumentCount,
                (long) positionalOnlyCount,
                (long) keywordOnlyCount,
                (long) localCount,
                (long) stackSize,
                (long) flags);
        PyCode.Builder b = new PyCode.Builder();
        b.argumentCount = argumentCount;
        b.positionalOnlyCount = positionalOnlyCount;
        b.keywordOnlyCount = keywordOnlyCount;
        b.flags = flags;
        b.constants = constants.items;
        b.names = names(names, "names");
        b.variableNames = names(variableNames, "varnames");
        b.fileName = fileName;
        b.name = name;
        b.qualifiedName = qualifiedName;
        b.firstLine = firstLine;
        b.freeNames = names(freeNames, "freevars");
        b.cellNames = names(cellNames, "cellvars");
        byte[] table = ByteArguments.read(lineTable);
        b.positions = LineTable.positions(table);
        b.stackSize = stackSize;
        checkLocals(localCount, b);
        b.body = LineTable.body(table, ByteArguments.read(instructions));
        return b.build();
    }

    private static void checkLocals(int count, PyCode.Builder b) {
        if (count != b.variableNames.length) {
            throw Errors.valueError("code: co_nlocals != len(co_varnames)");
        }
    }

    private static TruffleString[] names(PyTuple tuple, String what) {
        TruffleString[] out = new TruffleString[tuple.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = Str.valueOrNull(tuple.get(i));
            if (out[i] == null) {
                throw Errors.typeError(
                        "name tuples must contain only strings, not '%s'",
                        Types.of(tuple.get(i)).name());
            }
        }
        return out;
    }

    @Builtin(value = "co_name", kind = BuiltinKind.FIELD)
    static Object name(PyCode self) {
        return self.name;
    }

    @Builtin(value = "co_qualname", kind = BuiltinKind.FIELD)
    static Object qualifiedName(PyCode self) {
        return self.qualifiedName;
    }

    @Builtin(value = "co_filename", kind = BuiltinKind.FIELD)
    static Object fileName(PyCode self) {
        return self.fileName;
    }

    @Builtin(value = "co_firstlineno", kind = BuiltinKind.FIELD)
    static int firstLine(PyCode self) {
        return self.firstLine;
    }

    @Builtin(value = "co_flags", kind = BuiltinKind.FIELD)
    static int flags(PyCode self) {
        return self.flags;
    }

    @Builtin(value = "co_argcount", kind = BuiltinKind.FIELD)
    static int argumentCount(PyCode self) {
        return self.argumentCount;
    }

    @Builtin(value = "co_posonlyargcount", kind = BuiltinKind.FIELD)
    static int positionalOnlyCount(PyCode self) {
        return self.positionalOnlyCount;
    }

    @Builtin(value = "co_kwonlyargcount", kind = BuiltinKind.FIELD)
    static int keywordOnlyCount(PyCode self) {
        return self.keywordOnlyCount;
    }

    @Builtin(value = "co_nlocals", kind = BuiltinKind.FIELD)
    static int localCount(PyCode self) {
        return self.variableNames.length;
    }

    /** The depth of the value stack: what a frame has beyond its locals. */
    @Builtin(value = "co_stacksize", kind = BuiltinKind.FIELD)
    static int stackSize(PyCode self) {
        if (self.stackSize >= 0) {
            return self.stackSize;
        }
        int locals = 0;
        for (LocalVariable v : self.root().getBytecodeNode().getLocals()) {
            locals = Math.max(locals, v.getLocalOffset() + 1);
        }
        return self.root().getFrameDescriptor().getNumberOfSlots() - locals;
    }

    @Builtin(value = "co_varnames", kind = BuiltinKind.GETTER)
    static Object variableNames(PyCode self) {
        return PyTuple.of((Object[]) self.variableNames);
    }

    @Builtin(value = "co_names", kind = BuiltinKind.FIELD)
    static Object names(PyCode self) {
        return PyTuple.of((Object[]) self.namesUsed());
    }

    @Builtin(value = "co_freevars", kind = BuiltinKind.GETTER)
    static Object freeNames(PyCode self) {
        return PyTuple.of((Object[]) self.freeNames);
    }

    @Builtin(value = "co_cellvars", kind = BuiltinKind.GETTER)
    static Object cellNames(PyCode self) {
        return PyTuple.of((Object[]) self.cellNames);
    }

    @Builtin(value = "co_consts", kind = BuiltinKind.FIELD)
    static Object constants(PyCode self) {
        return PyTuple.of(self.constantsUsed());
    }

    /** CPython: what runs; here: a listing of it, see {@link CodeListing}. */
    @Builtin(value = "co_code", kind = BuiltinKind.GETTER)
    static Object instructions(PyCode self) {
        return ByteArguments.bytes(listed(self));
    }

    private static byte[] listed(PyCode self) {
        return self.body instanceof Body.Foreign f ? f.instructions() : self.listing().bytes;
    }

    @Builtin(value = "_co_code_adaptive", kind = BuiltinKind.GETTER)
    static Object adaptiveInstructions(PyCode self) {
        return instructions(self);
    }

    @Builtin(value = "co_lnotab", kind = BuiltinKind.GETTER)
    static Object lineDeltas(PyCode self) {
        Warnings.warn(
                ExceptionTypes.DeprecationWarning,
                "co_lnotab is deprecated, use co_lines instead.",
                1);
        return ByteArguments.bytes(CodePositions.lineDeltas(self));
    }

    /** CPython: the encoded line table; here: see {@link LineTable}. */
    @Builtin(value = "co_linetable", kind = BuiltinKind.FIELD)
    static Object lineTable(PyCode self) {
        return ByteArguments.bytes(self.lineTable != null ? self.lineTable : LineTable.of(self));
    }

    /** Our exception handlers are part of the instructions. */
    @Builtin(value = "co_exceptiontable", kind = BuiltinKind.FIELD)
    static Object exceptionTable(PyCode self) {
        return ByteArguments.bytes(new byte[0]);
    }

    @Builtin("co_positions(self, /)")
    static Object positions(PyCode self) {
        return Iteration.iter(CodePositions.positions(self));
    }

    @Builtin("co_lines(self, /)")
    static Object lines(PyCode self) {
        return Iteration.iter(CodePositions.lines(self));
    }

    @Builtin(
            value = "_varname_from_oparg(self, /, oparg)",
            doc = "The name of a variable, by its index among all of the frame.")
    static Object variableName(PyCode self, int index) {
        int n = index;
        for (TruffleString[] names :
                new TruffleString[][] {self.variableNames, self.cellNames, self.freeNames}) {
            if (n >= 0 && n < names.length) {
                return names[n];
            }
            n -= names.length;
        }
        throw Errors.indexError("tuple index out of range");
    }

    @Builtin("co_branches(self, /)")
    static Object branches(PyCode self) {
        List<Object> out = new ArrayList<>();
        for (Branches.Branch b : Branches.all(self.root())) {
            out.add(new PyTuple((long) b.from(), (long) b.left(), (long) b.right()));
        }
        return Iteration.iter(new PyTuple(out.toArray()));
    }

    @Builtin(
            value =
                    "replace(self, /, *, co_argcount=<unrepresentable>,"
                            + " co_posonlyargcount=<unrepresentable>, co_kwonlyargcount=<unrepresentable>,"
                            + " co_nlocals=<unrepresentable>, co_stacksize=<unrepresentable>,"
                            + " co_flags=<unrepresentable>, co_firstlineno=<unrepresentable>,"
                            + " co_code=<unrepresentable>, co_consts=<unrepresentable>,"
                            + " co_names=<unrepresentable>, co_varnames=<unrepresentable>,"
                            + " co_freevars=<unrepresentable>, co_cellvars=<unrepresentable>,"
                            + " co_filename=<unrepresentable>, co_name=<unrepresentable>,"
                            + " co_qualname=<unrepresentable>, co_linetable=<unrepresentable>,"
                            + " co_exceptiontable=<unrepresentable>)",
            shown = "($self, /, **changes)")
    static Object replace(
            PyCode self,
            Object argumentCount,
            Object positionalOnlyCount,
            Object keywordOnlyCount,
            Object localCount,
            Object stackSize,
            Object flags,
            Object firstLine,
            Object instructions,
            Object constants,
            Object names,
            Object variableNames,
            Object freeNames,
            Object cellNames,
            Object fileName,
            Object name,
            Object qualifiedName,
            Object lineTable,
            Object exceptionTable) {
        PyCode.Builder b = self.toBuilder();
        b.argumentCount = or(argumentCount, b.argumentCount);
        b.positionalOnlyCount = or(positionalOnlyCount, b.positionalOnlyCount);
        b.keywordOnlyCount = or(keywordOnlyCount, b.keywordOnlyCount);
        b.flags = or(flags, b.flags);
        b.stackSize = or(stackSize, b.stackSize);
        b.firstLine = or(firstLine, b.firstLine);
        if (instructions != null) {
            byte[] given = ByteArguments.read(instructions);
            if (!Arrays.equals(given, listed(self))) {
                b.body = new Body.Foreign(given);
            }
        }
        b.constants = constants == null ? b.constants : ((PyTuple) constants).items;
        b.names = or(names, b.names, "names");
        b.variableNames = or(variableNames, b.variableNames, "varnames");
        b.freeNames = or(freeNames, b.freeNames, "freevars");
        b.cellNames = or(cellNames, b.cellNames, "cellvars");
        checkLocals(or(localCount, b.variableNames.length), b);
        b.fileName = or(fileName, b.fileName);
        b.name = or(name, b.name);
        b.qualifiedName = or(qualifiedName, b.qualifiedName);
        if (lineTable != null) {
            b.lineTable = ByteArguments.read(lineTable);
            b.positions = LineTable.positions(b.lineTable);
        }
        return b.build();
    }

    @Builtin("__replace__(self, /, **changes)")
    static Object copyWith(PyCode self, PyDict changes) {
        return CallWithDict.call(Attributes.get(self, "replace"), new Object[0], changes);
    }

    private static int or(Object value, int old) {
        return value == null ? old : Args.toInt(value);
    }

    private static TruffleString or(Object value, TruffleString old) {
        if (value == null) {
            return old;
        }
        TruffleString s = Str.valueOrNull(value);
        if (s == null) {
            throw Errors.typeError(
                    "replace() argument must be str, not %s", Types.of(value).name());
        }
        return s;
    }

    private static TruffleString[] or(Object value, TruffleString[] old, String what) {
        if (value == null) {
            return old;
        }
        if (!(value instanceof PyTuple t)) {
            throw Errors.typeError(
                    "replace() argument 'co_%s' must be tuple, not %s",
                    what, Types.of(value).name());
        }
        return names(t, what);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyCode self) {
        return "<code object "
                + Str.java(self.name)
                + " at "
                + Identity.address(self)
                + ", file \""
                + Str.java(self.fileName)
                + "\", line "
                + self.firstLine
                + ">";
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyCode self, Object other) {
        return other instanceof PyCode code
                ? (Object) isEqual(self, code)
                : Singleton.NOT_IMPLEMENTED;
    }

    private static boolean isEqual(PyCode a, PyCode b) {
        return a == b
                || Str.equal(a.name, b.name)
                        && a.firstLine == b.firstLine
                        && a.flags == b.flags
                        && a.argumentCount == b.argumentCount
                        && a.positionalOnlyCount == b.positionalOnlyCount
                        && a.keywordOnlyCount == b.keywordOnlyCount
                        && Comparison.equal(names(a), names(b))
                        && Comparison.equal(variableNames(a), variableNames(b))
                        && Comparison.equal(freeNames(a), freeNames(b))
                        && Comparison.equal(cellNames(a), cellNames(b))
                        && Comparison.equal(constants(a), constants(b))
                        && Arrays.equals(a.positions.toArray(), b.positions.toArray())
                        && Arrays.equals(listed(a), listed(b));
    }

    @Builtin(value = "__hash__(self, /)", doc = "Return hash(self).")
    static long hash(PyCode self) {
        long hash = Hashing.hash(self.name);
        hash = 31 * hash + Hashing.hash(names(self));
        hash = 31 * hash + Hashing.hash(variableNames(self));
        hash = 31 * hash + self.argumentCount;
        hash = 31 * hash + self.positionalOnlyCount;
        hash = 31 * hash + self.keywordOnlyCount;
        hash = 31 * hash + self.flags;
        return 31 * hash + self.firstLine;
    }
}

package org.jabiru.modules.testinternalcapi;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.HashSet;
import java.util.Set;
import org.jabiru.builtins.code.CodeTraits;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;

/** What kinds of variables a code object has: see CPython's {@code codeobject.c}. */
@BuiltinModule("_testinternalcapi")
public final class CodeVariables {
    private static final int ARG_POS = 0x02;
    private static final int ARG_KW = 0x04;
    private static final int ARG_VAR = 0x08;
    private static final int LOCAL = 0x20;
    private static final int CELL = 0x40;
    private static final int FREE = 0x80;

    private CodeVariables() {}

    /** For each variable its kinds, {@code CO_FAST_...}. */
    @Builtin("get_co_localskinds(code, /)")
    static PyDict kinds(Object given) {
        PyCode code = code(given);
        PyDict kinds = new PyDict();
        Set<TruffleString> cells = Set.of(code.cellNames);
        for (int i = 0; i < code.variableNames.length; i++) {
            TruffleString name = code.variableNames[i];
            kinds.put(name, LOCAL | argumentKind(code, i) | (cells.contains(name) ? CELL : 0L));
        }
        for (TruffleString name : code.cellNames) {
            if (kinds.get(name) == null) {
                kinds.put(name, (long) CELL);
            }
        }
        for (TruffleString name : code.freeNames) {
            kinds.put(name, (long) FREE);
        }
        return kinds;
    }

    private static int argumentKind(PyCode code, int index) {
        if (index < code.positionalOnlyCount) {
            return ARG_POS;
        }
        if (index < code.argumentCount) {
            return ARG_POS | ARG_KW;
        }
        int next = code.argumentCount + code.keywordOnlyCount;
        if (index < next) {
            return ARG_KW;
        }
        if (code.has(PyCode.CO_VARARGS) && index == next++) {
            return ARG_VAR | ARG_POS;
        }
        return index == next && code.has(PyCode.CO_VARKEYWORDS) ? ARG_VAR | ARG_KW : 0;
    }

    private static PyCode code(Object given) {
        if (given instanceof PyFunction f) {
            return f.code;
        }
        if (given instanceof PyCode c) {
            return c;
        }
        throw Errors.typeError("argument must be a code object or a function");
    }

    /** How many variables of which kind there are; the globals by where they are found. */
    @Builtin(
            "get_code_var_counts(code, globalnames=None, attrnames=None, globalsns=None,"
                    + " builtinsns=None)")
    static PyDict counts(
            Object given, Object globalNames, Object attributes, Object globals, Object builtins) {
        PyCode code = code(given);
        PyDict seenGlobals = globals instanceof PyDict d ? d : null;
        PyDict seenBuiltins = builtins instanceof PyDict d ? d : null;
        if (given instanceof PyFunction f) {
            seenGlobals = seenGlobals == null ? f.globals : seenGlobals;
            seenBuiltins = seenBuiltins == null ? f.builtins() : seenBuiltins;
        }
        int arguments = code.parameterCount();
        Set<TruffleString> parameters = new HashSet<>();
        for (int i = 0; i < arguments; i++) {
            parameters.add(code.variableNames[i]);
        }
        int argumentCells = 0;
        Set<TruffleString> locals = new HashSet<>(Set.of(code.variableNames));
        for (TruffleString name : code.cellNames) {
            locals.add(name);
            argumentCells += parameters.contains(name) ? 1 : 0;
        }
        int otherCells = code.cellNames.length - argumentCells;

        PyDict args = new PyDict();
        put(args, "total", arguments);
        put(args, "numposonly", code.positionalOnlyCount);
        put(args, "numposorkw", code.argumentCount - code.positionalOnlyCount);
        put(args, "numkwonly", code.keywordOnlyCount);
        put(args, "varargs", code.has(PyCode.CO_VARARGS) ? 1 : 0);
        put(args, "varkwargs", code.has(PyCode.CO_VARKEYWORDS) ? 1 : 0);
        PyDict cells = new PyDict();
        put(cells, "total", code.cellNames.length);
        put(cells, "numargs", argumentCells);
        put(cells, "numothers", otherCells);
        PyDict hidden = new PyDict();
        put(hidden, "total", 0);
        put(hidden, "numpure", 0);
        put(hidden, "numcells", 0);
        PyDict ofLocals = new PyDict();
        put(ofLocals, "total", locals.size());
        ofLocals.put("args", args);
        put(ofLocals, "numpure", locals.size() - arguments - otherCells);
        ofLocals.put("cells", cells);
        ofLocals.put("hidden", hidden);

        PyDict unbound = unbound(code, seenGlobals, seenBuiltins);
        PyDict counts = new PyDict();
        put(
                counts,
                "total",
                locals.size() + code.freeNames.length + (Long) unbound.get(Str.name("total")));
        counts.put("locals", ofLocals);
        put(counts, "numfree", code.freeNames.length);
        counts.put("unbound", unbound);
        return counts;
    }

    private static PyDict unbound(PyCode code, PyDict globals, PyDict builtins) {
        Set<TruffleString> loaded = CodeTraits.globalsLoaded(code);
        Set<TruffleString> attributes = CodeTraits.attributesLoaded(code);
        int global = 0;
        int builtin = 0;
        for (TruffleString name : loaded) {
            if (globals != null && globals.get(name) != null) {
                global++;
            } else if (builtins != null && builtins.get(name) != null) {
                builtin++;
            }
        }
        Set<TruffleString> unknown = new HashSet<>(Set.of(code.namesUsed()));
        unknown.removeAll(loaded);
        unknown.removeAll(attributes);
        PyDict ofGlobals = new PyDict();
        put(ofGlobals, "total", loaded.size());
        put(ofGlobals, "numglobal", global);
        put(ofGlobals, "numbuiltin", builtin);
        put(ofGlobals, "numunknown", loaded.size() - global - builtin);
        PyDict unbound = new PyDict();
        put(unbound, "total", loaded.size() + attributes.size() + unknown.size());
        unbound.put("globals", ofGlobals);
        put(unbound, "numattrs", attributes.size());
        put(unbound, "numunknown", unknown.size());
        return unbound;
    }

    private static void put(PyDict counts, String name, long value) {
        counts.put(name, value);
    }
}

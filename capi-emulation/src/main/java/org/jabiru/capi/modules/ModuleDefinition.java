package org.jabiru.capi.modules;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.functions.MethodDefinition;
import org.jabiru.capi.functions.PyNativeFunction;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.modules.interpreters.Interpreters;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/** A {@code PyModuleDef} (C-API manual, Module Objects). */
public final class ModuleDefinition {
    /** Offsets in {@code PyModuleObject}. */
    public static final int MODULE_DEF = 24;

    public static final int MODULE_STATE = 32;

    private static final int NAME = 40;
    private static final int DOC = 48;
    private static final int STATE_SIZE = 56;
    private static final int METHODS = 64;
    private static final int SLOTS = 72;
    private static final int FREE = 96;

    private static final int SLOT_CREATE = 1;
    private static final int SLOT_EXEC = 2;
    private static final int SLOT_INTERPRETERS = 3;
    private static final int SLOT_LAST = 4;

    private final CapiContext context;
    private final long address;

    public ModuleDefinition(CapiContext context, long address) {
        this.context = context;
        this.address = address;
    }

    /** Whether an object is a module definition rather than a module. */
    public static boolean isDefinition(CapiContext context, long p) {
        return ObjectLayout.type(p) == context.staticTypes.moduleDefType;
    }

    private String name() {
        long p = Memory.getLong(address + NAME);
        return p == 0 ? null : Memory.string(p);
    }

    /** {@code PyModule_FromDefAndSpec}: the module before its exec slots ran. */
    public Object create(Object spec, String name) {
        long create = 0;
        boolean hasExec = false;
        boolean isForMainOnly = false;
        int seen = 0;
        long slots = Memory.getLong(address + SLOTS);
        for (long at = slots; slots != 0 && Memory.getInt(at) != 0; at += 16) {
            int id = Memory.getInt(at);
            if (id == SLOT_CREATE) {
                if (create != 0) {
                    throw Errors.systemError("module %s has multiple create slots", name);
                }
                create = Memory.getLong(at + 8);
            } else if (id < 0 || id > SLOT_LAST) {
                throw Errors.systemError("module %s uses unknown slot ID %d", name, id);
            } else {
                hasExec |= id == SLOT_EXEC;
                if (id > SLOT_EXEC && (seen & 1 << id) != 0) {
                    throw Errors.systemError(
                            "module %s has more than one '%s' slots",
                            name, id == SLOT_INTERPRETERS ? "multiple interpreters" : "gil");
                }
                isForMainOnly |= id == SLOT_INTERPRETERS && Memory.getLong(at + 8) == 0;
                seen |= 1 << id;
            }
        }
        if (Memory.getLong(address + STATE_SIZE) < 0) {
            throw Errors.systemError(
                    "module %s: m_size may not be negative for multi-phase initialization", name);
        }
        if (isForMainOnly) {
            requireAllowed(name);
        }
        Object module = create == 0 ? PyModule.named(Str.of(name)) : callCreate(create, spec, name);
        if (module instanceof PyModule m) {
            bind(m);
        } else if (Memory.getLong(address + STATE_SIZE) > 0 || hasExec) {
            throw Errors.systemError(
                    Memory.getLong(address + STATE_SIZE) > 0
                            ? "module %s is not a module object, but requests module state"
                            : "module %s specifies execution slots, but did not create a"
                                    + " ModuleType instance",
                    name);
        }
        addFunctions(module, Str.of(name));
        addDoc(module);
        return module;
    }

    /** Makes a module one of this definition. */
    public void bind(PyModule module) {
        long p = context.crossing.toNew(module);
        Memory.putLong(p + MODULE_DEF, address);
        context.crossing.release(p);
    }

    /**
     * A module that has not said that it supports several interpreters is about to be made;
     * ImportError where that is checked.
     */
    public static void requireAllowed(String name) {
        if (Interpreters.current().checksExtensions()) {
            throw Errors.raise(
                    ExceptionTypes.ImportError,
                    "module %s does not support loading in subinterpreters",
                    name);
        }
    }

    /** Whether a further interpreter runs the function of single-phase initialisation again. */
    public boolean canBeMadeAgain() {
        return Memory.getLong(address + STATE_SIZE) >= 0;
    }

    /** Whether it is one of multi-phase initialisation. */
    public boolean hasSlots() {
        return Memory.getLong(address + SLOTS) != 0;
    }

    private Object callCreate(long function, Object spec, String name) {
        long p =
                context.calls.lending(
                        spec,
                        null,
                        null,
                        (s, b, c) ->
                                context.state.functions.jabiru_object_call2(function, s, address));
        if (p == 0) {
            PyException e = context.errors.take(name);
            throw e != null
                    ? e
                    : Errors.systemError(
                            "creation of module %s failed without setting an exception", name);
        }
        return context.crossing.stolen(p);
    }

    /** {@code PyModule_Create2}: single-phase initialisation. */
    public PyModule createSinglePhase() {
        String name = name();
        if (Memory.getLong(address + SLOTS) != 0) {
            throw Errors.systemError(
                    "module %s: PyModule_Create is incompatible with m_slots", name);
        }
        String full = context.moduleBeingInitialised;
        if (full != null && full.endsWith("." + name)) {
            name = full;
        }
        PyModule m = PyModule.named(Str.of(name));
        long p = context.crossing.toNew(m);
        Memory.putLong(p + MODULE_DEF, address);
        allocateState(p);
        context.boundary.releaseLater(p);
        addFunctions(m, Str.of(name));
        addDoc(m);
        return m;
    }

    private void allocateState(long module) {
        long size = Memory.getLong(address + STATE_SIZE);
        if (size > 0) {
            Memory.putLong(module + MODULE_STATE, context.state.calloc(size));
        }
        context.state.functions.jabiru_gc_track_module(module);
    }

    /**
     * A module is gone, its memory not yet: {@code m_free}, and the state goes.
     *
     * @param p the memory of any module object
     */
    public static void freed(CapiContext context, long p) {
        long definition = Memory.getLong(p + MODULE_DEF);
        long state = Memory.getLong(p + MODULE_STATE);
        if (definition == 0) {
            return;
        }
        context.state.functions.jabiru_gc_untrack(p);
        long free = Memory.getLong(definition + FREE);
        if (free != 0 && (state != 0 || Memory.getLong(definition + STATE_SIZE) <= 0)) {
            context.boundary.enter();
            try {
                context.state.functions.jabiru_void_call1(free, p);
            } finally {
                context.boundary.leave();
            }
        }
        if (state != 0) {
            Memory.putLong(p + MODULE_STATE, 0);
            context.state.functions.PyMem_Free(state);
        }
    }

    /** State without content says that the exec slots ran: a reload does not run them again. */
    private void allocateOnExecution(long module) {
        long size = Memory.getLong(address + STATE_SIZE);
        long state = context.state.calloc(Math.max(size, 1));
        Memory.putLong(module + MODULE_STATE, state);
        context.state.functions.jabiru_gc_track_module(module);
    }

    private void addFunctions(Object module, Object name) {
        addFunctions(context, module, name, Memory.getLong(address + METHODS));
    }

    /** {@code PyModule_AddFunctions}. */
    public static void addFunctions(CapiContext context, Object module, Object name, long table) {
        for (long at = table; table != 0 && Memory.getLong(at) != 0; at += MethodDefinition.SIZE) {
            MethodDefinition d = new MethodDefinition(context, at);
            if ((d.flags & (MethodDefinition.CLASS | MethodDefinition.STATIC)) != 0) {
                throw Errors.valueError("module functions cannot set METH_CLASS or METH_STATIC");
            }
            Attributes.set(module, Str.of(d.name), new PyNativeFunction(d, module, name, null));
        }
    }

    private void addDoc(Object module) {
        long doc = Memory.getLong(address + DOC);
        if (doc != 0) {
            Attributes.set(module, "__doc__", Str.of(Memory.string(doc)));
        }
    }

    /** {@code PyModule_ExecDef}: allocates the state and runs the exec slots. */
    public void execute(PyModule module, long p) {
        if (Memory.getLong(p + MODULE_STATE) == 0) {
            allocateOnExecution(p);
        }
        long slots = Memory.getLong(address + SLOTS);
        for (long at = slots; slots != 0 && Memory.getInt(at) != 0; at += 16) {
            if (Memory.getInt(at) == SLOT_EXEC) {
                executeSlot(Memory.getLong(at + 8), module);
            }
        }
    }

    private void executeSlot(long function, PyModule module) {
        String name = Str.java(Str.valueOrNull(module.dict.get("__name__")));
        long status =
                context.calls.lending(
                        module,
                        null,
                        null,
                        (m, b, c) -> context.state.functions.jabiru_int_call1(function, m));
        if (status == 0) {
            return;
        }
        PyException e = context.errors.takeFromModule("execution of module " + name);
        throw e != null
                ? e
                : Errors.systemError(
                        "execution of module %s failed without setting an exception", name);
    }
}

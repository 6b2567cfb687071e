package org.jabiru.capi.types;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.function.PyBuiltinFunction;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Descriptors;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.Truth;

/** Runs special methods for C code that calls them as slots (C-API manual, Type Objects). */
final class SlotUpcalls {
    private final CapiContext context;

    SlotUpcalls(CapiContext context) {
        this.context = context;
    }

    /**
     * Runs one.
     *
     * @param owner the builtin type whose method it is, or null for the object's own
     * @return an object's address with a new reference, or a number, as the slot has it
     */
    long call(PyType owner, SlotGroup group, long a, long b, long c) {
        try {
            return run(owner, group, a, b, c);
        } catch (Throwable t) {
            if (group.kind() == SlotKind.NEXT
                    && t instanceof PyException e
                    && e.is(ExceptionTypes.StopIteration)
                    && Attributes.get(e.exception(), "value") == Singleton.NONE) {
                return 0;
            }
            context.raise(t);
            return errorOf(group.kind());
        }
    }

    private static long errorOf(SlotKind kind) {
        return switch (kind) {
            case HASH,
                    LENGTH,
                    BOOL,
                    INIT,
                    SET_ITEM,
                    DELETE_ITEM,
                    SET_SEQUENCE_ITEM,
                    DELETE_SEQUENCE_ITEM,
                    CONTAINS,
                    DESCR_SET,
                    DESCR_DELETE,
                    BUFFER ->
                    -1;
            default -> 0;
        };
    }

    private Object object(long p) {
        return context.object(p);
    }

    private Object orNone(long p) {
        return p == 0 ? Singleton.NONE : context.object(p);
    }

    private Object invoke(PyType owner, String name, Object receiver, Object... args) {
        Object method = (owner != null ? owner : Types.of(receiver)).lookup(name);
        if (method == null || method == Singleton.NONE) {
            throw Errors.typeError(
                    "'%s' object has no special method %s", Types.of(receiver).name(), name);
        }
        return Call.callUnbound(method, receiver, args, null);
    }

    private long run(PyType owner, SlotGroup group, long a, long b, long c) {
        String name = group.slots().get(0).method();
        if (group.kind() == SlotKind.SET_ITEM || group.kind() == SlotKind.SET_SEQUENCE_ITEM) {
            context.boundary.keepForAWhile(c);
        }
        return switch (group.kind()) {
            case NEW -> context.toNewReference(create(owner, a, b, c));
            case INIT -> {
                Object self = object(a);
                Object method =
                        bound((owner != null ? owner : Types.of(self)).lookup("__init__"), self);
                Object result = withArguments(method, b, c);
                if (result != Singleton.NONE) {
                    throw Errors.typeError(
                            "__init__() should return None, not '%s'", Types.of(result).name());
                }
                yield 0;
            }
            case CALL -> {
                Object self = object(a);
                // Functions of C have a class of their own that C takes for the builtin one.
                boolean itself = owner == null || Types.of(self) != owner && isFunction(self);
                Object method = itself ? self : bound(owner.lookup("__call__"), self);
                yield context.toNewReference(withArguments(method, b, c));
            }
            case UNARY, NEXT -> context.toNewReference(invoke(owner, name, object(a)));
            case HASH -> {
                Object self = object(a);
                long hash =
                        owner == null ? Hashing.hash(self) : Args.toLong(invoke(owner, name, self));
                if (ObjectLayout.type(a) == context.staticTypes.strType) {
                    // Inlined code reads it there, having asked once.
                    Memory.putLong(a + ObjectLayout.STR_HASH, hash);
                }
                yield hash;
            }
            case LENGTH -> {
                Object self = object(a);
                yield owner == null
                        ? Sequences.length(self)
                        : Args.toLong(invoke(owner, name, self));
            }
            case BOOL -> {
                Object self = object(a);
                boolean is =
                        owner == null
                                ? Truth.isTrue(self)
                                : Truth.isTrue(invoke(owner, name, self));
                yield is ? 1 : 0;
            }
            case BINARY -> context.toNewReference(binary(owner, group, object(a), object(b)));
            case POWER -> context.toNewReference(power(owner, object(a), object(b), orNone(c)));
            case IN_PLACE_POWER ->
                    context.toNewReference(invoke(owner, name, object(a), object(b)));
            case COMPARE -> {
                int operator = (int) c;
                String method = group.slots().get(operator).method();
                yield context.toNewReference(invoke(owner, method, object(a), object(b)));
            }
            case SEQUENCE_ITEM, REPEAT -> context.toNewReference(invoke(owner, name, object(a), b));
            case SET_SEQUENCE_ITEM -> set(owner, "item", object(a), b, c);
            case SET_ITEM ->
                    set(
                            owner,
                            name.equals("__setattr__") ? "attr" : "item",
                            object(a),
                            object(b),
                            c);
            case CONTAINS -> Truth.isTrue(invoke(owner, name, object(a), object(b))) ? 1 : 0;
            case DESCR_GET ->
                    context.toNewReference(invoke(owner, name, object(a), orNone(b), orNone(c)));
            case DESCR_SET -> {
                if (c == 0) {
                    invoke(owner, "__delete__", object(a), object(b));
                } else {
                    invoke(owner, "__set__", object(a), object(b), object(c));
                }
                yield 0;
            }
            case FINALIZE -> {
                finish(object(a), name);
                yield 0;
            }
            case BUFFER -> {
                context.bufferExports.export(object(a), b, (int) c);
                yield 0;
            }
            case RELEASE_BUFFER -> {
                context.bufferExports.release(b);
                yield 0;
            }
            default -> throw new IllegalStateException(group.kind().toString());
        };
    }

    private Object create(PyType owner, long type, long args, long keywords) {
        PyType cls = (PyType) object(type);
        PyType from = owner != null ? owner : cls;
        Object method = Descriptors.get(from.special().make, null, from);
        Object[] positional = context.crossing.items(args);
        Object[] all = new Object[positional.length + 1];
        all[0] = cls;
        System.arraycopy(positional, 0, all, 1, positional.length);
        boolean isSlot = method instanceof PyBuiltinFunction f && f.newOf() != null;
        return CallWithDict.call(
                isSlot ? ((PyBuiltinFunction) method).unchecked() : method,
                all,
                keywords == 0 ? null : (PyDict) object(keywords));
    }

    private static Object bound(Object method, Object self) {
        return Descriptors.get(method, self, Types.of(self));
    }

    private static boolean isFunction(Object o) {
        return o instanceof JavaCallable && !Types.of(o).isHeapType();
    }

    private Object withArguments(Object callable, long args, long keywords) {
        Object[] positional = args == 0 ? new Object[0] : context.crossing.items(args);
        return CallWithDict.call(
                callable, positional, keywords == 0 ? null : (PyDict) object(keywords));
    }

    /**
     * One of the operands is of the type; which one decides between a method and its reflection.
     */
    private Object binary(PyType owner, SlotGroup group, Object left, Object right) {
        Slot first = group.slots().get(0);
        if (group == SlotGroup.GET_ATTRIBUTE && owner == null) {
            return Attributes.get(left, Str.valueOrNull(right));
        }
        if (group.slots().size() == 1) {
            return invoke(owner, first.method(), left, right);
        }
        Object result = Singleton.NOT_IMPLEMENTED;
        if (has(owner, left, first.method())) {
            result = invoke(owner, first.method(), left, right);
        }
        String reflected = group.slots().get(1).method();
        if (result == Singleton.NOT_IMPLEMENTED && has(owner, right, reflected)) {
            result = invoke(owner, reflected, right, left);
        }
        return result;
    }

    private static boolean has(PyType owner, Object operand, String method) {
        PyType type = Types.of(operand);
        return owner != null ? type.isSubtype(owner) : type.lookup(method) != null;
    }

    private Object power(PyType owner, Object base, Object exponent, Object modulus) {
        if (modulus != Singleton.NONE) {
            return invoke(owner, "__pow__", base, exponent, modulus);
        }
        Object result = Singleton.NOT_IMPLEMENTED;
        if (has(owner, base, "__pow__")) {
            result = invoke(owner, "__pow__", base, exponent);
        }
        if (result == Singleton.NOT_IMPLEMENTED && has(owner, exponent, "__rpow__")) {
            result = invoke(owner, "__rpow__", exponent, base);
        }
        return result;
    }

    /** {@code __setitem__} and its like; NULL deletes. */
    private long set(PyType owner, String what, Object self, Object key, long value) {
        if (value == 0) {
            invoke(owner, "__del" + what + "__", self, key);
        } else {
            invoke(owner, "__set" + what + "__", self, key, object(value));
        }
        return 0;
    }

    /** {@code tp_finalize} saves the current exception, and cannot raise. */
    private void finish(Object self, String name) {
        PyException pending = context.errors.take(name);
        try {
            invoke(null, name, self);
        } catch (PyException e) {
            context.unraisable(e, "deallocator " + Types.of(self).name() + "." + name);
        }
        if (pending != null) {
            context.raise(pending);
        }
    }
}

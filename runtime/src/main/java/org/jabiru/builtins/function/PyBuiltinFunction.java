package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.NewWrapper;
import org.jabiru.object.PyType;
import org.jabiru.object.Signature;
import org.jabiru.object.Singleton;

/**
 * {@code types.BuiltinFunctionType}: a function of a builtin module, a builtin's {@code __new__},
 * or a builtin method bound to its receiver.
 */
public final class PyBuiltinFunction extends BuiltinMember implements FunctionOrMethod, NewWrapper {
    /** {@code __self__}: the module, the type or the receiver; null for none. */
    public final Object self;

    /** {@code __module__}, or null; Python code may set it. */
    public Object module;

    /** Whether {@link #self} is passed as the first argument. */
    public final boolean bound;

    /** A function of a module, or a builtin type's {@code __new__}. */
    public PyBuiltinFunction(BuiltinTable table, int index, Object self, TruffleString module) {
        super(BuiltinFunctionType.TYPE, table, index);
        this.self = self;
        this.module = module;
        this.bound = false;
    }

    /** A method bound to its receiver. */
    public PyBuiltinFunction(BuiltinTable table, int index, Object receiver) {
        super(
                PyMethodDescriptor.isSpecial(table.owner, table.name(index))
                        ? MethodWrapperType.TYPE
                        : BuiltinFunctionType.TYPE,
                table,
                index);
        this.self = receiver;
        this.module = null;
        this.bound = true;
    }

    @Override
    public PyType newOf() {
        return !bound && table.kind(index) == 'N' ? (PyType) self : null;
    }

    /** {@code tp_new} itself, which checks nothing: the {@code tp_new} of a subtype calls it. */
    public JavaCallable unchecked() {
        return this::invoke;
    }

    @Override
    public Object self() {
        return self;
    }

    @Override
    public Object shownSelf() {
        return self == null || table.kind(index) == 'S' ? Singleton.NONE : self;
    }

    @Override
    public Object module() {
        return module;
    }

    @Override
    public void setModule(Object module) {
        this.module = module;
    }

    @Override
    public boolean isSameFunction(FunctionOrMethod other) {
        return other instanceof PyBuiltinFunction f && table == f.table && index == f.index;
    }

    @Override
    public long functionHash() {
        return System.identityHashCode(table) + (long) index;
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        if (args.length > 0 && args[0] != self && newOf() != null) {
            NewChecks.check(this, args[0]);
        }
        if (!bound) {
            return invoke(args, keywords);
        }
        Object[] all = prepend(self, args);
        Signature s = signature();
        return table.invoke(
                index, s.isDirect(all.length, keywords) ? all : s.bind(all, keywords, self));
    }
}

package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Signature;
import org.jabiru.object.Str;

/** A callable that stands for one line of a {@link BuiltinTable}. */
public abstract class BuiltinMember extends PyObject implements Member {
    public final BuiltinTable table;
    public final int index;

    protected BuiltinMember(PyType type, BuiltinTable table, int index) {
        super(type);
        this.table = table;
        this.index = index;
    }

    @Override
    public final TruffleString name() {
        return Str.name(table.name(index));
    }

    @Override
    public final Object doc() {
        return MemberAttributes.doc(this);
    }

    @Override
    public final Object textSignature() {
        return MemberAttributes.textSignature(this);
    }

    public final Signature signature() {
        return table.signature(index);
    }

    /** Calls with all arguments, the receiver (if any) first. */
    protected final Object invoke(Object[] args, TruffleString[] keywords) {
        Signature s = table.signature(index);
        return table.invoke(
                index, s.isDirect(args.length, keywords) ? args : s.bind(args, keywords));
    }

    /** The arguments with a receiver before them. */
    public static Object[] prepend(Object receiver, Object[] args) {
        Object[] out = new Object[args.length + 1];
        out[0] = receiver;
        System.arraycopy(args, 0, out, 1, args.length);
        return out;
    }
}

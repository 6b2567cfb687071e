package org.jabiru.builtins.foreign;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.InteropLibrary;
import java.util.concurrent.ConcurrentHashMap;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** Chooses what an object of another language is in Python. */
public final class ForeignTypes {
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    /** What the objects of a Java class are: that much is the same for all of them. */
    private static final class KnownClasses {
        private final ConcurrentHashMap<Class<?>, PyType> types = new ConcurrentHashMap<>();
    }

    private ForeignTypes() {}

    /** The Python object for one of another language that is no number, text or null. */
    @TruffleBoundary
    public static PyObject wrap(Object value) {
        TruffleLanguage.Env env = PythonContext.get().env();
        if (env.isHostFunction(value)) {
            return new PyForeign(ForeignFunctionType.TYPE, value);
        }
        if (env.isHostObject(value) && !env.isHostSymbol(value)) {
            Object object = env.asHostObject(value);
            if (!(object instanceof Class<?>) && !(object instanceof Throwable)) {
                return ofHost(object.getClass(), value);
            }
        }
        return ofKind(value);
    }

    private static PyObject ofHost(Class<?> cls, Object value) {
        var known = PythonContext.get().state(KnownClasses.class, KnownClasses::new).types;
        PyType type = known.get(cls);
        if (type == null) {
            PyObject made = ofKind(value);
            known.put(cls, made.type());
            return made;
        }
        return type == ForeignIteratorType.TYPE
                ? new PyForeignIterator(value)
                : new PyForeign(type, value);
    }

    private static PyObject ofKind(Object value) {
        if (INTEROP.isException(value)) {
            return exception(value, value instanceof AbstractTruffleException e ? e : null);
        }
        if (INTEROP.isIterator(value)) {
            return new PyForeignIterator(value);
        }
        return new PyForeign(typeOf(value), value);
    }

    private static PyType typeOf(Object value) {
        if (INTEROP.isMetaObject(value)) {
            return ForeignClassType.TYPE;
        }
        if (INTEROP.hasHashEntries(value)) {
            return ForeignDictType.TYPE;
        }
        if (INTEROP.hasArrayElements(value)) {
            return ForeignListType.TYPE;
        }
        if (INTEROP.hasIterator(value) || Messages.isStream(value)) {
            return ForeignIterableType.TYPE;
        }
        return INTEROP.isExecutable(value) || INTEROP.isInstantiable(value)
                ? ForeignFunctionType.TYPE
                : ForeignObjectType.TYPE;
    }

    private static PyForeignException exception(Object value, AbstractTruffleException original) {
        var made = new PyForeignException(ForeignExceptionType.TYPE);
        made.value = value;
        made.original = original;
        made.args = PyTuple.of(Str.of(Messages.exceptionMessage(value)));
        return made;
    }

    /** What another language threw, as Python raises it. */
    @TruffleBoundary
    public static PyException raised(AbstractTruffleException e) {
        return e instanceof PyException own ? own : new PyException(exception(e, e));
    }

    /** Whether {@code except} may name it: a class whose instances are exceptions, of Java's. */
    @TruffleBoundary
    public static boolean isClass(Object o) {
        return o instanceof PyForeign f && f.type() == ForeignClassType.TYPE;
    }

    /** Whether {@code except cls} catches the exception. */
    @TruffleBoundary
    public static boolean catches(Object cls, PyBaseException exception) {
        return exception instanceof PyForeignException e
                && e.value != null
                && Messages.isInstance(((PyForeign) cls).value, e.value);
    }
}

package org.jabiru.modules.gc;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.bytecode.ContinuationResult;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.strings.TruffleString;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Signature;
import org.jabiru.object.Singleton;

/**
 * Which objects an object refers to. CPython: each type tells it ({@code tp_traverse}); here: the
 * fields of its Java class are read, and of the Java objects that belong to it, so that no type can
 * forget one.
 */
final class Referents {
    /** How far Java objects of our own are followed that are no Python objects. */
    private static final int LONGEST_WAY = 3;

    private final Map<Class<?>, List<Field>> fields = new HashMap<>();

    /** Visits what an object refers to, in no particular order, some of it perhaps twice. */
    void visit(PyObject o, Consumer<Object> visitor) {
        visitor.accept(o.type());
        DynamicObjectLibrary library = DynamicObjectLibrary.getUncached();
        for (Object key : library.getKeyArray(o)) {
            value(library.getOrDefault(o, key, null), visitor, 0);
        }
        fieldsOf(o, visitor, 0);
    }

    private void fieldsOf(Object o, Consumer<Object> visitor, int way) {
        for (Field field : fields.computeIfAbsent(o.getClass(), Referents::readable)) {
            try {
                value(field.get(o), visitor, way);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The fields that may hold objects, those of Truffle's and the JDK's classes left out. */
    private static List<Field> readable(Class<?> cls) {
        List<Field> out = new ArrayList<>();
        for (Class<?> c = cls; c != null && c != PyObject.class; c = c.getSuperclass()) {
            if (!c.getName().startsWith("org.jabiru.")) {
                break;
            }
            for (Field field : c.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
                    continue;
                }
                try {
                    field.setAccessible(true);
                    out.add(field);
                } catch (InaccessibleObjectException e) {
                    // A class of another module keeps its fields to itself.
                    break;
                }
            }
        }
        return out;
    }

    private void value(Object v, Consumer<Object> visitor, int way) {
        switch (v) {
            case null -> {}
            case PyObject o -> visitor.accept(o);
            case TruffleString s -> visitor.accept(s);
            case Long l -> visitor.accept(l);
            case Double d -> visitor.accept(d);
            case BigInteger b -> visitor.accept(b);
            case Boolean b -> visitor.accept(b);
            case Singleton s -> visitor.accept(s);
            case Object[] items -> {
                for (Object item : items) {
                    value(item, visitor, way);
                }
            }
            case Collection<?> items -> items.forEach(item -> value(item, visitor, way));
            case Map<?, ?> map ->
                    map.forEach((key, item) -> {
                        value(key, visitor, way);
                        value(item, visitor, way);
                    });
            case ContinuationResult c -> frame(c.getFrame(), visitor);
            case Frame f -> frame(f, visitor);
            // Code and machinery, and references that do not keep what they refer to.
            case Node n -> {}
            case CallTarget c -> {}
            case Reference<?> r -> {}
            case BuiltinTable t -> {}
            case Signature s -> {}
            case PyType.Factory f -> {}
            case PythonContext c -> {}
            case ThreadState t -> {}
            default -> {
                if (way < LONGEST_WAY && v.getClass().getName().startsWith("org.jabiru.")) {
                    fieldsOf(v, visitor, way + 1);
                }
            }
        }
    }

    private void frame(Frame frame, Consumer<Object> visitor) {
        for (Object argument : frame.getArguments()) {
            if (argument instanceof PyObject) {
                visitor.accept(argument);
            }
        }
        for (int i = 0; i < frame.getFrameDescriptor().getNumberOfSlots(); i++) {
            if (frame.isObject(i) && frame.getObject(i) instanceof PyObject o) {
                visitor.accept(o);
            }
        }
    }
}

package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.bytecode.Variadic;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.tuple.PyTuple;

/**
 * Displays and comprehensions. What makes an object binds its node: only then does the frame say
 * where it is, which {@code tracemalloc} asks.
 */
final class ContainerOps {
    private ContainerOps() {}

    @Proxyable(allowUncached = true)
    static final class BuildList {
        @Specialization
        static PyList build(@Variadic Object[] items, @Bind Node here) {
            return new PyList(items);
        }
    }

    @Proxyable(allowUncached = true)
    static final class BuildTuple {
        @Specialization
        static PyTuple build(@Variadic Object[] items, @Bind Node here) {
            return items.length == 0 ? PyTuple.EMPTY : new PyTuple(items);
        }
    }

    @Proxyable(allowUncached = true)
    static final class BuildSet {
        @Specialization
        static PySet build(@Variadic Object[] items, @Bind Node here) {
            return Containers.set(items);
        }
    }

    @Proxyable(allowUncached = true)
    static final class BuildDict {
        @Specialization
        static PyDict build(@Variadic Object[] keysAndValues, @Bind Node here) {
            PyDict dict = new PyDict();
            if (keysAndValues.length != 0) {
                Containers.fill(dict, keysAndValues);
            }
            return dict;
        }
    }

    @Proxyable(allowUncached = true)
    static final class ListToTuple {
        @Specialization
        static PyTuple convert(PyList list, @Bind Node here) {
            return PyTuple.of(list.toArray());
        }
    }

    @Proxyable(allowUncached = true)
    static final class ListAppend {
        @Specialization
        static void append(PyList list, Object item) {
            list.append(item);
        }
    }

    @Proxyable(allowUncached = true)
    static final class ListExtend {
        @Specialization
        static void extend(PyList list, Object iterable, @Bind Node here) {
            Containers.extend(list, iterable);
        }
    }

    @Proxyable(allowUncached = true)
    static final class SetAdd {
        @Specialization
        static void add(PySet set, Object item, @Bind Node here) {
            Containers.addToSet(set, item);
        }
    }

    @Proxyable(allowUncached = true)
    static final class SetUpdate {
        @Specialization
        static void update(PySet set, Object iterable, @Bind Node here) {
            Containers.updateSet(set, iterable);
        }
    }

    @Proxyable(allowUncached = true)
    static final class DictAdd {
        @Specialization
        static void add(PyDict dict, Object key, Object value, @Bind Node here) {
            dict.put(key, value);
        }
    }

    @Proxyable(allowUncached = true)
    static final class DictUpdate {
        @Specialization
        static void update(PyDict dict, Object mapping, @Bind Node here) {
            Containers.updateDict(dict, mapping);
        }
    }
}

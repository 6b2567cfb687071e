package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Sequences;

/** Subscription and slicing. */
final class SubscriptOps {
    private SubscriptOps() {}

    @Proxyable(allowUncached = true)
    @ImportStatic(ExactTypes.class)
    static final class LoadSubscript {
        @Specialization(guards = {"isList(list)", "isIndex(index, list.size())"})
        static Object ofList(PyList list, long index) {
            return list.get((int) (index < 0 ? index + list.size() : index));
        }

        @Specialization(guards = {"isTuple(tuple)", "isIndex(index, tuple.size())"})
        static Object ofTuple(PyTuple tuple, long index) {
            return tuple.get((int) (index < 0 ? index + tuple.size() : index));
        }

        @Specialization(guards = "isIndex(index, length(s))")
        static TruffleString ofStr(TruffleString s, long index) {
            return Characters.at(s, (int) (index < 0 ? index + Str.length(s) : index));
        }

        @Specialization(guards = "isDict(dict)")
        static Object ofDictAndInt(PyDict dict, long key) {
            Object value = dict.getLong(key);
            if (value == null) {
                throw Errors.keyError(key);
            }
            return value;
        }

        @Specialization(guards = "isDict(dict)", replaces = "ofDictAndInt")
        static Object ofDict(PyDict dict, Object key) {
            Object value = dict.get(key);
            if (value == null) {
                throw Errors.keyError(key);
            }
            return value;
        }

        @Specialization(replaces = {"ofList", "ofTuple", "ofStr", "ofDictAndInt", "ofDict"})
        static Object generic(Object container, Object key, @Bind Node here) {
            return Sequences.getItem(container, key);
        }
    }

    @Proxyable(allowUncached = true)
    @ImportStatic(ExactTypes.class)
    static final class StoreSubscript {
        @Specialization(guards = {"isList(list)", "isIndex(index, list.size())"})
        static void ofList(Object value, PyList list, long index) {
            list.set((int) (index < 0 ? index + list.size() : index), value);
        }

        @Specialization(guards = "isDict(dict)")
        static void ofDictAndInt(Object value, PyDict dict, long key) {
            dict.putLong(key, value);
        }

        @Specialization(guards = "isDict(dict)", replaces = "ofDictAndInt")
        static void ofDict(Object value, PyDict dict, Object key) {
            dict.put(key, value);
        }

        @Specialization(replaces = {"ofList", "ofDictAndInt", "ofDict"})
        static void generic(Object value, Object container, Object key, @Bind Node here) {
            Sequences.setItem(container, key, value);
        }
    }

    @Proxyable(allowUncached = true)
    static final class DeleteSubscript {
        @Specialization
        static void generic(Object container, Object key, @Bind Node here) {
            Sequences.deleteItem(container, key);
        }
    }

    @Proxyable(allowUncached = true)
    static final class BuildSlice {
        @Specialization
        static Object build(Object start, Object stop, Object step, @Bind Node here) {
            return new PySlice(start, stop, step);
        }
    }
}

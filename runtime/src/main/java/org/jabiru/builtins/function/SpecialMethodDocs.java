package org.jabiru.builtins.function;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the special methods do that say nothing of their own (Data model, Special method names). */
public final class SpecialMethodDocs {
    private static final Map<String, String> DOCS = new HashMap<>();

    private SpecialMethodDocs() {}

    static {
        String operators =
                "add + sub - mul * matmul @ truediv / floordiv // mod % lshift << rshift >> and &"
                        + " or | xor ^";
        String[] parts = operators.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            String sign = parts[i + 1];
            DOCS.put("__" + parts[i] + "__", "Return self" + sign + "value.");
            DOCS.put("__r" + parts[i] + "__", "Return value" + sign + "self.");
            DOCS.put("__i" + parts[i] + "__", "Return self" + sign + "=value.");
        }
        String[] comparisons = "eq == ne != lt < le <= gt > ge >=".split(" ");
        for (int i = 0; i < comparisons.length; i += 2) {
            DOCS.put("__" + comparisons[i] + "__", "Return self" + comparisons[i + 1] + "value.");
        }
        for (String f : "repr str hash len int float next abs divmod pow iter".split(" ")) {
            DOCS.put("__" + f + "__", "Return " + f + "(self).");
        }
        DOCS.put("__divmod__", "Return divmod(self, value).");
        DOCS.put("__rdivmod__", "Return divmod(value, self).");
        DOCS.put("__pow__", "Return pow(self, value, mod).");
        DOCS.put("__rpow__", "Return pow(value, self, mod).");
        DOCS.put("__neg__", "-self");
        DOCS.put("__pos__", "+self");
        DOCS.put("__invert__", "~self");
        DOCS.put("__bool__", "True if self else False");
        DOCS.put("__index__", "Return self as an int, without loss, for use as an index.");
        DOCS.put("__iter__", "Implement iter(self).");
        DOCS.put("__next__", "Implement next(self).");
        DOCS.put("__getitem__", "Return self[key].");
        DOCS.put("__setitem__", "Set self[key] to value.");
        DOCS.put("__delitem__", "Delete self[key].");
        DOCS.put("__contains__", "Return bool(key in self).");
        DOCS.put("__getattribute__", "Return getattr(self, name).");
        DOCS.put("__setattr__", "Implement setattr(self, name, value).");
        DOCS.put("__delattr__", "Implement delattr(self, name).");
        DOCS.put("__call__", "Call self as a function.");
        DOCS.put("__get__", "Return the attribute of instance, of type owner.");
        DOCS.put("__set__", "Set the attribute of instance to value.");
        DOCS.put("__delete__", "Delete the attribute of instance.");
        DOCS.put("__new__", "Make a new object; help(type) tells the arguments.");
        DOCS.put("__init__", "Initialize self; help(type(self)) tells the arguments.");
        DOCS.put("__del__", "Called when the object is about to be destroyed.");
        DOCS.put("__await__", "Return an iterator to be used in await expression.");
        DOCS.put("__aiter__", "Return an awaitable, that resolves in asynchronous iterator.");
        DOCS.put("__anext__", "Return a value or raise StopAsyncIteration.");
        DOCS.put("__buffer__", "Return a memoryview of the object's memory.");
        DOCS.put("__release_buffer__", "Release the memory that a memoryview shows.");
        DOCS.put("__enter__", "Enter the context; return what is bound by 'as'.");
        DOCS.put("__exit__", "Leave the context; true keeps an exception from going on.");
        DOCS.put("__class_getitem__", "Return a generic alias of the type (PEP 585).");
        DOCS.put("__reduce__", "Return what pickle needs to make the object again.");
        DOCS.put("__reduce_ex__", "As __reduce__, for a version of the pickle protocol.");
        DOCS.put("__getstate__", "Return the state that pickle and copy keep.");
        DOCS.put("__setstate__", "Take over a state that __getstate__ gave.");
        DOCS.put("__sizeof__", "Return the size of the object in memory, in bytes.");
        DOCS.put("__format__", "Return the object formatted as the specification says.");
        DOCS.put("__dir__", "Return the names of the object's attributes.");
        DOCS.put("__length_hint__", "Return an estimate of the length.");
        DOCS.put("__reversed__", "Return an iterator from the last item to the first.");
        DOCS.put("__copy__", "Return a shallow copy.");
        DOCS.put("__deepcopy__", "Return a deep copy.");
        DOCS.put("__subclasshook__", "Decide for ABCMeta.__subclasscheck__() what a subclass is.");
        DOCS.put("__init_subclass__", "Called when a class is derived from this one.");
    }

    /** The methods' names. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(DOCS.keySet());
    }

    /** The description of a special method, or null. */
    public static String docOrNull(String name) {
        return DOCS.get(name);
    }
}

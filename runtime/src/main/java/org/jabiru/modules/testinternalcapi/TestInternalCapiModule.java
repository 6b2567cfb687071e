package org.jabiru.modules.testinternalcapi;

import org.jabiru.PythonContext;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;

/**
 * {@code _testinternalcapi}: CPython's own is about its insides, and some of its test files import
 * it whatever they test. Here are the questions that have an answer for any Python.
 */
@BuiltinModule("_testinternalcapi")
public final class TestInternalCapiModule {
    private TestInternalCapiModule() {}

    /** Whether the attributes of an instance are kept in the way that CPython calls inline. */
    @Builtin("has_inline_values(object, /)")
    static boolean hasInlineValues(Object object) {
        return false;
    }

    @Builtin("get_recursion_depth()")
    static long getRecursionDepth() {
        return PythonContext.get().threadState().depth;
    }
}

package org.jabiru.modules.host;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.foreign.PyForeign;
import org.jabiru.builtins.foreign.PyForeignException;
import org.jabiru.interop.Conversions;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.InstanceChecks;

/** The functions of {@code java}, by the names that users of GraalPy know. */
@BuiltinModule("java")
public final class JavaModule {
    private JavaModule() {}

    @Builtin(
            value = "type(name, /)",
            doc = "The Java class of that full name (java.util.ArrayList); KeyError for none.")
    static Object type(TruffleString name) {
        return HostClasses.find(name);
    }

    @Builtin(
            value = "add_to_classpath(*paths)",
            doc = "Lets Java's classes be found in these jars and directories, too.")
    static void addToClassPath(Object[] paths) {
        var env = PythonContext.get().env();
        for (Object path : paths) {
            TruffleString text = Str.valueOrNull(path);
            if (text == null) {
                throw Errors.typeError("add_to_classpath() takes strings");
            }
            try {
                env.addToHostClassPath(env.getPublicTruffleFile(Str.java(text)));
            } catch (SecurityException e) {
                throw Errors.raise(
                        ExceptionTypes.PermissionError,
                        "this context does not let its Java class path be changed: %s",
                        e.getMessage());
            }
        }
    }

    @Builtin(value = "is_object(object, /)", doc = "Whether it is an object of Java.")
    static boolean isObject(Object o) {
        Object foreign = foreignOrNull(o);
        return foreign != null && PythonContext.get().env().isHostObject(foreign);
    }

    @Builtin(value = "is_function(object, /)", doc = "Whether it is a method of Java.")
    static boolean isFunction(Object o) {
        Object foreign = foreignOrNull(o);
        return foreign != null && PythonContext.get().env().isHostFunction(foreign);
    }

    @Builtin(
            value = "is_symbol(object, /)",
            doc = "Whether it is a Java class whose static members are its attributes.")
    static boolean isSymbol(Object o) {
        Object foreign = foreignOrNull(o);
        return foreign != null && PythonContext.get().env().isHostSymbol(foreign);
    }

    @Builtin(value = "is_type(object, /)", doc = "Whether it is a Java class.")
    static boolean isType(Object o) {
        return isObject(o) && HostClasses.isClass(o);
    }

    @Builtin(value = "instanceof(object, cls, /)", doc = "Whether the object is of the class.")
    static boolean instanceOf(Object o, Object cls) {
        return InstanceChecks.isInstance(o, cls);
    }

    private static Object foreignOrNull(Object o) {
        return o instanceof PyForeign || o instanceof PyForeignException
                ? Conversions.toForeign(o)
                : null;
    }
}

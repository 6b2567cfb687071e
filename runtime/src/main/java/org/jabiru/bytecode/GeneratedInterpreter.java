package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.frame.Frame;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * What the interpreter that the Bytecode DSL makes does not offer publicly; reached by reflection,
 * here only.
 */
final class GeneratedInterpreter {
    static final Class<?> NODES = nested("BytecodeRootNodesImpl");
    static final Class<?> RESUMPTION = nested("ContinuationRootNodeImpl");
    static final Constructor<?> NEW_ROOT = constructor(PyBytecodeRootGen.class, 13);
    static final Constructor<?> NEW_NODES = constructor(NODES, 2);
    static final Constructor<?> NEW_RESUMPTION = constructor(RESUMPTION, 5);
    static final Constructor<?> NEW_LOCAL = constructor(nested("Builder$BytecodeLocalImpl"), 3);
    static final Method SET_NODES = method(NODES, "setNodes");

    private static final Method TO_CACHED = method(PyBytecodeRootGen.class, "transitionToCached");

    private GeneratedInterpreter() {}

    /** What no start needs. */
    private static final class Rare {
        static final Method CONTINUE = method(PyBytecodeRootGen.class, "continueAt");
        static final Object TOKEN = field(NODES, null, "VISIBLE_TOKEN");
    }

    static Class<?> nested(String name) {
        try {
            return Class.forName(PyBytecodeRootGen.class.getName() + "$" + name);
        } catch (ClassNotFoundException e) {
            throw changed(e);
        }
    }

    static Constructor<?> constructor(Class<?> type, int parameters) {
        for (Constructor<?> c : type.getDeclaredConstructors()) {
            if (c.getParameterCount() == parameters) {
                c.setAccessible(true);
                return c;
            }
        }
        throw changed(null);
    }

    static Method method(Class<?> type, String name) {
        for (Method m : type.getDeclaredMethods()) {
            if (m.getName().equals(name)) {
                m.setAccessible(true);
                return m;
            }
        }
        throw changed(null);
    }

    static Object field(Object holder, String name) {
        return field(holder.getClass(), holder, name);
    }

    private static Object field(Class<?> type, Object holder, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            try {
                Field f = c.getDeclaredField(name);
                f.setAccessible(true);
                return f.get(holder);
            } catch (NoSuchFieldException e) {
                continue;
            } catch (IllegalAccessException e) {
                throw changed(e);
            }
        }
        throw changed(null);
    }

    /** Has a root go on in the cached interpreter; one of its frames is at an instruction. */
    static void toCached(PyBytecodeRoot root, Frame frame, int index) {
        invoke(TO_CACHED, root, frame, index);
    }

    /** What the constructor of a {@code ContinuationRootNode} asks for. */
    static Object token() {
        return Rare.TOKEN;
    }

    /**
     * Runs a root from an instruction on.
     *
     * @param waiting how many operands the instruction finds on the stack
     * @param operands a new frame for these
     * @param locals the frame that has the variables
     * @return the result of the root
     */
    static Object run(
            PyBytecodeRoot root,
            BytecodeNode node,
            int index,
            int waiting,
            Frame operands,
            Frame locals) {
        int stackPointer = (int) field(root, "maxLocals") + waiting;
        return invoke(Rare.CONTINUE, root, node, index, stackPointer, operands, locals, null);
    }

    static LinkageError changed(Throwable cause) {
        return new LinkageError("the generated interpreter has changed", cause);
    }

    static Object make(Constructor<?> constructor, Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw cause(e);
        } catch (ReflectiveOperationException e) {
            throw changed(e);
        }
    }

    static Object invoke(Method method, Object receiver, Object... arguments) {
        try {
            return method.invoke(receiver, arguments);
        } catch (InvocationTargetException e) {
            throw cause(e);
        } catch (ReflectiveOperationException e) {
            throw changed(e);
        }
    }

    private static RuntimeException cause(InvocationTargetException e) {
        return switch (e.getCause()) {
            case RuntimeException thrown -> thrown;
            case Error thrown -> throw thrown;
            default -> throw changed(e);
        };
    }
}

package org.jabiru.modules.interpreters;

/** What an object is on its way to another interpreter; it refers to no object of Python's. */
@FunctionalInterface
interface SharedData {
    /** The object, or one that is equal to it, in the current interpreter. */
    Object newObject();

    /** It is not needed any more. */
    default void release() {}
}

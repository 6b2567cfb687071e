package org.jabiru.builtins.weakref;

/** A weak reference or proxy. */
interface WeakHolder {
    /** The object, null once it is dead. */
    Object referentOrNull();

    /** What is called when the object dies, or null. */
    Object callback();

    /** Forgets the callback, which is called at most once. */
    void clearCallback();

    /** From now on dead, without a callback being called. */
    void clear();
}

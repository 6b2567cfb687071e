package org.jabiru.object;

/** What a {@link Builtin} becomes in the dictionary of its type or module. */
public enum BuiltinKind {
    /** A method (in a type) or a function (in a module). */
    METHOD,
    /** A class method: the first parameter is the class. */
    CLASS,
    /** A static method. */
    STATIC,
    /** {@code __new__}: the first parameter is the class to instantiate. */
    NEW,
    /** The getter of an attribute: {@code static Object name(Self self)}. */
    GETTER,
    /** As GETTER, for what Python sees as a {@code types.MemberDescriptorType}. */
    FIELD,
    /** The setter: {@code static void name(Self self, Object value)}; null deletes. */
    SETTER
}

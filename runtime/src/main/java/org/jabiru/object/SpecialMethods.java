package org.jabiru.object;

import org.jabiru.builtins.module.ModuleType;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.type.TypeType;

/**
 * What a type says about the operations the interpreter does all the time, derived once for each
 * version of the type.
 */
public final class SpecialMethods {
    /** How {@code getattr} works on instances. */
    public enum AttributeAccess {
        /** {@code object.__getattribute__} alone. */
        GENERIC,
        /** {@code object.__getattribute__}, then {@code __getattr__}. */
        GENERIC_WITH_GETATTR,
        /** {@code type.__getattribute__}. */
        TYPE,
        /** {@code types.ModuleType.__getattribute__}. */
        MODULE,
        /** A {@code __getattribute__} of its own. */
        CUSTOM
    }

    public final AttributeAccess access;

    /** Whether {@code setattr} and {@code delattr} are those of object. */
    public final boolean genericSet;

    public final Object getattribute;
    public final Object getattr;
    public final Object setattr;
    public final Object delattr;

    /** {@code __hash__}, or null; None when unhashable. */
    public final Object hash;

    public final Object eq;
    public final Object bool;
    public final Object len;
    public final Object iter;
    public final Object next;
    public final Object call;
    public final Object getItem;
    public final Object get;
    public final Object set;
    public final Object delete;
    public final Object index;

    /** {@code __new__}, as it stands in a class: a static method. It is what tp_new does. */
    public final Object make;

    /** Whether that is {@code object.__new__}. */
    public final boolean makesBareObjects;

    /** Whether {@code __new__} is looked up at each call: CPython's {@code slot_tp_new}. */
    public final boolean makesInPython;

    public final Object init;

    SpecialMethods(PyType t) {
        getattribute = t.lookup("__getattribute__");
        getattr = t.lookup("__getattr__");
        setattr = t.lookup("__setattr__");
        delattr = t.lookup("__delattr__");
        hash = t.lookup("__hash__");
        eq = t.lookup("__eq__");
        bool = t.lookup("__bool__");
        len = t.lookup("__len__");
        iter = t.lookup("__iter__");
        next = t.lookup("__next__");
        call = t.lookup("__call__");
        getItem = t.lookup("__getitem__");
        get = t.lookup("__get__");
        set = t.lookup("__set__");
        delete = t.lookup("__delete__");
        index = t.lookup("__index__");
        Object found = t.lookup("__new__");
        PyType owner = found instanceof NewWrapper wrapper ? wrapper.newOf() : null;
        SpecialMethods inherited =
                owner == null || owner == t || t.base() == null ? null : t.base().special();
        makesInPython = inherited == null ? owner == null : inherited.makesInPython;
        make = inherited == null || makesInPython ? found : inherited.make;
        makesBareObjects = !makesInPython && make == ObjectType.TYPE.lookup("__new__");
        init = t.lookup("__init__");
        genericSet =
                setattr == ObjectType.TYPE.lookup("__setattr__")
                        && delattr == ObjectType.TYPE.lookup("__delattr__");
        access = accessOf();
    }

    private AttributeAccess accessOf() {
        if (getattribute == ObjectType.TYPE.lookup("__getattribute__")) {
            return getattr == null ? AttributeAccess.GENERIC : AttributeAccess.GENERIC_WITH_GETATTR;
        }
        if (getattr == null) {
            if (getattribute == TypeType.TYPE.lookup("__getattribute__")) {
                return AttributeAccess.TYPE;
            }
            if (getattribute == ModuleType.TYPE.lookup("__getattribute__")) {
                return AttributeAccess.MODULE;
            }
        }
        return AttributeAccess.CUSTOM;
    }
}

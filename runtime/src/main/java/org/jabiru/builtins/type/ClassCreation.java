package org.jabiru.builtins.type;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.codecs.Codecs;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.function.PyBuiltinFunction;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.builtins.function.PyClassMethod;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.function.PyMemberDescriptor;
import org.jabiru.builtins.function.PyStaticMethod;
import org.jabiru.builtins.mappingproxy.PyMappingProxy;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.object.InstanceAttributes;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.supertype.PySuper;
import org.jabiru.builtins.supertype.SuperType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.CallerFrame;
import org.jabiru.protocol.Descriptors;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Warnings;

/** {@code type.__new__}: makes a class (Data model, Customizing class creation). */
public final class ClassCreation {
    private ClassCreation() {}

    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object create(PyType given, Object[] args, PyDict keywords) {
        if (args.length != 3) {
            throw Errors.typeError(
                    "type.__new__() takes exactly 3 arguments (%d given)", args.length);
        }
        TruffleString name = Str.valueOrNull(args[0]);
        if (name == null) {
            throw wrong(1, "str", args[0]);
        }
        if (!(args[1] instanceof PyTuple bases)) {
            throw wrong(2, "tuple", args[1]);
        }
        if (!(args[2] instanceof PyDict body)) {
            throw wrong(3, "dict", args[2]);
        }
        rejectEntries(bases.items);
        PyType metatype = BaseSelection.metatype(given, bases.items);
        if (metatype != given) {
            Object otherNew = metatype.special().make;
            if (otherNew != TypeType.TYPE.special().make) {
                return callOtherNew(metatype, otherNew, args, keywords);
            }
        }
        PyType[] baseTypes = baseTypes(bases.items);
        PyType cls = make(metatype, name, baseTypes, body);
        if (bases.size() > 0) {
            cls.tuples.madeWith(bases);
        }
        SetNames.call(cls);
        initSubclass(cls, keywords);
        return cls;
    }

    private static PyException wrong(int position, String wanted, Object value) {
        return Errors.typeError(
                "type.__new__() argument %d must be %s, not %s",
                position, wanted, Types.nameForMessage(value));
    }

    private static void rejectEntries(Object[] bases) {
        for (Object base : bases) {
            if (!(base instanceof PyType)
                    && Attributes.getOrNull(base, "__mro_entries__") != null) {
                throw Errors.typeError(
                        "type() doesn't support MRO entry resolution; use types.new_class()");
            }
        }
    }

    private static Object callOtherNew(
            PyType metatype, Object newMethod, Object[] args, PyDict keywords) {
        Object[] all = {metatype, args[0], args[1], args[2]};
        return CallWithDict.call(Descriptors.get(newMethod, null, metatype), all, keywords);
    }

    private static PyType[] baseTypes(Object[] bases) {
        if (bases.length == 0) {
            return new PyType[] {ObjectType.TYPE};
        }
        PyType[] out = new PyType[bases.length];
        for (int i = 0; i < bases.length; i++) {
            if (!(bases[i] instanceof PyType t)) {
                throw Errors.typeError("bases must be types");
            }
            out[i] = t;
        }
        return out;
    }

    /**
     * The class itself, without the calls of {@code __set_name__} and {@code __init_subclass__}.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyType make(PyType metatype, TruffleString name, PyType[] bases, PyDict body) {
        PyType base = BaseSelection.best(bases);
        if (Str.java(name).indexOf('\0') >= 0) {
            throw Errors.valueError("type name must not contain null characters");
        }
        Codecs.encode(name, null, null);
        Object slotNames = body.get("__slots__");
        SlotDefinition slots =
                slotNames == null
                        ? null
                        : SlotDefinition.read(slotNames, body, Str.java(name), base, bases);
        PyType cls = new PyType(metatype, name, bases);
        PyDict dict = cls.namespace();
        dict.copyFrom(body);
        takeQualifiedName(cls, dict);
        if (dict.get("__module__") == null) {
            PyDict globals = CallerFrame.globalsOrNull();
            Object module = globals == null ? null : globals.get("__name__");
            if (module != null) {
                dict.put("__module__", module);
            }
        }
        wrapSpecialMethods(dict);
        PyCell classCell = takeCell(dict, "__classcell__");
        PyCell dictCell = takeCell(dict, "__classdictcell__");
        inheritLayout(cls, base, slots);
        defineSlots(cls, base, slots, dict);
        if (dict.get("__doc__") instanceof TruffleString doc) {
            // CPython keeps it in UTF-8, too: a surrogate has no place there.
            Codecs.encode(doc, null, null);
        }
        if (dict.get("__doc__") == null) {
            dict.put("__doc__", Singleton.NONE);
        }
        if (dict.get("__hash__") == null && dict.get("__eq__") != null) {
            dict.put("__hash__", Singleton.NONE);
        }
        if (classCell != null) {
            classCell.contents = cls;
        }
        if (dictCell != null) {
            dictCell.contents = new PyMappingProxy(dict);
        }
        MroComputation.compute(cls);
        inheritCollectionFlag(cls);
        if (cls.lookup("__del__") != null) {
            Finalizers.watchInstances(cls);
        }
        for (PyType b : bases) {
            b.addSubclass(cls);
        }
        for (int i = dict.first(); i >= 0; i = dict.next(i)) {
            if (Str.valueOrNull(dict.keyAt(i)) == null) {
                Warnings.warn(
                        ExceptionTypes.RuntimeWarning,
                        "non-string key in the __dict__ of class " + cls.name(),
                        1);
                break;
            }
        }
        return cls;
    }

    private static void takeQualifiedName(PyType cls, PyDict dict) {
        Object given = dict.remove(Str.name("__qualname__"));
        if (given == null) {
            return;
        }
        TruffleString s = Str.valueOrNull(given);
        if (s == null) {
            throw Errors.typeError(
                    "type __qualname__ must be a str, not %s", Types.of(given).name());
        }
        cls.setQualifiedName(s);
    }

    private static void wrapSpecialMethods(PyDict dict) {
        if (dict.get("__new__") instanceof PyFunction f) {
            dict.put("__new__", new PyStaticMethod(f));
        }
        for (String name : new String[] {"__init_subclass__", "__class_getitem__"}) {
            if (dict.get(name) instanceof PyFunction f) {
                dict.put(name, new PyClassMethod(f));
            }
        }
    }

    private static PyCell takeCell(PyDict dict, String name) {
        Object given = dict.remove(Str.name(name));
        if (given == null || given instanceof PyCell) {
            return (PyCell) given;
        }
        throw Errors.typeError(
                "%s must be a nonlocal cell, not %s", name, Str.java(Repr.repr(Types.of(given))));
    }

    private static void inheritLayout(PyType cls, PyType base, SlotDefinition slots) {
        cls.factory = base.factory;
        cls.solidBase = base.solidBase;
        cls.hasInstanceDict = base.hasInstanceDict;
        cls.weakReferenceable = base.weakReferenceable;
        if (slots == null) {
            cls.hasInstanceDict = true;
            cls.weakReferenceable |= TypeLayout.itemSize(base) == 0;
        } else {
            cls.hasInstanceDict |= slots.dict;
            cls.weakReferenceable |= slots.weakReferences;
            if (slots.names.length > 0) {
                cls.slots = slots.names;
                cls.solidBase = cls;
            }
        }
    }

    private static void defineSlots(PyType cls, PyType base, SlotDefinition slots, PyDict dict) {
        if (slots != null) {
            for (TruffleString name : slots.names) {
                dict.put(name, new PyMemberDescriptor(cls, name));
            }
        }
        if (base.isSubtype(TypeType.TYPE)) {
            // Classes have a namespace and can be referenced weakly, whatever their metaclass.
            return;
        }
        if (cls.hasInstanceDict && !base.hasInstanceDict && dict.get("__dict__") == null) {
            dict.put("__dict__", InstanceAttributes.dict(cls));
        }
        if (cls.weakReferenceable && !base.weakReferenceable && dict.get("__weakref__") == null) {
            dict.put("__weakref__", InstanceAttributes.weakReference(cls));
        }
    }

    private static void inheritCollectionFlag(PyType cls) {
        for (PyType t : cls.mro()) {
            if (t != cls && t.collectionFlag != 0) {
                cls.collectionFlag = t.collectionFlag;
                return;
            }
        }
    }

    /** {@code super(cls, cls).__init_subclass__(**kwargs)}. */
    private static void initSubclass(PyType cls, PyDict keywords) {
        if (!Arrays.asList(cls.mro()).contains(cls)) {
            throw Errors.typeError(
                    "super(type, obj): obj (type %s) is not an instance or subtype of type (%s).",
                    cls.name(), cls.name());
        }
        TruffleString name = Str.name("__init_subclass__");
        Object found = SuperType.lookup(cls, cls, cls, name);
        if (found == null) {
            // An MRO of the metatype's making may leave object out: super's own is taken then.
            found = Attributes.get(new PySuper(cls, cls), name);
        }
        if (keywords.size() != 0
                && found instanceof PyBuiltinFunction
                && cls.lookup(name) == ObjectType.TYPE.lookup(name)) {
            throw Errors.typeError(
                    "%s.__init_subclass__() takes no keyword arguments",
                    Str.java(cls.qualifiedName()));
        }
        CallWithDict.call(found, new Object[0], keywords);
    }
}

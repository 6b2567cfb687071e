package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.dict.DictUpdate;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyStaticMethod;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.property.PropertyType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.functions.Docstring;
import org.jabiru.capi.functions.MethodDefinition;
import org.jabiru.capi.functions.PyNativeFunction;
import org.jabiru.capi.functions.PyNativeMethod;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.Errors;
import org.jabiru.object.LayoutInC;
import org.jabiru.object.Mro;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** Makes the Python class for a type made in C, from its memory. */
public final class SpecTypes {
    private static final int MEMBER_SIZE = 40;
    private static final int GETSET_SIZE = 40;

    private final CapiContext context;

    /** Static types that were made ready since a module was last initialised. */
    private final List<PyType> recent = new ArrayList<>();

    public SpecTypes(CapiContext context) {
        this.context = context;
    }

    /**
     * {@code jabiru_type_created}: the fields hold what the type itself defines.
     *
     * @param module the module object, or null
     * @param bases the tuple of bases, or null for {@code tp_base} alone
     * @param fromSpec whether it is one of PyType_FromSpec's, not of PyType_Ready's
     */
    public PyType create(long p, Object module, Object bases, boolean fromSpec) {
        PyType[] baseTypes = bases(p, bases);
        String fullName = Memory.string(Memory.getLong(p + TypeLayout.NAME));
        int dot = fullName.lastIndexOf('.');
        PyType metatype = (PyType) context.crossing.borrowed(Memory.getLong(p + 8));
        PyType type = new PyType(metatype, Str.of(fullName.substring(dot + 1)), baseTypes);
        type.setMro(Mro.linear(type, baseTypes));
        if (bases instanceof PyTuple t && t.size() > 0) {
            type.tuples.madeWith(t);
        }
        long flags = Memory.getLong(p + TypeLayout.FLAGS);
        type.subclassable = (flags & TypeLayout.BASETYPE) != 0;
        type.immutable = (flags & TypeLayout.IMMUTABLE) != 0;
        type.layoutInC =
                new LayoutInC(
                        flags,
                        Memory.getLong(p + TypeLayout.ITEMSIZE),
                        Memory.getLong(p + TypeLayout.DICTOFFSET),
                        Memory.getLong(p + TypeLayout.WEAKLISTOFFSET));
        PyType base = type.base();
        type.hasInstanceDict =
                base.hasInstanceDict
                        || (flags & TypeLayout.MANAGED_DICT) != 0
                        || type.layoutInC.dictOffset != 0;
        type.weakReferenceable =
                base.weakReferenceable
                        || (flags & TypeLayout.MANAGED_WEAKREF) != 0
                        || type.layoutInC.weakReferencesOffset != 0;
        type.collectionFlag = (int) (flags & (TypeLayout.SEQUENCE | TypeLayout.MAPPING));
        setLayout(type, base);
        type.basicSize = Memory.getLong(p + TypeLayout.BASICSIZE);
        type.addsNoFields =
                type.solidBase == type
                        && type.basicSize == Memory.getLong(basicSizeOf(base))
                        && type.layoutInC.itemSize == 0;
        Handle h = context.handles.bind(type, p, fromSpec ? Handle.Kind.TYPE : Handle.Kind.STATIC);
        h.isMadeInC = true;
        HandleTable.hold(h, type);
        // The class's own reference: the memory stays when C gives up its last one.
        ObjectLayout.incref(p);
        type.setNameInC(fullName);
        PyDict dict = type.namespace();
        long vectorcall = Memory.getLong(p + TypeLayout.VECTORCALL);
        if (vectorcall != 0) {
            type.vectorcall = context.calls.vectorcall(vectorcall, type);
        }
        takeOver(p, dict);
        addNew(type, p, dict, flags);
        addSlots(type, p, dict);
        addMethods(type, p, dict);
        addMembers(type, p, dict);
        addGetSets(type, p, dict);
        addDoc(type, p, dict);
        if (dot >= 0 && dict.get("__module__") == null) {
            dict.put("__module__", Str.of(fullName.substring(0, dot)));
        }
        if ((flags & TypeLayout.HEAPTYPE) == 0) {
            type.declaredModule = Str.of(dot < 0 ? "builtins" : fullName.substring(0, dot));
            type.declaredDoc = () -> docOrNull(type, Memory.getLong(p + TypeLayout.DOC));
        }
        if (!TypeMirrors.isNative(type) && type.lookup(Finalizers.METHOD) != null) {
            Finalizers.watchInstances(type);
        }
        for (PyType b : baseTypes) {
            b.addSubclass(type);
        }
        type.invalidate();
        if (fromSpec) {
            context.typeLifetimes.begin(type, h, lendModule(module, p));
        } else {
            context.types.showNamespace(type, h);
            context.types.showOrder(type, p);
            recent.add(type);
        }
        return type;
    }

    /** A module was initialised: Cython sets tp_weaklistoffset after PyType_Ready. */
    public void moduleInitialised() {
        for (PyType type : recent) {
            Handle h = HandleTable.of(type);
            if (h != null) {
                long offset = Memory.getLong(h.address + TypeLayout.WEAKLISTOFFSET);
                type.layoutInC.weakReferencesOffset = offset;
                type.weakReferenceable |= offset != 0;
            }
        }
        recent.clear();
    }

    /** The class keeps the module, and its memory shows it without a reference. */
    private PyModule lendModule(Object module, long p) {
        if (!(module instanceof PyModule m) || HandleTable.of(m) == null) {
            return null;
        }
        long address = Memory.getLong(p + TypeLayout.HT_MODULE);
        if (address != HandleTable.of(m).address) {
            return null;
        }
        context.boundary.releaseLater(address);
        return m;
    }

    private long basicSizeOf(PyType type) {
        return context.types.addressOf(type) + TypeLayout.BASICSIZE;
    }

    /**
     * Instances are native memory; those with a builtin base are Java's, with memory for C beside.
     */
    private void setLayout(PyType type, PyType base) {
        if (base.solidBase == ObjectType.TYPE || TypeMirrors.isNative(base)) {
            type.factory = context.types::allocate;
            type.solidBase = type;
            return;
        }
        type.factory = base.factory;
        type.solidBase = base.solidBase;
    }

    private PyType[] bases(long p, Object bases) {
        if (bases instanceof PyTuple t && t.size() > 0) {
            List<PyType> out = new ArrayList<>();
            for (Object b : t.items) {
                if (!(b instanceof PyType bt)) {
                    throw Errors.typeError("bases must be types");
                }
                out.add(bt);
            }
            return out.toArray(PyType[]::new);
        }
        long base = Memory.getLong(p + TypeLayout.BASE);
        return new PyType[] {
            base == 0 ? ObjectType.TYPE : (PyType) context.crossing.borrowed(base)
        };
    }

    /** What C has put into the type's dict before PyType_Ready comes first. */
    private void takeOver(long p, PyDict dict) {
        long own = Memory.getLong(p + TypeLayout.DICT);
        if (own != 0) {
            DictUpdate.update(dict, context.crossing.borrowed(own));
            context.boundary.releaseLater(own);
        }
    }

    /** The slots that a metaclass's {@code tp_alloc} has filled in are special methods. */
    void takeSlots(PyType type, long p) {
        PyDict dict = type.namespace();
        addNew(type, p, dict, 0);
        addSlots(type, p, dict);
        type.invalidate();
    }

    private void addNew(PyType type, long p, PyDict dict, long flags) {
        if (dict.get("__new__") != null) {
            return;
        }
        long function = Memory.getLong(p + TypeLayout.NEW);
        if (function != 0) {
            dict.put("__new__", new PyNativeNew(context, type, p));
        } else if ((flags & TypeLayout.DISALLOW_INSTANTIATION) != 0) {
            dict.put("__new__", new PyNativeNew(context, type, p));
        }
    }

    private void addSlots(PyType type, long p, PyDict dict) {
        for (Slot slot : Slot.all()) {
            long function = slot.functionOf(p);
            TruffleString name = Str.name(slot.method());
            if (function == 0 || dict.get(name) != null) {
                continue;
            }
            if (slot.kind() == SlotKind.HASH && function == context.hashNotImplemented()) {
                dict.put(name, Singleton.NONE);
            } else if (slot.kind() != SlotKind.BINARY
                    || function != context.genericGetAttribute()) {
                dict.put(name, new PyNativeSlot(context, slot, function, type));
            }
        }
        type.itemsAreOfMapping = dict.get("__getitem__") != null && !hasSequenceItems(p);
        if (dict.get("__eq__") != null && dict.get("__hash__") == null) {
            dict.put("__hash__", Singleton.NONE);
        }
    }

    private static boolean hasSequenceItems(long p) {
        for (Slot slot : Slot.all()) {
            if (slot.kind() == SlotKind.SEQUENCE_ITEM && slot.functionOf(p) != 0) {
                return true;
            }
        }
        return false;
    }

    private void addMethods(PyType type, long p, PyDict dict) {
        long table = Memory.getLong(p + TypeLayout.METHODS);
        if (table == 0) {
            return;
        }
        for (long at = table; Memory.getLong(at) != 0; at += MethodDefinition.SIZE) {
            MethodDefinition d = new MethodDefinition(context, at);
            TruffleString name = Str.of(d.name);
            if (dict.get(name) != null && (d.flags & MethodDefinition.COEXIST) == 0) {
                continue;
            }
            if ((d.flags & MethodDefinition.STATIC) != 0) {
                dict.put(name, new PyStaticMethod(new PyNativeFunction(d, null, null, type)));
            } else {
                dict.put(
                        name, new PyNativeMethod(d, type, (d.flags & MethodDefinition.CLASS) != 0));
            }
        }
    }

    private void addMembers(PyType type, long p, PyDict dict) {
        long table = Memory.getLong(p + TypeLayout.MEMBERS);
        if (table == 0) {
            return;
        }
        for (long at = table; Memory.getLong(at) != 0; at += MEMBER_SIZE) {
            PyNativeMember m = PyNativeMember.read(context, type, at);
            if (dict.get(m.name()) == null && !isOffsetMember(m)) {
                dict.put(m.name(), m);
            }
        }
    }

    /** {@code __dictoffset__} and its like say something about the type; they are no attributes. */
    private static boolean isOffsetMember(PyNativeMember m) {
        String n = Str.java(m.name());
        return n.equals("__dictoffset__")
                || n.equals("__weaklistoffset__")
                || n.equals("__vectorcalloffset__");
    }

    private void addGetSets(PyType type, long p, PyDict dict) {
        long table = Memory.getLong(p + TypeLayout.GETSET);
        if (table == 0) {
            return;
        }
        for (long at = table; Memory.getLong(at) != 0; at += GETSET_SIZE) {
            PyNativeGetSet g = PyNativeGetSet.read(context, type, at);
            if (dict.get(g.name()) == null) {
                dict.put(g.name(), g);
            }
        }
    }

    private static void addDoc(PyType type, long p, PyDict dict) {
        long doc = Memory.getLong(p + TypeLayout.DOC);
        String text = doc == 0 ? null : Memory.string(doc);
        // CPython: a copy of property's members has it (nanobind); here: the property has it.
        boolean ofProperty = text == null && type.isSubtype(PropertyType.TYPE);
        if (dict.get("__doc__") == null && !ofProperty) {
            dict.put("__doc__", Docstring.doc(type.shortName(), text));
        }
        // An extension may give the type another docstring later.
        type.declaredSignature = () -> signature(type, Memory.getLong(p + TypeLayout.DOC));
    }

    private static Object docOrNull(PyType type, long doc) {
        return doc == 0 ? null : Docstring.doc(type.shortName(), Memory.string(doc));
    }

    private static String signature(PyType type, long doc) {
        Object found = doc == 0 ? null : Docstring.signature(type.shortName(), Memory.string(doc));
        return found instanceof TruffleString s ? Str.java(s) : null;
    }
}

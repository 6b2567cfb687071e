package org.jabiru.object;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.type.TypeType;

/**
 * A type: a builtin one (one object for the process, immutable to Python) or a class.
 *
 * <p>Attribute look-up along the MRO goes through {@link #lookup}, which remembers its answers
 * until the type or a base changes; every such change replaces {@link #version}, so a node may keep
 * an answer for as long as the version is the same object.
 */
public class PyType extends PyObject implements JavaCallable {
    /** Stands for one state of a type's attributes and its bases'; keeps what was derived. */
    public static final class Version {
        private final Map<TruffleString, Object> found = new ConcurrentHashMap<>();
        private volatile SpecialMethods special;
        private Assumption stable;
    }

    /** After so many changes that compiled code had to take note of, a type counts as unstable. */
    private static final int MANY_CHANGES = 6;

    /** Makes the bare instance that {@code object.__new__}'s relatives give: of the Java class. */
    public interface Factory {
        Object make(PyType type);
    }

    /** For {@link #collectionFlag}: Py_TPFLAGS_SEQUENCE, Py_TPFLAGS_MAPPING. */
    public static final int SEQUENCE = 1 << 5, MAPPING = 1 << 6;

    private static final Object ABSENT = new Object();

    private String name;
    private TruffleString nameObject;
    private TruffleString qualifiedName;
    private String nameInC;
    private PyType[] bases;

    /** What Python and C code see of the bases and the MRO. */
    public final TypeTuples tuples = new TypeTuples();

    private PyType[] mro;
    private final PyDict dict = PyDict.forNamespace();
    private Supplier<? extends BuiltinTable> table;
    private Supplier<? extends BuiltinTable> secondTable;
    private volatile boolean filled;
    private boolean filling;
    private final boolean heap;
    private final Subclasses subclasses = new Subclasses();

    /** Whose class it is; null for a builtin type, which is everybody's. */
    final PythonContext interpreter;

    /** Null for none: see {@link #addDependent}. */
    private Map<PyType, Boolean> dependents;

    private volatile Version version = new Version();
    private int changes;
    private Shape instanceShape;

    /** Whether Python code may derive from it. */
    public boolean subclassable = true;

    /** Whether {@code object.__new__} makes instances of this builtin type. */
    public boolean instantiable;

    /** Whether attributes may be set from Python. */
    public boolean immutable;

    /** Whether instances of this builtin type tell the finalizers of their deaths. */
    public boolean announcesDeath;

    /** Whether CPython makes this builtin type at run time. */
    public boolean madeAtRunTime;

    /** Whether instances have a {@code __dict__}. */
    public boolean hasInstanceDict;

    /** Whether the metaclass is still asked for the first MRO: {@code __mro__} is None. */
    public boolean hasNoOrder;

    /** Whether instances can be weakly referenced. */
    public boolean weakReferenceable;

    /** Whether abstract methods are left (set through {@code __abstractmethods__}). */
    public boolean isAbstract;

    /** Pattern matching: Py_TPFLAGS_SEQUENCE or Py_TPFLAGS_MAPPING; 0 for neither. */
    public int collectionFlag;

    /** For the extension loader: {@code tp_vectorcall}, and what lives as long as the type. */
    public JavaCallable vectorcall;

    public Object nativeCompanion;

    /** Null for a type that was not made in C. */
    public LayoutInC layoutInC;

    /** {@code __basicsize__} as C code sees it; 0 for a type that no C code has seen. */
    public long basicSize;

    /** Makes an instance of the Java class that represents instances; inherited. */
    public Factory factory;

    /** Names of the slots that {@code __slots__} of this very class defines. */
    public TruffleString[] slots = {};

    /**
     * The nearest type in the hierarchy whose instances have a Java class of their own: two bases
     * can be combined when one of their solid bases derives from the other.
     */
    public PyType solidBase;

    /** Whether a solid base adds no fields to its own base's: it goes with any other base. */
    public boolean addsNoFields;

    /**
     * Whether its {@code __getitem__}, made in C, is that of a mapping: nothing to iterate over.
     */
    public boolean itemsAreOfMapping;

    /**
     * Whether {@code +} and {@code *} of this very type are sequence operations, which come after
     * the reflected number operations of the other operand.
     */
    public boolean concatenates;

    /** The metatype, null for builtin types whose metatype is {@code type}. */
    private PyType metatype;

    private PyType(String name, PyType[] bases, Supplier<? extends BuiltinTable> table) {
        super(TypeShapes.BUILTIN);
        this.name = name;
        this.qualifiedName = Str.of(name.substring(name.lastIndexOf('.') + 1));
        this.heap = false;
        this.interpreter = null;
        this.table = table;
        this.immutable = true;
        this.bases = bases;
        this.mro = Mro.linear(this, bases);
        for (PyType base : bases) {
            base.addSubclass(this);
            hasInstanceDict |= base.hasInstanceDict;
            weakReferenceable |= base.weakReferenceable;
        }
        this.factory = bases.length == 0 ? PyObject::new : bases[0].factory;
        this.solidBase = bases.length == 0 ? this : bases[0].solidBase;
    }

    /** A class: {@code type.__new__} computes all the parts. */
    public PyType(PyType metatype, TruffleString name, PyType[] bases) {
        super(metatype == TypeType.TYPE ? TypeShapes.BUILTIN : metatype.instanceShape());
        this.metatype = metatype;
        this.name = Str.java(name);
        this.qualifiedName = name;
        this.heap = true;
        this.interpreter = PythonContext.get();
        this.bases = bases;
        this.filled = true;
    }

    /**
     * A builtin type; its table is made when an attribute is first looked up.
     *
     * @param name the name, with its module ({@code "collections.deque"}) unless it is builtins
     */
    public static PyType builtin(
            String name, PyType base, Supplier<? extends BuiltinTable> table, Factory factory) {
        return builtinWithBases(
                name, base == null ? new PyType[0] : new PyType[] {base}, table, factory);
    }

    /** As {@link #builtin(String, PyType, Supplier, Factory)}, for several bases. */
    public static PyType builtinWithBases(
            String name, PyType[] bases, Supplier<? extends BuiltinTable> table, Factory factory) {
        PyType t = new PyType(name, bases, table);
        if (factory != null) {
            t.factory = factory;
            t.solidBase = t;
        }
        return t;
    }

    /** As {@link #builtin(String, PyType, Supplier, Factory)}: {@code object} as its base. */
    public static PyType builtin(
            String name, Supplier<? extends BuiltinTable> table, Factory factory) {
        return builtin(name, ObjectType.TYPE, table, factory);
    }

    /** Adds the methods of a second class to a builtin type. */
    public PyType withTable(Supplier<? extends BuiltinTable> more) {
        secondTable = more;
        return this;
    }

    /** Lets a builtin type without {@code __new__} and {@code __init__} have instances. */
    public PyType withInstances() {
        instantiable = true;
        return this;
    }

    /** Marks a builtin type whose Java class tells the finalizers of deaths. */
    public PyType announcesDeath() {
        announcesDeath = true;
        return this;
    }

    /** Marks a builtin type that CPython makes at run time: its {@code __flags__} say so. */
    public PyType madeAtRunTime() {
        madeAtRunTime = true;
        return this;
    }

    /** Makes a builtin type final: Python code cannot derive from it. */
    public PyType sealed() {
        subclassable = false;
        return this;
    }

    /** Gives instances of a builtin type a {@code __dict__}. */
    public PyType withInstanceDict() {
        hasInstanceDict = true;
        return this;
    }

    /** Says of a builtin type without a factory that its instances are laid out as no other's. */
    public PyType withOwnLayout() {
        solidBase = this;
        return this;
    }

    /**
     * Marks a builtin type as a sequence: see {@link #concatenates} and {@link #collectionFlag}.
     */
    public PyType sequence() {
        concatenates = true;
        collectionFlag = SEQUENCE;
        return this;
    }

    /** Lets instances of a builtin type be weakly referenced. */
    public PyType withWeakReferences() {
        weakReferenceable = true;
        return this;
    }

    @Override
    public PyType type() {
        return metatype == null ? TypeType.TYPE : metatype;
    }

    /** Changes the metatype ({@code __class__} assignment on a class). */
    public void setMetatype(PyType metatype) {
        this.metatype = metatype;
        invalidate();
    }

    /**
     * The name that messages give: for a builtin type or one made in C with its module, if that is
     * not builtins (as CPython's tp_name).
     */
    public String name() {
        return nameInC == null ? name : nameInC;
    }

    /** The name in the specification of a type made in C. */
    public void setNameInC(String dotted) {
        nameInC = dotted;
    }

    /** The same as {@link #name()}. */
    public String fullName() {
        return name();
    }

    /** {@code __name__}, without the module. */
    public String shortName() {
        return heap ? name : name.substring(name.lastIndexOf('.') + 1);
    }

    /** {@code __name__}: the same object each time. */
    public TruffleString nameObject() {
        if (nameObject == null) {
            nameObject = Str.name(shortName());
        }
        return nameObject;
    }

    public void setName(TruffleString newName) {
        name = Str.java(newName);
        nameObject = newName;
        nameInC = null;
    }

    public TruffleString qualifiedName() {
        return qualifiedName;
    }

    public void setQualifiedName(TruffleString newName) {
        qualifiedName = newName;
    }

    /** Whether it was made by a class statement, {@code type(...)} or PyType_FromSpec. */
    public boolean isHeapType() {
        return heap;
    }

    /** {@code __bases__}. */
    public PyType[] bases() {
        return bases;
    }

    /** {@code __base__}: the base whose layout instances extend; null for object. */
    public PyType base() {
        PyType best = bases.length == 0 ? null : bases[0];
        for (PyType b : bases) {
            if (b.solidBase != best.solidBase && b.solidBase.isSubtype(best.solidBase)
                    || best.solidBase.addsNoFields && SolidBases.hasFieldsBeyond(b, best)) {
                best = b;
            }
        }
        return best;
    }

    public void setBases(PyType[] newBases) {
        bases = newBases;
        tuples.forgetBases();
    }

    /** {@code __mro__}. */
    public PyType[] mro() {
        return mro;
    }

    /** Sets the MRO, at creation or when bases change. */
    public void setMro(PyType[] newMro) {
        mro = newMro;
        tuples.forgetOrder();
        invalidate();
    }

    /** Whether the other type is in this type's MRO. */
    public boolean isSubtype(PyType other) {
        if (this == other) {
            return true;
        }
        for (PyType t : mro) {
            if (t == other) {
                return true;
            }
        }
        return false;
    }

    /** The shape of fresh instances. */
    public Shape instanceShape() {
        Shape known = instanceShape;
        return known != null ? known : makeInstanceShape();
    }

    @TruffleBoundary
    private synchronized Shape makeInstanceShape() {
        if (instanceShape == null) {
            instanceShape = Shape.newBuilder().layout(PyObject.class).dynamicType(this).build();
        }
        return instanceShape;
    }

    // ---- attributes ----

    /** The type's own namespace; change it through {@link #setAttribute} only. */
    public PyDict namespace() {
        fill();
        return dict;
    }

    /** Gives {@code __text_signature__} of a type that is not written in Java, or null. */
    public Supplier<String> declaredSignature = () -> null;

    /** {@code __module__} and {@code __doc__} of a static type of C's, whatever its dict has. */
    public TruffleString declaredModule;

    public Supplier<Object> declaredDoc = () -> null;

    /** {@code __text_signature__} of a builtin type or one made in C, or null. */
    public String textSignature() {
        return table == null ? declaredSignature.get() : table.get().constructorSignature();
    }

    private void fill() {
        if (!filled) {
            fillFromTable();
        }
    }

    @TruffleBoundary
    private synchronized void fillFromTable() {
        // Other interpreters may look at the same time: it counts once all is there.
        if (!filled && !filling) {
            filling = true;
            if (table != null) {
                BuiltinAttributes.fill(this, dict, table.get());
            }
            if (secondTable != null) {
                BuiltinAttributes.fill(this, dict, secondTable.get());
            }
            filled = true;
        }
    }

    /** Looks an attribute up along the MRO; null when there is none. No descriptor is called. */
    public Object lookup(TruffleString attribute) {
        Version now = version;
        Object known = get(now.found, attribute);
        if (known != null) {
            return known == ABSENT ? null : known;
        }
        return lookupUncached(now, attribute);
    }

    @TruffleBoundary
    private static Object get(Map<TruffleString, Object> found, TruffleString attribute) {
        return found.get(attribute);
    }

    /** As {@link #lookup(TruffleString)}, for a name that stands in Java source. */
    public Object lookup(String attribute) {
        return lookup(Str.name(attribute));
    }

    @TruffleBoundary
    private Object lookupUncached(Version now, TruffleString attribute) {
        Object found = null;
        for (PyType t : mro) {
            found = t.namespace().get(attribute);
            if (found != null) {
                break;
            }
        }
        now.found.put(attribute, found == null ? ABSENT : found);
        return found;
    }

    /** The class along the MRO that defines the attribute, or null. */
    @TruffleBoundary
    public PyType definingType(TruffleString attribute) {
        for (PyType t : mro) {
            if (t.namespace().get(attribute) != null) {
                return t;
            }
        }
        return null;
    }

    /** Sets an attribute of the type itself (null deletes), with no check and no descriptor. */
    @TruffleBoundary
    public void setAttribute(TruffleString attribute, Object value) {
        if (value == null) {
            namespace().remove(attribute);
        } else {
            namespace().put(attribute, value);
        }
        invalidate();
    }

    /** The present version; see the class comment. */
    public Version version() {
        return version;
    }

    /**
     * Valid as long as the present version, for compiled code; null for a type that changes again
     * and again.
     */
    @TruffleBoundary
    public synchronized Assumption stableOrNull() {
        if (changes > MANY_CHANGES) {
            return null;
        }
        Version now = version;
        if (now.stable == null) {
            now.stable = Truffle.getRuntime().createAssumption("type");
        }
        return now.stable;
    }

    /** What is told of changes, or null. */
    private Watch watch;

    private boolean watchedFromNow;

    /** What is told when attributes change, here or in a base; null for nothing. */
    public Watch watch() {
        return watch;
    }

    /** Sets {@link #watch()}. */
    public void setWatch(Watch watch) {
        this.watch = watch;
        watchedFromNow = true;
    }

    /** Forgets what was derived from the attributes, here and in all subclasses. */
    @TruffleBoundary
    public void invalidate() {
        Version old = version;
        version = new Version();
        // As CPython does: told once, until something has been looked up again.
        if (watch != null && (watchedFromNow || !old.found.isEmpty())) {
            watchedFromNow = false;
            watch.changes(this, Watch.TYPE_MODIFIED, null, null);
        }
        if (old.stable != null) {
            changes++;
            old.stable.invalidate();
        }
        for (PyType t : subclasses.all()) {
            t.invalidate();
        }
        if (dependents != null) {
            for (PyType t : dependents.keySet().toArray(PyType[]::new)) {
                t.invalidate();
            }
        }
    }

    /**
     * Has a class that is no subclass forget with this one what it derived: this type is in the MRO
     * that the class's metatype made.
     */
    @TruffleBoundary
    public void addDependent(PyType cls) {
        if (dependents == null) {
            dependents = new WeakHashMap<>();
        }
        dependents.put(cls, true);
    }

    /** The special methods that the interpreter itself asks for. */
    public SpecialMethods special() {
        Version now = version;
        SpecialMethods known = now.special;
        return known != null ? known : computeSpecial(now);
    }

    @TruffleBoundary
    private SpecialMethods computeSpecial(Version now) {
        SpecialMethods made = new SpecialMethods(this);
        now.special = made;
        return made;
    }

    // ---- subclasses ----

    /** Registers a direct subclass (weakly). */
    public void addSubclass(PyType subclass) {
        subclasses.add(subclass);
    }

    public void removeSubclass(PyType subclass) {
        subclasses.remove(subclass);
    }

    /** The direct subclasses that are still alive, of the current interpreter. */
    public List<PyType> subclasses() {
        return heap ? subclasses.all() : subclasses.ofThisInterpreter();
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        return TypeType.call(this, args, keywords);
    }

    @Override
    public String toString() {
        return "<class '" + name + "'>";
    }
}

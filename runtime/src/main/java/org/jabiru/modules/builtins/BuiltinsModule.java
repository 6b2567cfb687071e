package org.jabiru.modules.builtins;

import org.jabiru.builtins.bool.BoolType;
import org.jabiru.builtins.bytes.ByteArrayType;
import org.jabiru.builtins.bytes.BytesType;
import org.jabiru.builtins.complex.ComplexType;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.floats.FloatType;
import org.jabiru.builtins.function.ClassMethodType;
import org.jabiru.builtins.function.StaticMethodType;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.builtins.iterator.EnumerateType;
import org.jabiru.builtins.iterator.FilterType;
import org.jabiru.builtins.iterator.MapType;
import org.jabiru.builtins.iterator.ReversedType;
import org.jabiru.builtins.iterator.ZipType;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.memoryview.MemoryViewType;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.property.PropertyType;
import org.jabiru.builtins.range.RangeType;
import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.set.SetType;
import org.jabiru.builtins.slice.SliceType;
import org.jabiru.builtins.str.StrType;
import org.jabiru.builtins.supertype.SuperType;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.modules.ModuleDefinition;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** The types and constants of the module {@code builtins}. */
public final class BuiltinsModule {
    private BuiltinsModule() {}

    /** The definition, with the functions of all topics. */
    public static ModuleDefinition definition() {
        return ModuleDefinition.of(
                BuiltinsModule::initialize,
                new ObjectFunctionsTable(),
                new NumberFunctionsTable(),
                new IterationFunctionsTable(),
                new CodeFunctionsTable(),
                new ConsoleFunctionsTable());
    }

    /** Adds types, exceptions and constants. */
    public static void initialize(PyModule module) {
        PyDict dict = module.dict;
        dict.put("__doc__", Str.of("Built-in functions, types, exceptions, and other objects."));
        dict.put("None", Singleton.NONE);
        dict.put("Ellipsis", Singleton.ELLIPSIS);
        dict.put("NotImplemented", Singleton.NOT_IMPLEMENTED);
        dict.put("False", false);
        dict.put("True", true);
        dict.put("__debug__", true);
        for (PyType type : types()) {
            dict.put(type.shortName(), type);
        }
        for (PyType type : ExceptionTypes.all()) {
            dict.put(type.shortName(), type);
        }
        dict.put("_IncompleteInputError", ExceptionTypes.IncompleteInputError);
        dict.put("EnvironmentError", ExceptionTypes.OSError);
        dict.put("IOError", ExceptionTypes.OSError);
    }

    private static PyType[] types() {
        return new PyType[] {
            BoolType.TYPE,
            ByteArrayType.TYPE,
            BytesType.TYPE,
            ClassMethodType.TYPE,
            ComplexType.TYPE,
            DictType.TYPE,
            EnumerateType.TYPE,
            FilterType.TYPE,
            FloatType.TYPE,
            FrozenSetType.TYPE,
            IntType.TYPE,
            ListType.TYPE,
            MapType.TYPE,
            MemoryViewType.TYPE,
            ObjectType.TYPE,
            PropertyType.TYPE,
            RangeType.TYPE,
            ReversedType.TYPE,
            SetType.TYPE,
            SliceType.TYPE,
            StaticMethodType.TYPE,
            StrType.TYPE,
            SuperType.TYPE,
            TupleType.TYPE,
            TypeType.TYPE,
            ZipType.TYPE,
        };
    }
}

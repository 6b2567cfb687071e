package org.jabiru.modules.types;

import org.jabiru.builtins.capsule.CapsuleType;
import org.jabiru.builtins.code.CodeType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.frame.FrameType;
import org.jabiru.builtins.function.BuiltinFunctionType;
import org.jabiru.builtins.function.CellType;
import org.jabiru.builtins.function.ClassMethodDescriptorType;
import org.jabiru.builtins.function.FunctionType;
import org.jabiru.builtins.function.GetSetDescriptorType;
import org.jabiru.builtins.function.MemberDescriptorType;
import org.jabiru.builtins.function.MethodDescriptorType;
import org.jabiru.builtins.function.MethodType;
import org.jabiru.builtins.function.MethodWrapperType;
import org.jabiru.builtins.function.WrapperDescriptorType;
import org.jabiru.builtins.generator.AsyncGeneratorType;
import org.jabiru.builtins.generator.CoroutineType;
import org.jabiru.builtins.generator.GeneratorType;
import org.jabiru.builtins.genericalias.GenericAliasType;
import org.jabiru.builtins.mappingproxy.MappingProxyType;
import org.jabiru.builtins.module.ModuleType;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.namespace.NamespaceType;
import org.jabiru.builtins.none.EllipsisType;
import org.jabiru.builtins.none.NoneType;
import org.jabiru.builtins.none.NotImplementedType;
import org.jabiru.builtins.traceback.TracebackType;
import org.jabiru.builtins.union.UnionType;

/** The contents of {@code _types}: types that have no name among the builtins. */
public final class TypesModule {
    private TypesModule() {}

    /** Adds the types. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        d.put("AsyncGeneratorType", AsyncGeneratorType.TYPE);
        d.put("BuiltinFunctionType", BuiltinFunctionType.TYPE);
        d.put("BuiltinMethodType", BuiltinFunctionType.TYPE);
        d.put("CapsuleType", CapsuleType.TYPE);
        d.put("CellType", CellType.TYPE);
        d.put("ClassMethodDescriptorType", ClassMethodDescriptorType.TYPE);
        d.put("CodeType", CodeType.TYPE);
        d.put("CoroutineType", CoroutineType.TYPE);
        d.put("EllipsisType", EllipsisType.TYPE);
        d.put("FrameType", FrameType.TYPE);
        d.put("FunctionType", FunctionType.TYPE);
        d.put("GeneratorType", GeneratorType.TYPE);
        d.put("GenericAlias", GenericAliasType.TYPE);
        d.put("GetSetDescriptorType", GetSetDescriptorType.TYPE);
        d.put("LambdaType", FunctionType.TYPE);
        d.put("MappingProxyType", MappingProxyType.TYPE);
        d.put("MemberDescriptorType", MemberDescriptorType.TYPE);
        d.put("MethodDescriptorType", MethodDescriptorType.TYPE);
        d.put("MethodType", MethodType.TYPE);
        d.put("MethodWrapperType", MethodWrapperType.TYPE);
        d.put("ModuleType", ModuleType.TYPE);
        d.put("NoneType", NoneType.TYPE);
        d.put("NotImplementedType", NotImplementedType.TYPE);
        d.put("SimpleNamespace", NamespaceType.TYPE);
        d.put("TracebackType", TracebackType.TYPE);
        d.put("UnionType", UnionType.TYPE);
        d.put("WrapperDescriptorType", WrapperDescriptorType.TYPE);
    }
}

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Desugar DIRECTORY: gives the classes of all jars there plain methods where javac left work for
 * the first run: {@code switch} over types, and {@code equals} and {@code hashCode} of records. The
 * JDK makes a class for each when it is first reached, some milliseconds with the first and one
 * with every other, and the AOT cache keeps none of them.
 *
 * <p>Sources: java.lang.runtime.SwitchBootstraps.typeSwitch, java.lang.runtime.ObjectMethods.
 */
final class Desugar {
    private static final String SWITCHES = "java/lang/runtime/SwitchBootstraps";
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";
    private static final int HIDDEN =
            ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private final List<ZipFile> jars;
    private final ClassFile classFile;

    private Desugar(List<ZipFile> jars) {
        this.jars = jars;
        ClassHierarchyResolver ours = ClassHierarchyResolver.ofResourceParsing(this::open);
        classFile =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                ours.orElse(ClassHierarchyResolver.defaultResolver())));
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            paths = all.filter(path -> path.toString().endsWith(".jar")).sorted().toList();
        }
        List<ZipFile> jars = new ArrayList<>();
        for (Path path : paths) {
            jars.add(new ZipFile(path.toFile()));
        }
        Desugar desugar = new Desugar(jars);
        for (int i = 0; i < jars.size(); i++) {
            Path changed = paths.get(i).resolveSibling(paths.get(i).getFileName() + ".part");
            desugar.rewrite(jars.get(i), changed);
            Files.move(changed, paths.get(i), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private InputStream open(ClassDesc type) {
        String name = type.descriptorString();
        String file = name.substring(1, name.length() - 1) + ".class";
        try {
            for (ZipFile jar : jars) {
                ZipEntry entry = jar.getEntry(file);
                if (entry != null) {
                    return jar.getInputStream(entry);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rewrite(ZipFile jar, Path changed) throws IOException {
        try (OutputStream file = Files.newOutputStream(changed);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
                byte[] content = jar.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(".class")) {
                    content = plain(content);
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(content);
            }
        }
    }

    private byte[] plain(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.contains(SWITCHES) && !text.contains(RECORDS)) {
            return content;
        }
        ClassModel model = classFile.parse(content);
        List<Consumer<ClassBuilder>> added = new ArrayList<>();
        ClassTransform methods =
                ClassTransform.transformingMethodBodies(
                        Desugar::hasCallSite, calls(model, added));
        ClassTransform more =
                ClassTransform.endHandler(builder -> added.forEach(add -> add.accept(builder)));
        return classFile.transformClass(model, methods.andThen(more));
    }

    private static boolean hasCallSite(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(e -> e instanceof InvokeDynamicInstruction i && isOurs(i));
    }

    private static boolean isOurs(InvokeDynamicInstruction i) {
        String owner = i.bootstrapMethod().owner().descriptorString();
        if (owner.equals("L" + RECORDS + ";")) {
            return !i.name().stringValue().equals("toString");
        }
        return owner.equals("L" + SWITCHES + ";")
                && i.bootstrapMethod().methodName().equals("typeSwitch")
                && i.bootstrapArgs().stream().allMatch(Desugar::isReference);
    }

    private static boolean isReference(ConstantDesc label) {
        return label instanceof ClassDesc type && !type.isPrimitive();
    }

    /** Call sites become calls of methods that are added to the class. */
    private static CodeTransform calls(ClassModel model, List<Consumer<ClassBuilder>> added) {
        ClassDesc owner = model.thisClass().asSymbol();
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        return (builder, element) -> {
            if (!(element instanceof InvokeDynamicInstruction i && isOurs(i))) {
                builder.with(element);
                return;
            }
            String name = "plain$" + i.name().stringValue() + "$" + added.size();
            MethodTypeDesc type = i.typeSymbol();
            List<ConstantDesc> constants = i.bootstrapArgs();
            Consumer<CodeBuilder> body =
                    switch (i.name().stringValue()) {
                        case "hashCode" -> code -> hash(code, owner, fields(constants));
                        case "equals" -> code -> equal(code, owner, fields(constants));
                        default -> code -> select(code, constants);
                    };
            added.add(to -> to.withMethodBody(name, type, HIDDEN, body));
            builder.invokestatic(owner, name, type, isInterface);
        };
    }

    /** The index of the first label from that of the second argument on; -1 for null. */
    private static void select(CodeBuilder code, List<ConstantDesc> labels) {
        Label some = code.newLabel();
        Label none = code.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            cases.add(SwitchCase.of(i, code.newLabel()));
        }
        code.aload(0).ifnonnull(some).iconst_m1().ireturn();
        code.labelBinding(some);
        if (!cases.isEmpty()) {
            code.iload(1).tableswitch(0, labels.size() - 1, none, cases);
        }
        for (int i = 0; i < labels.size(); i++) {
            Label next = i + 1 < labels.size() ? cases.get(i + 1).target() : none;
            code.labelBinding(cases.get(i).target());
            code.aload(0).instanceOf((ClassDesc) labels.get(i)).ifeq(next);
            code.loadConstant(i).ireturn();
        }
        code.labelBinding(none);
        code.loadConstant(labels.size()).ireturn();
    }

    private static List<DirectMethodHandleDesc> fields(List<ConstantDesc> constants) {
        return constants.stream()
                .filter(DirectMethodHandleDesc.class::isInstance)
                .map(DirectMethodHandleDesc.class::cast)
                .toList();
    }

    private static ClassDesc typeOf(DirectMethodHandleDesc field) {
        return field.invocationType().returnType();
    }

    private static void load(
            CodeBuilder code, int local, ClassDesc owner, DirectMethodHandleDesc field) {
        code.aload(local).getfield(owner, field.methodName(), typeOf(field));
    }

    private static void hash(
            CodeBuilder code, ClassDesc owner, List<DirectMethodHandleDesc> fields) {
        code.iconst_0();
        for (DirectMethodHandleDesc field : fields) {
            code.loadConstant(31).imul();
            load(code, 0, owner, field);
            if (typeOf(field).isPrimitive()) {
                MethodTypeDesc type = MethodTypeDesc.of(CD_int, typeOf(field));
                code.invokestatic(wrapper(typeOf(field)), "hashCode", type);
            } else {
                MethodTypeDesc type = MethodTypeDesc.of(CD_int, CD_Object);
                code.invokestatic(ClassDesc.of("java.util.Objects"), "hashCode", type);
            }
            code.iadd();
        }
        code.ireturn();
    }

    private static void equal(
            CodeBuilder code, ClassDesc owner, List<DirectMethodHandleDesc> fields) {
        Label different = code.newLabel();
        code.aload(1).instanceOf(owner).ifeq(different);
        code.aload(1).checkcast(owner).astore(2);
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = typeOf(field);
            load(code, 0, owner, field);
            load(code, 2, owner, field);
            if (!type.isPrimitive()) {
                MethodTypeDesc compare = MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object);
                code.invokestatic(ClassDesc.of("java.util.Objects"), "equals", compare);
                code.ifeq(different);
            } else {
                MethodTypeDesc compare = MethodTypeDesc.of(CD_int, type, type);
                code.invokestatic(wrapper(type), "compare", compare).ifne(different);
            }
        }
        code.iconst_1().ireturn();
        code.labelBinding(different);
        code.iconst_0().ireturn();
    }

    private static ClassDesc wrapper(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ClassDesc.of("java.lang.Boolean");
            case BYTE -> ClassDesc.of("java.lang.Byte");
            case SHORT -> ClassDesc.of("java.lang.Short");
            case CHAR -> ClassDesc.of("java.lang.Character");
            case INT -> ClassDesc.of("java.lang.Integer");
            case LONG -> ClassDesc.of("java.lang.Long");
            case FLOAT -> ClassDesc.of("java.lang.Float");
            default -> ClassDesc.of("java.lang.Double");
        };
    }
}

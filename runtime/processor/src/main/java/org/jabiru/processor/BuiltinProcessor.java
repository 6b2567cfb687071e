package org.jabiru.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Writes a {@code XTable} for each class X marked as a builtin type or module. */
@SupportedAnnotationTypes({"org.jabiru.object.BuiltinType", "org.jabiru.object.BuiltinModule"})
public final class BuiltinProcessor extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element e : round.getElementsAnnotatedWith(annotation)) {
                write((TypeElement) e, annotation);
            }
        }
        return true;
    }

    private void write(TypeElement holder, TypeElement annotation) {
        String annotated = annotation.getQualifiedName().toString();
        String owner = stringOf(holder, annotated, "value", "");
        List<BuiltinMethod> builtins = new ArrayList<>();
        for (Element e : holder.getEnclosedElements()) {
            if (e.getKind() == ElementKind.METHOD) {
                String signature = stringOf(e, BuiltinMethod.ANNOTATION, "value", null);
                if (signature != null) {
                    builtins.add(methodOf((ExecutableElement) e, signature));
                }
            }
        }
        PackageElement where = processingEnv.getElementUtils().getPackageOf(holder);
        String name = holder.getSimpleName() + "Table";
        String source =
                new TableSource(
                                where.getQualifiedName().toString(),
                                holder.getSimpleName().toString(),
                                owner,
                                stringOf(holder, annotated, "doc", ""),
                                stringOf(holder, annotated, "signature", ""),
                                builtins)
                        .text();
        try (Writer w =
                processingEnv
                        .getFiler()
                        .createSourceFile(where.getQualifiedName() + "." + name, holder)
                        .openWriter()) {
            w.write(source);
        } catch (IOException e) {
            error(holder, "cannot write " + name + ": " + e.getMessage());
        }
    }

    private BuiltinMethod methodOf(ExecutableElement method, String signature) {
        String kind = stringOf(method, BuiltinMethod.ANNOTATION, "kind", "METHOD");
        kind = kind.substring(kind.lastIndexOf('.') + 1);
        boolean inline =
                stringOf(method, BuiltinMethod.ANNOTATION, "inline", "false").equals("true");
        String doc = stringOf(method, BuiltinMethod.ANNOTATION, "doc", "");
        if (!method.getModifiers().contains(Modifier.STATIC)
                || method.getModifiers().contains(Modifier.PRIVATE)) {
            error(method, "a @Builtin method must be static and not private");
        }
        String shown = stringOf(method, BuiltinMethod.ANNOTATION, "shown", "");
        BuiltinMethod b = BuiltinMethod.of(method, signature, shown, kind, inline, doc);
        if (b.problem() != null) {
            error(method, b.problem());
        }
        return b;
    }

    private void error(Element where, String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, where);
    }

    private static String stringOf(Element e, String annotation, String key, String missing) {
        for (AnnotationMirror m : e.getAnnotationMirrors()) {
            if (m.getAnnotationType().toString().equals(annotation)) {
                for (var entry : m.getElementValues().entrySet()) {
                    if (entry.getKey().getSimpleName().contentEquals(key)) {
                        return entry.getValue().getValue().toString();
                    }
                }
            }
        }
        return missing;
    }
}

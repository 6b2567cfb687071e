package org.jabiru.annotations;

import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.InvocationHandler;
import jdk.internal.ValueBased;

/** Annotations of the JDK. */
final class JdkAnnotations {
    private JdkAnnotations() {}

    static final class OfRetention extends ImageAnnotation implements Retention {
        OfRetention(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public RetentionPolicy value() {
            return element("value");
        }
    }

    static final class OfTarget extends ImageAnnotation implements Target {
        OfTarget(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public ElementType[] value() {
            return element("value");
        }
    }

    static final class OfRepeatable extends ImageAnnotation implements Repeatable {
        OfRepeatable(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public Class<? extends Annotation> value() {
            return element("value");
        }
    }

    static final class OfInherited extends ImageAnnotation implements Inherited {
        OfInherited(InvocationHandler handler) {
            super(handler);
        }
    }

    static final class OfValueBased extends ImageAnnotation implements ValueBased {
        OfValueBased(InvocationHandler handler) {
            super(handler);
        }
    }
}

package org.jabiru.annotations;

import com.oracle.truffle.api.InternalResource;
import com.oracle.truffle.api.TruffleFile.FileTypeDetector;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.TruffleLanguage.ContextPolicy;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import java.lang.reflect.InvocationHandler;
import org.graalvm.polyglot.SandboxPolicy;

/** The annotations by which Truffle knows languages and instruments. */
@SuppressWarnings("deprecation")
final class RegistrationAnnotations {
    private RegistrationAnnotations() {}

    /** The elements that both have. */
    private abstract static class Registration extends ImageAnnotation {
        Registration(InvocationHandler handler) {
            super(handler);
        }

        public final String id() {
            return element("id");
        }

        public final String name() {
            return element("name");
        }

        public final String version() {
            return element("version");
        }

        public final boolean internal() {
            return element("internal");
        }

        public final Class<?>[] services() {
            return element("services");
        }

        public final String website() {
            return element("website");
        }

        public final SandboxPolicy sandbox() {
            return element("sandbox");
        }

        public final Class<? extends InternalResource>[] internalResources() {
            return element("internalResources");
        }

        public final String[] optionalResources() {
            return element("optionalResources");
        }
    }

    static final class OfLanguage extends Registration implements TruffleLanguage.Registration {
        OfLanguage(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public String implementationName() {
            return element("implementationName");
        }

        @Override
        public String defaultMimeType() {
            return element("defaultMimeType");
        }

        @Override
        public String[] characterMimeTypes() {
            return element("characterMimeTypes");
        }

        @Override
        public String[] byteMimeTypes() {
            return element("byteMimeTypes");
        }

        @Override
        public boolean interactive() {
            return element("interactive");
        }

        @Override
        public String[] dependentLanguages() {
            return element("dependentLanguages");
        }

        @Override
        public ContextPolicy contextPolicy() {
            return element("contextPolicy");
        }

        @Override
        public Class<? extends FileTypeDetector>[] fileTypeDetectors() {
            return element("fileTypeDetectors");
        }

        @Override
        public boolean needsAllEncodings() {
            return element("needsAllEncodings");
        }
    }

    static final class OfInstrument extends Registration implements TruffleInstrument.Registration {
        OfInstrument(InvocationHandler handler) {
            super(handler);
        }
    }
}

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

    static final class OfLanguage extends ImageAnnotation implements TruffleLanguage.Registration {
        OfLanguage(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public String id() {
            return element("id");
        }

        @Override
        public String name() {
            return element("name");
        }

        @Override
        public String version() {
            return element("version");
        }

        @Override
        public boolean internal() {
            return element("internal");
        }

        @Override
        public Class<?>[] services() {
            return element("services");
        }

        @Override
        public String website() {
            return element("website");
        }

        @Override
        public SandboxPolicy sandbox() {
            return element("sandbox");
        }

        @Override
        public Class<? extends InternalResource>[] internalResources() {
            return element("internalResources");
        }

        @Override
        public String[] optionalResources() {
            return element("optionalResources");
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

    static final class OfInstrument extends ImageAnnotation implements TruffleInstrument.Registration {
        OfInstrument(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public String id() {
            return element("id");
        }

        @Override
        public String name() {
            return element("name");
        }

        @Override
        public String version() {
            return element("version");
        }

        @Override
        public boolean internal() {
            return element("internal");
        }

        @Override
        public Class<?>[] services() {
            return element("services");
        }

        @Override
        public String website() {
            return element("website");
        }

        @Override
        public SandboxPolicy sandbox() {
            return element("sandbox");
        }

        @Override
        public Class<? extends InternalResource>[] internalResources() {
            return element("internalResources");
        }

        @Override
        public String[] optionalResources() {
            return element("optionalResources");
        }
    }
}

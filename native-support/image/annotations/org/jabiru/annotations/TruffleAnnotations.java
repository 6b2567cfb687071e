package org.jabiru.annotations;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.GeneratedBy;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.GenerateLibrary;
import com.oracle.truffle.api.library.Library;
import com.oracle.truffle.api.nodes.DenyReplace;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.NodeCost;
import com.oracle.truffle.api.nodes.NodeInfo;
import com.oracle.truffle.runtime.TruffleCallBoundary;
import java.lang.reflect.InvocationHandler;

/** Annotations of Truffle's nodes, libraries and runtime. */
final class TruffleAnnotations {
    private TruffleAnnotations() {}

    static final class OfTruffleBoundary extends ImageAnnotation implements TruffleBoundary {
        OfTruffleBoundary(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public boolean transferToInterpreterOnException() {
            return element("transferToInterpreterOnException");
        }

        @Override
        public boolean allowInlining() {
            return element("allowInlining");
        }
    }

    static final class OfCompilationFinal extends ImageAnnotation implements CompilationFinal {
        OfCompilationFinal(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public int dimensions() {
            return element("dimensions");
        }
    }

    static final class OfTruffleCallBoundary extends ImageAnnotation implements TruffleCallBoundary {
        OfTruffleCallBoundary(InvocationHandler handler) {
            super(handler);
        }
    }

    static final class OfExplodeLoop extends ImageAnnotation implements ExplodeLoop {
        OfExplodeLoop(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public ExplodeLoop.LoopExplosionKind kind() {
            return element("kind");
        }
    }

    static final class OfDenyReplace extends ImageAnnotation implements DenyReplace {
        OfDenyReplace(InvocationHandler handler) {
            super(handler);
        }
    }

    static final class OfChild extends ImageAnnotation implements Node.Child {
        OfChild(InvocationHandler handler) {
            super(handler);
        }
    }

    @SuppressWarnings("deprecation")
    static final class OfNodeInfo extends ImageAnnotation implements NodeInfo {
        OfNodeInfo(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public String shortName() {
            return element("shortName");
        }

        @Override
        public NodeCost cost() {
            return element("cost");
        }

        @Override
        public String description() {
            return element("description");
        }

        @Override
        public String language() {
            return element("language");
        }
    }

    static final class OfGeneratedBy extends ImageAnnotation implements GeneratedBy {
        OfGeneratedBy(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public Class<?> value() {
            return element("value");
        }

        @Override
        public String methodName() {
            return element("methodName");
        }
    }

    static final class OfGenerateLibrary extends ImageAnnotation implements GenerateLibrary {
        OfGenerateLibrary(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public Class<? extends Library> assertions() {
            return element("assertions");
        }

        @Override
        public Class<?> receiverType() {
            return element("receiverType");
        }

        @Override
        public boolean defaultExportLookupEnabled() {
            return element("defaultExportLookupEnabled");
        }

        @Override
        public boolean dynamicDispatchEnabled() {
            return element("dynamicDispatchEnabled");
        }

        @Override
        public boolean pushEncapsulatingNode() {
            return element("pushEncapsulatingNode");
        }
    }

    static final class OfExportLibrary extends ImageAnnotation implements ExportLibrary {
        OfExportLibrary(InvocationHandler handler) {
            super(handler);
        }

        @Override
        public Class<? extends Library> value() {
            return element("value");
        }

        @Override
        public Class<?> receiverType() {
            return element("receiverType");
        }

        @Override
        public String delegateTo() {
            return element("delegateTo");
        }

        @Override
        public int priority() {
            return element("priority");
        }

        @Override
        public String transitionLimit() {
            return element("transitionLimit");
        }

        @Override
        public boolean useForAOT() {
            return element("useForAOT");
        }

        @Override
        public int useForAOTPriority() {
            return element("useForAOTPriority");
        }
    }
}

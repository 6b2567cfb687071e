package org.jabiru.interop;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.PythonLanguage;
import org.jabiru.builtins.traceback.PyTraceback;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;

/**
 * Gives an exception that leaves Python the stack that other languages and Java can read. Inside, a
 * traceback is all that Python wants, and what Truffle notes of each call would cost every raise;
 * here the traceback is walked once more, through a call target for each of its frames.
 */
final class GuestFrames {
    /** Of a recursion without end nobody reads more. */
    private static final int MOST = 100;

    private GuestFrames() {}

    /** The same exception, with the frames of its traceback. */
    static PyException of(PyException e) {
        List<PyTraceback> entries = new ArrayList<>();
        Object entry = e.exception().traceback;
        while (entry instanceof PyTraceback t && entries.size() < MOST) {
            entries.add(t);
            entry = t.next;
        }
        if (entries.isEmpty()) {
            return e;
        }
        Frame inner = null;
        for (PyTraceback t : entries.reversed()) {
            inner = new Frame(t, inner, e);
        }
        try {
            inner.getCallTarget().call();
            return e;
        } catch (PyException withFrames) {
            return withFrames;
        }
    }

    /** Stands for one frame of the traceback. */
    private static final class Frame extends RootNode {
        private final String name;
        private final SourceSection section;
        private final PyException raised;
        @Child private DirectCallNode inner;

        Frame(PyTraceback entry, Frame inner, PyException raised) {
            super(PythonLanguage.get());
            this.raised = raised;
            name = Str.java(entry.frame.code.qualifiedName);
            int line = Math.max(1, entry.line());
            section =
                    Source.newBuilder(PythonLanguage.ID, "", Str.java(entry.frame.code.fileName))
                            .content(Source.CONTENT_NONE)
                            .build()
                            .createSection(line, 1, line, 1);
            this.inner = inner == null ? null : DirectCallNode.create(inner.getCallTarget());
        }

        @Override
        public Object execute(VirtualFrame frame) {
            if (inner == null) {
                throw new PyException(raised.exception(), this);
            }
            return inner.call();
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public SourceSection getSourceSection() {
            return section;
        }
    }
}

package org.jabiru.modules.tokenize;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.compiler.Compile;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.parser.PythonSyntaxException;
import org.jabiru.parser.TokenStream;

/** An iterator over tokens. */
final class PyTokenizerIter extends PyObject implements JavaIterator {
    private final Object readline;
    private final String encoding;
    private final boolean extraTokens;

    /** Made when the first token is asked for: reading lines may raise. */
    private TokenStream tokens;

    PyTokenizerIter(PyType type, Object readline, String encoding, boolean extraTokens) {
        super(type);
        this.readline = readline;
        this.encoding = encoding;
        this.extraTokens = extraTokens;
    }

    @Override
    public Object next() {
        try {
            if (tokens == null) {
                String source = SourceLines.readAll(readline, encoding);
                tokens = new TokenStream(source, "<string>", extraTokens);
            }
            TokenStream.Lexeme t = tokens.next();
            if (t == null) {
                return null;
            }
            return PyTuple.of(
                    (long) t.type(),
                    Str.of(t.text()),
                    PyTuple.of((long) t.line(), (long) t.column()),
                    PyTuple.of((long) t.endLine(), (long) t.endColumn()),
                    Str.of(t.source()));
        } catch (PythonSyntaxException e) {
            throw Compile.syntaxError(e);
        }
    }
}

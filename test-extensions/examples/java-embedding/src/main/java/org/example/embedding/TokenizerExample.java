package org.example.embedding;

import java.nio.file.Path;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;

/** Encodes a batch of texts with the package tokenizers, which is written in Rust. */
public final class TokenizerExample implements AutoCloseable {
    private static final String PYTHON =
            """
            from tokenizers import Tokenizer, models, pre_tokenizers

            words = "[UNK] the cat sat on mat a dog ran".split()
            tokenizer = Tokenizer(models.WordLevel({w: i for i, w in enumerate(words)}, "[UNK]"))
            tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()

            def encode(texts):
                return [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]

            encode
            """;

    /** What is installed from the package index. */
    static final String PACKAGE = "tokenizers==0.23.3";

    private final Context context;
    private final Value encode;

    /** Starts Python; {@code packages} is where pip installed the package. */
    public TokenizerExample(String packages) {
        context =
                Context.newBuilder("python")
                        .allowAllAccess(true)
                        .option("python.PythonPath", packages)
                        .build();
        encode = context.eval("python", PYTHON);
    }

    /** The numbers of each text's words; several threads may ask at a time. */
    public List<List<Integer>> encode(List<String> texts) {
        return encode.execute(texts).as(new TypeLiteral<>() {});
    }

    @Override
    public void close() {
        context.close();
    }

    public static void main(String[] arguments) throws Exception {
        Pip.install(Path.of("target/python"), PACKAGE);
        try (var example = new TokenizerExample("target/python")) {
            System.out.println(example.encode(List.of("the cat sat on the mat", "a dog ran")));
        }
    }
}

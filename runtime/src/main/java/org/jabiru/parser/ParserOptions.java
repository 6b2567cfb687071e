package org.jabiru.parser;

/**
 * How to parse.
 *
 * @param warnings where {@code SyntaxWarning}s go
 * @param names resolves {@code \N{…}}
 * @param barryAsFlufl {@code <>} instead of {@code !=} (PEP 401), as set by a future import
 * @param maxIntDigits most digits of a decimal integer literal, 0 for no limit
 * @param allowIncompleteInput report source that may be the start of something valid as {@link
 *     PythonSyntaxException.Kind#INCOMPLETE} (for prompts: {@code PyCF_ALLOW_INCOMPLETE_INPUT})
 * @param dontImplyDedent the end of a single statement does not end its blocks ({@code
 *     PyCF_DONT_IMPLY_DEDENT})
 * @param typeComments {@code # type: ...} is part of the tree ({@code PyCF_TYPE_COMMENTS})
 */
public record ParserOptions(
        WarningSink warnings,
        CharacterNames names,
        boolean barryAsFlufl,
        int maxIntDigits,
        boolean allowIncompleteInput,
        boolean dontImplyDedent,
        boolean typeComments) {
    /** No warnings, the platform's character names, the language as it is. */
    public static final ParserOptions DEFAULT =
            new ParserOptions(
                    WarningSink.IGNORE, CharacterNames.PLATFORM, false, 4300, false, false, false);

    /** Options for source that is complete. */
    public ParserOptions(
            WarningSink warnings, CharacterNames names, boolean barryAsFlufl, int maxIntDigits) {
        this(warnings, names, barryAsFlufl, maxIntDigits, false, false, false);
    }

    /** These options with another sink. */
    public ParserOptions withWarnings(WarningSink sink) {
        return new ParserOptions(
                sink,
                names,
                barryAsFlufl,
                maxIntDigits,
                allowIncompleteInput,
                dontImplyDedent,
                typeComments);
    }

    /** These options with other names. */
    public ParserOptions withNames(CharacterNames resolver) {
        return new ParserOptions(
                warnings,
                resolver,
                barryAsFlufl,
                maxIntDigits,
                allowIncompleteInput,
                dontImplyDedent,
                typeComments);
    }

    /** These options with other limits of digits. */
    public ParserOptions withMaxIntDigits(int digits) {
        return new ParserOptions(
                warnings,
                names,
                barryAsFlufl,
                digits,
                allowIncompleteInput,
                dontImplyDedent,
                typeComments);
    }

    /** These options in the language of PEP 401. */
    public ParserOptions withBarryAsFlufl() {
        return new ParserOptions(
                warnings,
                names,
                true,
                maxIntDigits,
                allowIncompleteInput,
                dontImplyDedent,
                typeComments);
    }

    /** These options for a prompt. */
    public ParserOptions forPrompt(boolean incomplete, boolean keepIndent) {
        return new ParserOptions(
                warnings, names, barryAsFlufl, maxIntDigits, incomplete, keepIndent, typeComments);
    }

    /** These options for a tree with type comments, or without. */
    public ParserOptions withTypeComments(boolean wanted) {
        return new ParserOptions(
                warnings,
                names,
                barryAsFlufl,
                maxIntDigits,
                allowIncompleteInput,
                dontImplyDedent,
                wanted);
    }
}

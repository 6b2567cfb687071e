package org.jabiru.parser;

/**
 * How to parse.
 *
 * @param warnings where {@code SyntaxWarning}s go
 * @param names resolves {@code \N{…}}
 * @param barryAsFlufl {@code <>} instead of {@code !=} (PEP 401), as set by a future import
 * @param maxIntDigits most digits of a decimal integer literal, 0 for no limit
 */
public record ParserOptions(
        WarningSink warnings, CharacterNames names, boolean barryAsFlufl, int maxIntDigits) {
    /** No warnings, the platform's character names, the language as it is. */
    public static final ParserOptions DEFAULT =
            new ParserOptions(WarningSink.IGNORE, CharacterNames.PLATFORM, false, 4300);

    /** These options with another sink. */
    public ParserOptions withWarnings(WarningSink sink) {
        return new ParserOptions(sink, names, barryAsFlufl, maxIntDigits);
    }
}

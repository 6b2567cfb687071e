package org.jabiru.parser;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import org.jabiru.parser.PythonSyntaxException.Kind;

/** Finds the encoding of source bytes (PEP 263: a BOM or a cookie in the first two lines). */
final class SourceDecoder {
    private SourceDecoder() {}

    /** {@code raw} as UTF-8 without BOM. */
    static byte[] toUtf8(byte[] raw, String filename) {
        boolean bom =
                raw.length >= 3
                        && raw[0] == (byte) 0xef
                        && raw[1] == (byte) 0xbb
                        && raw[2] == (byte) 0xbf;
        byte[] body = bom ? Arrays.copyOfRange(raw, 3, raw.length) : raw;
        String cookie = cookie(body);
        String name = cookie == null ? "utf-8" : normalise(cookie);
        if (name.equals("utf-8")) {
            checkUtf8(body, filename);
            return body;
        }
        if (bom) {
            int end = lineEnd(body, 0);
            int start = 0;
            int line = 1;
            if (cookieIn(body, 0, end) == null) {
                start = Math.min(end + 1, body.length);
                end = lineEnd(body, start);
                line = 2;
            }
            throw new PythonSyntaxException(
                    Kind.SYNTAX,
                    "encoding problem: " + name + " with BOM",
                    filename,
                    line,
                    0,
                    line,
                    end - start,
                    new String(body, start, end - start, StandardCharsets.UTF_8));
        }
        Charset charset = charset(name);
        if (charset == null) {
            throw new PythonSyntaxException(
                    Kind.SYNTAX, "unknown encoding: " + cookie, filename, 0, -1, -1, -1, null);
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new PythonSyntaxException(
                    Kind.SYNTAX,
                    "(unicode error) '" + name + "' codec can't decode bytes",
                    filename,
                    0,
                    -1,
                    -1,
                    -1,
                    null);
        }
    }

    /** The encoding that source declares, or null. */
    static String declared(byte[] raw) {
        return cookie(raw);
    }

    /**
     * The encoding named in the first two lines, or null; the first line must hold only a comment.
     */
    private static String cookie(byte[] source) {
        int start = 0;
        for (int line = 0; line < 2 && start < source.length; line++) {
            int end = lineEnd(source, start);
            int i = start;
            while (i < end && (source[i] == ' ' || source[i] == '\t' || source[i] == '\f')) {
                i++;
            }
            if (i < end && source[i] != '#') {
                return null;
            }
            String found = i == end ? null : cookieIn(source, i, end);
            if (found != null) {
                return found;
            }
            start = end < source.length && source[end] == '\r' ? end + 1 : end;
            if (start < source.length && source[start] == '\n') {
                start++;
            }
        }
        return null;
    }

    private static String cookieIn(byte[] source, int start, int end) {
        String comment = new String(source, start, end - start, StandardCharsets.ISO_8859_1);
        for (int at = comment.indexOf("coding"); at >= 0; at = comment.indexOf("coding", at + 1)) {
            int i = at + 6;
            if (i >= comment.length() || comment.charAt(i) != ':' && comment.charAt(i) != '=') {
                continue;
            }
            i++;
            while (i < comment.length()
                    && (comment.charAt(i) == ' ' || comment.charAt(i) == '\t')) {
                i++;
            }
            int from = i;
            while (i < comment.length() && isNamePart(comment.charAt(i))) {
                i++;
            }
            if (i > from) {
                return comment.substring(from, i);
            }
        }
        return null;
    }

    private static boolean isNamePart(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }

    private static int lineEnd(byte[] source, int start) {
        int i = start;
        while (i < source.length && source[i] != '\n' && source[i] != '\r') {
            i++;
        }
        return i;
    }

    private static String normalise(String cookie) {
        String head =
                cookie.substring(0, Math.min(12, cookie.length()))
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
        if (head.equals("utf-8") || head.startsWith("utf-8-")) {
            return "utf-8";
        }
        for (String latin : new String[] {"latin-1", "iso-8859-1", "iso-latin-1"}) {
            if (head.equals(latin) || head.startsWith(latin + "-")) {
                return "iso-8859-1";
            }
        }
        return cookie;
    }

    private static Charset charset(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
        String java =
                switch (lower) {
                    case "ascii", "us-ascii", "646" -> "US-ASCII";
                    case "utf8", "u8" -> "UTF-8";
                    case "latin1", "l1", "latin", "8859", "cp819" -> "ISO-8859-1";
                    case "mac-roman", "macroman", "macintosh" -> "x-MacRoman";
                    case "cp874" -> "x-IBM874";
                    case "cp932", "ms932", "mskanji" -> "windows-31j";
                    case "cp949", "uhc", "ms949" -> "x-windows-949";
                    case "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256" ->
                            "windows-" + lower.substring(2);
                    case "johab", "cp1361" -> "x-Johab";
                    default ->
                            lower.startsWith("iso8859-") ? "iso-8859-" + lower.substring(8) : lower;
                };
        try {
            return Charset.forName(java);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static void checkUtf8(byte[] b, String filename) {
        int i = 0;
        while (i < b.length) {
            int c = b[i];
            if (c >= 0) {
                i++;
                continue;
            }
            int n = sequenceLength(b, i);
            if (n == 0) {
                throw notUtf8(b, i, filename);
            }
            i += n;
        }
    }

    /** Length of the well-formed multi-byte sequence at {@code i}, or 0. */
    private static int sequenceLength(byte[] b, int i) {
        int c = b[i] & 0xff;
        int n = c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;
        if (n == 0 || i + n > b.length) {
            return 0;
        }
        for (int k = 1; k < n; k++) {
            if ((b[i + k] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = b[i + 1] & 0xff;
        boolean bad =
                c == 0xe0 && second < 0xa0
                        || c == 0xed && second > 0x9f
                        || c == 0xf0 && second < 0x90
                        || c == 0xf4 && second > 0x8f;
        return bad ? 0 : n;
    }

    private static PythonSyntaxException notUtf8(byte[] b, int at, String filename) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at; i++) {
            if (b[i] == '\n' || b[i] == '\r' && b[i + 1] != '\n') {
                line++;
                start = i + 1;
            }
        }
        String text = new String(b, start, lineEnd(b, start) - start, StandardCharsets.UTF_8);
        int column = new String(b, start, at - start, StandardCharsets.UTF_8).length() + 1;
        return new PythonSyntaxException(
                Kind.SYNTAX,
                String.format(
                        "Non-UTF-8 code starting with '\\x%02x' on line %d, but no encoding declared;"
                                + " see https://peps.python.org/pep-0263/ for details",
                        b[at] & 0xff, line),
                filename,
                line,
                column,
                line,
                column,
                text);
    }
}

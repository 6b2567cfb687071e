package org.jabiru.modules.posix;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayDeque;
import org.jabiru.object.Str;

/** {@code posixpath.normpath} and {@code splitroot}. */
final class PathSyntax {
    private PathSyntax() {}

    /** How many code points the root takes: none, "/", or exactly two slashes (POSIX 4.13). */
    static int rootLength(TruffleString path) {
        int n = Str.length(path);
        if (n == 0 || Str.codePointAt(path, 0) != '/') {
            return 0;
        }
        boolean two = n > 1 && Str.codePointAt(path, 1) == '/';
        return two && !(n > 2 && Str.codePointAt(path, 2) == '/') ? 2 : 1;
    }

    static String normalize(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        String shown = path;
        int root = 0;
        if (shown.startsWith("/")) {
            root = shown.startsWith("//") && !shown.startsWith("///") ? 2 : 1;
        }
        ArrayDeque<String> parts = new ArrayDeque<>();
        int at = root;
        while (at <= shown.length()) {
            int end = shown.indexOf('/', at);
            end = end < 0 ? shown.length() : end;
            String part = shown.substring(at, end);
            at = end + 1;
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..")
                    || root == 0 && parts.isEmpty()
                    || !parts.isEmpty() && parts.peekLast().equals("..")) {
                parts.addLast(part);
            } else if (!parts.isEmpty()) {
                parts.removeLast();
            }
        }
        String joined = "/".repeat(root) + String.join("/", parts);
        return joined.isEmpty() ? "." : joined;
    }
}

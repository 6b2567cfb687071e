package org.jabiru.capi;

/** Punycode (RFC 3492): names of modules beyond ASCII in the names of init functions (PEP 489). */
final class Punycode {
    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;

    private Punycode() {}

    /** {@code name.encode('punycode')}. */
    static String encode(String name) {
        int[] points = name.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int c : points) {
            if (c < 128) {
                out.append((char) c);
            }
        }
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        int done = basic;
        int bias = 72;
        int delta = 0;
        int reached = 128;
        while (done < points.length) {
            int next = Integer.MAX_VALUE;
            for (int c : points) {
                next = c >= reached ? Math.min(next, c) : next;
            }
            delta += (next - reached) * (done + 1);
            reached = next;
            for (int c : points) {
                if (c < reached) {
                    delta++;
                } else if (c == reached) {
                    appendNumber(out, delta, bias);
                    bias = adapt(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }
            delta++;
            reached++;
        }
        return out.toString();
    }

    /** A generalized variable-length integer (section 3.3). */
    private static void appendNumber(StringBuilder out, int number, int bias) {
        int rest = number;
        for (int k = BASE; ; k += BASE) {
            int threshold = Math.clamp(k - bias, LEAST, MOST);
            if (rest < threshold) {
                out.append(digit(rest));
                return;
            }
            out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    /** The bias for the next number (section 3.4). */
    private static int adapt(int delta, int count, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / count;
        int k = 0;
        while (rest > (BASE - LEAST) * MOST / 2) {
            rest /= BASE - LEAST;
            k += BASE;
        }
        return k + (BASE - LEAST + 1) * rest / (rest + SKEW);
    }
}

package org.jabiru.builtins.str;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Unicode's Numeric_Value: Java knows the whole numbers up to an int, a table has the fractions,
 * the ideographs and what is greater.
 */
public final class NumericValues {
    private NumericValues() {}

    /** The value, or -1 for what is no number. */
    public static double of(int c) {
        int type = Character.getType(c);
        if (type == Character.UPPERCASE_LETTER || type == Character.LOWERCASE_LETTER) {
            // Java sees digits of base 36 here.
            return -1;
        }
        int known = Character.getNumericValue(c);
        if (known >= 0) {
            return known;
        }
        Double listed = c < 128 ? null : Listed.TABLE.get(c);
        return listed != null ? listed : -1;
    }

    /** Read when first needed. */
    private static final class Listed {
        static final Map<Integer, Double> TABLE = read();

        private static Map<Integer, Double> read() {
            Map<Integer, Double> table = new HashMap<>();
            try (InputStream in = NumericValues.class.getResourceAsStream("numeric-values.txt")) {
                String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                for (String line : text.split("\n")) {
                    if (line.charAt(0) != '#') {
                        int space = line.indexOf(' ');
                        int point = Integer.parseInt(line.substring(0, space), 16);
                        table.put(point, quotient(line.substring(space + 1)));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return table;
        }

        private static double quotient(String text) {
            int slash = text.indexOf('/');
            return slash < 0
                    ? Double.parseDouble(text)
                    : Double.parseDouble(text.substring(0, slash))
                            / Double.parseDouble(text.substring(slash + 1));
        }
    }
}

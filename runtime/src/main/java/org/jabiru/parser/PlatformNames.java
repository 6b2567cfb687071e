package org.jabiru.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names of characters: Java's, those which Unicode derives by rule, and aliases from a table. */
final class PlatformNames {
    private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
    private static final String SYLLABLE = "HANGUL SYLLABLE ";
    private static final String[] LEADS = {
        "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T",
        "P", "H"
    };
    private static final String[] VOWELS = {
        "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO",
        "WE", "WI", "YU", "EU", "YI", "I"
    };
    private static final String[] TAILS = {
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH",
        "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"
    };

    private PlatformNames() {}

    /** See {@link CharacterNames#lookup}. */
    static int lookup(String anyCase) {
        // Names made by rule are case-sensitive, as in CPython.
        if (anyCase.startsWith(IDEOGRAPH)) {
            return ideograph(anyCase.substring(IDEOGRAPH.length()));
        }
        if (anyCase.startsWith(SYLLABLE)) {
            return syllable(anyCase.substring(SYLLABLE.length()));
        }
        String name = anyCase.toUpperCase(Locale.ROOT);
        if (name.startsWith(IDEOGRAPH) || name.startsWith(SYLLABLE)) {
            return -1;
        }
        Integer alias = Aliases.TABLE.get(name);
        if (alias == null && name.startsWith("VS")) {
            return variationSelector(name.substring(2));
        }
        return alias != null ? alias : platform(name);
    }

    private static int platform(String name) {
        int point;
        try {
            point = Character.codePointOf(name);
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
        // Java also has names made of a block and a number, and old ones of control characters.
        boolean named =
                switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED ->
                            false;
                    default -> true;
                };
        return named && name.equals(Character.getName(point)) && !isNumbered(name, point)
                ? point
                : -1;
    }

    private static boolean isNumbered(String name, int point) {
        return name.endsWith(" " + Integer.toHexString(point).toUpperCase(Locale.ROOT));
    }

    private static int ideograph(String digits) {
        if (digits.length() < 4 || digits.length() > 5) {
            return -1;
        }
        try {
            int point = Integer.parseInt(digits, 16);
            String name = Character.getName(point);
            boolean unified =
                    Character.isIdeographic(point)
                            && name != null
                            && name.startsWith("CJK UNIFIED IDEOGRAPHS")
                            && digits.equals(digits.toUpperCase(Locale.ROOT));
            return unified ? point : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The aliases VS1 to VS256, or -1. */
    private static int variationSelector(String digits) {
        if (!digits.matches("[1-9][0-9]{0,2}")) {
            return -1;
        }
        int number = Integer.parseInt(digits);
        return number > 256 ? -1 : number > 16 ? 0xe0100 + number - 17 : 0xfe00 + number - 1;
    }

    private static int syllable(String sound) {
        for (int lead = 0; lead < LEADS.length; lead++) {
            if (!sound.startsWith(LEADS[lead])) {
                continue;
            }
            String rest = sound.substring(LEADS[lead].length());
            for (int vowel = 0; vowel < VOWELS.length; vowel++) {
                if (!rest.startsWith(VOWELS[vowel])) {
                    continue;
                }
                String end = rest.substring(VOWELS[vowel].length());
                for (int tail = 0; tail < TAILS.length; tail++) {
                    if (end.equals(TAILS[tail])) {
                        return 0xac00 + (lead * VOWELS.length + vowel) * TAILS.length + tail;
                    }
                }
            }
        }
        return -1;
    }

    /** Read when first needed. */
    private static final class Aliases {
        static final Map<String, Integer> TABLE = read();

        private static Map<String, Integer> read() {
            Map<String, Integer> table = new HashMap<>();
            try (InputStream in =
                    PlatformNames.class.getResourceAsStream("character-aliases.txt")) {
                String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                for (String line : text.split("\n")) {
                    int space = line.indexOf(' ');
                    if (space > 0 && line.charAt(0) != '#') {
                        int point = Integer.parseInt(line.substring(0, space), 16);
                        for (String name : line.substring(space + 1).split("\\|")) {
                            table.put(name, point);
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return table;
        }
    }
}

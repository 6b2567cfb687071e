package org.jabiru.bytecode;

import java.util.List;

/** "Did you mean": the nearest of some names by edit distance. */
public final class Suggestions {
    private static final int MOVE = 2;
    private static final int CASE = 1;
    private static final int LONGEST = 40;
    private static final int MOST = 750;

    private Suggestions() {}

    /** The name that is near enough and nearest, or null. */
    public static String closest(List<String> names, String wrong) {
        if (names.size() >= MOST || wrong.length() > LONGEST) {
            return null;
        }
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String name : names) {
            if (name.equals(wrong)) {
                continue;
            }
            int limit = (name.length() + wrong.length() + 3) * MOVE / 6;
            limit = Math.min(limit, bestDistance - 1);
            int d = distance(wrong, name);
            if (d <= limit && d < bestDistance) {
                best = name;
                bestDistance = d;
            }
        }
        return best;
    }

    private static int substitution(char a, char b) {
        if (a == b) {
            return 0;
        }
        return Character.toLowerCase(a) == Character.toLowerCase(b) ? CASE : MOVE;
    }

    private static int distance(String a, String b) {
        if (b.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j * MOVE;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i * MOVE;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + substitution(a.charAt(i - 1), b.charAt(j - 1));
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + MOVE);
            }
        }
        return row[b.length()];
    }
}

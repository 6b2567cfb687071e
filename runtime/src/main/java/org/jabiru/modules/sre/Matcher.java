package org.jabiru.modules.sre;

import java.util.Arrays;

/**
 * Runs a pattern against a subject.
 *
 * <p>A machine with backtracking: what is left to try, and how to undo what was done since, is on a
 * stack of four-int entries. Look-around and atomic groups run the machine again above a new bottom
 * of the stack, so that Java's stack only grows with the nesting of the pattern.
 */
final class Matcher {
    /** Entry: a group boundary was set: its index, its old value. */
    private static final int UNDO_MARK = 0;

    /** Entry: the last group was: old value. */
    private static final int UNDO_LAST_GROUP = 1;

    /** Entry: go on at: pc, position. */
    private static final int RESUME = 2;

    /** Entry: give one character of a greedy repetition back: pc, position, lowest position. */
    private static final int GIVE_BACK = 3;

    /** Entry: take one more character in a lazy repetition: pc, position, count. */
    private static final int TAKE_MORE = 4;

    /** Entry: run the body of a lazy repetition once more: pc of its end, position. */
    private static final int BODY_AGAIN = 5;

    /** Entry: try the next alternatives: pc of the offset of the next one, position. */
    private static final int ALTERNATIVE = 6;

    /** One round of a repetition whose body is more than a character. */
    private record Round(Round outer, int repeat, int count, int lastPosition) {}

    private static final int ENTRY = 4;

    private final PatternCode pattern;
    private final int[] code;
    private final Subject subject;
    private final int end;

    /** Start and end of each group; -1 when unset. */
    final int[] marks;

    /** The group that was closed last, or -1. */
    int lastGroup = -1;

    /** Where the match that was found begins and ends. */
    int matchStart;

    int matchEnd;

    private boolean full;

    /** A match must not end here: set after an empty match at this position; -1 for none. */
    private int forbiddenEnd = -1;

    private int[] stack = new int[64 * ENTRY];
    private Round[] rounds = new Round[64];
    private int top;

    /** State of the machine that {@link #backtrack} restores. */
    private int pc;

    private int position;
    private Round round;

    Matcher(PatternCode pattern, Subject subject, int end) {
        this.pattern = pattern;
        this.code = pattern.code;
        this.subject = subject;
        this.end = end;
        this.marks = new int[pattern.groups * 2];
    }

    /** Whether the pattern matches at a position; with {@code full}, all the rest. */
    boolean match(int from, boolean matchAll) {
        full = matchAll;
        return matchAt(from);
    }

    private boolean matchAt(int from) {
        Arrays.fill(marks, -1);
        lastGroup = -1;
        top = 0;
        int to = run(pattern.start, from, true);
        if (to < 0) {
            return false;
        }
        matchStart = from;
        matchEnd = to;
        return true;
    }

    /** As {@link #match}, but no empty match at a position. */
    boolean matchAfter(int from, int notEmptyAt) {
        forbiddenEnd = notEmptyAt;
        return match(from, false);
    }

    /** As {@link #search}, but no empty match at a position. */
    boolean searchAfter(int from, int notEmptyAt) {
        forbiddenEnd = notEmptyAt;
        return search(from);
    }

    /** Finds the first place from a position on where the pattern matches. */
    boolean search(int from) {
        int last = end - pattern.minWidth;
        int[] prefix = pattern.prefix;
        if (prefix != null) {
            for (int i = subject.indexOf(prefix[0], from, last + 1);
                    i >= 0;
                    i = subject.indexOf(prefix[0], i + 1, last + 1)) {
                if (hasPrefix(prefix, i)) {
                    if (pattern.isLiteral) {
                        matchStart = i;
                        matchEnd = i + prefix.length;
                        return true;
                    }
                    if (matchAt(i)) {
                        return true;
                    }
                }
            }
            return false;
        }
        CharSet first = pattern.first;
        for (int i = from; i <= last; i++) {
            if (first != null && (i == end || !first.contains(subject.at(i)))) {
                continue;
            }
            if (matchAt(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasPrefix(int[] prefix, int at) {
        if (at + prefix.length > end) {
            return false;
        }
        for (int i = 1; i < prefix.length; i++) {
            if (subject.at(at + i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    // ---- the stack ----

    private void push(int kind, int a, int b, int c) {
        if (top == rounds.length) {
            stack = Arrays.copyOf(stack, stack.length * 2);
            rounds = Arrays.copyOf(rounds, rounds.length * 2);
        }
        int at = top * ENTRY;
        stack[at] = kind;
        stack[at + 1] = a;
        stack[at + 2] = b;
        stack[at + 3] = c;
        rounds[top] = round;
        top++;
    }

    /** Undoes down to the last thing left to try above the bottom; false when there is none. */
    private boolean backtrack(int bottom) {
        while (top > bottom) {
            top--;
            int at = top * ENTRY;
            int a = stack[at + 1];
            int b = stack[at + 2];
            int c = stack[at + 3];
            switch (stack[at]) {
                case UNDO_MARK -> marks[a] = b;
                case UNDO_LAST_GROUP -> lastGroup = a;
                default -> {
                    round = rounds[top];
                    rounds[top] = null;
                    position = b;
                    if (resume(stack[at], a, c)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean resume(int kind, int a, int c) {
        switch (kind) {
            case RESUME -> pc = a;
            case GIVE_BACK -> {
                return giveBack(a, position - 1, c);
            }
            case TAKE_MORE -> {
                int max = code[a + 3];
                if (max != Opcode.MAXREPEAT && c >= max
                        || position >= end
                        || !pattern.matchesOne(a + 4, subject.at(position))) {
                    return false;
                }
                position++;
                push(TAKE_MORE, a, position, c + 1);
                pc = a + 1 + code[a + 1];
            }
            case BODY_AGAIN -> {
                Round r = round;
                int max = code[r.repeat + 3];
                int count = r.count + 1;
                if (count >= max && max != Opcode.MAXREPEAT || position == r.lastPosition) {
                    return false;
                }
                round = new Round(r.outer, r.repeat, count, position);
                pc = r.repeat + 4;
            }
            case ALTERNATIVE -> {
                return branch(a);
            }
            default -> throw new IllegalStateException("entry " + kind);
        }
        return true;
    }

    /**
     * Ends a repetition of single characters at a position, or the nearest before that can go on.
     */
    private boolean giveBack(int repeat, int from, int lowest) {
        int tail = repeat + 1 + code[repeat + 1];
        int at = from;
        if (code[tail] == Opcode.LITERAL) {
            int wanted = code[tail + 1];
            while (at >= lowest && (at >= end || subject.at(at) != wanted)) {
                at--;
            }
        }
        if (at < lowest) {
            return false;
        }
        if (at > lowest) {
            push(GIVE_BACK, repeat, at, lowest);
        }
        position = at;
        pc = tail;
        return true;
    }

    /** Enters the first alternative that can match, from the one whose offset is here on. */
    private boolean branch(int offset) {
        int at = offset;
        while (code[at] != 0) {
            int next = at + code[at];
            if (canStart(at + 1)) {
                if (code[next] != 0) {
                    push(ALTERNATIVE, next, position, 0);
                }
                pc = at + 1;
                return true;
            }
            at = next;
        }
        return false;
    }

    private boolean canStart(int at) {
        return switch (code[at]) {
            case Opcode.LITERAL -> position < end && subject.at(position) == code[at + 1];
            case Opcode.IN -> position < end && pattern.setAt(at).contains(subject.at(position));
            default -> true;
        };
    }

    private void setMark(int index) {
        push(UNDO_MARK, index, marks[index], 0);
        marks[index] = position;
        if ((index & 1) != 0) {
            int group = index / 2 + 1;
            if (group != lastGroup) {
                push(UNDO_LAST_GROUP, lastGroup, 0, 0);
                lastGroup = group;
            }
        }
    }

    /** Forgets what is left to try above a bottom, but not how to undo. */
    private void commit(int bottom) {
        int kept = bottom;
        for (int i = bottom; i < top; i++) {
            int at = i * ENTRY;
            if (stack[at] <= UNDO_LAST_GROUP) {
                if (kept != i) {
                    System.arraycopy(stack, at, stack, kept * ENTRY, ENTRY);
                }
                kept++;
            }
            rounds[i] = null;
        }
        top = kept;
    }

    /** Undoes everything above a bottom. */
    private void undo(int bottom) {
        while (top > bottom) {
            top--;
            rounds[top] = null;
            int at = top * ENTRY;
            if (stack[at] == UNDO_MARK) {
                marks[stack[at + 1]] = stack[at + 2];
            } else if (stack[at] == UNDO_LAST_GROUP) {
                lastGroup = stack[at + 1];
            }
        }
    }

    /** Runs a part of the pattern on its own; where it ends, or -1. */
    private int runPart(int from, int at) {
        int savedPc = pc;
        int savedPosition = position;
        Round savedRound = round;
        int bottom = top;
        int to = run(from, at, false);
        if (to >= 0) {
            commit(bottom);
        }
        pc = savedPc;
        position = savedPosition;
        round = savedRound;
        return to;
    }

    // ---- the machine ----

    /** Runs from an instruction up to SUCCESS; the position there, or -1 when nothing matches. */
    private int run(int from, int at, boolean outermost) {
        int bottom = top;
        pc = from;
        position = at;
        round = null;
        while (true) {
            if (code[pc] == Opcode.SUCCESS) {
                boolean accepted =
                        !outermost || (!full || position == end) && position != forbiddenEnd;
                if (accepted) {
                    return position;
                }
                if (!backtrack(bottom)) {
                    return -1;
                }
            } else if (!step() && !backtrack(bottom)) {
                return -1;
            }
        }
    }

    /** Runs one instruction; false when it does not match. */
    private boolean step() {
        int op = code[pc];
        switch (op) {
            case Opcode.FAILURE -> {
                return false;
            }
            case Opcode.LITERAL,
                    Opcode.NOT_LITERAL,
                    Opcode.LITERAL_IGNORE,
                    Opcode.NOT_LITERAL_IGNORE,
                    Opcode.LITERAL_UNI_IGNORE,
                    Opcode.NOT_LITERAL_UNI_IGNORE,
                    Opcode.LITERAL_LOC_IGNORE,
                    Opcode.NOT_LITERAL_LOC_IGNORE,
                    Opcode.CATEGORY -> {
                return one(2);
            }
            case Opcode.ANY, Opcode.ANY_ALL -> {
                return one(1);
            }
            case Opcode.IN, Opcode.IN_IGNORE, Opcode.IN_UNI_IGNORE, Opcode.IN_LOC_IGNORE -> {
                return one(1 + code[pc + 1]);
            }
            case Opcode.MARK -> {
                setMark(code[pc + 1]);
                pc += 2;
            }
            case Opcode.JUMP, Opcode.INFO -> pc += 1 + code[pc + 1];
            case Opcode.AT -> {
                if (!Positions.isAt(code[pc + 1], subject, position, end)) {
                    return false;
                }
                pc += 2;
            }
            case Opcode.BRANCH -> {
                return branch(pc + 1);
            }
            case Opcode.REPEAT_ONE -> {
                return repeatOne();
            }
            case Opcode.MIN_REPEAT_ONE -> {
                return lazyRepeatOne();
            }
            case Opcode.POSSESSIVE_REPEAT_ONE -> {
                int start = position;
                int stop = pattern.scan(pc + 4, subject, start, end, limit(code[pc + 3]));
                if (stop - start < least(code[pc + 2])) {
                    return false;
                }
                position = stop;
                pc += 1 + code[pc + 1];
            }
            case Opcode.REPEAT -> {
                round = new Round(round, pc, -1, -1);
                pc += 1 + code[pc + 1];
            }
            case Opcode.MAX_UNTIL -> untilGreedy();
            case Opcode.MIN_UNTIL -> untilLazy();
            case Opcode.POSSESSIVE_REPEAT -> {
                return possessiveRepeat();
            }
            case Opcode.ATOMIC_GROUP -> {
                int to = runPart(pc + 2, position);
                if (to < 0) {
                    return false;
                }
                position = to;
                pc += 1 + code[pc + 1];
            }
            case Opcode.ASSERT -> {
                int at = position - code[pc + 2];
                if (at < 0 || runPart(pc + 3, at) < 0) {
                    return false;
                }
                pc += 1 + code[pc + 1];
            }
            case Opcode.ASSERT_NOT -> {
                int at = position - code[pc + 2];
                int bottom = top;
                if (at >= 0 && runPart(pc + 3, at) >= 0) {
                    undo(bottom);
                    return false;
                }
                pc += 1 + code[pc + 1];
            }
            case Opcode.GROUPREF,
                    Opcode.GROUPREF_IGNORE,
                    Opcode.GROUPREF_UNI_IGNORE,
                    Opcode.GROUPREF_LOC_IGNORE -> {
                return groupReference(op);
            }
            case Opcode.GROUPREF_EXISTS -> pc += isSet(code[pc + 1]) ? 3 : 1 + code[pc + 2];
            default -> throw new IllegalStateException("instruction " + op);
        }
        return true;
    }

    private boolean isSet(int group) {
        return marks[group * 2] >= 0 && marks[group * 2 + 1] >= 0;
    }

    /** Matches one character with the instruction, which is of the given size. */
    private boolean one(int size) {
        if (position >= end || !pattern.matchesOne(pc, subject.at(position))) {
            return false;
        }
        position++;
        pc += size;
        return true;
    }

    private boolean groupReference(int op) {
        int group = code[pc + 1];
        if (!isSet(group)) {
            return false;
        }
        int from = marks[group * 2];
        int length = marks[group * 2 + 1] - from;
        if (length < 0 || end - position < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (fold(op, subject.at(from + i)) != fold(op, subject.at(position + i))) {
                return false;
            }
        }
        position += length;
        pc += 2;
        return true;
    }

    private static int fold(int op, int c) {
        return switch (op) {
            case Opcode.GROUPREF -> c;
            case Opcode.GROUPREF_UNI_IGNORE -> Characters.lower(c);
            default -> Characters.asciiLower(c);
        };
    }

    // ---- repetition ----

    /** The code's numbers are unsigned; no subject is as long as the largest. */
    private static int least(int min) {
        return min < 0 ? Integer.MAX_VALUE : min;
    }

    private static int limit(int max) {
        return max == Opcode.MAXREPEAT || max < 0 ? Integer.MAX_VALUE : max;
    }

    private boolean repeatOne() {
        int min = least(code[pc + 2]);
        if (min > end - position) {
            return false;
        }
        int stop = pattern.scan(pc + 4, subject, position, end, limit(code[pc + 3]));
        return stop - position >= min && giveBack(pc, stop, position + min);
    }

    private boolean lazyRepeatOne() {
        int min = least(code[pc + 2]);
        if (min > end - position) {
            return false;
        }
        int stop = min == 0 ? position : pattern.scan(pc + 4, subject, position, end, min);
        if (stop - position < min) {
            return false;
        }
        position = stop;
        push(TAKE_MORE, pc, position, min);
        pc += 1 + code[pc + 1];
        return true;
    }

    private void untilGreedy() {
        Round r = round;
        int count = r.count + 1;
        int max = code[r.repeat + 3];
        if (count < least(code[r.repeat + 2])) {
            round = new Round(r.outer, r.repeat, count, r.lastPosition);
            pc = r.repeat + 4;
            return;
        }
        boolean another = count < max || max == Opcode.MAXREPEAT;
        // A round that took nothing would go on for ever.
        if (another && position != r.lastPosition) {
            round = r.outer;
            push(RESUME, pc + 1, position, 0);
            round = new Round(r.outer, r.repeat, count, position);
            pc = r.repeat + 4;
        } else {
            round = r.outer;
            pc++;
        }
    }

    private void untilLazy() {
        Round r = round;
        int count = r.count + 1;
        if (count < least(code[r.repeat + 2])) {
            round = new Round(r.outer, r.repeat, count, r.lastPosition);
            pc = r.repeat + 4;
            return;
        }
        push(BODY_AGAIN, pc, position, 0);
        round = r.outer;
        pc++;
    }

    private boolean possessiveRepeat() {
        int min = least(code[pc + 2]);
        int max = limit(code[pc + 3]);
        int at = position;
        for (int count = 0; count < max; count++) {
            int to = runPart(pc + 4, at);
            if (to < 0) {
                if (count < min) {
                    return false;
                }
                break;
            }
            if (to == at && count >= min) {
                break;
            }
            at = to;
        }
        position = at;
        pc += 2 + code[pc + 1];
        return true;
    }
}

package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLabel;
import com.oracle.truffle.api.bytecode.BytecodeLocal;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jabiru.ast.Expr;
import org.jabiru.ast.MatchCase;
import org.jabiru.ast.Pattern;
import org.jabiru.ast.Stmt;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.bytecode.BlockStack;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Repr;

/** The {@code match} statement (PEP 634). */
final class MatchCompiler {
    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;

    MatchCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    /** One case: captures wait in locals until the whole pattern has matched. */
    private final class Case {
        final Map<String, BytecodeLocal> captures = new LinkedHashMap<>();
        final Set<String> bound = new HashSet<>();

        BytecodeLocal capture(String name, Pattern where) {
            if (!bound.add(name)) {
                throw new CompileError(
                        "multiple assignments to name '" + name + "' in pattern", where.span());
            }
            return captures.computeIfAbsent(name, n -> unit.temporary());
        }
    }

    void match(Stmt.Match m) {
        b.beginBlock();
        BytecodeLocal subject = unit.temporary();
        BytecodeLabel done = b.createLabel();
        b.beginStoreLocal(subject);
        unit.expressions.visit(m.subject());
        b.endStoreLocal();
        for (int i = 0; i < m.cases().size(); i++) {
            MatchCase c = m.cases().get(i);
            boolean last = i == m.cases().size() - 1;
            if (!last && c.guard() == null) {
                checkRefutable(c.pattern());
            }
            b.beginBlock();
            unit.inBlock(BlockStack.OBJECT, () -> unit.line(c.pattern().span()));
            BytecodeLabel failed = b.createLabel();
            Case captures = new Case();
            unit.inner.within(
                    InnerLines.areSeveral(c.pattern().span()),
                    () -> pattern(c.pattern(), subject, failed, captures));
            unit.begin(c.pattern().span());
            captures.captures.forEach((name, value) -> unit.names.store(name, value));
            unit.end();
            if (c.guard() != null) {
                b.beginIfThen();
                b.beginNot();
                unit.expressions.branch(c.guard());
                b.endNot();
                b.emitBranch(failed);
                b.endIfThen();
            }
            unit.statements.visit(c.body());
            b.emitBranch(done);
            b.emitLabel(failed);
            b.endBlock();
            captures.captures.values().forEach(unit::release);
        }
        b.emitLabel(done);
        b.endBlock();
        unit.release(subject);
    }

    /** Refuses a pattern that always matches, where others follow. */
    private static void checkRefutable(Pattern p) {
        switch (p) {
            case Pattern.MatchAs a when a.pattern() != null -> checkRefutable(a.pattern());
            case Pattern.MatchAs a ->
                    throw new CompileError(
                            a.name() != null
                                    ? "name capture '"
                                            + a.name()
                                            + "' makes remaining patterns unreachable"
                                    : "wildcard makes remaining patterns unreachable",
                            a.span());
            case Pattern.MatchOr o -> o.patterns().forEach(MatchCompiler::checkRefutable);
            default -> {}
        }
    }

    private void failUnless(BytecodeLabel failed, Runnable condition) {
        b.beginIfThen();
        b.beginNot();
        condition.run();
        b.endNot();
        b.emitBranch(failed);
        b.endIfThen();
    }

    private void pattern(Pattern p, BytecodeLocal subject, BytecodeLabel failed, Case captures) {
        unit.begin(p.span());
        switch (p) {
            case Pattern.MatchValue v -> {
                if (!isValue(v.value())) {
                    throw new CompileError(
                            "patterns may only match literals and attribute lookups", v.span());
                }
                failUnless(
                        failed,
                        () -> {
                            b.beginToBoolean();
                            b.beginEq();
                            b.emitLoadLocal(subject);
                            unit.expressions.visit(v.value());
                            b.endEq();
                            b.endToBoolean();
                        });
            }
            case Pattern.MatchSingleton v ->
                    failUnless(
                            failed,
                            () -> {
                                b.beginIs();
                                b.emitLoadLocal(subject);
                                unit.constant(
                                        v.value() instanceof Boolean ? v.value() : Singleton.NONE);
                                b.endIs();
                            });
            case Pattern.MatchSequence v -> sequence(v, subject, failed, captures);
            case Pattern.MatchMapping v -> mapping(v, subject, failed, captures);
            case Pattern.MatchClass v -> classPattern(v, subject, failed, captures);
            case Pattern.MatchStar v -> bind(v.name(), subject, v, captures);
            case Pattern.MatchAs v -> {
                if (v.pattern() != null) {
                    pattern(v.pattern(), subject, failed, captures);
                }
                bind(v.name(), subject, v, captures);
            }
            case Pattern.MatchOr v -> alternatives(v, subject, failed, captures);
        }
        unit.end();
    }

    private void bind(String name, BytecodeLocal value, Pattern where, Case captures) {
        if (name != null) {
            BytecodeLocal target = captures.capture(name, where);
            b.beginStoreLocal(target);
            b.emitLoadLocal(value);
            b.endStoreLocal();
        }
    }

    private void sequence(
            Pattern.MatchSequence p, BytecodeLocal subject, BytecodeLabel failed, Case captures) {
        List<Pattern> patterns = p.patterns();
        int star = -1;
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i) instanceof Pattern.MatchStar s) {
                if (star >= 0) {
                    throw new CompileError("multiple starred names in sequence pattern", p.span());
                }
                star = i;
            }
        }
        int starIndex = star;
        failUnless(
                failed,
                () -> {
                    b.beginMatchSequence();
                    b.emitLoadLocal(subject);
                    b.endMatchSequence();
                });
        long fixed = patterns.size() - (star < 0 ? 0 : 1);
        if (starIndex < 0 || fixed > 0) {
            failUnless(
                    failed,
                    () -> {
                        b.beginToBoolean();
                        if (starIndex < 0) {
                            b.beginEq();
                        } else {
                            b.beginGe();
                        }
                        b.beginGetLength();
                        b.emitLoadLocal(subject);
                        b.endGetLength();
                        unit.constant(fixed);
                        if (starIndex < 0) {
                            b.endEq();
                        } else {
                            b.endGe();
                        }
                        b.endToBoolean();
                    });
        }
        if (patterns.stream().allMatch(MatchCompiler::isWildcard)) {
            return;
        }
        if (star >= 0 && isWildcard(patterns.get(star))) {
            itemsBesideStar(patterns, star, subject, failed, captures);
            return;
        }
        BytecodeLocal[] items = unit.temporaryRange(patterns.size());
        if (star < 0) {
            b.beginUnpackSequence(items);
            b.emitLoadLocal(subject);
            b.endUnpackSequence();
        } else {
            b.beginUnpackEx(items, star);
            b.emitLoadLocal(subject);
            b.endUnpackEx();
        }
        for (int i = 0; i < items.length; i++) {
            pattern(patterns.get(i), items[i], failed, captures);
        }
        unit.releaseRange(items);
    }

    private static boolean isWildcard(Pattern p) {
        return p instanceof Pattern.MatchAs a && a.pattern() == null && a.name() == null
                || p instanceof Pattern.MatchStar s && s.name() == null;
    }

    /** Items before and after {@code *_}: taken by their index, so the rest is never looked at. */
    private void itemsBesideStar(
            List<Pattern> patterns,
            int star,
            BytecodeLocal subject,
            BytecodeLabel failed,
            Case captures) {
        for (int i = 0; i < patterns.size(); i++) {
            if (isWildcard(patterns.get(i))) {
                continue;
            }
            BytecodeLocal item = unit.temporary();
            b.beginStoreLocal(item);
            b.beginLoadSubscript();
            b.emitLoadLocal(subject);
            if (i < star) {
                unit.constant((long) i);
            } else {
                b.beginSub(false);
                b.beginGetLength();
                b.emitLoadLocal(subject);
                b.endGetLength();
                unit.constant((long) patterns.size() - i);
                b.endSub();
            }
            b.endLoadSubscript();
            b.endStoreLocal();
            pattern(patterns.get(i), item, failed, captures);
            unit.release(item);
        }
    }

    private void mapping(
            Pattern.MatchMapping p, BytecodeLocal subject, BytecodeLabel failed, Case captures) {
        failUnless(
                failed,
                () -> {
                    b.beginMatchMapping();
                    b.emitLoadLocal(subject);
                    b.endMatchMapping();
                });
        if (p.keys().isEmpty() && p.rest() == null) {
            return;
        }
        checkDuplicateKeys(p);
        BytecodeLocal keys = unit.temporary();
        BytecodeLocal values = unit.temporary();
        b.beginStoreLocal(keys);
        b.beginBuildTuple();
        p.keys().forEach(unit.expressions::visit);
        b.endBuildTuple();
        b.endStoreLocal();
        b.beginStoreLocal(values);
        b.beginMatchKeys();
        b.emitLoadLocal(subject);
        b.emitLoadLocal(keys);
        b.endMatchKeys();
        b.endStoreLocal();
        matchValues(values, p.patterns(), failed, captures);
        if (p.rest() != null) {
            BytecodeLocal target = captures.capture(p.rest(), p);
            b.beginStoreLocal(target);
            b.beginMatchRest();
            b.emitLoadLocal(subject);
            b.emitLoadLocal(keys);
            b.endMatchRest();
            b.endStoreLocal();
        }
        unit.release(keys, values);
    }

    private static void checkDuplicateKeys(Pattern.MatchMapping p) {
        PyDict seen = new PyDict();
        for (Expr k : p.keys()) {
            if (!isValue(k)) {
                throw new CompileError(
                        "mapping pattern keys may only match literals and attribute lookups",
                        p.span());
            }
            Object key = ConstantFolder.valueOrNull(k);
            if (key == null) {
                continue;
            }
            if (seen.get(key) != null) {
                throw new CompileError(
                        "mapping pattern checks duplicate key (" + Repr.repr(key) + ")", p.span());
            }
            seen.put(key, key);
        }
    }

    private static boolean isValue(Expr e) {
        return e instanceof Expr.Attribute || ConstantFolder.valueOrNull(e) != null;
    }

    /** Fails when the local holds None; otherwise matches the tuple's items. */
    private void matchValues(
            BytecodeLocal values, List<Pattern> patterns, BytecodeLabel failed, Case captures) {
        failUnless(
                failed,
                () -> {
                    b.beginIsNot();
                    b.emitLoadLocal(values);
                    unit.none();
                    b.endIsNot();
                });
        if (patterns.isEmpty()) {
            return;
        }
        BytecodeLocal[] items = unit.temporaryRange(patterns.size());
        b.beginUnpackSequence(items);
        b.emitLoadLocal(values);
        b.endUnpackSequence();
        for (int i = 0; i < items.length; i++) {
            pattern(patterns.get(i), items[i], failed, captures);
        }
        unit.releaseRange(items);
    }

    private void classPattern(
            Pattern.MatchClass p, BytecodeLocal subject, BytecodeLabel failed, Case captures) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < p.kwdAttrs().size(); i++) {
            String name = p.kwdAttrs().get(i);
            if (!seen.add(name)) {
                throw new CompileError(
                        "attribute name repeated in class pattern: " + name,
                        p.kwdPatterns().get(i).span());
            }
        }
        TruffleString[] names = p.kwdAttrs().stream().map(Unit::str).toArray(TruffleString[]::new);
        BytecodeLocal values = unit.temporary();
        b.beginStoreLocal(values);
        b.beginMatchClass(names, p.patterns().size());
        b.emitLoadLocal(subject);
        unit.expressions.visit(p.cls());
        b.endMatchClass();
        b.endStoreLocal();
        List<Pattern> all = new ArrayList<>(p.patterns());
        all.addAll(p.kwdPatterns());
        matchValues(values, all, failed, captures);
        unit.release(values);
    }

    private void alternatives(
            Pattern.MatchOr p, BytecodeLocal subject, BytecodeLabel failed, Case captures) {
        b.beginBlock();
        BytecodeLabel matched = b.createLabel();
        Set<String> before = new HashSet<>(captures.bound);
        Set<String> names = null;
        for (int i = 0; i < p.patterns().size(); i++) {
            Pattern alternative = p.patterns().get(i);
            boolean last = i == p.patterns().size() - 1;
            if (!last) {
                checkRefutable(alternative);
            }
            captures.bound.clear();
            captures.bound.addAll(before);
            b.beginBlock();
            BytecodeLabel next = b.createLabel();
            pattern(alternative, subject, next, captures);
            b.emitBranch(matched);
            b.emitLabel(next);
            b.endBlock();
            if (names == null) {
                names = new HashSet<>(captures.bound);
            } else if (!names.equals(captures.bound)) {
                throw new CompileError("alternative patterns bind different names", p.span());
            }
        }
        b.emitBranch(failed);
        b.emitLabel(matched);
        b.endBlock();
    }
}

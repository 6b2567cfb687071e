package org.jabiru.modules.ast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The abstract grammar: classes of nodes with their fields (module ast, Abstract grammar). */
final class AstGrammar {
    /** How often a field has a value. */
    enum Count {
        ONE(""),
        OPTIONAL("?"),
        MANY("*"),
        /** A list some of whose items may be None. */
        MANY_OPTIONAL("?*");

        final String sign;

        Count(String sign) {
            this.sign = sign;
        }

        boolean isList() {
            return this == MANY || this == MANY_OPTIONAL;
        }
    }

    /** A field: {@code expr* targets}. */
    record Field(String type, Count count, String name) {
        @Override
        public String toString() {
            return type + count.sign + " " + name;
        }
    }

    /** A class of nodes; {@code base} is the sum it belongs to, or null. */
    record NodeClass(String name, String base, List<Field> fields) {
        @Override
        public String toString() {
            if (fields.isEmpty()) {
                return name;
            }
            List<String> texts = new ArrayList<>();
            fields.forEach(f -> texts.add(f.toString()));
            return name + "(" + String.join(", ", texts) + ")";
        }
    }

    /** What is placed in the source, and whether the end of the place is optional. */
    private static final Map<String, Boolean> PLACED =
            Map.of(
                    "stmt",
                    true,
                    "expr",
                    true,
                    "excepthandler",
                    true,
                    "arg",
                    true,
                    "keyword",
                    true,
                    "alias",
                    true,
                    "pattern",
                    false,
                    "type_param",
                    false);

    /** The grammar, one sum (name: alternatives) or one class (name alone) a line. */
    private static final String TEXT =
            """
            mod =
            | Module(stmt* body, type_ignore* type_ignores)
            | Interactive(stmt* body)
            | Expression(expr body)
            | FunctionType(expr* argtypes, expr returns)
            stmt =
            | FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list,\
             expr? returns, string? type_comment, type_param* type_params)
            | AsyncFunctionDef(identifier name, arguments args, stmt* body,\
             expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
            | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body,\
             expr* decorator_list, type_param* type_params)
            | Return(expr? value)
            | Delete(expr* targets)
            | Assign(expr* targets, expr value, string? type_comment)
            | TypeAlias(expr name, type_param* type_params, expr value)
            | AugAssign(expr target, operator op, expr value)
            | AnnAssign(expr target, expr annotation, expr? value, int simple)
            | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
            | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
            | While(expr test, stmt* body, stmt* orelse)
            | If(expr test, stmt* body, stmt* orelse)
            | With(withitem* items, stmt* body, string? type_comment)
            | AsyncWith(withitem* items, stmt* body, string? type_comment)
            | Match(expr subject, match_case* cases)
            | Raise(expr? exc, expr? cause)
            | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
            | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
            | Assert(expr test, expr? msg)
            | Import(alias* names)
            | ImportFrom(identifier? module, alias* names, int? level)
            | Global(identifier* names)
            | Nonlocal(identifier* names)
            | Expr(expr value)
            | Pass
            | Break
            | Continue
            expr =
            | BoolOp(boolop op, expr* values)
            | NamedExpr(expr target, expr value)
            | BinOp(expr left, operator op, expr right)
            | UnaryOp(unaryop op, expr operand)
            | Lambda(arguments args, expr body)
            | IfExp(expr test, expr body, expr orelse)
            | Dict(expr?* keys, expr* values)
            | Set(expr* elts)
            | ListComp(expr elt, comprehension* generators)
            | SetComp(expr elt, comprehension* generators)
            | DictComp(expr key, expr value, comprehension* generators)
            | GeneratorExp(expr elt, comprehension* generators)
            | Await(expr value)
            | Yield(expr? value)
            | YieldFrom(expr value)
            | Compare(expr left, cmpop* ops, expr* comparators)
            | Call(expr func, expr* args, keyword* keywords)
            | FormattedValue(expr value, int conversion, expr? format_spec)
            | Interpolation(expr value, constant str, int conversion, expr? format_spec)
            | JoinedStr(expr* values)
            | TemplateStr(expr* values)
            | Constant(constant value, string? kind)
            | Attribute(expr value, identifier attr, expr_context ctx)
            | Subscript(expr value, expr slice, expr_context ctx)
            | Starred(expr value, expr_context ctx)
            | Name(identifier id, expr_context ctx)
            | List(expr* elts, expr_context ctx)
            | Tuple(expr* elts, expr_context ctx)
            | Slice(expr? lower, expr? upper, expr? step)
            expr_context =
            | Load | Store | Del
            boolop =
            | And | Or
            operator =
            | Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
            unaryop =
            | Invert | Not | UAdd | USub
            cmpop =
            | Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
            comprehension(expr target, expr iter, expr* ifs, int is_async)
            excepthandler =
            | ExceptHandler(expr? type, identifier? name, stmt* body)
            arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs,\
             expr?* kw_defaults, arg? kwarg, expr* defaults)
            arg(identifier arg, expr? annotation, string? type_comment)
            keyword(identifier? arg, expr value)
            alias(identifier name, identifier? asname)
            withitem(expr context_expr, expr? optional_vars)
            match_case(pattern pattern, expr? guard, stmt* body)
            pattern =
            | MatchValue(expr value)
            | MatchSingleton(constant value)
            | MatchSequence(pattern* patterns)
            | MatchMapping(expr* keys, pattern* patterns, identifier? rest)
            | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs,\
             pattern* kwd_patterns)
            | MatchStar(identifier? name)
            | MatchAs(pattern? pattern, identifier? name)
            | MatchOr(pattern* patterns)
            type_ignore =
            | TypeIgnore(int lineno, string tag)
            type_param =
            | TypeVar(identifier name, expr? bound, expr? default_value)
            | ParamSpec(identifier name, expr? default_value)
            | TypeVarTuple(identifier name, expr? default_value)
            """;

    private static final Map<String, NodeClass> CLASSES = new LinkedHashMap<>();
    private static final Map<String, List<NodeClass>> SUMS = new LinkedHashMap<>();

    static {
        String sum = null;
        for (String line : TEXT.lines().toList()) {
            if (line.endsWith(" =")) {
                sum = line.substring(0, line.length() - 2);
                SUMS.put(sum, new ArrayList<>());
            } else if (line.startsWith("| ") && line.indexOf('(') < 0) {
                for (String name : line.substring(2).split(" \\| ")) {
                    add(name, sum);
                }
            } else {
                add(
                        line.startsWith("| ") ? line.substring(2) : line,
                        line.startsWith("| ") ? sum : null);
            }
        }
    }

    private AstGrammar() {}

    private static void add(String text, String sum) {
        int open = text.indexOf('(');
        List<Field> fields = new ArrayList<>();
        if (open >= 0) {
            for (String field : text.substring(open + 1, text.length() - 1).split(", ")) {
                fields.add(field(field));
            }
        }
        String name = open < 0 ? text : text.substring(0, open);
        NodeClass c = new NodeClass(name, sum, List.copyOf(fields));
        CLASSES.put(name, c);
        if (sum != null) {
            SUMS.get(sum).add(c);
        }
    }

    private static Field field(String text) {
        int space = text.indexOf(' ');
        String type = text.substring(0, space);
        String name = text.substring(space + 1);
        for (Count c : List.of(Count.MANY_OPTIONAL, Count.MANY, Count.OPTIONAL)) {
            if (type.endsWith(c.sign)) {
                return new Field(type.substring(0, type.length() - c.sign.length()), c, name);
            }
        }
        return new Field(type, Count.ONE, name);
    }

    /** All classes that have instances, by name. */
    static Map<String, NodeClass> classes() {
        return CLASSES;
    }

    /** The abstract classes with those that derive from them. */
    static Map<String, List<NodeClass>> sums() {
        return SUMS;
    }

    /** Whether instances of the class (or sum) have {@code lineno} and its like. */
    static boolean isPlaced(String name) {
        return PLACED.containsKey(name);
    }

    /** Whether {@code end_lineno} and {@code end_col_offset} may be missing. */
    static boolean hasOptionalEnd(String name) {
        return PLACED.getOrDefault(name, false);
    }

    /** The docstring of an abstract class. */
    static String sumText(String name) {
        List<String> texts = new ArrayList<>();
        boolean fields = false;
        for (NodeClass c : SUMS.get(name)) {
            texts.add(c.toString());
            fields |= !c.fields().isEmpty();
        }
        String separator = fields ? "\n" + " ".repeat(name.length() + 1) + "| " : " | ";
        return name + " = " + String.join(separator, texts);
    }
}

package org.jabiru.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * One annotated method.
 *
 * @param javaName the Java method's name
 * @param parameters the Java types of its parameters
 * @param result the Java type of its result
 * @param shown the signature that Python sees, if it is another one
 * @param noneDefaults for each parameter, whether its default is None or not representable
 * @param problem what is wrong with it, or null
 */
record BuiltinMethod(
        String javaName,
        String signature,
        String shown,
        char kind,
        boolean inline,
        String doc,
        List<String> parameters,
        String result,
        List<Boolean> noneDefaults,
        String problem) {

    static final String ANNOTATION = "org.jabiru.object.Builtin";

    static BuiltinMethod of(
            ExecutableElement method,
            String signature,
            String shown,
            String kind,
            boolean inline,
            String doc) {
        List<String> parameters = new ArrayList<>();
        for (VariableElement p : method.getParameters()) {
            parameters.add(p.asType().toString());
        }
        List<Boolean> noneDefaults = new ArrayList<>();
        char letter = kind.equals("SETTER") ? '=' : kind.charAt(0);
        String problem = null;
        if (letter == 'G' || letter == 'F' || letter == '=') {
            int wanted = letter == '=' ? 2 : 1;
            if (parameters.size() != wanted) {
                problem = "a " + kind + " takes " + wanted + " parameter(s)";
            }
            noneDefaults.add(false);
            noneDefaults.add(false);
        } else {
            int open = signature.indexOf('(');
            int close = signature.lastIndexOf(')');
            if (open < 0 || close < open) {
                problem = "the signature needs parentheses";
            } else {
                for (String part : split(signature.substring(open + 1, close))) {
                    if (!part.equals("/") && !part.equals("*")) {
                        noneDefaults.add(
                                part.endsWith("=None") || part.endsWith("=<unrepresentable>"));
                    }
                }
                if (noneDefaults.size() != parameters.size()) {
                    problem =
                            "the signature has "
                                    + noneDefaults.size()
                                    + " parameters, the method "
                                    + parameters.size();
                }
            }
        }
        while (noneDefaults.size() < parameters.size()) {
            noneDefaults.add(false);
        }
        return new BuiltinMethod(
                method.getSimpleName().toString(),
                signature,
                shown,
                letter,
                inline,
                doc,
                parameters,
                method.getReturnType().toString(),
                noneDefaults,
                problem);
    }

    private static List<String> split(String params) {
        List<String> parts = new ArrayList<>();
        char quote = 0;
        int from = 0;
        for (int i = 0; i <= params.length(); i++) {
            if (i == params.length() || params.charAt(i) == ',' && quote == 0) {
                String part = params.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            } else {
                char c = params.charAt(i);
                if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
                    quote = quote == 0 ? c : 0;
                }
            }
        }
        return parts;
    }
}

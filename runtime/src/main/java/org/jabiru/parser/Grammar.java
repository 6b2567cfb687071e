package org.jabiru.parser;

/** The parts of the parser, which call each other, around one {@link TokenCursor}. */
final class Grammar {
    final TokenCursor tokens;
    final ExpressionParser expressions;
    final PrimaryParser primaries;
    final DisplayParser displays;
    final ArgumentParser arguments;
    final ParameterParser parameters;
    final StringParser strings;
    final TargetParser targets;
    final StatementParser statements;
    final ImportParser imports;
    final CompoundParser compounds;
    final DefinitionParser definitions;
    final PatternParser patterns;
    final ExpressionErrors expressionErrors;
    final ArgumentErrors argumentErrors;
    final StatementErrors statementErrors;
    final BlockErrors blockErrors;

    Grammar(TokenCursor tokens) {
        this.tokens = tokens;
        expressions = new ExpressionParser(this);
        primaries = new PrimaryParser(this);
        displays = new DisplayParser(this);
        arguments = new ArgumentParser(this);
        parameters = new ParameterParser(this);
        strings = new StringParser(this);
        targets = new TargetParser(this);
        statements = new StatementParser(this);
        imports = new ImportParser(this);
        compounds = new CompoundParser(this);
        definitions = new DefinitionParser(this);
        patterns = new PatternParser(this);
        expressionErrors = new ExpressionErrors(this);
        argumentErrors = new ArgumentErrors(this);
        statementErrors = new StatementErrors(this);
        blockErrors = new BlockErrors(this);
    }
}

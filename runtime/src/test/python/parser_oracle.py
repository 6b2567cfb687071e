"""What CPython makes of Python sources, for comparison with the parser.

    parser_oracle.py files OUT LIST      one line for each file that LIST names: its name, the digest of its dump or its error
    parser_oracle.py dump FILE [MODE]    the dump or the error itself
    parser_oracle.py cases OUT IN        the same as "files" for snippets, one JSON string a line

Errors are written as type|message|line|offset|end line|end offset|text, with -1 for None.
"""

import ast
import hashlib
import json
import sys
import warnings


def result(source, mode="exec"):
    try:
        tree = compile(source, "<source>", mode, ast.PyCF_ONLY_AST, dont_inherit=True)
        return ast.dump(tree, include_attributes=True)
    except SyntaxError as e:
        place = (e.lineno, e.offset, e.end_lineno, e.end_offset)
        place = "|".join("-1" if n is None else str(n) for n in place)
        text = json.dumps(e.text)
        return f"!{type(e).__name__}|{e.msg}|{place}|{text}"
    except (MemoryError, RecursionError, ValueError) as e:
        return f"!{type(e).__name__}|{e}|-1|-1|-1|-1|null"


def line(name, text):
    if not text.startswith("!"):
        text = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{name}\t{text}\n"


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(100000)
    if sys.argv[1] == "files":
        with open(sys.argv[2], "w", encoding="utf-8", errors="surrogatepass") as out:
            with open(sys.argv[3]) as names:
                for name in names.read().split("\n"):
                    if name:
                        with open(name, "rb") as f:
                            source = f.read()
                        out.write(line(name, result(source)))
    elif sys.argv[1] == "dump":
        with open(sys.argv[2], "rb") as f:
            print(result(f.read(), *sys.argv[3:]))
    else:
        with (
            open(sys.argv[3], encoding="utf-8") as cases,
            open(sys.argv[2], "w", encoding="utf-8", errors="surrogatepass") as out,
        ):
            for text in cases:
                source, mode = json.loads(text)
                got = result(source, mode)
                out.write(line(text.rstrip("\n"), got))


main()

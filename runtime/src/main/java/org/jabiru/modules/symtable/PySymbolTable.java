package org.jabiru.modules.symtable;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.compiler.SymbolTable;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;

/** One scope, to Python. */
final class PySymbolTable extends PyObject {
    final SymbolTable table;
    final PyDict symbols = new PyDict();
    final PyList parameters = new PyList();
    final PyList children = new PyList();

    PySymbolTable(SymbolTable table) {
        super(SymbolTableType.TYPE);
        this.table = table;
        table.symbols().forEach((name, flags) -> symbols.put(Str.name(name), (long) flags));
        table.parameters().forEach(name -> parameters.append(Str.name(name)));
        table.children().forEach(child -> children.append(new PySymbolTable(child)));
    }
}

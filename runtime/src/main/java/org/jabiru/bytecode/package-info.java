/**
 * The interpreter of code objects: {@link org.jabiru.bytecode.PyBytecodeRoot} (Truffle Bytecode
 * DSL) and its operations.
 *
 * <h2>A code object</h2>
 *
 * {@link org.jabiru.builtins.code.PyCode.Builder} takes the names, counts and flags of CPython's
 * code objects, a {@link org.jabiru.bytecode.PositionTable} and a body: {@code
 * CodeBody.of(parser)}. The parser emits exactly one root, when the code is first called:
 *
 * <pre>
 * b.beginSource(PositionTable.source(fileName)); b.beginSourceSection(position, 0);
 * b.beginRoot(); ... b.endRoot();
 * b.endSourceSection(); b.endSource();
 * </pre>
 *
 * A parser may be run again later, so it must give the same instructions each time. Nested code
 * objects are constants of {@code MakeFunction}. Positions: {@code beginSourceSection(index, 0)} …
 * {@code endSourceSection()}, the innermost one counts.
 *
 * <h2>Calling convention</h2>
 *
 * Frame arguments of a function: [0] the PyFunction; [1…] one value for each parameter, in the
 * order of {@code co_varnames}: positional, keyword-only, {@code *args} (PyTuple), {@code **kwargs}
 * (PyDict). Suspendable code has one more, its PySuspendable. Bodies of modules, classes, {@code
 * exec}, {@code eval}: [0] a PyFunction that holds the globals (and for classes the closure), [1]
 * the namespace. Every root returns a Python value; a class body returns its {@code __class__} cell
 * ({@code LoadLocal} of it, a PyCell) or None. The body of a generator starts at its first {@code
 * send}: the compiler emits no start yield.
 *
 * <h2>Variables</h2>
 *
 * Locals are Truffle locals: name them (TruffleString) with {@code createLocal(name, null)}, for
 * {@code locals()}; temporaries have no name. Unbound is null: {@code CheckLocal(name)(LoadLocal)}
 * raises; leave it out where the variable is surely bound. {@code del}: CheckLocal, then
 * StoreLocal(LoadNull). A local that holds a cell holds the PyCell from the start of the root on,
 * and has the variable's name too. Free variables: {@code LoadClosureCell(index)}, once, into a
 * local. Locals live as long as the root (no block scoping).
 *
 * <h2>Operations</h2>
 *
 * Constants stand before the colon, then operands in the order of evaluation; → result. An operand
 * that may be absent is {@code LoadNull}.
 *
 * <pre>
 * CheckLocal              name: value → value             UnboundLocalError when null
 * MakeCell                initial or null → PyCell
 * LoadClosureCell         index: → PyCell
 * LoadCell, LoadFree      name: cell → value              own cell; cell of an outer function
 * StoreCell               cell, value
 * DeleteCell, DeleteFree  name: cell
 * LoadGlobal              name: → value                   globals, then builtins
 * StoreGlobal             name: value
 * DeleteGlobal            name:
 * LoadName                name: → value                   namespace, globals, builtins
 * StoreName               name: value
 * DeleteName              name:
 * LoadNamespace           → namespace                     argument 1
 * LoadFromNamespaceOrCell     name: namespace, cell → value
 * LoadFromNamespaceOrGlobals  name: namespace → value
 * SetupAnnotations                                        __annotations__ = {} in the namespace
 *
 * Add Sub Mul MatMul TrueDiv FloorDiv Mod Pow LShift RShift And Or Xor
 *                         inPlace: a, b → value           inPlace for a op= b
 * Neg Pos Invert          a → value
 * Not ToBoolean           a → boolean                     ToBoolean before every condition
 * BoolAnd BoolOr          a, … → value                    short circuit: and, or
 * Eq Ne Lt Le Gt Ge       a, b → value
 * Is IsNot                a, b → boolean
 * Contains NotContains    item, container → boolean
 *
 * LoadAttribute           name: object → value
 * StoreAttribute          name: value, object
 * DeleteAttribute         name: object
 * LoadMethod              name, local: object → callable  local := the object to pass, or null
 * LoadSuper               super, cell, self → value       super() without arguments; operands as
 *                                                         found: name's value, __class__ cell or
 *                                                         null, first local (or its cell) or null
 * LoadSuperAttribute      name: super, cell, self → value super().name
 *
 * Call                    callee, args… → value
 * CallKeywords            TruffleString[]: callee, args… → value   values of keywords last
 * CallUnpack              callee, list or tuple or iterable, dict or null → value
 * CallMethod              callable, self or null, args… → value    after LoadMethod:
 *                           beginCallMethod(); LoadMethod(name, local)(object);
 *                           emitLoadLocal(local); args…; endCallMethod()
 *                         one local per root is enough, it is read before the arguments
 * CallMethodKeywords      TruffleString[]: callable, self or null, args… → value
 * DropResult              value, callable                 after a call whose value is not used
 * MergeKeywords           callee, dict, mapping           f(**mapping), into a dict; also for
 *                                                         single keywords among them
 *
 * LoadSubscript           container, key → value
 * StoreSubscript          value, container, key
 * DeleteSubscript         container, key
 * BuildSlice              start, stop, step → slice       None where left out
 *
 * BuildList BuildTuple BuildSet   items… → value
 * BuildDict               keys and values alternating… → dict
 * ListToTuple             list → tuple
 * ListAppend              list, item
 * ListExtend              list, iterable                  [*iterable]
 * SetAdd                  set, item
 * SetUpdate               set, iterable
 * DictAdd                 dict, key, value
 * DictUpdate              dict, mapping                   {**mapping}
 *
 * GetIter                 iterable → iterator
 * ForIterate              local: iterator → boolean       local := next item; false at the end
 * ForgetLocals            BytecodeLocal[]:                unbinds the locals
 * ForgetLocal             local:                          unbinds the local
 * TakeLocal               local: → object                 the local, which is unbound from now on
 * UnpackSequence          BytecodeLocal[]: value          into consecutive locals
 * UnpackEx                BytecodeLocal[], star index: value
 *
 * ConvertValue            's', 'r' or 'a': value → str
 * FormatSimple            value → str
 * FormatWithSpec          value, spec → str
 * BuildString             strs… → str
 * BuildInterpolation      expression, conversion or 0: value, spec → Interpolation
 * BuildTemplate           tuple of str, tuple of Interpolation → Template
 *
 * ExceptionObject         LoadException → exception object
 * PushHandled             LoadException → previous        it is now sys.exception(); keep the
 *                                                         result in a local for:
 * PopHandled              previous                        on every way out of the handler
 * MatchException          exception object, type or tuple → boolean
 * Raise                   exception
 * RaiseFrom               exception, cause
 * Reraise                                                 raise
 * Rethrow                 LoadException or exception object   no new traceback entry
 * CheckGroupMatch         type                            except* type check
 * SplitGroup              local: exception or None, type → matching group or None;
 *                                                         local := rest or None
 * CombineGroups           original, list → exception or None   after except*; the list has what
 *                                                         the clauses raised, then the rest
 * LoadAssertionError      → AssertionError
 * LoadContextMethod       0 enter, 1 exit, 2 aenter, 3 aexit: manager → bound method
 *                                                         with: exit first, then enter
 * CallExit                exit, exception object or null → value
 *
 * Resume                  Yield → value                   around every yield but SendStep's:
 *                           beginResume(); beginYield(); value; endYield(); endResume()
 * GetYieldFromIter        iterable → iterator
 * GetAwaitable  int:           awaitable → iterator
 * SendStep                local: iterator, sent → boolean true: yield local; false: local is the
 *                                                         value of yield from or await:
 *                           it := GetYieldFromIter(x); s := None;
 *                           while SendStep(v)(it, s): s := Yield(v)     (no Resume here)
 *                           result v
 * WrapAsyncYield          value → value                   yield in an async generator:
 *                           Resume(Yield(WrapAsyncYield(value)))
 * GetAIter                iterable → iterator
 * GetANext                async iterator → iterator       to be awaited with SendStep
 * IsStopAsyncIteration    exception object → boolean
 *
 * MakeFunction            PyCode: defaults tuple or null, dict of keyword-only defaults or null,
 *                         closure or null, annotate function, dict of annotations or null
 *                        → function
 * MakeClosure             cells… → closure
 * SetTypeParameters       function, tuple → function      __type_params__
 * LoadBuildClass          → __build_class__
 * TypingIntrinsic         TypingIntrinsics.X: args… → value
 * PrintExpression         value                           interactive
 *
 * ImportName              name, level: tuple of names or None → module
 * ImportFrom              name: module → value
 * ImportStar              module                          into the namespace
 *
 * MatchSequence MatchMapping   subject → boolean
 * MatchKeys               subject, tuple of keys → tuple of values or None
 * MatchRest               subject, tuple of keys → dict
 * MatchClass              TruffleString[] names, positional count: subject, class → tuple of
 *                                                         attributes (positional first) or None
 * GetLength               subject → int
 * </pre>
 */
package org.jabiru.bytecode;

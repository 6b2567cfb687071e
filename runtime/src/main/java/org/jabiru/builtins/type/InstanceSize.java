package org.jabiru.builtins.type;

import java.util.HashMap;
import java.util.Map;

/**
 * How large instances of builtin types are in CPython 3.14 on 64 bits ({@code __basicsize__} and
 * its relatives). Here they have other sizes, and none that they could tell; programs that estimate
 * memory see the familiar ones.
 */
record InstanceSize(int basic, int item, int dict, int weak, boolean collected) {
    /**
     * Basic size, item size, offsets of dict and weak references, whether it is collected: types.
     */
    private static final String ALL =
            """
            16 0 -1 -32 1: collections.ChainMap collections.UserDict collections.UserList
            16 0 -1 -32 1: collections.UserString functools._singledispatchmethod_get
            16 0 -1 -32 1: functools.cached_property functools.partialmethod
            16 0 -1 -32 1: functools.singledispatchmethod
            16 0 0 0 0: NoDefaultType NoneType NotImplementedType Token.MISSING datetime.tzinfo
            16 0 0 0 0: ellipsis object
            16 0 0 0 1: functools._PlaceholderType functools._PlaceholderType
            24 0 -1 -32 1: collections._OrderedDictItemsView collections._OrderedDictKeysView
            24 0 -1 -32 1: collections._OrderedDictValuesView
            24 0 0 -32 1: _thread.lock
            24 0 0 0 0: float stderrprinter
            24 0 0 0 1: FrameLocalsProxy _io._BytesIOBuffer _pickle.PicklerMemoProxy
            24 0 0 0 1: _pickle.UnpicklerMemoProxy _thread._ThreadHandle _typing._ConstEvaluator
            24 0 0 0 1: async_generator_wrapped_value cell coroutine_wrapper dict_items
            24 0 0 0 1: dict_keys dict_values generic_alias_iterator instancemethod mappingproxy
            24 0 0 0 1: odict_items odict_keys odict_values
            24 0 0 16 0: _thread._localdummy
            24 0 16 0 1: _ast._Node types.SimpleNamespace
            24 4 0 0 0: bool int
            32 0 0 0 0: complex datetime.date datetime.timezone sys.legacy_event_handler
            32 0 0 0 1: _buffer_wrapper anext_awaitable bytearray_iterator bytes_iterator
            32 0 0 0 1: callable_iterator collections._tuplegetter filter functools.KeyWrapper
            32 0 0 0 1: iterator itertools._grouper itertools.chain itertools.compress
            32 0 0 0 1: itertools.filterfalse itertools.repeat itertools.starmap list_iterator
            32 0 0 0 1: list_reverseiterator method-wrapper reversed str_ascii_iterator
            32 0 0 0 1: str_iterator string.templatelib.Template tuple_iterator
            32 0 16 24 1: _io._BufferedIOBase _io._IOBase _io._RawIOBase _io._TextIOBase
            32 0 24 0 1: classmethod staticmethod
            32 8 0 0 1: UnraisableHookArgs _thread._ExceptHookArgs asyncgen_hooks
            32 8 0 0 1: functools.CacheInfo hamt_bitmap_node hamt_collision_node
            32 8 0 0 1: posix.sched_param posix.times_result posix.uname_result
            32 8 0 0 1: posix.waitid_result pwd.struct_passwd sys.float_info sys.hash_info
            32 8 0 0 1: sys.int_info sys.thread_info sys.version_info tuple
            33 1 0 0 0: bytes
            40 0 0 -32 1: _thread.RLock collections._Link
            40 0 0 0 0: datetime.time datetime.timedelta longrange_iterator range_iterator
            40 0 0 0 1: _io.IncrementalNewlineDecoder array.arrayiterator async_generator_asend
            40 0 0 0 1: async_generator_athrow itertools.batched itertools.count
            40 0 0 0 1: itertools.dropwhile itertools.pairwise itertools.takewhile list map
            40 0 0 0 1: slice string.templatelib.TemplateIter super traceback
            40 0 0 24 1: hamt
            40 16 0 0 1: _sre.SRE_Template
            48 0 -1 -32 1: collections.Counter collections.OrderedDict
            48 0 0 0 0: datetime.datetime formatteriterator range
            48 0 0 0 1: _abc._abc_data _contextvars.Token dict getset_descriptor itertools.cycle
            48 0 0 0 1: itertools.product member_descriptor memory_iterator set_iterator
            48 0 0 0 1: string.templatelib.Interpolation zip
            48 0 0 32 1: _contextvars.Context itertools._tee method
            48 0 32 40 1: _io.BufferedRWPair
            48 0 40 32 1: _io.FileIO
            48 8 0 0 1: time.struct_time
            56 0 -1 -32 1: functools.partial
            56 0 0 0 0: bytearray fieldnameiterator functools._lru_list_elem
            56 0 0 0 1: classmethod_descriptor collections._deque_iterator
            56 0 0 0 1: collections._deque_reverse_iterator collections.defaultdict
            56 0 0 0 1: dict_itemiterator dict_keyiterator dict_reverseitemiterator
            56 0 0 0 1: dict_reversekeyiterator dict_reversevalueiterator dict_valueiterator
            56 0 0 0 1: enumerate itertools.accumulate itertools.combinations
            56 0 0 0 1: itertools.combinations_with_replacement itertools.islice
            56 0 0 0 1: itertools.zip_longest method_descriptor typing.TypeAliasType
            56 0 0 0 1: wrapper_descriptor
            56 0 0 32 1: _thread._local
            56 0 0 40 1: builtin_function_or_method
            56 0 0 48 1: _struct.Struct typing.Union
            56 0 16 40 1: module
            56 8 0 0 1: _pickle.Pdata sys.flags
            64 0 0 0 0: _tokenize.TokenizerIter line_iterator str
            64 0 0 0 1: PyCapsule _contextvars.ContextVar _json.Scanner itertools.permutations
            64 0 0 0 1: odict_iterator property weakref.CallableProxyType weakref.ProxyType
            64 0 0 0 1: weakref.ReferenceType
            64 0 0 40 1: builtin_method types.GenericAlias
            64 0 0 48 1: array.array
            64 0 40 48 1: _io.BytesIO
            72 0 0 0 0: posix.DirEntry
            72 0 16 0 1: BaseException
            72 0 0 0 1: itertools.groupby
            72 0 0 64 1: _queue.SimpleQueue
            80 0 0 0 0: positions_iterator
            80 0 0 0 1: _json.Encoder
            80 0 16 0 1: NameError StopIteration SystemExit UnboundLocalError
            80 0 40 48 1: functools.partial
            88 0 16 -32 1: ExceptionGroup
            88 0 16 0 1: AttributeError BaseExceptionGroup
            88 8 0 0 1: re.Match
            96 4 0 64 1: re.Pattern
            104 0 0 0 0: moduledef
            104 0 0 96 1: pickle.PickleBuffer
            104 0 16 0 1: ImportError ModuleNotFoundError
            112 0 0 0 1: _struct.unpack_iterator managedbuffer
            112 0 16 0 1: BlockingIOError BrokenPipeError ChildProcessError
            112 0 16 0 1: ConnectionAbortedError ConnectionError ConnectionRefusedError
            112 0 16 0 1: ConnectionResetError FileExistsError FileNotFoundError
            112 0 16 0 1: InterruptedError IsADirectoryError NotADirectoryError OSError
            112 0 16 0 1: PermissionError ProcessLookupError TimeoutError UnicodeDecodeError
            112 0 16 0 1: UnicodeEncodeError UnicodeTranslateError
            112 0 96 104 1: collections.OrderedDict
            120 0 0 0 0: posix.ScandirIterator
            120 0 96 104 1: _io.StringIO
            144 0 16 0 1: IndentationError SyntaxError TabError _IncompleteInputError
            144 8 0 136 1: memoryview
            152 0 0 0 1: _pickle.Pickler
            152 0 88 96 1: function
            152 0 136 144 1: _io.BufferedRandom _io.BufferedReader _io.BufferedWriter
            152 0 136 144 1: functools._lru_cache_wrapper
            152 8 0 0 1: frame
            152 8 0 16 1: async_generator coroutine generator
            168 0 0 0 1: items keys values
            200 0 0 192 1: frozenset set
            200 0 184 176 1: _io.TextIOWrapper
            208 2 0 144 0: code
            216 0 0 208 1: collections.deque
            264 0 0 0 1: _sre.SRE_Scanner
            280 0 0 0 1: _pickle.Unpickler hamt_array_node
            496 0 0 0 1: itertools._tee_dataobject
            936 40 264 368 1: type
            2520 0 0 0 0: _random.Random
            """;

    private static final InstanceSize UNKNOWN = new InstanceSize(40, 0, 0, 0, true);

    private static final class Table {
        static final Map<String, InstanceSize> BY_NAME = read();

        private static Map<String, InstanceSize> read() {
            Map<String, InstanceSize> out = new HashMap<>();
            for (String line : ALL.split("\n")) {
                String[] sides = line.split(": ");
                String[] n = sides[0].split(" ");
                InstanceSize size =
                        new InstanceSize(
                                Integer.parseInt(n[0]),
                                Integer.parseInt(n[1]),
                                Integer.parseInt(n[2]),
                                Integer.parseInt(n[3]),
                                n[4].equals("1"));
                for (String name : sides[1].split(" ")) {
                    out.put(name, size);
                }
            }
            return out;
        }
    }

    /** Null for a type that CPython does not have. */
    static InstanceSize orNull(String name) {
        return Table.BY_NAME.get(name);
    }

    static InstanceSize unknown() {
        return UNKNOWN;
    }
}

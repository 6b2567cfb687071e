# Each expression, and what it gives: compared with the output of CPython.
import _json
import json


def show(source):
    try:
        shown = repr(eval(source, globals()))
    except Exception as e:
        print(source, "!!", type(e).__name__, e)
        return
    # Addresses differ from run to run.
    parts = shown.split(" at 0x")
    print(source, "->", parts[0] + "".join(" at ADDRESS" + p[p.index(">"):] for p in parts[1:]))


for line in r"""
_json.encode_basestring(1)
_json.encode_basestring('a"\n\x00é\u2028😀\x7f\\/')
_json.encode_basestring_ascii('a"\n\x00é\u2028😀\x7f\\/\b\f\r\t')
_json.scanstring('abc"',0)
_json.scanstring('"abc"',1)
_json.scanstring('"ab',1)
_json.scanstring('"a\\x"',1)
_json.scanstring('"a\\u12"',1)
_json.scanstring('"a\\u12zz"',1)
_json.scanstring('"a\\ud83d\\ude00"',1)
_json.scanstring('"a\\ud83d"',1)
_json.scanstring('"a\n"',1)
_json.scanstring('"a\n"',1,False)
_json.scanstring('"a\\',1)
_json.scanstring('"a"',10)
_json.scanstring(1,2)
json.loads('[1,2.5,-1e5,"a",null,true,false,{"a":[]},NaN,Infinity,-Infinity]')
json.loads('[1,]')
json.loads('{"a":1,}')
json.loads('{a:1}')
json.loads('{"a" 1}')
json.loads('{"a":1 "b"}')
json.loads('[1 2]')
json.loads('')
json.loads('x')
json.loads('[')
json.loads('{')
json.loads('{"a":')
json.loads('-')
json.loads('01')
json.loads('1.')
json.loads('1e')
json.loads('tru')
json.loads('-Infinit')
json.loads('1'*5000)
json.loads('{"a":1}',object_pairs_hook=list)
json.loads('{"a":1}',object_hook=lambda d:list(d))
json.loads('[1.5,2]',parse_float=str,parse_int=repr)
json.dumps({'a':[1,2.5,None,True,float('nan')],1:2,None:3,True:4,2.5:5})
json.dumps({(1,2):3})
json.dumps({(1,2):3},skipkeys=True)
json.dumps(object())
json.dumps(float('inf'),allow_nan=False)
json.dumps([float('inf')],allow_nan=False)
json.dumps([1,[2,{'a':3}],{}],indent=2)
json.dumps({'b':1,'a':2},sort_keys=True)
json.dumps({'b':1,1:2},sort_keys=True)
json.dumps([1,2],separators=(',',':'))
json.dumps('é',ensure_ascii=False)
json.dumps((1,2))
json.dumps([object()],default=str)
json.dumps([],indent=4)
json.dumps({},indent=4)
""".strip().splitlines():
    show(line)

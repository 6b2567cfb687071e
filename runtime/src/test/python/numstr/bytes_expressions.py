"""Expressions of bytes and bytearray; bytes_expressions.out has what CPython gives or raises for each."""

import warnings

warnings.simplefilter("ignore")  # of the expressions, on the compiler's side


EXPRESSIONS = r'''
b''.find('a')
'a' in b''
300 in b''
b''.find(300)
b''.startswith('a')
b''.join([1])
b''.join(1)
b''.split('')
b''.split(b'')
b''+''
b'a'*'a'
bytes('a')
bytes(-1)
bytes([256])
bytes(['a'])
bytes(1.5)
bytes('a','utf-8','strict',1)
bytes(b'a','utf8')
bytes(encoding='a')
bytes('a',encoding=1)
bytes(),bytes(3),bytes([1,2]),bytes('é','utf8'),bytes(b'ab'),bytes(bytearray(b'x')),bytes(range(3)),bytes(True),bytes(memoryview(b'abc')[::-1]),bytes((1,2)),bytes(source=b'a')
b'a'[5]
b'a'['a']
bytes.fromhex('0')
bytes.fromhex('0g')
bytes.fromhex('61 62\n63'),bytes.fromhex(b'61'),bytearray.fromhex('6162')
bytes.fromhex(5)
b'abc'.hex(),b'abc'.hex(':',2),b'abcde'.hex('-',-2),b'abc'.hex(b'.'),b''.hex(),b'abc'.hex(sep='_'),b'abcd'.hex(':',0)
b'abc'.hex('::')
b'abc'.hex('é')
b'abc'.hex(5)
b'abc'.replace('a','b')
b'a'.ljust(5,'x')
b'a'.ljust(5,b'xx')
b'a'.strip('a')
b'a'.translate(b'a')
b'a'.translate(None,b'a'),b'abc'.translate(bytes.maketrans(b'ab',b'xy')),b'abc'.translate(bytes.maketrans(b'ab',b'xy'),delete=b'c')
bytes.maketrans(b'a',b'bc')
b'a'.center(4),b'ab'.center(5),b'a'.ljust(3),b'a'.rjust(3,b'*'),b'a'.center(5,bytearray(b'x'))
b'A b'.title(),b'hELLO'.capitalize(),b'hELLO'.swapcase(),b'a\xe9'.upper(),b'A'.lower()
b'a'<'a'
b'a'=='a',b'a'==b'a',b'a'<b'b',b'\xff'>b'a',b'a'==bytearray(b'a'),b'a'!=memoryview(b'a'),b'ab'>=b'a'
b'abc'[0],b'abc'[-1],b'abc'[1:],b'abc'[::-1],b'abc'[5:],len(b'abc'),list(b'abc'),b'abc'[::2]
b'abc'.find(b'c'),b'abc'.find(98),b'abcabc'.rfind(b'b'),b'abc'.index(b'b'),b'abcabc'.count(b'bc'),b'abc'.count(b''),b'abc'.find(b'',3),b'abc'.find(b'',4),b'abc'.rfind(b''),b'aaa'.count(97,1)
b'abc'.index(b'x')
b'abc'.rindex(b'x')
b'a b  c'.split(),b'a,b,c'.split(b','),b'a,b,c'.rsplit(b',',1),b' a b '.split(None,1),b' a b '.rsplit(None,1),b'a\nb\r\nc'.splitlines(),b'a\nb'.splitlines(True),b'a b'.splitlines(1),b'a\x0bb'.splitlines(),b''.split(),b''.split(b','),bytearray(b'a b').split()
b'a-b-c'.partition(b'-'),b'a-b-c'.rpartition(b'-'),b'abc'.partition(b'x'),b'abc'.rpartition(b'x'),bytearray(b'a-b').partition(b'-')
b'  a '.strip(),b'xax'.strip(b'x'),b'xax'.lstrip(b'x'),b'xax'.rstrip(b'x')
b'banana'.replace(b'an',b'x'),b'banana'.replace(b'an',b'x',1),b'abc'.replace(b'',b'-'),b'abc'.replace(b'',b'-',2),b'abc'.replace(b'b',b''),b'abc'.replace(b'',b'-',0)
b'abc'.startswith(b'ab'),b'abc'.endswith((b'x',b'c')),b'abc'.removeprefix(b'a'),b'abc'.removesuffix(b'c'),b'abc'.startswith(b'',4),b'abc'.startswith((b'a',),1)
b'abc'.startswith((1,))
b'abc'.partition('a')
b'abc'.removeprefix('a')
b'a\tb'.expandtabs(4),b'5'.zfill(3),b'-5'.zfill(4),b','.join([b'a',bytearray(b'b'),memoryview(b'c')]),b''.join([])
b'abc'.isalpha(),b'ab1'.isalnum(),b'12'.isdigit(),b' \t'.isspace(),b'AB'.isupper(),b'ab'.islower(),b'Ab Cd'.istitle(),b'\xe9'.isascii(),b''.isascii(),b''.isalpha()
b'a'+b'b',b'a'+bytearray(b'b'),b'a'+memoryview(b'b'),bytearray(b'a')+b'b',b'ab'*2,2*b'ab',b'a'*0
repr(b'a\'b'),repr(b'"\''),repr(b'\x00\n\xff\\'),str(b'a'),repr(bytearray(b'a\'"')),repr(bytearray())
98 in b'abc',b'bc' in b'abc',b'' in b'',0 in b'\0'
b'\xc3\xa9'.decode(),b'\xe9'.decode('latin-1'),b'\xff'.decode('ascii','replace'),b'\xff'.decode('utf-8','ignore'),b'\xff'.decode('utf8','surrogateescape'),b'\xff\xfea\0'.decode('utf-16'),b'\xff'.decode(errors='backslashreplace')
b'a'.decode('foo')
b'\xff'.decode()
b'a'.decode(1)
b'a'.decode('utf-8','foo')
b'\xff'.decode('utf-8','foo')
b'%s' % 'a'
b'%s|%b|%d|%5.2f|%x|%c|%c|%a|%r|%5s|%-5s|%.1s' % (b'x',bytearray(b'y'),5,1.5,255,65,b'B','é','é',b'ab',b'ab',b'xyz')
b'%c' % 300
b'%c' % 'a'
b'%(a)s' % {b'a': b'1'}
bytearray(b'%s') % b'x'
b'%d' % 'a'
b'%f' % 'a'
b'%s %s' % b'a'
b'%s' % (b'a',b'b')
b'%z' % 1
hash(b'abc')==hash(b'abc'),hash(b'')==hash(b''),{b'a':1}[b'a']
hash(bytearray())
bytearray(b'a').append('a')
bytearray(b'a').append(300)
bytearray(b'a').extend('a')
bytearray(b'a').extend([300])
bytearray(b'a').extend(['a'])
bytearray(b'a').extend(5)
bytearray().pop()
bytearray(b'a').pop(5)
bytearray(b'a').remove(98)
bytearray(b'a').insert(0,'a')
bytearray('a')
bytearray(b'a')[5]
bytearray(b'a').__setitem__(5,1)
bytearray(b'a').__setitem__(0,'a')
bytearray(b'a').__setitem__('x',1)
bytearray(b'abc').__setitem__(slice(0,2),5)
bytearray(b'abc').__setitem__(slice(0,3,2),b'123')
bytearray(b'abc').__delitem__(7)
(lambda b: (b.append(100), b.extend(b'ef'), b.insert(0,64), b.pop(), b.pop(0), b.remove(98), b.reverse(), b, b.clear(), b))(bytearray(b'abc'))
(lambda b: [b.__setitem__(slice(1,2),b'XYZ'), b.__setitem__(slice(0,0),[1,2]), b.__delitem__(slice(None,None,2)), b.__setitem__(0,65), b.__setitem__(slice(None,None,2),b'!'*((len(b)+1)//2)), bytes(b)][-1])(bytearray(b'abcdef'))
(lambda b: [b.__iadd__(b'x'), b.__imul__(2), b.resize(3), bytes(b)][-1])(bytearray(b'ab'))
bytearray(b'abc').copy(),bytearray(b'abc').__alloc__()>=3,bytearray(b'ab')==b'ab',bytearray(b'b')>b'a',bytearray(3),bytearray([1,2]),bytearray('é','latin1')
bytearray(b'abc')[1:],bytearray(b'abc')[0],bytearray(b'abc')[::-1],bytearray(b'abc').upper(),bytearray(b'a,b').split(b','),bytearray(b'abc').hex(),bytearray(b'abc').decode(),bytearray(b'x').join([b'a',b'b'])
bytearray(b'abc').resize(-1)
bytearray(b'a').__reduce__(),bytearray(b'a').__reduce_ex__(4)
bytes.__new__(str)
bytes.fromhex('6')
iter(b'abc').__length_hint__(),list(iter(bytearray(b'ab')))
b'a'.__eq__(5),b'a'.__lt__('a'),b'a'.__bytes__(),b'a'.__getnewargs__()
b'a'.foo
b'abc'.index(b'c',5)
'''

for expression in EXPRESSIONS.strip().splitlines():
    try:
        result = ascii(eval(expression))
    except BaseException as e:
        result = type(e).__name__ + ": " + ascii(str(e))
    print(ascii(expression), "->", result)

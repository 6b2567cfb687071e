"""Expressions of memoryview; memoryview_expressions.out has what CPython gives or raises for each."""

m = memoryview(bytearray(range(24)))

EXPRESSIONS = r'''
m.cast('B',[2,3,4]).tolist()
m.cast('B',[2,3,4]).strides
m.suboffsets
m.format,m.itemsize,m.nbytes,m.ndim,m.shape,m.strides,m.readonly,m.c_contiguous,m.f_contiguous,m.contiguous
m['a']
m[1,2]
m.cast('B',[4,6])[1,2,3]
m.cast('B',[4,6])[1:2].tolist()
m.cast('B',[4,6])[1:2,1]
m.cast('B',[4,6])[9,1]
m.cast('B',[4,6])[-1,-1]
m.cast('d').tolist()
m.cast('x')
m.cast('ii')
m.cast('@i').tolist()
m.cast('<i')
m.cast('i').cast('h')
m.cast('i')[::2].cast('B')
m.cast('i',[2,3]).cast('B').tolist()
m.cast('i',[2,3]).cast('h',[12])
m.cast('B',[5,5])
m.cast('B',[0])
m.cast('B',5)
m.cast('B',['a'])
m.cast('c')[0]
m.cast('?')[1]
m.cast('P')[0]
m.cast('n')[0]
m.cast('e')[0]
m[0:5]==bytes(range(5))
m.cast('i')==m.cast('I')
m.cast('f')==m.cast('i')
m.__setitem__(0,256)
m.__setitem__(0,'a')
m.__setitem__(0,1.5)
m.cast('c').__setitem__(0,5)
m.cast('c').__setitem__(0,b'ab')
m.cast('f').__setitem__(0,'a')
m.cast('?').__setitem__(0,[])
m.cast('b').__setitem__(0,200)
m.cast('q').__setitem__(0,1<<63)
m.__setitem__(slice(0,2),b'abc')
m.__setitem__(slice(0,2),b'ab')
m.__setitem__(slice(0,2),[1,2])
m.__setitem__(slice(None,None,2),bytes(12))
m.__delitem__(0)
m.cast('i').__setitem__(slice(0,1),b'abcd')
m.cast('i')[0:1].tobytes()
m.tobytes('F')
m.cast('B',[4,6]).tobytes('F')
m.tobytes('X')
m.hex('-',4)
m[::-1].hex()
m.toreadonly().readonly
m.obj
len(m.cast('B',[4,6]))
list(m.cast('B',[4,6]))
list(m.cast('i'))
hash(memoryview(b'abc').cast('b'))==hash(b'abc')
hash(memoryview(b'abcd').cast('H'))
m.cast('B',[])
memoryview(b'a').cast('B',[])[()]
len(memoryview(b'a').cast('B',[]))
memoryview(b'a').cast('B',[]).tolist()
memoryview(b'abc').index(98)
memoryview(b'abc').count(98)
memoryview(b'abc').index(5)
memoryview(b'abc').index(98,2)
98 in memoryview(b'abc')
list(reversed(memoryview(b'abc')))
memoryview(m).obj is m.obj
memoryview(b'a',1)
memoryview(object=b'a').tolist()
memoryview()
memoryview('a')
memoryview(b'abc')<memoryview(b'abd')
memoryview(b'abc')[...]
m.cast('B',[4,6])[...]
m.cast('B',[4,6])[...,1]
memoryview._from_flags(b'a',1)
m.cast('B',[4,6])==m.cast('B',[6,4])
m.cast('B',[1]*65)
m[2:2].tolist()
m.__bytes__
memoryview(b'')==b''
memoryview(bytearray(b'x')).__hash__()
m.cast('H')[1:3].c_contiguous
m.cast('H')[1::3].c_contiguous
m[5]
m[-30]
m[1<<70]
memoryview(b'a').release()
memoryview(b'abc').cast('H')
memoryview(b'abcd').cast('H')[::2].tobytes()
hash(memoryview(b'a'))==hash(b'a')
'''

for expression in EXPRESSIONS.strip().splitlines():
    try:
        result = ascii(eval(expression))
    except BaseException as e:
        result = type(e).__name__ + ": " + ascii(str(e))
    print(ascii(expression), "->", result)

# Each expression, and what it gives: compared with the output of CPython.
import array
import warnings

warnings.simplefilter("ignore")
A = array.array


def show(source):
    try:
        shown = repr(eval(source, globals()))
    except Exception as e:
        print(source, "!!", type(e).__name__, e)
        return
    # Addresses differ from run to run.
    parts = shown.split(" at 0x")
    print(source, "->", parts[0] + "".join(" at ADDRESS" + p[p.index(">"):] for p in parts[1:]))


def exported(method, *args):
    """A method's result while a buffer of the array is exported."""
    a = A("b", b"abcd")
    with memoryview(a):
        return getattr(a, method)(*args), a


for line in r"""
A()
A('x')
A('ab')
A(1)
A('i',1)
A('i','a')
A('i',[1.5])
A('i',['a'])
A('i',[1<<40])
A('b',[200])
A('b',['a'])
A('B',[-1])
A('H',[70000])
A('I',[-1])
A('I',[1<<40])
A('I',['a'])
A('L',[-1])
A('L',[1<<70])
A('L',['a'])
A('Q',[-1])
A('q',[1<<70])
A('l',[1<<70])
A('f',['a'])
A('d',[1])
A('u','abc')
A('w','abc')
A('u',b'abc')
A('u',['ab'])
A('u',[1])
A('w',['ab'])
A('w',[1])
A('i',b'1234')
A('i',b'123')
A('i',bytearray(4))
A('i',A('b',[1,2]))
A('i',A('f',[1,2]))
A('i',range(3))
A('i',(1,2))
A('i',a=1)
A('i',[1],2)
A('i',[1]).append('a')
A('i')[0]
A('i')['a']
A('i',[1,2,3])[1:]
A('i',[1,2,3]).__setitem__(0,'a')
A('i',[1,2,3]).__setitem__(5,1)
A('i',[1,2,3]).__setitem__(slice(0,1),[1])
A('i',[1,2,3]).__setitem__(slice(0,1),A('b',[1]))
A('i',[1,2,3]).__setitem__(slice(0,3,2),A('i',[1]))
A('i',[1,2,3]).__setitem__('a',A('i',[1]))
A('i',[1,2,3]).__delitem__(5)
A('i',[1])+[1]
A('i',[1])+A('b',[1])
A('i',[1])+A('i',[2])
A('i',[1])*'a'
A('i',[1])*2
A('i',[1]).__iadd__([1])
A('i',[1]).__iadd__(A('b',[1]))
A('i').pop()
A('i',[1]).pop(3)
A('i').remove(1)
A('i').index(1)
A('i',[1,2,1]).count(1)
A('i',[1,2,1]).index(1,1)
A('i',[1]).extend(1)
A('i',[1]).extend([1.5])
A('i',[1]).extend(A('b',[1]))
A('i',[1]).fromlist(1)
A('i',[1]).fromlist([1,'a'])
A('i',[1]).frombytes('a')
A('i',[1]).frombytes(b'a')
A('i',[1]).fromunicode('a')
A('u').fromunicode(1)
A('i',[1]).tounicode()
A('u','ab').tounicode()
A('i',[1,2]).tobytes()
A('i',[1,2]).tolist()
A('i',[1,2]).byteswap()
A('d',[1.5]).itemsize, A('u').itemsize, A('w').itemsize, A('l').itemsize
A('i',[1]).buffer_info()[1]
A('i',[1]).__reduce_ex__(3)
A('i',[1]).__reduce_ex__(2)
A('u','a').__reduce_ex__(3)
A('w','a').__reduce_ex__(3)
A('f',[1]).__reduce_ex__(3)
A('d',[1]).__reduce_ex__(3)
A('Q',[1]).__reduce_ex__(3)
A('l',[1]).__reduce_ex__(3)
array._array_reconstructor(A,'i',8,b'1234')
array._array_reconstructor(A,'i',99,b'1234')
array._array_reconstructor(A,'i',8,'a')
A('i',[1])==A('d',[1.0])
A('i',[1])<A('i',[2])
A('i',[1])==[1]
hash(A('i'))
iter(A('i'))
iter(A('i',[1])).__reduce__()
memoryview(A('i',[1,2])).format
exported('__delitem__',slice(1,1))
exported('__delitem__',slice(3,1,2))
exported('__setitem__',slice(1,1),A('b'))
exported('__setitem__',slice(0,1),A('b',[5]))
exported('__setitem__',slice(0,4,2),A('b',[5]))
exported('__setitem__',slice(0,4,2),A('b',[5,6]))
exported('extend',A('b'))
memoryview(A('u','ab')).format
memoryview(A('w','ab')).format
memoryview(A('i',[1,2])).tolist()
A('i',[1,2]).__sizeof__()
A('f',[1.1])
A('d',[1e400])
A('i',[True])
A('i').typecode
A('i',[1]).insert('a',1)
A('i',[1]).reverse()
3 in A('i',[3])
'a' in A('i',[3])
A('i',[1]).tofile(1)
A('i',[1]).fromfile(1,1)
A('i',[1]).__copy__()
A('i',[1]).__deepcopy__(None)
A.__class_getitem__(int)
""".strip().splitlines():
    show(line)

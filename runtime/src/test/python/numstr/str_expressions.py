"""Expressions of str; str_expressions.out has what CPython gives or raises for each."""

import warnings

warnings.simplefilter("ignore")  # of the expressions, on the compiler's side


EXPRESSIONS = r'''
''.join(1)
''.join([1])
'a'+1
'a'*'a'
'a'['a']
'a'[5]
''.split('')
''.partition('')
'a'.center(5,'xx')
'a'.center(5,1)
1 in 'a'
'a'<1
str(b'a')
str(b'a','utf-8'),str(bytearray(b'\xc3\xa9'),'utf8'),str(memoryview(b'a'),'ascii'),str(),str('a'),str(5),str(None),str(1.5),str(object=5)
str(1,'utf-8')
str('a','utf8')
'a'.encode('foo')
'a'.startswith(1)
'a'.endswith((1,))
'a'.replace(1,2)
'a'.find(1)
'a'.find('a','b')
'a'.strip(1)
'a'.zfill('a')
'a'.translate(5)
str.maketrans(1)
str.maketrans('a',1)
str.maketrans('a','bc')
str.maketrans({'ab':1})
str.maketrans({1.5:1})
str.maketrans('abc','xyz','d'),str.maketrans({'a':'b',99:None,'c':5})
'abcd'.translate(str.maketrans('abc','xyz','d')),'abc'.translate({97:'zz',98:None}),'abc'.translate('x'*97+'A'),'aé😀'.translate({0x1f600:65,233:'e'})
'a'.translate({97:-1})
'a'.translate({97:1.5})
'a b  c '.split(),'a b  c '.split(' '),' a b c'.split(None,1),'a,b,c'.split(',',1),'a,b,c'.rsplit(',',1),' a b c '.rsplit(None,1),'aXXbXXc'.split('XX'),''.split(),''.split('a'),'abc'.split('abc'),'a\u2003b\x1cc'.split(),'a,b'.split(sep=',',maxsplit=0),'  '.split(None,0),' a b '.split(None,0)
'a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i'.splitlines(),'a\nb\n'.splitlines(True),''.splitlines(),'\n'.splitlines(),'a\r\n\r\nb'.splitlines(keepends=True)
'a-b-c'.partition('-'),'a-b-c'.rpartition('-'),'abc'.partition('x'),'abc'.rpartition('x')
'  a '.strip(),'xxaxx'.strip('x'),'xyaxy'.lstrip('yx'),'xyaxy'.rstrip('yx'),' \u2003a\x85'.strip(),'aé'.strip('é'),''.strip(),'abc'.strip('')
'banana'.replace('an','x'),'banana'.replace('an','x',1),'abc'.replace('','-'),'abc'.replace('','-',2),''.replace('','x'),'aaa'.replace('a','bb'),'aé'.replace('é','😀'),'abc'.replace('x','y'),'aaa'.replace('aa','b'),'abc'.replace('b',''),'aaa'.replace('a','b',count=2)
'banana'.find('an'),'banana'.find('an',2),'banana'.find('an',4),'banana'.rfind('an'),'banana'.rfind('an',0,4),'banana'.find(''),'banana'.find('',10),'banana'.rfind(''),'banana'.find('a',-3),'banana'.find('x'),'é😀b'.find('b'),'banana'.find('a',None,None),'banana'.index('n'),'banana'.rindex('n'),'abc'.find('',3),'abc'.rfind('',3),'abc'.rfind('',4),'banana'.find('an',-100,100)
'abc'.index('x')
'abc'.rindex('x')
'banana'.count('a'),'banana'.count('ana'),'banana'.count(''),'banana'.count('a',2),'banana'.count('a',2,4),'abc'.count('',1,2),'abc'.count('',5),'aaa'.count('aa')
'abc'.startswith('ab'),'abc'.startswith('b',1),'abc'.startswith(('x','a')),'abc'.startswith(''),'abc'.startswith('',4),'abc'.startswith('',3),'abc'.endswith('c'),'abc'.endswith('b',0,2),'abc'.endswith(('x','bc')),'abc'.endswith('',4),'abc'.startswith(()),'abc'.startswith('abcd')
'abc'.removeprefix('a'),'abc'.removeprefix('b'),'abc'.removesuffix('c'),'abc'.removesuffix('x'),'abc'.removesuffix('')
'a\tb'.expandtabs(),'a\tb'.expandtabs(4),'\t'.expandtabs(0),'ab\tc\n\td'.expandtabs(3),'a\tb'.expandtabs(tabsize=2),'a\tb'.expandtabs(-1)
'5'.zfill(3),'-5'.zfill(4),'+5'.zfill(1),''.zfill(2),'--1'.zfill(5)
'a'.center(4),'ab'.center(5),'a'.center(4,'*'),'a'.ljust(3,'é'),'a'.rjust(3),'abc'.center(2),'a'.center(5),'ab'.center(4),'abc'.center(6)
'Hello World'.swapcase(),'hELLO wORLD'.title(),'hELLO'.capitalize(),"they're bill's".title(),'ǆa'.title(),'ǆ'.capitalize(),'ß'.upper(),'ŉ'.title(),'ﬁx'.title(),'ΑΣ'.lower(),'ΑΣΑ'.lower(),'Σ'.lower(),'ΑΣ.'.lower(),'İ'.lower(),'ı'.upper(),'ß'.casefold(),'ﬀ'.casefold(),'Ꭰ'.casefold(),'ꭰ'.casefold(),'ẞ'.casefold(),'ẞ'.lower(),'ᾳ'.upper(),'ᾳ'.title(),'𐐀'.lower(),'𐐨'.upper(),'ΐ'.upper(),'ὒ'.title(),'ᾷ'.title(),'ſ'.upper(),'µ'.upper(),'ÿ'.upper(),'ǅ'.swapcase(),'ΑΣ'.swapcase(),'ΑΣ'.title(),'ΑΣ'.capitalize()
[ (s.isalpha(),s.isalnum(),s.isdecimal(),s.isdigit(),s.isnumeric(),s.isspace(),s.isupper(),s.islower(),s.istitle(),s.isidentifier(),s.isprintable(),s.isascii()) for s in ['','a','A','1','²','½','四',' ','\t','Ab','aB','_a','1a','é','\x7f','\xa0','😀','a b','A1','ǅ','٣','Ⅷ','\u200b','a\n','class','_','Hello World','a1_','ª','\u2028']]
repr('a'),repr("a'b"),repr('a"b'),repr('a\'b"'),repr('\n\t\r\\'),repr('\x00\x1f\x7f\x80\xad\xff'),repr('é😀\u2028\ud800\U000e0001\u200b'),ascii('é😀\u2028a\''),repr(''),repr('\ue000\u0378')
'abc'[1],'abc'[-1],'abc'[1:],'abc'[::-1],'abcdef'[::2],'abcdef'[4:1:-1],'abc'[5:],'aé😀'[::-1],'aé😀'[2],'abc'[:],'abc'[True],'abc'[-100:2],'aé😀'[1:2]
'abc'[1.0]
'abc'[1<<70]
'abc'[::0]
'a'*3,'a'*0,3*'ab','a'*-1,'é😀'*2,''*100,'ab'*True
'a'*(1<<70)
'a'*(1<<62)
'b' in 'abc','' in 'abc','x' in 'abc','é' in 'aé','bc' in 'abc'
'a'<'b','a'<'é','é'<'😀','\uffff'<'😀','a'=='a','a'!='b','ab'>'a','a'>='a','a'==b'a','Z'<'a',''<'a','\ud800'<'\ue000','\U00010000'>'\uffff'
list('aé😀'),len('aé😀'),tuple('ab'),sorted('bca'),[*reversed('abc')]
'é'.encode(),'é'.encode('latin-1'),'é'.encode('ascii','ignore'),'é'.encode('ascii','replace'),'é'.encode('ascii','xmlcharrefreplace'),'é😀'.encode('ascii','backslashreplace'),'é'.encode('utf-16'),'é😀'.encode('utf-16-le'),'é'.encode('utf-32'),'a'.encode(encoding='ASCII',errors='strict'),'\udc80'.encode('utf-8','surrogateescape'),'\ud800'.encode('utf-8','surrogatepass'),'😀'.encode()
'é'.encode('ascii')
'aé😀b'.encode('ascii')
'\ud800'.encode()
'a\ud800\ud801b'.encode()
'a'.encode(1)
'a'.encode('utf-8',1)
'a'.join('bcd'),'-'.join(['a','é']),''.join([]),''.join(['a']),', '.join(x for x in 'ab'),'é'.join(('a','b'))
hash('a')==hash('a'),hash('')==hash(''),hash('abc')==hash('ab'+'c')
'abc'.__getnewargs__(),'a'.__sizeof__()>0,'abc'.__len__(),'abc'.__contains__('b'),'abc'.__getitem__(0),'a'.__add__('b'),'a'.__mul__(2),'a'.__rmul__(2),'%d'.__mod__(5)
'a'.__add__(1)
'a'.__eq__(1),'a'.__lt__(1),'a'.__rmod__(1)
str.upper(5)
str.upper()
'a'.upper(1)
'a'.foo
'abc'.format(1,2)
'abc'.isidentifier.__name__
'x'.join(['a',5,'b'])
'a' 'b'
'\N{BULLET}\x41\101'
iter('abc').__length_hint__()
str(b'\xff','ascii')
str(b'\xff','ascii','replace')
str(b'a',errors='strict')
'\x85\u2029a'.splitlines()
'%s'%'é'+'\u0100'
''.join(['\u0100','a','\U00010000'])
'a'.expandtabs('a')
'abc'.split(1)
'abc'.count(1)
'''

for expression in EXPRESSIONS.strip().splitlines():
    try:
        result = ascii(eval(expression))
    except BaseException as e:
        result = type(e).__name__ + ": " + ascii(str(e))
    print(ascii(expression), "->", result)

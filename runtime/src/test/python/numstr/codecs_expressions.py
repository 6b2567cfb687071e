"""Expressions of codecs and error handlers; codecs_expressions.out has what CPython gives or raises for each."""

import warnings

warnings.simplefilter("ignore")  # of the expressions, on the compiler's side

import _codecs

EXPRESSIONS = r'''
_codecs.unicode_escape_decode(b'\\x4')
_codecs.unicode_escape_decode(b'\\u12')
_codecs.unicode_escape_decode(b'\\U00110000')
_codecs.unicode_escape_decode(b'\\')
_codecs.unicode_escape_decode(b'\\q\\377\\n\\t\\\\\\\na')
_codecs.unicode_escape_decode('\xe9')
_codecs.unicode_escape_encode('a\n\'\\é\u1234\U00012345')
_codecs.raw_unicode_escape_encode('a\n\\é\u1234\U00012345')
_codecs.raw_unicode_escape_decode(b'a\\u1234\\n\xe9\\U00012345')
_codecs.raw_unicode_escape_decode(b'\\u12')
_codecs.raw_unicode_escape_decode(b'\\U00110000')
_codecs.escape_decode(b'a\\n\\x41\\101\\q')
_codecs.escape_decode(b'\\x4')
_codecs.escape_decode('a')
_codecs.escape_encode(b'a\n\'\xff')
_codecs.escape_encode('a')
_codecs.utf_7_encode('a+é\U00012345-b')
_codecs.utf_7_decode(b'a+-+AOnYCN9F-b')
_codecs.utf_7_decode(b'a+AOn')
_codecs.utf_7_decode(b'a+AOn','strict',True)
_codecs.utf_7_decode(b'\xff')
_codecs.charmap_decode(b'ab\xff','strict','xy')
_codecs.charmap_decode(b'ab','strict',{97:'xx',98:65})
_codecs.charmap_decode(b'ab','strict',{97:None})
_codecs.charmap_encode('ab','strict',{97:b'xx',98:65})
_codecs.charmap_encode('ab','strict',{97:None})
_codecs.charmap_encode('é')
_codecs.charmap_encode('ab','strict',{97:'x'})
_codecs.readbuffer_encode('é')
_codecs.utf_16_ex_decode(b'\xff\xfea\0')
_codecs.utf_16_decode(b'a\0b')
_codecs.utf_8_decode(b'a\xc3')
_codecs.utf_8_decode(b'a\xc3','strict',True)
_codecs.ascii_encode('é')
_codecs.lookup_error('strict')
'é\ud800'.encode('ascii','namereplace')
'가一'.encode('ascii','namereplace')
'ab\udc80c\ud800'.encode('ascii','surrogateescape')
b'ab\x80\xff'.decode('ascii','surrogateescape')
b'\xed\xa0\x80'.decode('utf-8','surrogatepass')
b'\xed\xa0\x80'.decode('utf-8')
b'\xe0\x80'.decode()
b'\xf0\x9f\x98'.decode()
b'\xf0\x9f\x98a'.decode('utf8','replace')
b'a\0b'.decode('utf-16')
_codecs.utf_16_le_decode(b'\0\xd8','strict',True)
_codecs.utf_16_le_decode(b'\0\xdc')
_codecs.utf_16_le_decode(b'\0\xd8a\0')
_codecs.utf_32_le_decode(b'\0\0\x11\0')
_codecs.utf_32_be_encode('\ud800','surrogatepass')
'\ud800'.encode('utf-16')
'\ud800a'.encode('utf-16','surrogateescape')
'a\udc80'.encode('utf-8','surrogateescape')
_codecs.lookup_error('foo')
_codecs.register_error('x',5)
(_codecs.register_error('test.h',lambda e:('?!',e.end)),'aé😀b'.encode('ascii','test.h'),b'a\xffb'.decode('ascii','test.h'))[1:]
(_codecs.register_error('test.i',lambda e:(b'\xff',e.end)),'aéb'.encode('ascii','test.i'))[1:]
(_codecs.register_error('test.j',lambda e:5),'aéb'.encode('ascii','test.j'))[1:]
(_codecs.register_error('test.k',lambda e:('é',e.end)),'aéb'.encode('ascii','test.k'))[1:]
(_codecs.register_error('test.l',lambda e:('x',100)),'aéb'.encode('ascii','test.l'))[1:]
_codecs.lookup_error('replace')(UnicodeDecodeError('x',b'a',0,1,'r'))
_codecs.lookup_error('ignore')(UnicodeEncodeError('x','ab',0,2,'r'))
_codecs.lookup_error('backslashreplace')(UnicodeTranslateError('é😀',0,2,'r'))
_codecs.lookup_error('xmlcharrefreplace')(UnicodeDecodeError('x',b'a',0,1,'r'))
_codecs.lookup_error('strict')(ValueError('a'))
_codecs.lookup_error('replace')(5)
b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xff\xfez'.decode('utf-8','replace')
b'\xc3(\xe2\x28\xa1\xe2\x82(\xf0\x28\x8c\xbc\xf8\xa1'.decode('utf-8','replace')
b'\xc0\x80\xf5\x80\xed\xb0\x80'.decode('utf-8','backslashreplace')
'''

for expression in EXPRESSIONS.strip().splitlines():
    try:
        result = ascii(eval(expression))
    except BaseException as e:
        result = type(e).__name__ + ": " + ascii(str(e))
    print(ascii(expression), "->", result)

"""Expressions of format(), str.format and the % operator; format_expressions.out has what CPython gives or raises for each."""


EXPRESSIONS = r'''
format(5,',_d')
format(5,',,d')
format(5,'__d')
format(5,',x')
format(5,'_c')
format(5,'zd')
format(5,'#c')
format(5,'+c')
format(5,',n')
format('a','=5')
format('a','+')
format('a',' ')
format('a','#')
format('a','z')
format('a',',')
format('a','_')
format('a','05')
format('a','d')
format('a','5.')
format('a','.99999999999999999999')
format('a','99999999999999999999')
format('a','xx')
format(1.5,'xx')
format(1.5,'x')
format(1.5,'.3_f'),format(1234.56789,'.6_f'),format(1234.5678901,',.6,f'),format(1234.5678901,'.,f'),format(1234.5,'.,')
format(1234.5,'._,f')
format(1e20,','),format(1e20,'010,.2f'),format(-1234.5,'015,.2f'),format(1234,'010,'),format(1234,'011,'),format(1234,'_b'),format(1234,'#_b'),format(1234,'#012x'),format(-1234,'*=12x'),format(1234,'#_x'),format(123456789,'_X'),format(1234,'020_b')
format(0.0,'z'),format(-0.0001,'z.1f'),format(1.0,'#.0f'),format(1.0,'g'),format(1.0,'#g'),format(1e100,'g'),format(123456789.0,'g'),format(0.00001234,'.3g'),format(1.5,'%'),format(-0.0,'z'),format(-0.0,''),format(-0.04,'z.1f'),format(-0.06,'z.1f'),format(-1e-10,'ze'),format(-1e-10,'z.1g')
format(float('nan'),'f'),format(float('nan'),'F'),format(float('inf'),'+010'),format(float('-inf'),'010,'),format(float('inf'),'E'),format(float('nan'),'<10'),format(float('inf'),'%'),format(float('inf'),'012,.2f')
format(True,'s')
format(3+4j,'.2f'),format(3+4j,'>20'),format(3+4j,'g'),format(3+4j,'n'),format(3+4j,','),format(0j,''),format(1j,'5'),format(1+1j,'e'),format(1-1j,'+.1f'),format(-3+4j,'*^30'),format(12345+1j,',.2f'),format(complex(-0.0,1),''),format(complex(-0.0,1),'g'),format(1.5j,'.3'),format(complex(float('nan'),float('-inf')),'F')
format(3+4j,'=20')
format(3+4j,'020')
format(3+4j,'%')
format(3+4j,'d')
format(1.5,'.3'),format(15.0,'.1'),format(150.0,'.2'),format(1e16,''),format(1e16,'5'),format(1.0,'5'),format(123,'.2f'),format(123,'%'),format(5,'é>5'),format(1.5,'n'),format(12345.678,'n'),format(123456.0,'.3'),format(0.1,'.0'),format(0.0,'.0'),format(0,'.0f'),format(99.5,'.0f'),format(1234567.891,'_.2f'),format(1e-7,''),format(100,'e'),format(0,'e'),format(0.0,'g'),format(1e-5,'.2e'),format(123,'g'),format(1234567,'g'),format(2.5,'.0f'),format(3.5,'.0f'),format(0.5,'.0f'),format(1e22,'f'),format(1e23,'.3f'),format(5e-324,'.5g'),format(5e-324,'.340f')[-30:],format(1.7976931348623157e308,'.0f')[:30]
format(10**400,'f')
format('abc','.2'),format('abc','^10.2'),format('abc','s'),format('abc','\ud800>5'),format('abc','>2'),format('','5'),format('é','^4'),format('abc','<<6'),format('ab',' >4')
format(5,'q')
format(5,'\u1234')
format(5,'{>5')
format(1.5,'.')
format(1.5,'.3_'),format(1.5,'1<')
format([], 'x')
format(object(),'d')
format(1,'10.,')
format(3.14159,'.100000000000f')
format(5,'.3d')
format(5,'c'),format(0x1f600,'c'),format(65,'>5c'),format(65,'5c'),format(65,'05c')
format(-5,'c')
format(10**20,'c')
format(255,'x'),format(255,'X'),format(255,'#X'),format(255,'o'),format(255,'#o'),format(255,'b'),format(-255,'#x'),format(255,'+'),format(255,' '),format(-255,'010'),format(255,'<010'),format(255,'^10'),format(255,'=10'),format(10**30,','),format(10**30,'_x'),format(-2**63,'x'),format(2**63,'b')[:5]
'{:{}}'.format(1,5),'{!r:>5}'.format('a'),'{0[1]} {a[b]} {0}'.format([1,2],a={'b':1}),'{{}}'.format(),'{!s}{!a}'.format('é','é'),'{:>{w}.{p}}'.format(3.14159,w=10,p=3),'{a.real}'.format(a=5),'{:%}'.format(0.5),'{0:d}{0:x}'.format(10),'{}{}'.format(1,'é'),'{:}'.format('x'),'{a}'.format_map({'a':1}),'{0.__class__.__name__}'.format(5)
'{0'.format(1)
'{0!r'.format(1)
'{0!'.format(1)
'{0{'.format(1)
'{:}}'.format(1)
'{'.format()
'}'.format()
'{0}'.format()
'{a}'.format()
'{!x}'.format(1)
'{!}'.format(1)
'{!rx}'.format(1)
'{0[}'.format(1)
'{0.}'.format(1)
'{0[]}'.format(1)
'{0[0]x}'.format([1])
'{} {0}'.format(1)
'{0} {}'.format(1)
'{:{:{}}}'.format(1,2,3)
'{0:{'.format(1)
'{0:{1}'.format(1)
'{a}'.format_map({})
'{}'.format_map({})
'{0[{}]}'.format(1)
'{99999999999999999999999}'.format(1)
'{.a}'.format(1)
'a' % 1
'%d' % 'a'
'%z' % 1
'%(a)s' % 1
'%s %s' % (1,)
'%*d|%-*d|%.*f' % (5,3,5,3,2,1.23456)
'%c%c' % ('é',65)
'%c'%'ab'
'%c'%1.0
'%x' % 1.5
'%d|%i|%u' % (1.5,2.7,-3)
'%.2f' % 'x'
'%c' % (1<<30)
'%' % ()
'%(a' % {}
'%.99999999999d' % 1
'%.3' % 1
'%5d|%-5d|%05d|%+d|% d|%+05d|%x|%X|%#x|%#X|%o|%#o|%5.3d|%-8.3d|' % (1,2,3,4,5,6,255,255,255,255,8,8,7,7)
'%e|%E|%f|%F|%g|%G|%#g|%.0f|%#.0f|%10.3f|%-10.3f|%+.2e|%010.2f' % ((1234.5678,)*13)
'%f|%F|%05f|%+f|%-8f|' % (float('inf'),float('nan'),float('inf'),float('inf'),float('-inf'))
'%s|%r|%a|%5s|%-5s|%.2s|%5.1s|%%' % ('é','é','é','ab','ab','abc','xyz')
'%(a)s %(b)d %(a)s' % {'a':1,'b':2}
'%(a(b)c)s' % {'a(b)c':5}
'%s' % {'a':1}, '%s' % [1], '%s' % (None,), 'abc' % {}, 'abc' % []
'%s' % ()
'abc' % (1,)
'%ld %hd %Ld' % (1,2,3)
'%d' % True, '%x' % True, '%s' % True, '%d'%(2**70), '%x'%(-2**70), '%.30d'%5
'%s' % b'a'
'%*s' % ('a',5)
'%i' % None
'''

for expression in EXPRESSIONS.strip().splitlines():
    try:
        result = ascii(eval(expression))
    except BaseException as e:
        result = type(e).__name__ + ": " + ascii(str(e))
    print(ascii(expression), "->", result)

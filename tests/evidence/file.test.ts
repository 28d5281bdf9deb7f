import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FILE_TYPES, fileName } from '../../src/evidence/file'
import { sniffType } from '../../src/evidence/sniff-type'
import { EXE, GIF, JPEG, PDF, PNG, TEXT, WEBP, ZIP } from './files'

describe('a name', () => {
  test.each([
    ['minutes.pdf', 'minutes.pdf'],
    ['صورت‌جلسه.pdf', 'صورت‌جلسه.pdf'],
    ['Minutes of May.PDF', 'Minutes of May.PDF'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\x\\minutes.pdf', 'minutes.pdf'],
    ['minutes.pdf.exe', 'minutes.pdf.exe.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x=1.pdf'],
    ['gnp.\u202Efdp.exe', 'gnp.fdp.exe.pdf'],
    ['\u2066a\u2069\u200E\uFEFF.pdf', 'a.pdf'],
    ['a"b;c<d>|e?.pdf', 'a_b;c_d__e_.pdf'],
    ['', 'file.pdf'],
    ['...', 'file.pdf'],
    ['/', 'file.pdf'],
    [' . minutes .pdf', 'minutes.pdf'],
    [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(150)}.pdf`],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileName(given, 'application/pdf')).toBe(kept)
  })

  test.each([
    ['image/jpeg', 'jpg'],
    ['text/plain', 'txt'],
  ] as const)('of %s gets an ending that nothing runs', (type, ending) => {
    for (const name of ['run.bat', 'page.html', 'x.svg', 'x.js', 'x'])
      expect(fileName(name, type)).toBe(`${name}.${ending}`)
  })

  test('whatever is given, can be saved anywhere, and stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...FILE_TYPES), (given, type) => {
        const name = fileName(given, type)
        expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}]+\.[A-Za-z]{2,4}$/u)
        expect(name.replaceAll('\u200c', '')).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u)
        expect([...name].length).toBeLessThanOrEqual(156)
        expect(fileName(name, type)).toBe(name)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what a file is', () => {
  test.each([
    ['application/pdf', PDF],
    ['image/png', PNG],
    ['image/jpeg', JPEG],
    ['image/gif', GIF],
    ['image/webp', WEBP],
    ['text/plain', TEXT],
    ['text/plain', Buffer.from('\ufeffwith a mark, tabs\tand\r\nlines\f')],
    ['text/plain', Buffer.from('BMW announced')],
    ['text/plain', Buffer.from('<script>alert(1)</script>')],
    ['text/plain', Buffer.from('<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaa">]><b>&a;</b>')],
    ['text/plain', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ])('%s is told by its bytes', async (type, bytes) => {
    expect(await sniffType(bytes)).toBe(type)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['an archive, or what a word processor saves', ZIP],
    ['a program', EXE],
    ['text with a zero byte', Buffer.from('abc\u0000def')],
    ['text in another encoding', Buffer.from([0x61, 0xe9, 0x62])],
    ['text in UTF-16', Buffer.from('\ufeffabc', 'utf16le')],
    ['half a sign', Buffer.from('مرز').subarray(0, 5)],
  ])('%s is not kept', async (_, bytes) => {
    expect(await sniffType(bytes)).toBeNull()
  })

  test('an archive that would unpack to a gigabyte is looked at and never unpacked', async () => {
    const started = performance.now()
    expect(await sniffType(Buffer.concat([ZIP, Buffer.alloc(20_000_000)]))).toBeNull()
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test('whatever the bytes are, the answer is a type or none', async () => {
    const start = fc.constantFrom(...[PDF, PNG, JPEG, GIF, WEBP, ZIP, EXE].map((one) => one.subarray(0, 12)))
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (head, tail) => {
        const type = await sniffType(Buffer.concat([head, tail]))
        expect([null, ...FILE_TYPES]).toContain(type)
      }),
      { numRuns: 500 },
    )
  })
})

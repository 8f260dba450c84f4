import { describe, expect, test } from 'vitest';
import { plainFileName } from '../../../src/contract/files/plain-file-name.ts';

describe('a name is what is seen of it', () => {
  test.each([
    ['a turned direction', 'zrzut\u202egnp.bat', 'zrzutgnp.bat'],
    ['every mark of direction', '\u061c\u200e\u200fa\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069.txt', 'a.txt'],
    ['signs without width', '\u200b.ht\u200caccess\ufeff\u00ad\u2060', '.htaccess'],
    ['fillers, and the blank of Braille', 'a\u3164\u115f\u2800.png', 'a.png'],
    ['control characters of both ranges', 'a\u0000\u0007\u001b[31m\u007f\u0085\u009b.log', 'a[31m.log'],
    ['a gap that moves the ending out of sight', `faktura.pdf${'\u00a0 \u3000'.repeat(30)}.bat`, 'faktura.pdf .bat'],
    ['a line of its own', 'a\r\nContent-Type: x\u2028y', 'a Content-Type_ x y'],
    ['half a character', 'a\ud83d.txt', 'a\ufffd.txt'],
  ])('%s', (_, sent, kept) => {
    expect(plainFileName(sent)).toBe(kept);
  });
});

describe('a name is one that every system can store', () => {
  test.each([
    ['../../../etc/passwd', '.._.._.._etc_passwd'],
    ['C:\\boot.ini', 'C__boot.ini'],
    ['a.bat:b.txt', 'a.bat_b.txt'],
    ['wirus.bat. . .', 'wirus.bat'],
    ['wirus.bat\u200b.\u00a0', 'wirus.bat'],
    [' a.txt', 'a.txt'],
    ['CON', '_CON'],
    ['nul.png', '_nul.png'],
    ['Com1 .txt', '_Com1 .txt'],
    ['LPT³.log', '_LPT³.log'],
    ['conin$', '_conin$'],
    ['com10.txt', 'com10.txt'],
    ['console.txt', 'console.txt'],
    ['..', 'plik'],
    ['\u202e\u0000', 'plik'],
  ])('%j is kept as %j', (sent, kept) => {
    expect(plainFileName(sent)).toBe(kept);
  });
});

test.each([
  'zrzut ekranu 2.png',
  'błąd "1" – kopia (2).log',
  "cennik'a;b=c&d.CSV",
  'שלום.txt',
  '報告.pdf',
  'a\u0301.zip',
])('an honest name stays as it is: %s', (name) => {
  expect(plainFileName(name)).toBe(name);
  expect(plainFileName(plainFileName(name))).toBe(name);
});

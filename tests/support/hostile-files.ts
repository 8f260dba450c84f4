import { deflateRawSync, gzipSync } from 'node:zlib';
import { PNG } from './customer.ts';

/** A file that somebody once got past an upload: what it is, what it is called, and its bytes. */
export interface HostileFile {
  what: string;
  name: string;
  content: Buffer;
}

const SCRIPT = '<script>fetch("/api/v1/tickets")</script>';
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

const file = (what: string, name: string, content: string | Buffer): HostileFile => ({
  what,
  name,
  content: Buffer.from(content as string),
});

/** A zip of one entry that says it unpacks to `claimed` bytes. */
function zip(entry: string, content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(claimed, 22);
  header.writeUInt16LE(entry.length, 26);
  return Buffer.concat([header, Buffer.from(entry), packed]);
}

/** A PNG that says it is so many pixels wide and high. */
function hugePicture(side: number): Buffer {
  const picture = Buffer.from(PNG);
  picture.writeUInt32BE(side, 16);
  picture.writeUInt32BE(side, 20);
  return picture;
}

const MARKUP_FILES = [
  file('a page', 'faktura.html', `<!doctype html>${SCRIPT}`),
  file('a page that calls itself a picture', 'zrzut.png', `<!doctype html>${SCRIPT}`),
  file('a page after white space', 'zrzut.jpg', `\n\n\n   ${SCRIPT}`),
  file('a page with a byte order mark', 'a.txt', `\ufeff${SCRIPT}`),
  file('a page in UTF-16', 'a.txt', Buffer.from(`\ufeff${SCRIPT}`, 'utf16le')),
  file('a page in UTF-7', 'a.txt', '+ADw-script+AD4-alert(1)+ADw-/script+AD4-'),
  file('XHTML', 'a.xhtml', `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</html>`),
  file('a drawing with a script', 'logo.svg', `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`),
  file('a drawing with its declaration', 'logo.svg', `<?xml version="1.0"?><svg onload="alert(1)"/>`),
  file(
    'a drawing that calls itself a picture',
    'logo.png',
    `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`,
  ),
  file('MHTML', 'a.mht', `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${SCRIPT}`),
  file('an XML with a stylesheet', 'a.xml', `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#x"?><a/>`),
  file(
    'an XML that reads files',
    'a.xml',
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`,
  ),
  file(
    'an XML that grows',
    'a.xml',
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "${'x'.repeat(500)}">]><a>${'&x;'.repeat(500)}</a>`,
  ),
  file('a feed', 'a.rss', `<?xml version="1.0"?><rss><item><description>&lt;script&gt;</description></item></rss>`),
  file('a style sheet', 'a.css', '@import "//evil.example"; *{background:url(//evil.example)}'),
  file('a script', 'a.js', 'alert(1)'),
  file('a cache manifest', 'a.appcache', 'CACHE MANIFEST\nFALLBACK: / /evil'),
  file(
    'a cross-domain policy',
    'crossdomain.xml',
    '<cross-domain-policy><allow-access-from domain="*"/></cross-domain-policy>',
  ),
  file('a calendar', 'a.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'),
  file('a spreadsheet formula', 'a.csv', '=cmd|" /C calc"!A0;@SUM(1)\n'),
];

const SERVER_FILES = [
  file('a PHP program', 'a.php', '<?php system($_GET["c"]);'),
  file('a PHP program with a second extension', 'a.php.png', '<?php system($_GET["c"]);'),
  file('a PHP program with a dot behind', 'a.php.', '<?php phpinfo();'),
  file('a PHP program in a picture', 'a.png', Buffer.concat([PNG, Buffer.from('<?php phpinfo();')])),
  file('a PHP archive', 'a.phar', '<?php __HALT_COMPILER(); ?>'),
  file('rules for Apache', '.htaccess', 'AddType application/x-httpd-php .png'),
  file('rules for Apache behind a zero-width space', '\u200b.htaccess', 'AddType application/x-httpd-php .png'),
  file('rules for IIS', 'web.config', '<?xml version="1.0"?><configuration/>'),
  file('rules for PHP', '.user.ini', 'auto_prepend_file=a.png'),
  file('a server-side include', 'a.shtml', '<!--#exec cmd="id" -->'),
  file('a JSP', 'a.jsp', '<% Runtime.getRuntime().exec("id"); %>'),
  file('a shell script', 'a.sh', '#!/bin/sh\nid\n'),
  file('a Windows script', 'a.bat', '@echo off\r\ncalc'),
  file('a shortcut', 'a.url', '[InternetShortcut]\nURL=file:///c:/windows/system32/calc.exe'),
];

const NAMES = [
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd',
  'C:\\boot.ini',
  'CON',
  'nul.png',
  'faktura\u202egpj.exe',
  `${'a'.repeat(251)}.png`,
  'a\u00a0.png',
  'a;b=c.png',
  'a"b.png',
  "a'b.png",
  'a%00.png',
  'a%2f..%2fb.png',
  '-rf',
  '.',
  '..',
].map((name) => file(`a picture called ${JSON.stringify(name)}`, name, PNG));

const POLYGLOTS = [
  file('a GIF that is a script', 'a.gif', 'GIF89a/*<svg/onload=alert(1)>*/=1;alert(1)'),
  file('a JPEG with a page in its comment', 'a.jpg', Buffer.concat([JPEG, Buffer.from(SCRIPT)])),
  file('a PNG with a page behind', 'a.html', Buffer.concat([PNG, Buffer.from(SCRIPT)])),
  file('a PDF with a script', 'a.pdf', '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'),
  file('a PDF that is a page', 'a.html', `%PDF-1.7\n${SCRIPT}`),
  file('a zip behind a picture', 'a.png', Buffer.concat([PNG, zip('a', Buffer.from('x'))])),
  file('a Java archive', 'a.jar', zip('META-INF/MANIFEST.MF', Buffer.from('Main-Class: A'))),
  file('an office document with macros', 'a.docm', zip('[Content_Types].xml', Buffer.from('<Types/>'))),
];

const BOMBS = [
  file('a zip that says it is four gigabytes', 'a.zip', zip('a', Buffer.from('x'), 0xffff_fff0)),
  file('a zip of very much of the same', 'a.zip', zip('a', Buffer.alloc(50_000_000))),
  file('a document of very much of the same', 'a.xlsx', zip('[Content_Types].xml', Buffer.alloc(50_000_000))),
  file('a picture that says it is a wall', 'a.png', hugePicture(0x7fff_ffff)),
  file('a picture without an end', 'a.png', PNG.subarray(0, 30)),
  file(
    'a picture whose chunk is longer than the file',
    'a.png',
    Buffer.concat([PNG.subarray(0, 33), Buffer.from('7fffffff49444154', 'hex')]),
  ),
];

const PROGRAMS = [
  file('a Windows program', 'zrzut.png', Buffer.from('4d5a90000300000004000000ffff0000b8000000', 'hex')),
  file('a Linux program', 'blad.log', Buffer.from('7f454c4602010100000000000000000002003e00', 'hex')),
  file('a Mac program', 'blad.txt', Buffer.from('cffaedfe07000001030000000200000010000000', 'hex')),
  file('a gzip that is a bomb', 'a.gz', gzipSync(Buffer.alloc(5_000_000))),
  file('a rar', 'a.zip', Buffer.from('526172211a070100f3e1', 'hex')),
  file('a WebAssembly program', 'a.txt', Buffer.from('0061736d01000000', 'hex')),
  file('a Flash film', 'a.png', Buffer.from('4657530600000000780005', 'hex')),
];

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...MARKUP_FILES,
  ...SERVER_FILES,
  ...NAMES,
  ...POLYGLOTS,
  ...BOMBS,
  ...PROGRAMS,
];

import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fileKind } from '../../src/attachments/file-kind.ts';
import { PNG } from '../support/customer.ts';

const ZIP = Buffer.from('504b0304140000000800', 'hex');

const text = (content: string) => Buffer.from(content, 'utf8');

describe('taken, by what the bytes show', () => {
  test.each([
    ['a picture', PNG, 'zrzut.png', 'image/png'],
    ['a picture under the ending of another', PNG, 'z-telefonu.jpg', 'image/png'],
    ['a picture without an ending', PNG, 'zrzut', 'image/png'],
    ['a jpeg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'a.jpg', 'image/jpeg'],
    ['a gif that could be a script', text('GIF89a=1;alert(1)//'), 'a.gif', 'image/gif'],
    ['a webp', Buffer.concat([text('RIFF'), Buffer.from([26, 0, 0, 0]), text('WEBPVP8L....')]), 'a.webp', 'image/webp'],
    ['a pdf', text('%PDF-1.7\n'), 'faktura.pdf', 'application/pdf'],
    ['a zip', Buffer.from('504b0304140000000800', 'hex'), 'logi.zip', 'application/zip'],
    ['an empty zip', Buffer.from('504b050600000000', 'hex'), 'logi.zip', 'application/zip'],
    ['a log in Polish', text('Błąd: nie udało się zapisać\n'), 'blad.log', 'text/plain'],
    ['a text in iso-8859-2', Buffer.from([0x42, 0xb3, 0xb1, 0x64]), 'blad.txt', 'text/plain'],
    ['a log in UTF-16', Buffer.from('\ufeffbłąd', 'utf16le'), 'blad.log', 'text/plain'],
    ['a price list', text('sku;cena\nA;1,00\n'), 'cennik.CSV', 'text/csv'],
    ['an XML with its declaration', text('<?xml version="1.0"?><a/>'), 'a.XML', 'application/xml'],
    ['an XML under another name, as mere text', text('<?xml version="1.0"?><a/>'), 'a.svg', 'text/plain'],
    ['an XML without it', text('<oferta/>'), 'oferta.xml', 'application/xml'],
    ['a web page, as mere text', text('<!doctype html><script>alert(1)</script>'), 'a.html', 'text/plain'],
    ['a drawing with a script, as mere text', text('<svg onload="alert(1)"/>'), 'a.svg', 'text/plain'],
    ['a log in UTF-16, the other way round', Buffer.from('\ufeffbłąd', 'utf16le').swap16(), 'blad.log', 'text/plain'],
    ['a log with tabs', text('08:00\tbłąd'), 'blad.log', 'text/plain'],
    ['a log of Windows', text('błąd\r\nbłąd'), 'blad.log', 'text/plain'],
    ['a log with colours', text('\u001b[31mbłąd'), 'blad.log', 'text/plain'],
    ['a text in the name of a picture, as mere text', text('to nie obraz'), 'a.png', 'text/plain'],
    ['nothing but a name', text(''), '.htaccess', 'text/plain'],
  ])('%s', async (_, bytes, name, type) => {
    expect(await fileKind(bytes, name)).toBe(type);
  });
});

describe('refused', () => {
  test.each([
    ['a Windows program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'zrzut.png'],
    ['a Linux program', Buffer.from('7f454c46020101000000000000000000', 'hex'), 'a.txt'],
    ['a rar', Buffer.from('526172211a0701000000', 'hex'), 'a.zip'],
    ['a gzip', Buffer.from('1f8b0800000000000003', 'hex'), 'a.zip'],
    ['a film', Buffer.from('000000186674797069736f6d0000020069736f6d', 'hex'), 'a.png'],
    ['bytes without meaning', Buffer.from('0001020304050607', 'hex'), 'a.log'],
    ['UTF-16 with half of its mark', Buffer.from([0xff, 0x62, 0x00]), 'a.txt'],
    ['UTF-16 with the other half', Buffer.from([0xfe, 0x62, 0x00]), 'a.txt'],
    ['UTF-16 with half of its mark in second place', Buffer.from([0x62, 0xfe, 0x00]), 'a.txt'],
    ['UTF-16 with the other half there', Buffer.from([0x62, 0xff, 0x00]), 'a.txt'],
    ['a database', text('SQLite format 3\0'), 'a.txt'],
    ['a gif that is a script', text('GIF89a=1;alert(1)//'), 'gif.js'],
    ['a gif in the name of a page', text('GIF89a<script>alert(1)</script>'), 'a.html'],
    ['a picture in the name of a program', PNG, 'wirus.exe'],
    ['a picture in the name of a pdf', PNG, 'faktura.pdf'],
    ['a pdf that is a page', text('%PDF-1.7\n<script>alert(1)</script>'), 'a.hta'],
    ['a pdf that is a script', text('%PDF-1.7\n'), 'a.js'],
    ['a Java archive', ZIP, 'a.jar'],
    ['a document with macros', ZIP, 'umowa.docm'],
    ['a sheet with macros', ZIP, 'cennik.xlsm'],
    ['an office document', ZIP, 'umowa.docx'],
    ['an app of Android', ZIP, 'pomoc.apk'],
    ['a zip in the name of a picture', ZIP, 'a.png'],
    ['an old office document', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex'), 'umowa.doc'],
    ['a shortcut of Windows', Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), 'Faktura.lnk'],
  ])('%s', async (_, bytes, name) => {
    expect(await fileKind(bytes, name)).toBeNull();
  });
});

test.each([0x08, 0x0b, 0x0c, 0x0e, 0x1a, 0x1c, 0x1f])('a text with the byte %d is refused', async (byte) => {
  expect(await fileKind(Buffer.from([0x61, byte, 0x62]), 'a.txt')).toBeNull();
});

/** A zip of one entry, as far as programs look to tell what it is. */
function zipOf(entry: string, content: string, claimed = content.length): Buffer {
  const packed = deflateRawSync(text(content));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(claimed, 22);
  header.writeUInt16LE(entry.length, 26);
  return Buffer.concat([header, text(entry), packed]);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const DOCUMENT = zipOf('[Content_Types].xml', `<Types><Override ContentType="${WORD}"/></Types>`);

describe('a zip is not unpacked to find out more', () => {
  test.each([
    ['a document that was packed again', DOCUMENT],
    ['an entry that claims four gigabytes', zipOf('[Content_Types].xml', '<Types/>', 0xffff_fff0)],
  ])('%s is a zip', async (_, content) => {
    expect(await fileKind(content, 'a.zip')).toBe('application/zip');
  });

  test.each([0, 1, 2, 3])('what differs from one in byte %d is none', async (at) => {
    const other = Buffer.from(DOCUMENT);
    other.writeUInt8(other.readUInt8(at) ^ 0x08, at);
    expect(await fileKind(other, 'a.zip')).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { offeredName } from '../../src/attachments/offered-name.ts';
import { ATTACHMENTS } from '../../src/contract/files/attachment-limits.ts';

test.each([
  ['zrzut.PNG', 'image/png', 'zrzut.PNG'],
  ['zdjecie.jfif', 'image/jpeg', 'zdjecie.jfif'],
  ['blad.log', 'text/plain', 'blad.log'],
  ['oferta.xml', 'text/plain', 'oferta.xml'],
  ['cennik.txt', 'application/xml', 'cennik.txt'],
])('%s, which is %s, leaves under its own name', (name, type, offered) => {
  expect(offeredName(name, type)).toBe(offered);
});

test.each([
  ['start.bat', 'text/plain', 'start.bat.txt'],
  ['rysunek.svg', 'application/xml', 'rysunek.svg.txt'],
  ['README', 'text/plain', 'README.txt'],
  ['zrzut.png', 'text/plain', 'zrzut.png.txt'],
  ['a.html', 'text/csv', 'a.html.txt'],
  ['foto.jpg', 'image/png', 'foto.jpg.png'],
  ['bez końcówki', 'image/jpeg', 'bez końcówki.jpg'],
])('%s, which is %s, leaves as %s', (name, type, offered) => {
  expect(offeredName(name, type)).toBe(offered);
});

test.each([
  ['gifjs.js', 'image/gif', 'gifjs.js.gif'],
  ['a.jar', 'application/zip', 'a.jar.zip'],
  ['umowa.docm', 'application/zip', 'umowa.docm.zip'],
  ['zrzut\u202egnp.bat', 'text/plain', 'zrzutgnp.bat.txt'],
  ['a.png .', 'image/png', 'a.png'],
  ['stary', 'unknown', 'stary.txt'],
])('one stored before names were looked at is as harmless: %j', (name, type, offered) => {
  expect(offeredName(name, type)).toBe(offered);
});

test('the longest name keeps its new ending within the limit, and no half of a character', () => {
  const offered = offeredName(`${'a'.repeat(250)}😀.js`, 'text/plain');
  expect(offered).toBe(`${'a'.repeat(250)}\ufffd.txt`);
  expect(offered).toHaveLength(ATTACHMENTS.nameLength);
});

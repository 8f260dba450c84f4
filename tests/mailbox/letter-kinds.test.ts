import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/mailbox/read-mail.ts';
import { plainLetter, understood } from './letters.ts';

describe('What no person wrote is told by its header', () => {
  test.each<[fields: Record<string, string>, kind: string, reason: string]>([
    [{ 'Auto-Submitted': 'auto-generated' }, 'automatic', 'auto-submitted'],
    [{ 'X-Auto-Response-Suppress': 'All' }, 'automatic', 'auto-response-suppress'],
    [{ Precedence: 'bulk' }, 'automatic', 'precedence'],
    [{ 'X-Autoreply': 'yes' }, 'automatic', 'auto-response'],
    [{ 'Return-Path': '<>' }, 'automatic', 'empty-return-path'],
    [{ Subject: '=?utf-8?Q?Odpowied=C5=BA_automatyczna:_Re:_zg=C5=82oszenie?=' }, 'automatic', 'away'],
    [{ Subject: 'Out of Office: Re: ticket' }, 'automatic', 'away'],
    [{ Subject: 'Nieobecność w biurze' }, 'automatic', 'away'],
    [{ 'List-Id': '<a.b.example>' }, 'list', 'list'],
    [{ 'List-Unsubscribe': '<https://a.example/u>' }, 'list', 'list-unsubscribe'],
    [{ 'X-Spam-Flag': 'YES' }, 'spam', 'marked-spam'],
    [{ 'X-Spam-Status': 'Yes, score=9.1' }, 'spam', 'marked-spam'],
    [{ 'X-Forefront-Antispam-Report': 'CIP:1.2.3.4;SFV:SPM;' }, 'spam', 'marked-spam'],
    [{ Subject: '***SPAM*** Okazja' }, 'spam', 'marked-spam'],
    [{ 'Content-Type': 'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b' }, 'encrypted', 'pgp'],
    [{ 'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m' }, 'encrypted', 'smime'],
    [{ 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b' }, 'automatic', 'report'],
  ])('%j is %s', async (fields, kind, reason) => {
    expect(await understood(plainLetter('Treść.', fields))).toMatchObject({ kind, reason });
  });

  test.each<Record<string, string>>([
    { 'Auto-Submitted': 'no' },
    { 'X-Auto-Response-Suppress': 'OOF' },
    { 'Return-Path': '<ewa@sklep-lis.example>' },
    { 'X-Spam-Status': 'No, score=-1.9' },
    { Subject: 'Jak ustawić odpowiedź automatyczną w sklepie?' },
    { Precedence: 'first-class' },
  ])('%j is written by a person', async (fields) => {
    expect(await understood(plainLetter('Treść.', fields))).toMatchObject({ kind: 'person', reason: null });
  });

  test('words encrypted within the text wait too', async () => {
    const body = '-----BEGIN PGP MESSAGE-----\n\nwsBz\n-----END PGP MESSAGE-----\n';
    expect(await understood(plainLetter(body))).toMatchObject({ kind: 'encrypted', reason: 'pgp' });
  });
});

describe('A letter that came back says whose address it was, and whether for good', () => {
  const daemon = { From: 'Mail Delivery System <MAILER-DAEMON@mx.example>', 'Return-Path': '<>' };
  test('of Exim, which names the address in a field', async () => {
    const body =
      'This message was created automatically. A message that you sent could not be delivered. This is a permanent error.\n\n  nikt@poczta.example\n    550 5.1.1 no such user\n\nMessage-ID: <t.1000031.7.mac@pomoc.example>\n';
    expect(
      await understood(plainLetter(body, { ...daemon, 'X-Failed-Recipients': 'nikt@poczta.example' })),
    ).toMatchObject({
      kind: 'bounce',
      bounce: { recipient: 'nikt@poczta.example', status: '5.1.1', isHard: true },
      references: ['t.1000031.7.mac@pomoc.example'],
    });
  });

  test('of qmail, which writes it in words', async () => {
    const body =
      'Hi. This is the qmail-send program.\n\n<nikt@poczta.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n';
    expect(await understood(plainLetter(body, daemon))).toMatchObject({
      bounce: { recipient: 'nikt@poczta.example', status: '5.1.1', isHard: true },
    });
  });

  test('of a server that will try again', async () => {
    const body = 'Message delayed, it will be retried.\n\n<pelna@poczta.example>:\n452 4.2.2 mailbox full\n';
    expect(await understood(plainLetter(body, daemon))).toMatchObject({ bounce: { status: '4.2.2', isHard: false } });
  });

  test('of several recipients the one that failed is told', async () => {
    const block = (address: string, action: string, status: string) =>
      `Final-Recipient: rfc822; ${address}\r\nAction: ${action}\r\nStatus: ${status}\r\n\r\n`;
    const report = `Reporting-MTA: dns; mx.example\r\n\r\n${block('a@x.example', 'relayed', '2.0.0')}${block('b@x.example', 'failed', '5.2.1')}`;
    const raw = plainLetter(
      `--b\nContent-Type: text/plain\n\nNie.\n--b\nContent-Type: message/delivery-status\n\n${report}\n--b--\n`,
      {
        ...daemon,
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      },
    );
    expect((await understood(raw)).bounce).toEqual({ recipient: 'b@x.example', status: '5.2.1', isHard: true });
  });
});

describe('Who wrote is read from the raw field', () => {
  test.each([
    ['"Pomoc <pomoc@sklep-pomoc.example>" <zly@atak.example>', 'zly@atak.example', 'Pomoc <pomoc@sklep-pomoc.example>'],
    ['Ewa <ewa@x.example> (<szef@y.example>)', 'ewa@x.example', 'Ewa'],
    ['ewa@x.example', 'ewa@x.example', ''],
    ['=?utf-8?Q?Kowalski=2C_Jan?= <JAN@X.example>', 'jan@x.example', 'Kowalski, Jan'],
    ['=?windows-1250?Q?=A3ucja?= <l@x.example>', 'l@x.example', 'Łucja'],
    ['Ewa "Lis" < ewa@x.example >', 'ewa@x.example', 'Ewa "Lis'],
  ])('%s', async (from, address, name) => {
    expect(await understood(plainLetter('a', { From: from }))).toMatchObject({
      from: { address, name },
      isDamaged: false,
    });
  });

  test('two writers, or two fields, prove nothing', async () => {
    const two = 'Ewa <ewa@x.example>, Zly <zly@y.example>';
    expect((await understood(plainLetter('a', { From: two }))).isDamaged).toBe(true);
    const twice = `From: Zly <zly@y.example>\r\n${plainLetter('a')}`;
    expect((await understood(twice)).isDamaged).toBe(true);
  });

  test('without an address the server knows who sent it; otherwise nobody does', async () => {
    const nobody = { From: 'undisclosed:;' };
    expect((await understood(plainLetter('a', { ...nobody, 'Return-Path': '<e@x.example>' }))).from?.address).toBe(
      'e@x.example',
    );
    expect((await understood(plainLetter('a', nobody))).from).toBeNull();
  });

  test('recipients are all whom servers brought it to; copies stand apart', async () => {
    const fields = {
      To: 'Pomoc <Pomoc+1-AB@x.example>, b@x.example',
      Cc: 'C <c@x.example>',
      'Delivered-To': 'd@x.example',
    };
    expect(await understood(plainLetter('a', fields))).toMatchObject({
      to: ['pomoc+1-ab@x.example', 'b@x.example', 'd@x.example'],
      cc: ['c@x.example'],
    });
  });
});

describe('One letter has one key', () => {
  const key = async (raw: string) => (await readMail(Buffer.from(raw))).contentKey;
  test('whichever mailbox it is found in', async () => {
    const one = await key(`Delivered-To: pomoc@x.example\r\nReceived: from a\r\n${plainLetter('Treść.')}`);
    expect(await key(`Delivered-To: help@x.example\r\nReceived: from b\r\n${plainLetter('Treść.')}`)).toBe(one);
  });

  test('another text, subject, date or writer makes another, whatever the id', async () => {
    const others = [{}, { Subject: 'Inny' }, { Date: 'Tue, 4 Aug 2026 11:40:05 +0200' }, { From: 'b@x.example' }];
    const keys = await Promise.all([
      ...others.map((fields) => key(plainLetter('Treść.', fields))),
      key(plainLetter('Inna.')),
    ]);
    expect(new Set(keys).size).toBe(5);
  });
});

describe('What is odd is read all the same', () => {
  test.each([
    ['Mon, 3 Aug 2026 11:40:05 +0200', '2026-08-03T09:40:05Z'],
    ['3 Aug 26 11:40 EST', '2026-08-03T16:40:00Z'],
    ['Mon, 03 Aug 2026 11:40:05', '2026-08-03T11:40:05Z'],
    ['wczoraj', undefined],
    ['Mon, 99 Aug 2026 11:40:05 +0200', undefined],
  ])('the date %s', async (date, instant) => {
    expect((await understood(plainLetter('a', { Date: date }))).date?.toString()).toBe(instant);
  });

  test('bytes without a header are kept, and said to be unreadable', async () => {
    for (const raw of ['', '\r\n\r\n', 'dzień dobry', '\0'.repeat(100)])
      expect(await readMail(Buffer.from(raw))).toMatchObject({ unreadable: 'no-header' });
  });

  test('a letter of which only the beginning was fetched has its words, and names its last file', async () => {
    const raw = plainLetter(
      '--b\nContent-Type: text/plain\n\nTreść.\n--b\nContent-Type: image/png; name=a.png\n\nabc',
      {
        'Content-Type': 'multipart/mixed; boundary=b',
      },
    );
    expect(await understood(raw, false)).toMatchObject({ text: 'Treść.', files: [], leftOut: ['a.png'] });
  });

  test('where a link leads stands beside its words, unless they say so; no key of ours is left', async () => {
    const key = 'k'.repeat(32);
    const html = `<p><a href="https://zly.example/x">https://bank.example</a> <a href="https://a.example/">a.example</a> <a href="https://pomoc.example/z/#1000031.${key}">tutaj</a></p>`;
    const { text } = await understood(plainLetter(html, { 'Content-Type': 'text/html; charset=utf-8' }));
    expect(text).toBe(
      'https://bank.example (https://zly.example/x) a.example tutaj (https://pomoc.example/z/#1000031)',
    );
  });

  test('pictures within HTML are files, and their place is marked by the same name', async () => {
    const picture = Buffer.alloc(400_000, 1);
    const html = `<p>Tak:</p><img src="data:image/png;base64,${picture.toString('base64')}"><p>a powinno inaczej.</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`;
    const mail = await understood(plainLetter(html, { 'Content-Type': 'text/html; charset=utf-8' }));
    expect(mail.text).toBe('Tak:\n\n[plik-1.png]\n\na powinno inaczej.');
    expect(mail.files).toEqual([{ name: 'plik-1.png', type: 'image/png', content: picture, isInline: true }]);
  });

  test('names of files keep their letters and lose their folders', async () => {
    const part = (name: string) => `--b\nContent-Type: text/csv\nContent-Disposition: attachment; ${name}\n\n1\n`;
    const raw = plainLetter(
      `${part('filename="../../żółw.csv"')}${part("filename*=iso-8859-2''%BF%F3%B3w.csv")}${part('filename="=?utf-8?B?xbzDs8WCdy5jc3Y=?="')}--b--\n`,
      { 'Content-Type': 'multipart/mixed; boundary=b' },
    );
    expect((await understood(raw)).files.map(({ name }) => name)).toEqual(['.._.._żółw.csv', 'żółw.csv', 'żółw.csv']);
  });

  test.each([
    ['Hello, the import of products is not working. Can you help?', 'en'],
    ['Dzien dobry, import nie dziala, co robic?', 'pl'],
    ['500', 'pl'],
  ])('the language of %s', async (text, language) => {
    expect((await understood(plainLetter(text, { Subject: '' }))).language).toBe(language);
  });
});

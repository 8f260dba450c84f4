import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ownAddresses, readMailSettings } from '../src/mail-settings.ts';
import { SettingError } from '../src/setting-error.ts';

const LEAST = { SMTP_URL: 'smtps://pomoc%40shopgold.pl:ta%2Fjne@mail.shopgold.pl', MAIL_FROM: 'pomoc@shopgold.pl' };
const read = (more: Record<string, string> = {}) => readMailSettings({ ...LEAST, ...more });

const folder = mkdtempSync(join(tmpdir(), 'pomoc-mail-'));
afterAll(() => rmSync(folder, { recursive: true }));
const caFile = join(folder, 'ca.pem');
writeFileSync(caFile, '-----BEGIN CERTIFICATE-----\n');
const noCertificates = join(folder, 'key.pem');
writeFileSync(noCertificates, 'secret');

test('without SMTP_URL there is no mail, and what needs it says so', () => {
  expect(readMailSettings({})).toBeNull();
  expect(() => readMailSettings({ IMAP_URLS: 'imaps://a:b@c' })).toThrow('IMAP_URLS needs SMTP_URL');
});

test('the least that sends', () => {
  expect(read()).toEqual({
    smtp: {
      host: 'mail.shopgold.pl',
      port: 465,
      security: 'tls',
      login: { user: 'pomoc@shopgold.pl', password: 'ta/jne' },
    },
    from: { name: 'Pomoc shopGold', address: 'pomoc@shopgold.pl' },
    domain: 'shopgold.pl',
    hasPlusAddresses: true,
    mailboxes: [],
    trustedServers: [],
    alertEmail: null,
    caFile: null,
  });
});

test('everything', () => {
  const all = read({
    SMTP_URL: 'smtp://127.0.0.1:2525?starttls=off',
    MAIL_FROM: 'Pomoc <pomoc@shopgold.pl>',
    MAIL_DOMAIN: 'Mail.shopgold.pl',
    MAIL_PLUS: 'off',
    IMAP_URLS: 'imaps://pomoc:x@imap.shopgold.pl, imap://help:y@imap.shopgold.pl/Support?lang=en',
    TRUSTED_AUTHSERV: 'mx.shopgold.pl',
    ALERT_EMAIL: 'dyzur@shopgold.pl',
    MAIL_CA: caFile,
  });
  expect(all?.smtp).toEqual({ host: '127.0.0.1', port: 2525, security: 'none', login: null });
  expect(all?.from).toEqual({ name: 'Pomoc', address: 'pomoc@shopgold.pl' });
  expect(all?.domain).toBe('mail.shopgold.pl');
  expect(all?.mailboxes).toMatchObject([
    { name: 'pomoc@imap.shopgold.pl/INBOX', port: 993, security: 'tls', folder: 'INBOX', language: 'pl' },
    { name: 'help@imap.shopgold.pl/Support', port: 143, security: 'starttls', folder: 'Support', language: 'en' },
  ]);
  expect(all).toMatchObject({ hasPlusAddresses: false, trustedServers: ['mx.shopgold.pl'], caFile });
});

test('mailboxes of one name on two ports of a server are two', () => {
  const urls =
    'imaps://pomoc:x@imap.shopgold.pl, imaps://pomoc:x@imap.shopgold.pl:9993, imap://pomoc:x@imap.shopgold.pl:993';
  expect(read({ IMAP_URLS: urls })?.mailboxes.map(({ name }) => name)).toEqual([
    'pomoc@imap.shopgold.pl/INBOX',
    'pomoc@imap.shopgold.pl:9993/INBOX',
    'pomoc@imap.shopgold.pl:993/INBOX',
  ]);
});

describe('what is wrong is named, and no password is said', () => {
  test.each([
    ['SMTP_URL', { SMTP_URL: 'http://u:secret@h' }],
    ['SMTP_URL', { SMTP_URL: 'smtp://u:secret@mail.shopgold.pl?starttls=off' }],
    ['MAIL_FROM', { MAIL_FROM: 'pomoc' }],
    ['MAIL_PLUS', { MAIL_PLUS: 'yes' }],
    ['MAIL_DOMAIN', { MAIL_DOMAIN: 'a b' }],
    ['IMAP_URLS', { IMAP_URLS: 'imaps://:secret@h' }],
    ['IMAP_URLS', { IMAP_URLS: 'imaps://u@h' }],
    ['IMAP_URLS', { IMAP_URLS: 'imaps://u:secret,@h' }],
    ['IMAP_URLS', { IMAP_URLS: 'imaps://u:secret@h?lang=de' }],
    ['SMTP_URL', { SMTP_URL: 'smtps://u:secret%@h' }],
    ['SMTP_URL', { SMTP_URL: 'smtps://u:secret#@h' }],
    ['TRUSTED_AUTHSERV', { TRUSTED_AUTHSERV: 'mx.shopgold.pl mx2.shopgold.pl' }],
    ['MAIL_CA', { MAIL_CA: join(folder, 'missing.pem') }],
    ['MAIL_CA', { MAIL_CA: noCertificates }],
    ['ALERT_EMAIL', { ALERT_EMAIL: 'nobody' }],
  ])('%s %o', (name, wrong: Record<string, string>) => {
    const reading = () => read(wrong);
    expect(reading).toThrow(SettingError);
    expect(reading).toThrow(new RegExp(`^${name} `));
    expect(reading).not.toThrow(/secret/);
  });
});

test('whom letters come from must be said', () => {
  expect(() => read({ MAIL_FROM: '' })).toThrow('SMTP_URL needs MAIL_FROM');
});

test('nothing is mailed to our own addresses', () => {
  const mail = read({ IMAP_URLS: 'imaps://Help%40shopgold.pl:y@imap.shopgold.pl' });
  expect(mail && ownAddresses(mail)).toEqual(['pomoc@shopgold.pl', 'help@shopgold.pl']);
});

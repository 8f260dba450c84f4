import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth';
import { describe, expect, test } from 'vitest';
import { isAlignedByServer } from '../../src/mailbox/authentication-results.ts';
import { type AlignedDeps, isAligned } from '../../src/mailbox/is-aligned.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const KEY = `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`;

/** DNS of two shops: one says by DMARC who may write for it, the other does not. */
const RECORDS: Record<string, string> = {
  's1._domainkey.sklep.pl': KEY,
  '_dmarc.sklep.pl': 'v=DMARC1; p=reject',
  's1._domainkey.bez-dmarc.pl': KEY,
  's1._domainkey.obcy.pl': KEY,
  '_dmarc.obcy.pl': 'v=DMARC1; p=none',
  's1._domainkey.blog.sklep.pl': KEY,
  // As registries have them that do not say that they are one.
  '_dmarc.pl': 'v=DMARC1; p=none',
};

const resolve: NonNullable<AlignedDeps['resolve']> = async (name) => {
  const record = RECORDS[name];
  if (record === undefined) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return [[record]];
};

const DEPS: AlignedDeps = { trustedServers: [], resolve };

const letter = (from: string) =>
  `From: ${from}\r\nTo: pomoc@shopgold.pl\r\nSubject: Koszyk\r\nDate: Mon, 30 Nov 2026 10:00:00 +0100\r\nMessage-ID: <1@sklep.pl>\r\n\r\nNie działa.\r\n`;

async function signed(text: string, domain: string, options = {}): Promise<Buffer> {
  const key = { signingDomain: domain, selector: 's1', privateKey, ...options };
  const { signatures } = await dkimSign(text, { ...key, signatureData: [key] });
  return Buffer.from(signatures + text);
}

describe('a signature', () => {
  test('of the domain in From proves the domain', async () => {
    expect(await isAligned(DEPS, await signed(letter('anna@sklep.pl'), 'sklep.pl'), 'anna@sklep.pl')).toBe(true);
  });

  test('of a domain above it proves it, too', async () => {
    const raw = await signed(letter('anna@biuro.sklep.pl'), 'sklep.pl');
    expect(await isAligned(DEPS, raw, 'anna@biuro.sklep.pl')).toBe(true);
  });

  test.each([
    ['none at all', Buffer.from(letter('anna@sklep.pl'))],
    ['one of a domain below it', signed(letter('anna@sklep.pl'), 'blog.sklep.pl')],
    ['one of another domain', signed(letter('anna@sklep.pl'), 'obcy.pl')],
    ['one of a domain without DMARC', signed(letter('anna@bez-dmarc.pl'), 'bez-dmarc.pl')],
    ['one of the first half of the text', signed(letter('anna@sklep.pl'), 'sklep.pl', { maxBodyLength: 3 })],
    [
      'one of a letter whose text was changed',
      signed(letter('anna@sklep.pl'), 'sklep.pl').then((raw) => Buffer.concat([raw, Buffer.from('Dopisane.\r\n')])),
    ],
    [
      'one of a letter that got a second From',
      signed(letter('anna@sklep.pl'), 'sklep.pl').then((raw) =>
        Buffer.concat([Buffer.from('From: szef@sklep.pl\r\n'), raw]),
      ),
    ],
    ['one of a letter with two senders', signed(letter('anna@sklep.pl, x@obcy.pl'), 'sklep.pl')],
  ])('proves nothing: %s', async (_what, raw) => {
    expect(await isAligned(DEPS, await raw, 'anna@sklep.pl')).toBe(false);
  });

  test('proves nothing of an address that it is not about', async () => {
    expect(await isAligned(DEPS, await signed(letter('anna@sklep.pl'), 'sklep.pl'), 'szef@obcy.pl')).toBe(false);
  });

  test('proves nothing where DNS fails or does not answer in time', async () => {
    const raw = await signed(letter('anna@sklep.pl'), 'sklep.pl');
    const broken = () => Promise.reject(Object.assign(new Error('SERVFAIL'), { code: 'ESERVFAIL' }));
    expect(await isAligned({ ...DEPS, resolve: broken }, raw, 'anna@sklep.pl')).toBe(false);
    const silent = () => new Promise<never>(() => undefined);
    expect(await isAligned({ ...DEPS, resolve: silent, patienceMs: 10 }, raw, 'anna@sklep.pl')).toBe(false);
  });
});

describe('results of a server', () => {
  const PASS = 'mx.shopgold.pl; dkim=pass header.d=sklep.pl; dmarc=pass (p=reject) header.from=sklep.pl';
  const TRUSTED = ['MX.shopgold.pl'];

  test('are believed when they are topmost and of a server that was named', () => {
    expect(isAlignedByServer([PASS], TRUSTED, 'sklep.pl')).toBe(true);
    expect(isAlignedByServer([PASS.replace('mx.shopgold.pl', 'mx.shopgold.pl 1')], TRUSTED, 'sklep.pl')).toBe(true);
  });

  test.each([
    ['no server was named', [PASS], [], 'sklep.pl'],
    ['another server says so', [PASS], ['mx.example'], 'sklep.pl'],
    ['they stand below those of another', ['mx.example; dmarc=fail', PASS], TRUSTED, 'sklep.pl'],
    ['they are of another domain', [PASS], TRUSTED, 'obcy.pl'],
    ['it failed', [PASS.replace('dmarc=pass', 'dmarc=fail')], TRUSTED, 'sklep.pl'],
    ['it is only like a pass', [PASS.replace('dmarc=pass', 'dmarc=passable')], TRUSTED, 'sklep.pl'],
    ['a comment says so', ['mx.shopgold.pl; spf=none (; dmarc=pass header.from=sklep.pl)'], TRUSTED, 'sklep.pl'],
    [
      'a quoted sender says so',
      [
        'mx.shopgold.pl; spf=pass smtp.mailfrom="x; dmarc=pass header.from=sklep.pl"@a.pl; dmarc=fail header.from=sklep.pl',
      ],
      TRUSTED,
      'sklep.pl',
    ],
    ['two are there', [`${PASS}; dmarc=fail header.from=sklep.pl`], TRUSTED, 'sklep.pl'],
    ['a comment has no end', [`${PASS} (`], TRUSTED, 'sklep.pl'],
  ])('are not believed when %s', (_why, values, trusted, domain) => {
    expect(isAlignedByServer(values, trusted, domain)).toBe(false);
  });

  test('make a letter proven without any signature', async () => {
    const raw = Buffer.from(`Authentication-Results: ${PASS}\r\n${letter('anna@sklep.pl')}`);
    expect(await isAligned({ ...DEPS, trustedServers: TRUSTED }, raw, 'anna@sklep.pl')).toBe(true);
    expect(await isAligned(DEPS, raw, 'anna@sklep.pl')).toBe(false);
  });
});

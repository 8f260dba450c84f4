import { describe, expect, test } from 'vitest';
import { toSecretKey } from '../src/identity/seal.ts';
import { SettingError } from '../src/setting-error.ts';
import { readDatabaseUrl, readSettings } from '../src/settings.ts';

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** The environment of a service that sets only what it must, and what the test adds. */
function environment(otherwise: Record<string, string | undefined> = {}): Record<string, string | undefined> {
  return { SECRET_KEY, ...otherwise };
}

function refusal(otherwise: Record<string, string | undefined>): string {
  try {
    readSettings(environment(otherwise));
  } catch (error) {
    if (error instanceof SettingError) return error.message;
  }
  return 'taken';
}

test('only SECRET_KEY must be set; everything else has a default', () => {
  expect(readSettings(environment())).toEqual({
    port: 4100,
    host: '127.0.0.1',
    databaseUrl: 'sqlite:var/pomoc.sqlite',
    mail: null,
    emergencyUrl: null,
    publicUrl: 'http://localhost:4100',
    publicHost: null,
    secretKeys: [toSecretKey(Buffer.alloc(32, 7))],
    vendor: { name: 'KAMELIA-NET', mark: 'sG' },
    openingHours: [
      { from: 0, to: 4, opens: Temporal.PlainTime.from('08:00'), closes: Temporal.PlainTime.from('16:00') },
    ],
    contacts: { email: 'pomoc@shopgold.pl', phone: null, rules: null, renewal: null, privacy: null },
    updates: null,
    secondFactor: 'optional',
    signature: 'Pozdrawiam\n{agent}',
    closeAfterDays: 14,
    keepLettersDays: 30,
    fileScan: null,
    logLevel: 'info',
    trustedProxies: [],
    rateLimits: true,
  });
});

describe('a variable that is set counts', () => {
  test.each<[string, string, object]>([
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65535 }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['DATABASE_URL', 'sqlite:/srv/pomoc.sqlite', { databaseUrl: 'sqlite:/srv/pomoc.sqlite' }],
    ['DATABASE_URL', 'postgres://pomoc@db/pomoc', { databaseUrl: 'postgres://pomoc@db/pomoc' }],
    ['PUBLIC_URL', 'https://pomoc.shopgold.pl', { publicUrl: 'https://pomoc.shopgold.pl' }],
    ['PUBLIC_URL', 'https://pomoc.shopgold.pl/api//', { publicUrl: 'https://pomoc.shopgold.pl/api' }],
    ['SECRET_KEY', Buffer.alloc(32, 1).toString('base64'), { secretKeys: [{ bytes: Buffer.alloc(32, 1) }] }],
    ['OPENING_HOURS', 'sat 09:00-13:00', { openingHours: [{ from: 5, to: 5 }] }],
    ['SUPPORT_EMAIL', 'help@shopgold.pl', { contacts: { email: 'help@shopgold.pl' } }],
    ['SECOND_FACTOR', 'required', { secondFactor: 'required' }],
    ['VENDOR_NAME', 'Sklepy „Żuraw” & s-ka', { vendor: { name: 'Sklepy „Żuraw” & s-ka', mark: 'sG' } }],
    ['VENDOR_MARK', 'Ż24', { vendor: { name: 'KAMELIA-NET', mark: 'Ż24' } }],
    ['SUPPORT_PHONE', '+48 22 000 00 00', { contacts: { phone: '+48 22 000 00 00' } }],
    ['LINK_RULES', 'https://shopgold.pl/zasady', { contacts: { rules: 'https://shopgold.pl/zasady' } }],
    ['UPDATES_URL', 'https://shopgold.pl/konto', { updates: 'https://shopgold.pl/konto' }],
    ['LINK_RENEWAL', 'http://shopgold.pl/pakiety', { contacts: { renewal: 'http://shopgold.pl/pakiety' } }],
    ['LINK_PRIVACY', 'https://shopgold.pl/rodo', { contacts: { privacy: 'https://shopgold.pl/rodo' } }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['TRUSTED_PROXY', '10.0.0.1', { trustedProxies: [{ address: '10.0.0.1', prefix: 32, family: 'ipv4' }] }],
    [
      'FILE_SCAN_COMMAND',
      'clamdscan --no-summary -',
      { fileScan: { program: 'clamdscan', arguments: ['--no-summary', '-'] } },
    ],
    ['FILE_SCAN_COMMAND', ' "/opt/my scan" "" ', { fileScan: { program: '/opt/my scan', arguments: [''] } }],
    ['RATE_LIMITS', 'off', { rateLimits: false }],
    ['RATE_LIMITS', 'on', { rateLimits: true }],
  ])('%s=%s', (name, value, expected) => {
    expect(readSettings(environment({ [name]: value }))).toMatchObject(expected);
  });

  test('PORT is in the default PUBLIC_URL', () => {
    expect(readSettings(environment({ PORT: '8080' })).publicUrl).toBe('http://localhost:8080');
  });

  test("DATABASE_URL is all that the operator's commands need", () => {
    expect(readDatabaseUrl({})).toBe('sqlite:var/pomoc.sqlite');
    expect(readDatabaseUrl({ DATABASE_URL: 'sqlite:a' })).toBe('sqlite:a');
  });
});

describe('a variable that cannot be used is named', () => {
  test.each<[string, string | undefined]>([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['PORT', '1e3'],
    ['PUBLIC_URL', 'pomoc.shopgold.pl'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['SECRET_KEYS', SECRET_KEY],
    ['SECRET_KEY', undefined],
    ['SECRET_KEY', ''],
    ['SECRET_KEY', 'changeme'],
    ['SECRET_KEY', Buffer.alloc(31, 7).toString('base64')],
    ['SECRET_KEY', Buffer.alloc(33, 7).toString('base64')],
    ['SECRET_KEY', ` ${SECRET_KEY}`],
    ['SECRET_KEY', Buffer.alloc(32, 0xff).toString('base64url')],
    ['OPENING_HOURS', 'pon-pt 8-16'],
    ['OPENING_HOURS', 'mon-fri 16:00-08:00'],
    ['SUPPORT_EMAIL', 'pomoc'],
    ['VENDOR_NAME', 'a\u0000b'],
    ['VENDOR_NAME', 'a'.repeat(101)],
    ['VENDOR_MARK', 'shop'],
    ['VENDOR_MARK', '<b>'],
    ['SUPPORT_EMAIL', '`+alert(1)+`@shopgold.pl'],
    ['LINK_RULES', '/zasady'],
    ['LINK_RENEWAL', 'ftp://shopgold.pl'],
    ['UPDATES_URL', 'javascript:alert(1)'],
    ['LINK_PRIVACY', 'rodo'],
    ['SECOND_FACTOR', 'maybe'],
    ['LOG_LEVEL', 'verbose'],
    ['FILE_SCAN_COMMAND', 'clamscan - | grep OK'],
    ['FILE_SCAN_COMMAND', 'clamscan - >/dev/null 2>&1'],
    ['FILE_SCAN_COMMAND', '"clamscan -'],
    ['FILE_SCAN_COMMAND', '""'],
    ['TRUSTED_PROXY', 'nginx'],
    ['TRUSTED_PROXY', '0.0.0.0/0'],
    ['RATE_LIMITS', 'false'],
  ])('%s=%s', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`^${name} must be|^${name} must look like`));
  });

  test('the secret key is named, its value never shown', () => {
    expect(refusal({ SECRET_KEY: 'tajne-haslo' })).not.toContain('tajne');
  });
});

describe('of several keys', () => {
  const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
  const keysOf = (SECRET_KEYS: string) => readSettings({ SECRET_KEYS }).secretKeys.map(({ bytes }) => bytes[0]);

  test('the first one seals; one is enough', () => {
    expect(keysOf(`${key(2)}, ${key(1)}`)).toEqual([2, 1]);
    expect(keysOf(key(3))).toEqual([3]);
  });

  test.each([`${key(2)},`, `${key(2)},short`, `,${key(1)}`, key(1).slice(1)])(
    'none may be wrong: %s',
    (SECRET_KEYS) => {
      expect(refusal({ SECRET_KEY: '', SECRET_KEYS })).toMatch(/^SECRET_KEYS must be .*comma/);
    },
  );
});

test('a variable that is set to nothing counts as not set', () => {
  const empty = { PORT: '', HOST: '', DATABASE_URL: '', SUPPORT_PHONE: '', OPENING_HOURS: '' };
  const key = { SECRET_KEY: `${'A'.repeat(43)}=` };
  expect(readSettings({ ...key, ...empty })).toEqual(readSettings(key));
});

describe('limits can be off only where nobody from outside comes', () => {
  test.each(['127.0.0.1', '127.0.0.2', '::1', 'localhost'])('on HOST %s', (HOST) => {
    expect(readSettings(environment({ HOST, RATE_LIMITS: 'off' })).rateLimits).toBe(false);
  });

  test.each(['0.0.0.0', '::', '10.0.0.5', 'pomoc.shopgold.pl', '127.0.0.1.shopgold.pl'])('not on HOST %s', (HOST) => {
    expect(refusal({ HOST, RATE_LIMITS: 'off' })).toMatch(/^RATE_LIMITS must be/);
  });

  test('not behind a proxy, which brings everybody to a loopback address', () => {
    expect(refusal({ TRUSTED_PROXY: 'loopback', RATE_LIMITS: 'off' })).toMatch(/^RATE_LIMITS must be/);
  });
});

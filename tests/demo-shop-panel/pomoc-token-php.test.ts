import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSession } from '../../src/contract/shops/open-session.ts';
import { makeShopSecret, type ShopSecret } from '../../src/identity/make-shop-secret.ts';
import { NOW_SECONDS } from '../support/an-assertion.ts';
import { post, ZURAW } from '../support/requests.ts';
import { NOW, SECRET_KEYS, type Service, service } from '../support/service.ts';

const FILE = fileURLToPath(new URL('../../demo-shop-panel/pomoc-token.php', import.meta.url));

/** A shop of the registry whose address has Polish letters. */
const LODKA = { supportNumber: 'bR5tYk3W', installUrl: 'https://żółta-łódka.pl' };

/** Every Polish letter as the old charsets write it. */
const POLISH = 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ';
const BYTES = {
  'ISO-8859-2': 'b1e6eab3f1f3b6bcbfa1c6caa3d1d3a6acaf',
  'Windows-1250': 'b9e6eab3f1f39c9fbfa5c6caa3d1d38c8faf',
};

const hasPhp = spawnSync('php', ['--version']).status === 0;

/** Runs a piece of PHP with the file included; what it needs comes over stdin as JSON, bytes as hex. */
function php(code: string, given: unknown = null): string {
  const program = `require '${FILE}'; $given = json_decode(stream_get_contents(STDIN), true); ${code}`;
  return execFileSync('php', ['-d', 'display_errors=stderr', '-r', program], {
    input: JSON.stringify(given),
  }).toString();
}

describe.skipIf(!hasPhp)('the PHP example (skipped where php is not installed: apt install php-cli)', () => {
  let api: Service;
  beforeEach(async () => {
    api = await service();
  });
  afterEach(() => api.discard());

  async function secretOf(shop: { supportNumber: string }): Promise<ShopSecret> {
    const made = await makeShopSecret(api.store, SECRET_KEYS, shop.supportNumber, NOW);
    if (!made) throw new Error('no secret');
    return made;
  }

  function exchange(token: string): Promise<Response> {
    return Promise.resolve(api.app.request('/api/v1/session', post({ token })));
  }

  test('what it signs opens a session', async () => {
    const token = php(`echo pomoc_token($given, ${NOW_SECONDS});`, { ...(await secretOf(ZURAW)), ...ZURAW });
    const response = await exchange(token);
    expect(response.status).toBe(201);
    expect(openSession.answer.parse(await response.json()).shop).toEqual(ZURAW);
  });

  test('each token is another one, good for two minutes', async () => {
    const shop = { ...(await secretOf(ZURAW)), ...ZURAW };
    const [first = '', second = ''] = php(
      `echo pomoc_token($given, ${NOW_SECONDS}), "\\n", pomoc_token($given, ${NOW_SECONDS});`,
      shop,
    ).split('\n');
    expect([(await exchange(first)).status, (await exchange(second)).status]).toEqual([201, 201]);
    const { iat, exp } = JSON.parse(Buffer.from(first.split('.')[1] ?? '', 'base64url').toString());
    expect([iat, exp]).toEqual([NOW_SECONDS, NOW_SECONDS + 120]);
  });

  test('an address in iso-8859-2 is understood', async () => {
    const shop = { ...(await secretOf(LODKA)), ...LODKA };
    const token = php(
      `$given['installUrl'] = hex2bin('${latin2(LODKA.installUrl)}'); echo pomoc_token($given, ${NOW_SECONDS});`,
      shop,
    );
    expect((await exchange(token)).status).toBe(201);
  });

  test('the page answers JSON that nobody keeps', async () => {
    const shop = { ...(await secretOf(ZURAW)), ...ZURAW };
    const page = `<?php require '${FILE}'; pomoc_answer_token(json_decode('${JSON.stringify(shop)}', true));`;
    const answer = await visit(page);
    expect(answer.headers.get('Content-Type')).toBe('application/json');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const { token } = (await answer.json()) as { token: string };
    api.clock.now = Temporal.Now.instant(); // the page reads PHP's own clock
    expect((await exchange(token)).status).toBe(201);
  });

  describe.each(Object.entries(BYTES))('Polish letters in %s', (charset, hex) => {
    test('become UTF-8', () => {
      expect(php(`echo pomoc_utf8(hex2bin('${hex}'), '${charset}');`)).toBe(POLISH);
    });
    test('also by hand, where the server has no iconv', () => {
      expect(php(`echo pomoc_utf8_by_hand(hex2bin('${hex}'), '${charset}');`)).toBe(POLISH);
    });
  });

  test('UTF-8 is left alone, by whatever name the charset goes', () => {
    expect(php(`echo pomoc_utf8($given, 'ISO-8859-2');`, POLISH)).toBe(POLISH);
  });

  test('nothing but functions: including it prints nothing', () => {
    expect(php('')).toBe('');
  });
});

/** Serves one page by PHP's own server, on a free port, and visits it. */
async function visit(page: string): Promise<Response> {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-php-'));
  writeFileSync(join(folder, 'index.php'), page);
  const server = spawn('php', ['-S', '127.0.0.1:0', '-t', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    for await (const line of createInterface({ input: server.stderr })) {
      const origin = /\((http:[^)]+)\) started/.exec(line)?.[1];
      if (!origin) continue;
      const answer = await fetch(origin);
      // Read whole before the server ends.
      return new Response(await answer.arrayBuffer(), answer);
    }
    throw new Error('php -S ended before it listened');
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

/** A text in ISO-8859-2, as hex. */
function latin2(text: string): string {
  const table = new TextDecoder('iso-8859-2');
  const bytes = Array.from({ length: 256 }, (_, byte) => table.decode(Uint8Array.of(byte)));
  return Buffer.from(Array.from(text, (character) => bytes.indexOf(character))).toString('hex');
}

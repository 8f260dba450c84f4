import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resealSecretsCommand } from '../../src/commands/reseal-secrets.ts';
import { makeShopSecret } from '../../src/identity/make-shop-secret.ts';
import { openShopSession } from '../../src/identity/open-shop-session.ts';
import { SealError, type SecretKeys, toSecretKey } from '../../src/identity/seal.ts';
import { readServiceKeys } from '../../src/identity/service-keys.ts';
import { claims, sign } from '../support/an-assertion.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { ZURAW } from '../support/requests.ts';
import { NOW, type Service, service } from '../support/service.ts';

const [OLD, NEW] = [1, 2].map((fill) => toSecretKey(new Uint8Array(32).fill(fill))) as [SecretKeys[0], SecretKeys[0]];

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

const aSecret = async (keys: SecretKeys) => {
  const made = await makeShopSecret(api.store, keys, ZURAW.supportNumber, NOW);
  if (!made) throw new Error('No shop has this number');
  return made;
};
const opens = async (keys: SecretKeys, secret: { kid: string; secret: string }) =>
  (await openShopSession({ store: api.store, now: () => NOW, secretKeys: keys }, sign(claims(), secret))) !== null;
const seals = async () =>
  (await api.store.selectFrom('shop_secrets').select('sealed').execute()).map(({ sealed }) => sealed);

async function reseal(keys: SecretKeys): Promise<{ code: number; lines: string[]; errors: string[] }> {
  const terminal = collectingTerminal();
  const code = await resealSecretsCommand(api.store, terminal, keys);
  return { code, lines: terminal.lines, errors: terminal.errors };
}

describe('a rotation', () => {
  test('leaves no panel without its secret, in any of its steps, and the hashes as they were', async () => {
    const hashKey = await readServiceKeys(api.store, [OLD]);
    const before = await aSecret([OLD]);
    expect(await opens([NEW, OLD], before)).toBe(true);
    const between = await aSecret([NEW, OLD]);
    expect(await reseal([NEW, OLD])).toMatchObject({
      code: 0,
      lines: [
        expect.stringContaining('na nowo: 3; już pod pierwszym kluczem: 1; nie do otwarcia: 0'),
        'W SECRET_KEYS wystarczy teraz pierwszy klucz.',
      ],
    });
    expect([await opens([NEW], before), await opens([NEW], between)]).toEqual([true, true]);
    expect(await readServiceKeys(api.store, [NEW])).toEqual(hashKey);
    await expect(readServiceKeys(api.store, [OLD])).rejects.toThrow(SealError);
  });

  test('done again changes nothing', async () => {
    await aSecret([OLD]);
    await reseal([NEW, OLD]);
    const after = await seals();
    expect((await reseal([NEW, OLD])).lines[0]).toContain('na nowo: 0; już pod pierwszym kluczem: 1');
    expect(await seals()).toEqual(after);
  });

  test('goes through more secrets than it reads at a time', async () => {
    const row = await aSecret([OLD]).then(() =>
      api.store.selectFrom('shop_secrets').selectAll().executeTakeFirstOrThrow(),
    );
    const many = Array.from({ length: 450 }, (_, index) => ({ ...row, id: `k_${index}` }));
    await api.store.insertInto('shop_secrets').values(many).execute();
    // Copies of a seal open in no other row: they are counted, kept as they are, and keep the old key in.
    expect(await reseal([NEW, OLD])).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('na nowo: 1; już pod pierwszym kluczem: 0; nie do otwarcia: 450')],
      errors: [expect.stringContaining('Stare klucze muszą zostać')],
    });
  });
});

describe('keys of another database are noticed at the start', () => {
  test('by the key that is read there', async () => {
    await readServiceKeys(api.store, [OLD]);
    await expect(readServiceKeys(api.store, [NEW])).rejects.toThrow(SealError);
    expect(await readServiceKeys(api.store, [NEW, OLD])).toMatchObject({ hashKey: { length: 32 } });
  });

  test('and by any other secret, where there is no such key yet', async () => {
    await aSecret([OLD]);
    await expect(readServiceKeys(api.store, [NEW])).rejects.toThrow(SealError);
    expect(await readServiceKeys(api.store, [OLD])).toMatchObject({ hashKey: { length: 32 } });
  });

  test('several that start at once read the same key', async () => {
    const keys = await Promise.all([1, 2, 3].map(() => readServiceKeys(api.store, [OLD])));
    expect(new Set(keys.map(({ hashKey, markKey }) => Buffer.concat([hashKey, markKey]).toString('hex'))).size).toBe(1);
  });
});

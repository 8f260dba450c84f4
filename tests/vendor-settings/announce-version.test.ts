import { expect } from 'vitest';
import { currentVersion } from '../../src/store/releases.ts';
import { announceVersion } from '../../src/vendor-settings/announce-version.ts';
import { test } from '../support/fixtures.ts';
import { NOW } from '../support/service.ts';

test('before the first announcement no version is current', async ({ temporary }) => {
  expect(await currentVersion(temporary.store)).toBeNull();
});

test('the version announced last is the current one (A1)', async ({ temporary }) => {
  await announceVersion(temporary.store, '10.4.2', NOW);
  await announceVersion(temporary.store, '10.5.0', NOW);
  expect(await currentVersion(temporary.store)).toBe('10.5.0');
});

test('a version withdrawn is replaced by announcing the older one again', async ({ temporary }) => {
  for (const version of ['10.4.2', '10.5.0', '10.4.2']) await announceVersion(temporary.store, version, NOW);
  expect(await currentVersion(temporary.store)).toBe('10.4.2');
});

test('leaves an audit line', async ({ temporary }) => {
  await announceVersion(temporary.store, '10.5.0', NOW);
  expect(await temporary.store.selectFrom('audit').selectAll().execute()).toMatchObject([
    {
      at: '2026-11-22T09:00:00.000Z',
      actor: 'operator',
      action: 'version.announced',
      details: '{"version":"10.5.0","from":null}',
    },
  ]);
});

import { beforeEach, expect, test } from 'vitest';
import { findingsOf } from '../../../../widget/features/page-api/findings.ts';
import { tellDoctor } from '../../../../widget/features/page-api/tell-doctor.ts';
import { openWidgetStore } from '../../../../widget/outbox/widget-store.ts';
import { aPanel } from '../../../support/widget-drawer.tsx';
import { aShopStatus } from '../../../support/widget-nouns.ts';
import { serveShopStatus } from '../../../support/widget-service.ts';

beforeEach(() => void serveShopStatus(aShopStatus()));

async function findingsWith(launcher: string) {
  const { panel, config } = aPanel();
  const told = await tellDoctor({ config, page: { context: {} }, store: openWidgetStore(), panel });
  return findingsOf(told, { ...config, launcher });
}

async function entryOf(launcher: string) {
  return (await findingsWith(launcher)).find(({ check }) => check === 'launcher');
}

// The tests' own page is a frame of the runner's: without an entry it leaves that to another one.
test('a frame without an entry is in order; one that has it names it', async () => {
  const none = { isOk: true, found: 'none: a small frame, or another has it' };
  expect(await entryOf('auto')).toMatchObject(none);
  expect(await entryOf('none')).toMatchObject(none);
  const entry = document.createElement('button');
  entry.dataset.pomocOnline = '';
  document.body.append(entry);
  expect(await entryOf('auto')).toMatchObject({ isOk: true, found: 'button' });
  entry.remove();
});

test('the shop, what is stored and who is signed are found as the panel knows them', async () => {
  expect(await findingsWith('none')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ check: 'supportNumber', isOk: true }),
      { check: 'storage', isOk: true, found: 'IndexedDB' },
      { check: 'support', isOk: true, found: 'active' },
      { check: 'identity', isOk: true, found: 'unsigned' },
    ]),
  );
});

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftModel } from '../../../../../widget/features/ticket-form/models/draft-model.ts';
import { OtherDraftsModel } from '../../../../../widget/features/ticket-form/models/other-drafts-model.ts';
import { openWidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { stopClock } from '../../../../support/widget-models.ts';
import { aDraft } from '../../../../support/widget-nouns.ts';
import { aPanelPath } from '../../../../support/widget-storage.ts';

beforeEach(() => {
  stopClock();
  sessionStorage.clear();
});

/** A tab of a panel: a page with models of its own, over the one database. */
async function aTab(panelPath: string) {
  const store = openWidgetStore();
  const form = new DraftModel(store, panelPath);
  await form.restore();
  const others = new OtherDraftsModel(store, panelPath, form);
  return { store, form, others, description: () => form.draft.value.description };
}

test('what is typed in one tab is seen in another that was not typed in', async () => {
  const panelPath = aPanelPath();
  const [one, other] = [await aTab(panelPath), await aTab(panelPath)];
  one.form.edit({ description: 'Zaczęte tutaj' });
  await expect.poll(other.description).toBe('Zaczęte tutaj');
  other.form.edit({ description: 'Zaczęte tutaj, dokończone tam' });
  await expect.poll(one.description).toBe('Zaczęte tutaj, dokończone tam');
});

describe('a tab that was opened before the panel was known', () => {
  test('goes on with the panel’s other tabs once it is, and leaves nothing behind for another panel', async () => {
    const panelPath = aPanelPath();
    const [early, later] = [await aTab('/'), await aTab(panelPath)];
    early.form.edit({ description: 'Zaczęte wcześnie' });
    await early.form.moveTo(panelPath);
    early.form.edit({ description: 'Zaczęte wcześnie, dokończone' });
    await expect.poll(later.description).toBe('Zaczęte wcześnie, dokończone');
    const kept = async () => (await early.store.get('drafts', panelPath))?.description;
    await expect.poll(kept).toBe('Zaczęte wcześnie, dokończone');
    expect(await early.store.get('drafts', '/')).toBeUndefined();
  });

  test('shows what was typed in the others meanwhile', async () => {
    const panelPath = aPanelPath();
    const [early, later] = [await aTab('/'), await aTab(panelPath)];
    later.form.edit({ description: 'Z drugiej karty' });
    await expect.poll(async () => (await later.store.get('drafts', panelPath))?.description).toBe('Z drugiej karty');
    await early.form.moveTo(panelPath);
    expect(early.description()).toBe('Z drugiej karty');
  });

  test('keeps its text beside a different one, and it is offered', async () => {
    const panelPath = aPanelPath();
    const [early, later] = [await aTab('/'), await aTab(panelPath)];
    early.form.edit({ description: 'Pierwsza' });
    later.form.edit({ description: 'Druga' });
    await expect.poll(async () => (await later.store.get('drafts', panelPath))?.description).toBe('Druga');
    await early.form.moveTo(panelPath);
    expect([early.description(), later.description()]).toEqual(['Pierwsza', 'Druga']);
    await later.others.refresh();
    expect(later.others.others.value).toMatchObject([{ description: 'Pierwsza' }]);
  });

  test('has a text of its own offered by the panel’s next page', async () => {
    const [early, second] = [await aTab('/'), await aTab('/')];
    early.form.edit({ description: 'Pierwsza' });
    await expect.poll(second.description).toBe('Pierwsza');
    second.form.edit({ description: 'Druga' });
    await expect.poll(async () => (await early.store.all('drafts')).length).toBe(2);
    const panelPath = aPanelPath();
    sessionStorage.clear(); // a tab of its own
    const next = await aTab(panelPath);
    await next.others.refresh();
    expect([next.description(), next.others.others.value]).toMatchObject(['Druga', [{ description: 'Pierwsza' }]]);
  });
});

describe('two tabs with different texts', () => {
  test('keep both, on the disk too', async () => {
    const panelPath = aPanelPath();
    const [one, other] = [await aTab(panelPath), await aTab(panelPath)];
    one.form.edit({ description: 'Pierwsza' });
    await expect.poll(other.description).toBe('Pierwsza');
    other.form.edit({ description: 'Druga' });
    const kept = async () => (await one.store.all('drafts')).map(({ description }) => description).toSorted();
    await expect.poll(kept).toEqual(['Druga', 'Pierwsza']);
    expect([one.description(), other.description()]).toEqual(['Pierwsza', 'Druga']);
  });

  test('offer each other, and can change places', async () => {
    const panelPath = aPanelPath();
    const [one, other] = [await aTab(panelPath), await aTab(panelPath)];
    one.form.edit({ description: 'Pierwsza' });
    await expect.poll(other.description).toBe('Pierwsza');
    other.form.edit({ description: 'Druga' });
    await expect.poll(async () => (await one.store.all('drafts')).length).toBe(2);
    await other.others.refresh();
    const [left] = other.others.others.value;
    expect(left).toMatchObject({ description: 'Pierwsza' });
    if (!left) throw new Error('nothing is offered');
    await other.others.open(left);
    expect(other.description()).toBe('Pierwsza');
    expect(other.others.others.value).toMatchObject([{ description: 'Druga' }]);
    await other.others.discard(other.others.others.value[0] ?? left);
    const kept = (await other.store.all('drafts')).map(({ description }) => description);
    expect(kept).toEqual(['Pierwsza']);
  });

  test('where a tab never heard of the other, nothing is written over either', async () => {
    vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => {});
    const panelPath = aPanelPath();
    const [one, other] = [await aTab(panelPath), await aTab(panelPath)];
    one.form.edit({ description: 'Pierwsza' });
    await expect.poll(() => one.store.get('drafts', panelPath)).toMatchObject({ description: 'Pierwsza' });
    other.form.edit({ description: 'Druga' });
    const kept = async () => (await one.store.all('drafts')).map(({ description }) => description).toSorted();
    await expect.poll(kept).toEqual(['Druga', 'Pierwsza']);
  });
});

describe('a text that was sent', () => {
  test('leaves the tabs that show it, or a part of it', async () => {
    const panelPath = aPanelPath();
    const [one, other] = [await aTab(panelPath), await aTab(panelPath)];
    one.form.edit({ description: 'Zaczęte' });
    await expect.poll(other.description).toBe('Zaczęte');
    one.form.replace(
      aDraft({ subject: '', description: '' }),
      aDraft({ subject: '', description: 'Zaczęte i wysłane' }),
    );
    await expect.poll(other.description).toBe('');
  });

  test('leaves a tab with another text alone', async () => {
    const panelPath = aPanelPath();
    const [one, other] = [await aTab(panelPath), await aTab(panelPath)];
    one.form.edit({ description: 'Pierwsza' });
    await expect.poll(other.description).toBe('Pierwsza');
    other.form.edit({ description: 'Druga' });
    await expect.poll(async () => (await one.store.all('drafts')).length).toBe(2);
    one.form.replace(aDraft({ subject: '', description: '' }), aDraft({ description: 'Pierwsza' }));
    other.form.edit({ description: 'Druga, dalej' });
    expect(other.description()).toBe('Druga, dalej');
  });
});

test('a form that was emptied is another ticket: it does not go under the key of what was written there', async () => {
  const { form } = await aTab(aPanelPath());
  form.replace(aDraft({ earlier: { key: 'k', token: 't', bodies: ['{}'] } }), aDraft());
  form.edit({ subject: '' });
  expect(form.draft.value.earlier).toBeDefined();
  form.edit({ description: ' ' });
  expect(form.draft.value.earlier).toBeUndefined();
});

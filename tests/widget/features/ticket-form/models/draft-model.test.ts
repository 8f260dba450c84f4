import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftModel } from '../../../../../widget/features/ticket-form/models/draft-model.ts';
import { OtherDraftsModel } from '../../../../../widget/features/ticket-form/models/other-drafts-model.ts';
import { hasFlag } from '../../../../../widget/host-page/flags.ts';
import { EMPTY_DRAFT } from '../../../../../widget/outbox/draft.ts';
import { type Edit, openWidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { fullDisk, stopClock } from '../../../../support/widget-models.ts';
import { aDraft, NOW } from '../../../../support/widget-nouns.ts';
import { aPanelPath } from '../../../../support/widget-storage.ts';

const DAYS_14 = 14 * 86_400_000;

beforeEach(() => stopClock());

describe('what is typed', () => {
  test('is kept, the last letter included, with the moment of its change', async () => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    const model = new DraftModel(store, panelPath);
    await model.restore();
    for (const subject of ['D', 'Da', 'Dar', 'Darm']) model.edit({ subject });
    const kept = { ...EMPTY_DRAFT, subject: 'Darm', changedAt: NOW };
    await expect.poll(() => store.get('drafts', panelPath)).toEqual(kept);
    expect(model.draft.value).toEqual(kept);
  });

  test('is about a notice as long as there is a text, on later pages too', async () => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    const model = new DraftModel(store, panelPath);
    await model.restore();
    const about = { notice: '12' };
    model.edit({ subject: 'Przerwa', about });
    await expect.poll(() => store.get('drafts', panelPath)).toMatchObject({ about });
    const later = new DraftModel(openWidgetStore(), panelPath);
    await later.restore();
    expect(later.draft.value.about).toEqual(about);
    later.edit({ subject: ' ' });
    expect(later.draft.value.about).toBeUndefined();
  });

  test('waits for a slow disk with the newest value only', async () => {
    const written: string[] = [];
    const release: (() => void)[] = [];
    const change = (...edits: Edit[]) => {
      for (const edit of edits) if (edit.store === 'drafts') written.push(edit.value?.subject ?? '');
      return new Promise<void>((resolve) => void release.push(resolve));
    };
    const model = new DraftModel({ ...openWidgetStore(), change }, aPanelPath());
    await model.restore();
    for (const subject of ['1', '2', '3', '4']) model.edit({ subject });
    await expect.poll(() => written).toEqual(['4']);
    model.edit({ subject: '5' });
    model.edit({ subject: '6' });
    release.shift()?.();
    await expect.poll(() => written).toEqual(['4', '6']);
    release.shift()?.();
    model.edit({ subject: '7' });
    await expect.poll(() => written).toEqual(['4', '6', '7']);
  });

  test('is written when the page goes away, though the disk is still busy', async () => {
    const written: (string | undefined)[] = [];
    const change = (...edits: Edit[]) => {
      for (const edit of edits) if (edit.store === 'drafts') written.push(edit.value?.subject);
      return new Promise<void>(() => {});
    };
    const model = new DraftModel({ ...openWidgetStore(), change }, aPanelPath());
    await model.restore();
    model.edit({ subject: '1' });
    await expect.poll(() => written).toEqual(['1']);
    for (const subject of ['2', '3']) model.edit({ subject });
    dispatchEvent(new Event('pagehide'));
    expect(written).toEqual(['1', '3']);
  });

  test('is kept again once the disk takes it', async () => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    const change = vi.fn(store.change).mockRejectedValueOnce(new Error('disk'));
    const model = new DraftModel({ ...store, change }, panelPath);
    await model.restore();
    model.edit({ subject: 'Pierwszy' });
    await expect.poll(() => change.mock.settledResults.length).toBe(1);
    model.edit({ subject: 'Drugi' });
    await expect.poll(() => store.get('drafts', panelPath)).toMatchObject({ subject: 'Drugi' });
  });
});

describe('on the next page', () => {
  test('a draft of the same panel is back', async () => {
    const panelPath = aPanelPath();
    await openWidgetStore().change({ store: 'drafts', key: panelPath, value: aDraft() });
    const model = new DraftModel(openWidgetStore(), panelPath);
    await model.restore();
    expect(model.draft.value).toEqual(aDraft());
  });

  test('a draft of another panel is not', async () => {
    await openWidgetStore().change({ store: 'drafts', key: aPanelPath(), value: aDraft() });
    const model = new DraftModel(openWidgetStore(), aPanelPath());
    await model.restore();
    expect(model.draft.value).toEqual(EMPTY_DRAFT);
  });

  test.each([
    ['is back after 14 days', DAYS_14, aDraft()],
    ['is not back later', DAYS_14 + 1, EMPTY_DRAFT],
  ])('a draft %s', async (_what, age, shown) => {
    const panelPath = aPanelPath();
    await openWidgetStore().change({ store: 'drafts', key: panelPath, value: aDraft() });
    stopClock(NOW + age);
    const model = new DraftModel(openWidgetStore(), panelPath);
    await model.restore();
    expect(model.draft.value).toEqual(shown);
  });

  test('an old draft is put apart with its files, and offered for 14 days more: the clock may be wrong', async () => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    const file = { id: 'plik', name: 'a.txt', type: 'text/plain', bytes: 1 };
    await store.change(
      { store: 'drafts', key: panelPath, value: aDraft({ files: [file] }) },
      { store: 'files', key: file.id, value: { id: file.id, blob: new Blob(['x']), keptAt: NOW } },
    );
    /** What a page offers beside an empty form. */
    async function offered() {
      const form = new DraftModel(store, panelPath);
      await form.restore();
      const others = new OtherDraftsModel(store, panelPath, form);
      await others.refresh();
      expect(form.draft.value.subject).toBe('');
      return [others.others.value.map(({ subject }) => subject), (await store.all('files')).length];
    }
    stopClock(NOW + DAYS_14 + 1);
    expect([await offered(), hasFlag('apart', panelPath)]).toEqual([[[aDraft().subject], 1], 'true']);
    stopClock(NOW + 2 * DAYS_14 + 1);
    expect(await offered()).toEqual([[aDraft().subject], 1]);
    stopClock(NOW + 2 * DAYS_14 + 2);
    expect([await offered(), await store.all('drafts')]).toEqual([[[], 0], []]);
  });

  test('a draft that is dated ahead is back, and dated now: it ends like any other', async () => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    const apart = `${panelPath}#1`;
    const ahead = aDraft({ changedAt: NOW + 100 * DAYS_14 });
    await store.change(
      { store: 'drafts', key: panelPath, value: ahead },
      { store: 'drafts', key: apart, value: { ...ahead, subject: 'Inny', tabDraft: apart } },
    );
    const model = new DraftModel(store, panelPath);
    await model.restore();
    const others = new OtherDraftsModel(store, panelPath, model);
    await others.refresh();
    expect([model.draft.value, others.others.value.length]).toEqual([aDraft(), 1]);
    expect((await store.all('drafts')).map(({ changedAt }) => changedAt)).toEqual([NOW, NOW]);
  });

  test('letters typed before the database answers that are in the draft as well fill what was empty', async () => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    await store.change({ store: 'drafts', key: panelPath, value: aDraft({ phone: '' }) });
    const model = new DraftModel(store, panelPath);
    model.edit({ subject: aDraft().subject.slice(0, 1), phone: '6' });
    await model.restore();
    expect(model.draft.value).toEqual(aDraft({ phone: '6' }));
    expect(await store.get('drafts', panelPath)).toEqual(aDraft({ phone: '6' }));
  });

  test('what is typed before the database answers stays, and the other draft with it: it is back once this is sent', async () => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    await store.change({ store: 'drafts', key: panelPath, value: aDraft() });
    const model = new DraftModel(store, panelPath);
    model.edit({ description: 'Coś całkiem innego' });
    await model.restore();
    expect(model.draft.value).toMatchObject({ subject: '', description: 'Coś całkiem innego' });
    await store.change(model.keptAs(EMPTY_DRAFT));
    const next = new DraftModel(store, panelPath);
    await next.restore();
    expect(next.draft.value).toEqual(aDraft());
  });

  test.each([
    ['the panel', aPanelPath(), false],
    ['no panel that is known yet', '/', true],
  ])(
    'what was typed on a page of %s that was left before the database answered is back',
    async (_of, path, isMoved) => {
      const store = openWidgetStore();
      const left = new DraftModel(store, path);
      left.edit({ description: 'Nie działa koszyk' });
      dispatchEvent(new Event('pagehide'));
      await expect.poll(() => store.all('drafts')).toMatchObject([{ description: 'Nie działa koszyk' }]);
      const model = new DraftModel(openWidgetStore(), isMoved ? aPanelPath() : path);
      await model.restore();
      expect(model.draft.value.description).toBe('Nie działa koszyk');
    },
  );
});

describe('a draft from before the panel was known', () => {
  test('moves into the panel that takes it', async () => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    await store.change({ store: 'drafts', key: '/', value: aDraft() });
    const model = new DraftModel(store, panelPath);
    await model.restore();
    expect(model.draft.value).toEqual(aDraft());
    expect(await store.get('drafts', '/')).toBeUndefined();
    expect(await store.get('drafts', panelPath)).toEqual(aDraft());
  });

  test('stays where it is when the panel has one of its own', async () => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    await store.change(
      { store: 'drafts', key: '/', value: aDraft({ subject: 'Obcy' }) },
      { store: 'drafts', key: panelPath, value: aDraft() },
    );
    const model = new DraftModel(store, panelPath);
    await model.restore();
    expect(model.draft.value).toEqual(aDraft());
    expect(await store.get('drafts', '/')).toMatchObject({ subject: 'Obcy' });
  });

  // The one change whose failure is not caught; `PanelModel.restore` then never gets to what waits in the outbox.
  test('is shown even when the disk is too full to move it', async () => {
    const store = openWidgetStore();
    await store.change({ store: 'drafts', key: '/', value: aDraft() });
    const model = new DraftModel(fullDisk(store), aPanelPath());
    await expect(model.restore()).resolves.toBeUndefined();
    expect(model.draft.value).toEqual(aDraft());
  });
});

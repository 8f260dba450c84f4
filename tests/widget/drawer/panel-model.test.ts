import { beforeEach, describe, expect, test, vi } from 'vitest';
import { OpenTicketRequest } from '../../../src/contract/tickets/open-ticket-request.ts';
import { createPart } from '../../../widget/chunks/create-part.ts';
import lazyViews from '../../../widget/chunks/later-chunk.ts';
import sendingChunk from '../../../widget/chunks/sending-chunk.ts';
import { PanelModel } from '../../../widget/drawer/panel-model.ts';
import { fillIn } from '../../../widget/features/page-api/prefill.ts';
import { openWidgetStore } from '../../../widget/outbox/widget-store.ts';
import type { TicketClient } from '../../../widget/service/ticket-client.ts';
import { stopClock } from '../../support/widget-models.ts';
import { aDraft, anEntry, aReceipt, aShopStatus, ZURAW } from '../../support/widget-nouns.ts';
import { aPanelPath } from '../../support/widget-storage.ts';

beforeEach(() => {
  stopClock();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

const cannotLoad = () => Promise.reject(new Error('the network is down'));

/** A page of a panel over a service that knows the shop and takes every ticket, unless the test wants otherwise. */
function aPage(otherwise: Partial<TicketClient> = {}, panelPath = aPanelPath()) {
  const client: TicketClient = {
    readShopStatus: async () => aShopStatus(),
    addMessage: async () => ({ outcome: 'ok' as const, value: null }),
    openTicket: vi.fn(async () => ({ outcome: 'ok' as const, value: aReceipt() })),
    ...otherwise,
  };
  const loaded = Promise.withResolvers<typeof sendingChunk>();
  const store = openWidgetStore();
  const model = new PanelModel({
    config: { api: 'https://pomoc.example', email: 'zapas@shopgold.pl', facts: ZURAW, panelPath, launcher: 'auto' },
    page: { context: {} },
    store,
    sending: createPart(() => loaded.promise),
    attachments: createPart(cannotLoad),
    lazyViews: createPart(async () => lazyViews),
    announce: () => {},
  });
  return {
    model,
    store,
    panelPath,
    client,
    load: () => loaded.resolve({ ...sendingChunk, createClient: () => client }),
  };
}

const typed = aDraft();

describe('a press on send', () => {
  test('says that the form is not in order, and sends nothing', async () => {
    const { model, client, load } = aPage();
    load();
    expect(await model.submit()).toBe(false);
    expect(Object.keys(model.errors.value)).toEqual(['topic', 'subject', 'description', 'email']);
    expect(client.openTicket).not.toHaveBeenCalled();
  });

  test('sends once, however often it is pressed', async () => {
    const { model, client, load } = aPage();
    model.edit(typed);
    const presses = [model.submit(), model.submit()];
    load();
    expect(await Promise.all(presses)).toEqual([true, true]);
    expect(client.openTicket).toHaveBeenCalledTimes(1);
    expect(model.submission.value.state).toBe('sent');
  });

  test('takes the letters that were typed while it waited for the service', async () => {
    const { model, client, load } = aPage();
    model.edit(typed);
    const sending = model.submit();
    expect(model.isChecking.value).toBe(true);
    model.edit({ description: `${typed.description} I jeszcze coś.` });
    load();
    await sending;
    expect(client.openTicket).toHaveBeenCalledWith(
      expect.objectContaining({ body: expect.stringContaining('I jeszcze coś.') }),
    );
    expect(model.isChecking.value).toBe(false);
  });

  test('goes nowhere, and says so, when what sends cannot be loaded', async () => {
    const { model, store } = aPage();
    const panel = new PanelModel({
      config: { api: '', email: 'zapas@shopgold.pl', facts: ZURAW, panelPath: aPanelPath(), launcher: 'auto' },
      page: { context: {} },
      store,
      sending: createPart(cannotLoad),
      attachments: createPart(cannotLoad),
      lazyViews: createPart(cannotLoad),
      announce: () => {},
    });
    panel.edit(typed);
    await panel.submit();
    expect(panel.submission.value).toEqual({ state: 'not-sent', code: 'unavailable' });
    expect(panel.draft.value).toMatchObject({ description: typed.description });
    expect(model.submission.value).toEqual({ state: 'draft' });
  });

  test('does not know a topic that this shop may not write about', async () => {
    const { model, load } = aPage();
    load();
    model.shop.ask();
    model.edit({ ...typed, topic: 'renewal' });
    expect(await model.submit()).toBe(false);
    expect(Object.keys(model.errors.value)).toEqual(['topic']);
  });
});

describe('what a page writes into the form', () => {
  test('leaves what it does not name', () => {
    const { model } = aPage();
    model.edit({ email: typed.email, subject: 'Mój temat' });
    fillIn(model, { description: 'Błąd 500' });
    expect(model.draft.value).toMatchObject({ email: typed.email, subject: 'Mój temat', description: 'Błąd 500' });
  });

  test('writes over nothing that was typed, not even what is still on the disk', async () => {
    const { model, store, panelPath, load } = aPage();
    load();
    await store.change({ store: 'drafts', key: panelPath, value: aDraft() });
    fillIn(model, { topic: 'other', subject: 'Ze strony', description: 'Ze strony' });
    await model.restore();
    expect(model.draft.value).toMatchObject({ subject: aDraft().subject, description: aDraft().description });
  });

  // Fields that are typed in have no line feeds; the service refuses these, and nobody can see why.
  test.each([
    ['a subject of two lines', { subject: 'Błąd 500\nw koszyku' }],
    ['a subject that is too long', { subject: 'Błąd '.repeat(50) }],
    ['a description that is too long', { description: 'Błąd '.repeat(5000) }],
  ])('is taken by the service or told beside the field: %s', async (_what, prefill) => {
    const openTicket = vi.fn<TicketClient['openTicket']>(async () => ({ outcome: 'ok' as const, value: aReceipt() }));
    const { model, load } = aPage({ openTicket });
    load();
    model.edit({ ...typed, ...Object.fromEntries(Object.keys(prefill).map((field) => [field, ''])) });
    fillIn(model, prefill);
    if (await model.submit()) OpenTicketRequest.parse(JSON.parse(openTicket.mock.calls[0]?.[0].body ?? ''));
    else expect(Object.keys(model.errors.value)).toEqual(Object.keys(prefill));
  });
});

// A ticket of an earlier page comes back into the form, over what was typed since.
test('a refusal that comes late does not overwrite what is being typed', async () => {
  const { model, store, panelPath, load } = aPage({
    openTicket: async () => ({ outcome: 'refused', code: 'invalid-request' }),
  });
  const entry = anEntry({ directory: panelPath, draft: aDraft({ description: 'Stare zgłoszenie' }) });
  await store.change({ store: 'outbox', key: entry.key, value: entry });
  const restoring = model.restore();
  model.edit({ description: 'Nowe zgłoszenie' });
  load();
  await restoring;
  await expect.poll(() => model.submission.value.state).toBe('not-sent');
  expect(model.draft.value.description).toContain('Nowe zgłoszenie');
});

describe('the way out by e-mail', () => {
  test('has everything the vendor needs, in the words of the form', async () => {
    const { model, load } = aPage();
    load();
    await model.resume();
    model.shop.ask();
    await model.shop.settled();
    model.edit({ ...typed, phone: '600 100 200' });
    for (const text of [model.inWords(), decodeURIComponent(model.emailLink())]) {
      const { supportNumber, installUrl } = ZURAW;
      const parts = [
        supportNumber,
        installUrl,
        'Konfiguracja i opcje',
        typed.subject,
        '600 100 200',
        typed.description,
      ];
      for (const part of parts) expect(text).toContain(part);
    }
    expect(model.emailAddress()).toBe('pomoc@shopgold.pl');
  });

  test('is there, shorter, also when nothing more can be downloaded', () => {
    const { model } = aPage();
    for (const description of ['Gdzie to jest?\ud83d', `Gdzie to jest?${'ż'.repeat(20_000)}`]) {
      model.edit({ ...typed, description });
      const link = decodeURIComponent(model.emailLink());
      for (const part of ['mailto:zapas@shopgold.pl', ZURAW.supportNumber, 'Gdzie to jest?'])
        expect(link).toContain(part);
      expect(model.emailLink().length).toBeLessThanOrEqual(2000);
    }
  });

  test.each([
    ['Polish letters', 'ż'.repeat(20_000)],
    ['characters of two halves', '😀'.repeat(10_000)],
  ])('is short enough for any mail program, and whole: %s', async (_what, description) => {
    const { model, load } = aPage();
    load();
    await model.resume();
    model.edit({ ...typed, description });
    expect(model.emailLink().length).toBeLessThanOrEqual(2000);
    expect(decodeURIComponent(model.emailLink())).toContain(typed.subject);
    expect(model.inWords()).toContain(description);
  });

  test('survives half a character', async () => {
    const { model, load } = aPage();
    load();
    await model.resume();
    model.edit({ ...typed, description: 'a\ud83d' });
    expect(decodeURIComponent(model.emailLink())).toContain('a\ufffd');
  });

  // The body is made whole before it is written into the link; the subject is not, and `encodeURIComponent` throws.
  test('survives half a character in the subject', async () => {
    const { model, load } = aPage();
    load();
    await model.resume();
    model.edit({ ...typed, subject: 'a\ud83d' });
    expect(decodeURIComponent(model.emailLink())).toContain('a\ufffd');
  });
});

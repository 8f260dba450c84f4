import { beforeEach, describe, expect, test } from 'vitest';
import type { DeskAnswer } from '../../../../desk/client/desk-http.ts';
import type { DeskStore } from '../../../../desk/models/desk-kept.ts';
import { openDeskStore } from '../../../../desk/models/desk-store.ts';
import { PhoneModel } from '../../../../desk/pages/phone/phone-model.ts';
import type { OpenPhoneTicketRequest } from '../../../../src/contract/desk/open-phone-ticket.ts';
import type { FoundShop } from '../../../../src/contract/desk/shop-row.ts';
import { ok, refused, SILENCE } from '../../../support/http-answers.ts';
import { anExpiredShop, aShop } from '../a-shop.ts';

type Opened = DeskAnswer<{ number: string }>;

const OK: Opened = ok({ number: '1000015' });

let sent: { key: string; call: OpenPhoneTicketRequest }[];
let opened: string[];
let store: DeskStore;
beforeEach(async () => {
  store = await openDeskStore();
  sent = [];
  opened = [];
});

/** A call of an agent, whose service answers as told; the last answer stays. */
function aCall(
  answers: Opened[] = [OK],
  { agent = 'a1', shops = () => [aShop()] as FoundShop[], isShown = (): boolean => true } = {},
) {
  return new PhoneModel({
    client: {
      findShops: async () => ok(shops()),
      open: async (key, call) => {
        sent.push({ key, call: JSON.parse(call) });
        return (answers.length > 1 ? answers.shift() : answers[0]) ?? OK;
      },
    },
    agent,
    store,
    sleep: async () => {},
    isShown,
    onOpened: (number) => opened.push(number),
  });
}

/** A call that lacks nothing. */
function aWholeCall(...from: Parameters<typeof aCall>) {
  const call = aCall(...from);
  call.choose(aShop());
  call.edit({
    subject: ' Sklep nie działa ',
    description: 'Biała strona.',
    name: 'Anna',
    phone: ' ',
    facts: ['shop-down'],
  });
  return call;
}

describe('a call', () => {
  test('is sent as it was told, and leaves nothing behind', async () => {
    const call = aWholeCall();
    expect(await call.send()).toBeNull();
    expect(sent[0]?.call).toEqual({
      shop: 1,
      topic: 'outage',
      subject: 'Sklep nie działa',
      description: 'Biała strona.',
      contact: { email: 'biuro@ksiegarnia-zuraw.pl', name: 'Anna' },
      outage: { facts: ['shop-down'] },
    });
    expect(opened).toEqual(['1000015']);
    expect([...store.all('calls'), ...store.all('outbox')]).toEqual([]);
    expect(call.draft.value.description).toBe('');
  });

  test('is an ordinary ticket until something is ticked; the topic follows unless another one was chosen', () => {
    const call = aCall();
    const topics: string[] = [];
    for (const change of [{ isOutage: true }, { isOutage: false }, { facts: ['shop-down' as const] }, { facts: [] }]) {
      call.edit(change);
      topics.push(call.draft.value.topic);
    }
    expect(topics).toEqual(['outage', 'other', 'outage', 'other']);
    call.edit({ topic: 'running' });
    call.edit({ isOutage: true });
    expect(call.draft.value.topic).toBe('running');
  });

  test('is an outage by the agent’s tick alone', async () => {
    const call = aWholeCall();
    call.edit({ facts: [], isOutage: true });
    await call.send();
    expect(sent[0]?.call).toMatchObject({ topic: 'outage', outage: { facts: [], isOutage: true } });
  });

  test('comes back after the page was left, for the same agent only', () => {
    aWholeCall();
    expect(aCall().draft.value).toMatchObject({ description: 'Biała strona.', shop: { id: 1 }, facts: ['shop-down'] });
    expect(aCall([OK], { agent: 'a2' }).draft.value.description).toBe('');
  });

  test('that lacks something is not sent; the first field that does is named', async () => {
    const call = aCall();
    expect(await call.send()).toBe('shop');
    expect(call.errors.value).toEqual(['shop', 'subject', 'description']);
    call.choose(aShop());
    call.edit({ subject: 'ab' });
    expect(await call.send()).toBe('subject');
    call.edit({ subject: 'abc', description: 'x', email: 'nikt' });
    expect(await call.send()).toBe('email');
    expect(sent).toEqual([]);
    // Who has none opens the ticket by number and code.
    call.edit({ email: ' ' });
    expect(call.errors.value).toEqual([]);
  });

  test('that was changed meanwhile goes under another key', async () => {
    const call = aWholeCall([SILENCE, SILENCE, SILENCE, OK]);
    await call.send();
    call.edit({ description: 'Biała strona, panel też.' });
    await call.send();
    expect(sent.at(-1)?.key).not.toBe(sent[0]?.key);
  });

  test('that was refused says why until something is changed, and nothing is lost', async () => {
    const call = aWholeCall([refused('support-expired')], { shops: () => [{ ...anExpiredShop(), id: 1 }] });
    await call.send();
    await expect.poll(() => call.draft.value.shop?.support.state).toBe('expired');
    expect(call.sending.value).toEqual({ state: 'not-sent', code: 'support-expired' });
    expect(call.draft.value).toMatchObject({ topic: 'updates', description: 'Biała strona.' });
    call.edit({ topic: 'renewal' });
    expect(call.sending.value).toEqual({ state: 'draft' });
  });
});

describe('a call whose agent has gone on before it was answered', () => {
  test('opens nothing; its number is told on the page’s next visit, until it is put away', async () => {
    await aWholeCall([OK], { isShown: () => false }).send();
    expect(opened).toEqual([]);
    const next = aCall();
    expect([next.taken.value, next.draft.value.description]).toEqual(['1000015', '']);
    expect(aCall([OK], { agent: 'a2' }).taken.value).toBeNull();
    next.dismissTaken();
    expect([next.taken.value, aCall().taken.value]).toEqual([null, null]);
  });

  test('is told no longer once the next one is sent', async () => {
    await aWholeCall([OK], { isShown: () => false }).send();
    const next = aWholeCall();
    expect(next.taken.value).toBe('1000015');
    await next.send();
    expect([opened, aCall().taken.value]).toEqual([['1000015'], null]);
  });

  test('takes along no other call that was begun meanwhile', async () => {
    const call = aWholeCall([OK], { isShown: () => false });
    const sending = call.send();
    const other = aCall();
    other.discard();
    other.edit({ description: 'Drugi telefon.' });
    await sending;
    expect(aCall().draft.value.description).toBe('Drugi telefon.');
  });
});

test('while a call is on its way nothing of it changes, so that nothing typed goes with it', async () => {
  const call = aWholeCall([SILENCE]);
  const sending = call.send();
  const before = call.draft.value;
  call.edit({ description: 'Dopisane za późno' });
  call.choose(anExpiredShop());
  call.unchoose();
  call.discard();
  expect(call.draft.value).toBe(before);
  await sending;
  call.edit({ description: 'Teraz' });
  expect(call.draft.value.description).toBe('Teraz');
});

describe('a shop that is chosen', () => {
  test('fills the e-mail in, but not over one that was typed', () => {
    const call = aCall();
    call.choose(aShop());
    call.unchoose();
    call.choose(anExpiredShop());
    expect(call.draft.value.email).toBe('biuro@dawny-sklep.pl');
    call.unchoose();
    call.edit({ email: 'anna@poczta.pl' });
    call.choose(aShop());
    expect(call.draft.value.email).toBe('anna@poczta.pl');
  });

  test('without support leaves only the topics that are always open (A2)', () => {
    const call = aCall();
    call.choose(anExpiredShop());
    expect(call.draft.value.topic).toBe('updates');
    call.edit({ topic: 'renewal' });
    call.choose({ ...anExpiredShop(), id: 3 });
    expect(call.draft.value.topic).toBe('renewal');
  });
});

describe('looking for a shop', () => {
  test('asks one thing at a time, and shows no answer to what is not asked any more', async () => {
    const asked: string[] = [];
    const waiting = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { search } = new PhoneModel({
      client: {
        findShops: async (question) => {
          asked.push(question);
          await waiting[asked.length - 1]?.promise;
          return ok([aShop({ name: question })]);
        },
        open: async () => OK,
      },
      agent: 'a1',
      store,
      isShown: () => true,
      onOpened: () => {},
    });
    const first = search.ask('k');
    void search.ask('ks');
    void search.ask('ksi');
    expect([asked, search.found.value]).toEqual([['k'], []]);
    waiting[0]?.resolve();
    await expect.poll(() => asked).toEqual(['k', 'ksi']);
    expect(search.found.value).toEqual([]);
    waiting[1]?.resolve();
    await first;
    expect((await search.take())?.name).toBe('ksi');
  });

  test('who takes before the answer is there takes the one shop that it brings, and no other', async () => {
    const answer = Promise.withResolvers<void>();
    let shops = [aShop()];
    const { search } = new PhoneModel({
      client: {
        findShops: async () => {
          await answer.promise;
          return ok(shops);
        },
        open: async () => OK,
      },
      agent: 'a1',
      store,
      isShown: () => true,
      onOpened: () => {},
    });
    void search.ask('7KcWt9Ru');
    const taken = search.take();
    answer.resolve();
    expect((await taken)?.id).toBe(1);
    shops = [aShop(), anExpiredShop()];
    void search.ask('sklep');
    expect(await search.take()).toBeNull();
    expect((await search.take())?.id).toBe(1);
    shops = [aShop()];
    void search.ask('a');
    const late = search.take();
    void search.ask('ab');
    expect(await late).toBeNull();
  });

  test('walks through what was found and round again', async () => {
    const { search } = aCall([OK], { shops: () => [1, 2, 3].map((id) => aShop({ id })) });
    await search.ask('sklep');
    const walked: (number | undefined)[] = [];
    for (const step of [1, 1, 1, -1] as const) {
      search.step(step);
      walked.push((await search.take())?.id);
    }
    expect(walked).toEqual([2, 3, 1, 3]);
    await search.ask(' ');
    expect([search.found.value, search.state.value]).toEqual([[], 'none']);
    const underWay = search.ask('sklep');
    search.clear();
    await underWay;
    expect([search.found.value, search.state.value]).toEqual([[], 'none']);
  });
});

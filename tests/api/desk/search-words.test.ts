import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Found } from '../../../src/contract/desk/search.ts';
import { toInstantText } from '../../../src/store/instants.ts';
import { insertWords } from '../../../src/store/search.ts';
import { aCustomer, type Customer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent, numbersIn } from '../../support/desk-agent.ts';
import { ROWERY } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

/**
 * What each engine does in a language of its own: words, their beginnings, and questions that would be commands there. All
 * ask one service, so that this runs on both engines.
 */
let api: Service;
let ola: DeskAgent;
let anna: Customer;
let piotr: Customer;
beforeAll(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  anna = await aCustomer(api, { subject: 'Łódź: żółta dostawa', description: 'Próg dla paczkomatów – 200 zł.' });
  piotr = await aCustomer(api, { ...ROWERY, subject: 'Import CSV', description: 'Plik hurtowni.csv się nie wgrywa' });
});
afterAll(() => api.discard());

async function numbers(asked: string): Promise<string[]> {
  const response = await ola.ask(`/search?q=${encodeURIComponent(asked)}`);
  expect(response.status).toBe(200);
  return ((await response.json()) as Found).tickets.map(({ number }) => number);
}

describe('a ticket is found by', () => {
  test.each([
    ['a word of its subject', 'dostawa'],
    ['the same without accents', 'lodz'],
    ['in capitals with them', 'ŁÓDŹ'],
    ['the beginning of a word', 'paczk'],
    ['words of subject and text together, in any order', 'zł łódź'],
    ['a number in the text', '200'],
    ['letters as a keyboard composes them', 'Ło\u0301dz\u0301'],
  ])('%s', async (_, asked) => {
    expect(await numbers(asked)).toEqual([anna.number]);
  });

  test.each([2047, 2048, 2056, 19_000])(
    'the beginning of a word of %i letters, as keys and logs have',
    async (letters) => {
      const word = `klucz${letters}x7f3a9b2c4d`;
      await piotr.write(word.repeat(2000).slice(0, letters));
      expect(await numbers(`klucz${letters}`)).toEqual([piotr.number]);
      expect(await numbers(word)).toEqual([piotr.number]);
    },
  );

  test('the first ten letters of a word', async () => {
    await anna.write('Konfiguracja kuriera.');
    expect(await numbers('konfiguracyjny')).toEqual([anna.number]);
    expect(await numbers('konfigurator')).toEqual([]);
  });

  test('its tag, whole, whatever its accents; and the queue and the list of all are filtered by it', async () => {
    await ola.tell(`/tickets/${piotr.number}/tags`, { tag: 'Święta', isOn: true });
    expect(await numbers('swieta')).toEqual([piotr.number]);
    expect(await numbers('ŚWIĘTA')).toEqual([piotr.number]);
    expect(await numbers('święt')).toEqual([]);
    expect(numbersIn(await ola.queue('?tag=swieta'), 'queue')).toEqual([piotr.number]);
    const all = (await (await ola.ask('/tickets?tag=SWIETA')).json()) as Pick<Found, 'tickets'>;
    expect(all.tickets.map(({ number }) => number)).toEqual([piotr.number]);
  });

  test('a rare word of long ago, and a common one with the newest message first', async () => {
    const text = 'Dostawa znowu.';
    // As if thousands had been written in between.
    const id = 90_000;
    const written = { id, ticket_number: piotr.number, sender: 'customer', author: null, text, position: 90 } as const;
    await api.store
      .insertInto('messages')
      .values({ ...written, sent_at: toInstantText(NOW) })
      .execute();
    await insertWords(api.store, id, text);
    expect(await numbers('paczkomatów')).toEqual([anna.number]);
    expect(await numbers('dostawa')).toEqual([piotr.number, anna.number]);
  });
});

test.each(['', '   ', '–', 'nie-ma-takiego', '"', "'", '*', 'AND', 'a OR b', "x':* | 'y", '\u0000', '%', '🙂'])(
  '%j finds nothing, and nothing breaks',
  async (asked) => {
    expect(await numbers(asked)).toEqual([]);
  },
);

test.each(['"]}x', `"'; drop table ticket_tags; --`, '%_a'])(
  'the tag %j is kept as it is written, filters, and is taken off',
  async (tag) => {
    const mark = (isOn: boolean) => ola.tell(`/tickets/${anna.number}/tags`, { tag, isOn });
    const filtered = async () => numbersIn(await ola.queue(`?tag=${encodeURIComponent(tag)}`), 'queue');
    await mark(true);
    expect((await ola.ticket(anna.number)).ticket.tags).toEqual([tag]);
    expect(await filtered()).toEqual([anna.number]);
    await mark(false);
    expect((await ola.ticket(anna.number)).ticket.tags).toEqual([]);
  },
);

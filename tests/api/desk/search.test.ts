import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Found } from '../../../src/contract/desk/search.ts';
import { toInstantText } from '../../../src/store/instants.ts';
import { insertMessage } from '../../../src/store/messages.ts';
import { aCustomer, type Customer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { ROWERY } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
let anna: Customer;
let piotr: Customer;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  anna = await aCustomer(api, { subject: 'Łódź: żółta dostawa', description: 'Próg dla paczkomatów – 200 zł.' });
  piotr = await aCustomer(api, { ...ROWERY, subject: 'Import CSV', description: 'Plik hurtowni.csv się nie wgrywa' });
});
afterEach(() => api.discard());

async function find(asked: string): Promise<Found> {
  const response = await ola.ask(`/search?q=${encodeURIComponent(asked)}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Found;
}

const numbers = async (asked: string) => (await find(asked)).tickets.map(({ number }) => number);

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
      await piotr.write('klucz7f3a9b2c4d'.repeat(2000).slice(0, letters));
      expect(await numbers('klucz7f3')).toEqual([piotr.number]);
      expect(await numbers('klucz7f3a9b2c4d')).toEqual([piotr.number]);
    },
  );

  test('what was written later, by whomever, in a note too', async () => {
    await anna.write('Chodzi o kuriera Orlik.');
    await ola.answer(anna.number, 'Proszę zajrzeć do Wysyłki.', { seenMessages: 2 });
    await ola.note(piotr.number, 'Separator to średnik.');
    expect(await numbers('orlik')).toEqual([anna.number]);
    expect(await numbers('wysylki')).toEqual([anna.number]);
    expect(await numbers('średnik')).toEqual([piotr.number]);
  });

  test('its number, or the address it came from', async () => {
    expect(await numbers(anna.number)).toEqual([anna.number]);
    const all = await numbers('BIURO@ksiegarnia-zuraw.pl');
    expect(all.toSorted()).toEqual([anna.number, piotr.number].toSorted());
  });

  test('the newest message first, each ticket once', async () => {
    await anna.write('Import też.');
    await piotr.write('Import nadal.');
    expect(await numbers('import')).toEqual([piotr.number, anna.number]);
  });
});

test('of a word the first ten letters count', async () => {
  await anna.write('Konfiguracja kuriera.');
  expect(await numbers('konfiguracyjny')).toEqual([anna.number]);
  expect(await numbers('konfigurator')).toEqual([]);
});

test('a long thread full of a word hides no other ticket that has it', async () => {
  await anna.write('Separator jest zły.');
  await api.store.transaction().execute(async (transaction) => {
    for (let position = 100; position < 350; position++) {
      const text = `Separator, po raz ${position}.`;
      const message = {
        ticket_number: piotr.number,
        sender: 'customer',
        author: null,
        text,
        sent_at: toInstantText(NOW),
        position,
      } as const;
      await insertMessage(transaction, message);
    }
  });
  expect(await numbers('separator')).toEqual([piotr.number, anna.number]);
});

describe('nothing is found', () => {
  test.each(['', '   ', '–', 'nie-ma-takiego', '"', "'", '*', 'AND', 'a OR b', "x':* | 'y", '\u0000', '%', '🙂'])(
    'by %j, and nothing breaks',
    async (asked) => {
      expect(await numbers(asked)).toEqual([]);
    },
  );
});

test('a shop is found by name, number, host and e-mail', async () => {
  const shops = async (asked: string) => (await find(asked)).shops.map(({ name }) => name);
  expect(await shops('zuraw')).toEqual(['Księgarnia Żuraw']);
  expect(await shops('7kcwt9ru')).toEqual(['Księgarnia Żuraw']);
  expect(await shops('www.ksiegarnia-zuraw.pl')).toEqual(['Księgarnia Żuraw']);
});

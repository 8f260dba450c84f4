import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CorrectTicketRequest } from '../../../src/contract/desk/change-ticket-requests.ts';
import type { Found } from '../../../src/contract/desk/search.ts';
import { toInstantText } from '../../../src/store/instants.ts';
import { insertMessage } from '../../../src/store/messages.ts';
import { aCustomer, type Customer, newToken, PNG, upload } from '../../support/customer.ts';
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

const numbersOf = async (asked: string, scope: string) => {
  const response = await ola.ask(`/search?q=${encodeURIComponent(asked)}&in=${scope}`);
  return ((await response.json()) as Found).tickets.map(({ number }) => number);
};

async function correct(number: string, to: Partial<CorrectTicketRequest['to']>): Promise<number> {
  const { decided, subject, contact } = (await ola.ticket(number)).ticket;
  const { email, name, phone } = contact;
  const from = { ...decided, subject, contact: { email, name, phone } };
  const same = { ...decided, subject: null, contact: { name, phone, email: null } };
  return (await ola.tell(`/tickets/${number}/correction`, { from, to: { ...same, ...to } })).status;
}

describe('a ticket is found by', () => {
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

test('a shop is found by name, number, host and e-mail', async () => {
  const shops = async (asked: string) => (await find(asked)).shops.map(({ name }) => name);
  expect(await shops('zuraw')).toEqual(['Księgarnia Żuraw']);
  expect(await shops('7kcwt9ru')).toEqual(['Księgarnia Żuraw']);
  expect(await shops('www.ksiegarnia-zuraw.pl')).toEqual(['Księgarnia Żuraw']);
});

describe('what callers say', () => {
  beforeEach(async () => {
    anna = await aCustomer(api, {
      subject: 'Koszyk',
      contact: { email: 'anna@zuraw.pl', name: 'Żaneta Gęś', phone: '+48 600 100 205' },
    });
  });

  test.each([
    'Żaneta',
    'zaneta ges',
    '600100205',
    '600 100 205',
    '600-100-205',
    '+48 600 100 205',
    '0048 600100205',
    '48600100205',
    '60 01 00 205',
    '600 100',
    'anna@zuraw.pl',
  ])('finds a ticket by its contact, asked as %j', async (asked) => {
    const found = await find(asked);
    expect(found.tickets.map(({ number }) => number)).toEqual([anna.number]);
    expect(found.number).toBeNull();
  });

  test.each(['600 100 206', '500 100 205', '100 205 600'])(
    'another telephone, such as %j, finds none',
    async (asked) => {
      expect(await numbers(asked)).toEqual([]);
    },
  );

  test('digits that would fit a ticket that is not there are no number; those of one that is, are', async () => {
    // Valid by their last digit, and of nobody.
    expect((await find('1000008')).number).toBeNull();
    const spaced = anna.number.replace(/(?=\d{3}$)/, ' ');
    expect((await find(spaced)).number).toBe(anna.number);
    expect((await find('600 100 205')).number).toBeNull();
  });

  test('finds a contact by its shop and a word together, in one ticket only', async () => {
    expect(await numbers('żuraw koszyk')).toEqual([anna.number]);
    expect(await numbers('koło koszyk')).toEqual([]);
  });

  test('finds by a name and a telephone as an agent corrected them, and no longer by the old ones', async () => {
    const contact = { name: 'Halina Bóbr', phone: '22 555 66 77', email: null };
    expect(await correct(anna.number, { contact })).toBe(204);
    expect(await numbers('bobr')).toEqual([anna.number]);
    expect(await numbers('225556677')).toEqual([anna.number]);
    expect(await numbers('zaneta')).toEqual([]);
    expect(await numbers('600100205')).toEqual([]);
  });
});

test('a shop that was renamed leaves no old word behind when a subject is corrected', async () => {
  await api.store
    .updateTable('shops')
    .set({ shop_name: 'Czapla' })
    .where('shop_name', '=', 'Księgarnia Żuraw')
    .execute();
  expect(await correct(anna.number, { subject: 'Bocian' })).toBe(204);
  expect(await numbers('czapla bocian')).toEqual([anna.number]);
  expect(await numbers('żuraw paczkomatów')).toEqual([]);
  expect(await numbers('lodz')).toEqual([]);
});

test('a ticket is found by the name of a file, which says so, and in files only where they are asked for', async () => {
  const bearer = newToken();
  const id = await upload(api, PNG, { bearer, name: 'błąd-koszyka.png' });
  const zofia = await aCustomer(api, { subject: 'Zrzut', ticketToken: bearer, attachments: [id] });
  const found = await find('blad');
  expect(found.tickets.map(({ number }) => number)).toEqual([zofia.number]);
  expect(found.why).toEqual([
    {
      number: zofia.number,
      in: 'file',
      by: null,
      parts: [
        { text: 'błąd', isHit: true },
        { text: '-koszyka.png', isHit: false },
      ],
    },
  ]);
  expect(await numbersOf('blad', 'files')).toEqual([zofia.number]);
  expect(await numbersOf('blad', 'subject')).toEqual([]);
});

describe('why a ticket was found', () => {
  test('is a piece of who wrote it, with what was asked marked, and nothing that would be markup', async () => {
    await anna.write('Kurier <b>Orlik</b> nie działa, a ÓRLIKA nie ma.');
    expect((await find('orlik')).why).toEqual([
      {
        number: anna.number,
        in: 'customer',
        by: null,
        parts: [
          { text: 'Kurier <b>', isHit: false },
          { text: 'Orlik', isHit: true },
          { text: '</b> nie działa, a ', isHit: false },
          { text: 'ÓRLIK', isHit: true },
          { text: 'A nie ma.', isHit: false },
        ],
      },
    ]);
  });

  test('names whose note it is', async () => {
    await ola.note(piotr.number, 'Separator to średnik.');
    const [why] = (await find('srednik')).why;
    expect([why?.in, why?.by]).toEqual(['note', 'Ola Nowak']);
  });

  test('is the telephone for a telephone', async () => {
    const zofia = await aCustomer(api, { contact: { email: 'z@zuraw.pl', name: 'Zofia', phone: '600 100 205' } });
    const [why] = (await find('600-100')).why;
    expect(why).toEqual({
      number: zofia.number,
      in: 'phone',
      by: 'Zofia',
      parts: [
        { text: '600100', isHit: true },
        { text: '205', isHit: false },
      ],
    });
  });

  test('is left out where the subject says it, and short where a text is long', async () => {
    expect((await find('zolta')).why).toEqual([]);
    await piotr.write(`${'słowo '.repeat(100)}perkoz${' dalej'.repeat(100)}`);
    const [why] = (await find('perkoz')).why;
    const shown = why?.parts.map(({ text }) => text).join('') ?? '';
    expect(shown).toMatch(/^….*perkoz.*…$/);
    expect(shown.length).toBeLessThan(190);
  });
});

describe('a scope', () => {
  test('of open tickets leaves out those that are closed', async () => {
    await ola.tell(`/tickets/${anna.number}/status`, { status: 'solved', seenMessages: 1 });
    expect(await numbersOf('dostawa', 'all')).toEqual([anna.number]);
    expect(await numbersOf('dostawa', 'open')).toEqual([]);
  });

  test('of subjects leaves out texts, and that of people what is no contact', async () => {
    expect(await numbersOf('hurtowni', 'subject')).toEqual([]);
    expect(await numbersOf('import', 'subject')).toEqual([piotr.number]);
    expect(await numbersOf('import', 'person')).toEqual([]);
    expect((await numbersOf('biuro', 'person')).toSorted()).toEqual([]);
  });

  test('that is unknown looks everywhere', async () => {
    expect(await numbersOf('hurtowni', 'everywhere')).toEqual([piotr.number]);
  });
});

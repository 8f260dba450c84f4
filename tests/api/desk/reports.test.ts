import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csvLine } from '../../../src/api/desk/csv-line.ts';
import { REPORT_PARTS, type Report } from '../../../src/contract/desk/read-report.ts';
import { insertTicket } from '../../../src/store/tickets.ts';
import { aTicketRow } from '../../support/a-ticket-row.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { HOSTILE_STRINGS } from '../../support/hostile-strings.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
});
afterEach(() => api.discard());

function wait(duration: Temporal.DurationLike): void {
  api.clock.now = api.clock.now.add(duration);
}

/** Somebody signs in on another day: sessions that nobody uses end. */
async function nextShift(at: string): Promise<void> {
  api.clock.now = Temporal.Instant.from(at);
  ola = await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl');
}

async function report(query = ''): Promise<Report> {
  const response = await ola.ask(`/reports${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Report;
}

async function download(query: string): Promise<{ response: Response; bytes: Buffer; lines: string[][] }> {
  await ola.prove();
  const response = await ola.ask(`/reports.csv${query}`);
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { response, bytes, lines: parse(bytes, { delimiter: ';', bom: true, relax_column_count: true }) };
}

let waits = 0;

/** A wait that began on 22 November at ten, by itself in the table. */
async function aWait(ended: { at: string; by: 'answer' | 'move' } | null): Promise<void> {
  waits += 1;
  const row = aTicketRow(700_000 + waits, { waiting_since: null });
  await insertTicket(api.store, row);
  await api.store
    .insertInto('waits')
    .values({
      ticket_number: row.number,
      channel: 'panel',
      began_at: '2026-11-22T09:00:00.000Z',
      due_at: '2026-11-25T09:00:00.000Z',
      ended_at: ended?.at ?? null,
      ended_by: ended?.by ?? null,
      answer_seconds: ended?.by === 'answer' ? 3599 : null,
    })
    .execute();
}

describe('the days', () => {
  test('are the last thirty in Warsaw when none are said, beside the thirty before', async () => {
    await nextShift('2026-11-22T23:30:00Z'); // the 23rd in Warsaw
    expect(await report()).toMatchObject({
      from: '2026-10-25',
      to: '2026-11-23',
      before: { from: '2026-09-25', to: '2026-10-24' },
    });
  });

  test.each([
    ['?from=2026-02-30', 'from', 'wrong-format'],
    ['?to=22.11.2026', 'to', 'wrong-format'],
    ['?from=2026-11-22&to=2026-11-21', 'from', 'not-allowed'],
    ['?from=2025-11-21&to=2026-11-22', 'from', 'too-long'],
    ['?day=2026-11-22', 'day', 'unknown-field'],
  ])('%s are none', async (query, path, code) => {
    for (const asked of ['/reports', '/reports.csv']) {
      const response = await ola.ask(asked + query);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'invalid-request', errors: [{ path, code }] });
    }
  });
});

describe('answer times', () => {
  test('every turn of a thread is one, from its first unanswered message to our answer', async () => {
    const anna = await aCustomer(api);
    wait({ minutes: 10 });
    await anna.write('Jeszcze jedno.');
    wait({ minutes: 15 });
    await ola.answer(anna.number, 'Proszę spróbować.', { seenMessages: 2 });
    wait({ minutes: 5 });
    await anna.write('Nie działa.');
    wait({ minutes: 28 });
    await ola.answer(anna.number, 'A teraz?', { seenMessages: 4, status: 'solved' });
    await anna.move('in-progress');
    wait({ minutes: 1 });
    await ola.tell(`/tickets/${anna.number}/status`, { status: 'solved', seenMessages: 5 });
    const { answers } = await report();
    expect(answers.total.now).toEqual({
      waits: 3,
      answered: 2,
      moved: 1,
      inProgress: 0,
      kept: 2,
      broken: 0,
      keptPercent: 100,
      medianMinutes: 25,
      p90Minutes: 28,
    });
    expect(answers.byChannel.map(({ channel }) => channel)).toEqual(['form']);
  });

  test('in time is up to the very instant, late from the next millisecond on; so says the database too', async () => {
    const [due, after] = ['2026-11-25T09:00:00.000Z', '2026-11-25T09:00:00.001Z'];
    await aWait({ at: due, by: 'answer' });
    await aWait({ at: after, by: 'answer' });
    await aWait({ at: due, by: 'move' });
    await aWait({ at: after, by: 'move' });
    await aWait(null);
    await nextShift(due);
    const ofAll = async () => (await report()).answers.total.now;
    expect(await ofAll()).toMatchObject({ waits: 5, kept: 1, broken: 2, moved: 2, inProgress: 1, keptPercent: 33.3 });
    expect(await ofAll()).toMatchObject({ medianMinutes: 59 });
    wait({ milliseconds: 1 });
    expect(await ofAll()).toMatchObject({ kept: 1, broken: 3, inProgress: 0, keptPercent: 25 });
  });
});

describe('a download', () => {
  test('is a file of UTF-8 with a mark, semicolons and decimal commas, never a page', async () => {
    await aWait({ at: '2026-11-22T10:00:00.000Z', by: 'answer' });
    await aWait({ at: '2026-11-22T10:00:00.000Z', by: 'answer' });
    await aWait({ at: '2026-11-30T10:00:00.000Z', by: 'answer' });
    const { response, bytes, lines } = await download('?from=2026-11-22&to=2026-11-22&part=answers');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="pomoc-answers-2026-11-22-2026-11-22.csv"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(lines[1]).toEqual(['Razem', 'ten', '3', '3', '0', '0', '2', '1', '66,7', '59', '59']);
    expect(bytes.toString()).toContain(';2;1;66,7;59;59\r\n');
  });

  test.each(REPORT_PARTS)('there is one of %s, whose lines are all as long as its head', async (part) => {
    const { number } = await aCustomer(api, { topic: 'N8' });
    const followUpAt = api.clock.now.add({ hours: 48 }).toString();
    await ola.tell(`/tickets/${number}/follow-up`, { followUpAt });
    const { lines } = await download(`?part=${part}&from=2026-11-01&to=2026-11-30`);
    expect(lines.length).toBeGreaterThan(1);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });

  test('lists each ticket with the answer to what it came with', async () => {
    const anna = await aCustomer(api, { topic: 'N8', subject: 'Plik CSV' });
    wait({ minutes: 61 });
    await ola.answer(anna.number, 'Proszę zajrzeć do instrukcji.');
    await anna.write('Dziękuję.');
    wait({ minutes: 5 });
    const piotr = await aCustomer(api, { subject: 'Dostawa' });
    const { lines } = await download('');
    expect(lines.slice(1)).toEqual([
      [
        anna.number,
        '2026-11-22 10:00',
        'Formularz',
        expect.stringMatching(/^N8 /),
        'nie',
        'Plik CSV',
        'Księgarnia Żuraw',
        '61',
        'tak',
      ],
      [
        piotr.number,
        '2026-11-22 11:06',
        'Formularz',
        'Konfiguracja i opcje sklepu',
        'tak',
        'Dostawa',
        'Księgarnia Żuraw',
        '',
        '',
      ],
    ]);
  });

  test('has every ticket once, however many came at the same instant', async () => {
    const numbers: string[] = [];
    await api.store.transaction().execute(async (transaction) => {
      for (let index = 0; index < 1001; index++) {
        const row = aTicketRow(200_000 + index);
        numbers.push(row.number);
        await insertTicket(transaction, row);
      }
    });
    const { lines } = await download('?part=tickets');
    expect(lines.slice(1).map(([number]) => number)).toEqual(numbers);
  });

  test('holds no cell that a spreadsheet takes for a formula, whatever subjects and shops are called', async () => {
    const formulas = [
      '=1+1',
      '+48 600',
      '-2',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '＝1+1',
      '＋1',
      '－1',
      '＠A',
      ' =1',
      '\u200b=1',
      '\ufeff=1',
      '"=1',
      ';=1',
    ];
    const texts = [...formulas, ...HOSTILE_STRINGS].filter((text) => text.isWellFormed() && !text.includes('\u0000'));
    await api.store.transaction().execute(async (transaction) => {
      for (const [index, subject] of texts.entries())
        await insertTicket(transaction, aTicketRow(300_000 + index, { subject }));
    });
    await api.store.updateTable('shops').set({ shop_name: '=HYPERLINK("http://evil.example";"Kliknij")' }).execute();
    const { lines } = await download('?part=tickets');
    const subjects = lines.slice(1).map((line) => line[5] ?? '');
    expect(subjects.map((subject) => subject.replace(/^'/, ''))).toEqual(texts.map((text) => text.replace(/^'/, '')));
    expect(lines.flat().filter((cell) => /^[\s\p{Cf}\p{Cc}]*[=+@＝＋－＠-]/u.test(cell))).toEqual([]);
    expect(new Set(lines.slice(1).map((line) => line[6]))).toEqual(
      new Set(['\'=HYPERLINK("http://evil.example";"Kliknij")']),
    );
    expect(subjects.slice(0, 4)).toEqual(["'=1+1", "'+48 600", "'-2", "'@SUM(A1)"]);
  });

  test('leaves numbers of ours what they are', () => {
    expect(csvLine([-1.5, 0, null, 'a "b"', '-1,5'])).toBe('-1,5;0;;"a ""b""";"\'-1,5"\r\n');
  });
});

test('a ticket that was merged counts as one that came, and not twice as one that waits', async () => {
  const anna = await aCustomer(api);
  wait({ hours: 1 });
  const again = await aCustomer(api, { subject: 'Jeszcze raz' });
  await ola.tell(`/tickets/${again.number}/merge`, { into: anna.number });
  wait({ hours: 1 });
  await ola.answer(anna.number, 'Już.', { seenMessages: 2 });
  const { received, answers } = await report();
  expect(received.total.count).toBe(2);
  expect(answers.total.now).toMatchObject({ waits: 1, answered: 1, medianMinutes: 120 });
});

import { describe, expect, test } from 'vitest';
import { OpenTicketRequest } from '../../../../../src/contract/tickets/open-ticket-request.ts';
import { collectLines, mergeLines } from '../../../../../widget/features/attachments/diagnostics/collect-lines.ts';
import { withoutValues } from '../../../../../widget/features/attachments/diagnostics/without-values.ts';
import { toTicketEntry } from '../../../../../widget/outbox/ticket-entry.ts';
import { aDraft, NOW, ZURAW } from '../../../../support/widget-nouns.ts';

test.each([
  ['https://a.pl/x.php?id=17&tok=abc#top', 'https://a.pl/x.php?id&tok'],
  ['https://a.pl/x.php?Nowak', 'https://a.pl/x.php?'],
  ['https://a.pl/x.php#jan@a.pl', 'https://a.pl/x.php'],
  ['https://jan:haslo@a.pl/x', 'https://a.pl/x'],
  ['404 https://a.pl/?email=jan@a.pl', '404 https://a.pl/?email'],
  ['błąd (https://a.pl/a.js?v=3:12), i dalej', 'błąd (https://a.pl/a.js?v), i dalej'],
  ['https://a.pl/?q=a%20b&r=c;s=d', 'https://a.pl/?q&r&s'],
  ['Cannot read properties of undefined', 'Cannot read properties of undefined'],
  ['/wzgledny/adres?k=Kowalski', '/wzgledny/adres?k'],
  ['https://a.pl/?kto=Jan (Kowalski)', 'https://a.pl/?kto (Kowalski)'],
  ['https://a.pl/?kto=Jan(Kowalski)&haslo=x#to(samo', 'https://a.pl/?kto&haslo'],
  ["https://a.pl/#kto='Kowalski", 'https://a.pl/'],
  ["GET 'https://a.pl/?kto=Kowalski' 500", "GET 'https://a.pl/?kto' 500"],
  ['https://jan:ha@slo@a.pl/x, //jan:haslo@a.pl/y', 'https://a.pl/x, //a.pl/y'],
])('%s is sent as %s', (text, sent) => {
  expect(withoutValues(text)).toBe(sent);
});

const nothing = { facts: {}, faults: [], requests: [], context: {} };
const fault = (message: string) => new ErrorEvent('error', { message, filename: 'https://a.pl/a.js', lineno: 3 });
const request = (name: string, responseStatus: number) => ({ name, responseStatus }) as unknown as PerformanceEntry;
const textOf = (lines: { key: string; text: string }[], key: string) => lines.find((line) => line.key === key)?.text;

describe('lines', () => {
  test('say where and with what, and the version only where it is known', () => {
    expect(collectLines(nothing).map(({ key }) => key)).toEqual(['page', 'browser', 'screen']);
    expect(textOf(collectLines({ ...nothing, facts: { shopVersion: '10.4.2' } }), 'shopVersion')).toBe('10.4.2');
  });

  test('name the last five errors, the same one once', () => {
    const faults = ['a', 'b', 'b', 'c', 'd', 'e', 'f'].map(fault);
    const lines = collectLines({ ...nothing, faults });
    expect(lines.filter(({ key }) => key.startsWith('scriptError')).map(({ text }) => text[0])).toEqual([
      'b',
      'c',
      'd',
      'e',
      'f',
    ]);
  });

  test('name requests that failed, and no others', () => {
    const requests = [request('https://a.pl/a', 200), request('https://a.pl/b?x=1', 500), request('https://b.pl/', 0)];
    const lines = collectLines({ ...nothing, requests });
    expect(textOf(lines, 'failedRequest1')).toBe('500 https://a.pl/b?x');
    expect(textOf(lines, 'failedRequest2')).toBeUndefined();
  });

  test('say nothing of what was thrown when it is no error: it may be anything', () => {
    const thrown = (reason: unknown) =>
      new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason });
    const faults = [thrown(new TypeError('x')), thrown('Jan Kowalski'), thrown({ email: 'jan@a.pl' })];
    const lines = collectLines({ ...nothing, faults });
    expect([1, 2, 3].map((number) => textOf(lines, `scriptError${number}`))).toEqual([
      'TypeError: x',
      'rejection: string',
      'rejection: object',
    ]);
  });

  test('are taken by the service, however long and odd what they tell of is', () => {
    const long = `\u0000"${'\ud83d'.repeat(5000)}\n`;
    const lines = collectLines({
      ...nothing,
      facts: { shopVersion: long },
      faults: Array.from({ length: 9 }, (_, index) => fault(`${index}${long}`)),
      requests: Array.from({ length: 9 }, (_, index) => request(`https://a.pl/${index}${long}`, 404)),
    });
    const { body } = toTicketEntry(aDraft({ diagnostics: lines }), ZURAW, '/panel/', NOW);
    expect(Object.keys(OpenTicketRequest.parse(JSON.parse(body)).diagnostics ?? {})).toHaveLength(14);
  });
});

describe('brought up to date', () => {
  const first = collectLines({ ...nothing, faults: [fault('a')] });

  test('nothing changes when nothing happened', () => {
    expect(mergeLines(first, first)).toEqual(first);
  });

  test('what was unticked stays unticked, and what is new is ticked', () => {
    const unticked = first.map((line) => ({ ...line, isOn: false }));
    const merged = mergeLines(unticked, collectLines({ ...nothing, faults: [fault('a'), fault('b')] }));
    expect(merged.map(({ key, isOn }) => [key, isOn])).toEqual([
      ['page', false],
      ['browser', false],
      ['screen', false],
      ['scriptError1', false],
      ['scriptError2', true],
    ]);
  });
});

test('a ticket carries the ticked lines only, and none at all when there is none', () => {
  const line = (key: string, isOn: boolean) => ({ key, text: key, isOn });
  const sent = (...diagnostics: ReturnType<typeof line>[]) =>
    JSON.parse(toTicketEntry(aDraft({ diagnostics }), ZURAW, '/panel/', NOW).body).diagnostics;
  expect(sent(line('page', true), line('browser', false))).toEqual({ page: 'page' });
  expect(sent(line('browser', false))).toBeUndefined();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TOPICS } from '../../../src/contract/lists.ts';
import { IDEMPOTENCY_KEY } from '../../../src/contract/shapes.ts';
import { OpenTicketRequest } from '../../../src/contract/tickets/open-ticket-request.ts';
import type { Draft } from '../../../widget/outbox/draft.ts';
import { isOutage, toDraft, toTicketEntry } from '../../../widget/outbox/ticket-entry.ts';
import { aDraft, NOW, ZURAW } from '../../support/widget-nouns.ts';

/** What the service would read of a frozen draft; throws where it would refuse it. */
function requestOf(otherwise: Partial<Draft>): OpenTicketRequest {
  return OpenTicketRequest.parse(JSON.parse(toTicketEntry(aDraft(otherwise), ZURAW, '/panel/', NOW).body));
}

test('what cannot be seen does not go out in what somebody answers or dials; what is shown stays as typed', () => {
  const draft = aDraft({
    topic: 'outage',
    facts: ['shop-down'],
    email: ' anna\u200b@sklep.example\ufeff',
    phone: '\u202a600 100 200\u202c',
  });
  const entry = toTicketEntry(draft, { ...ZURAW, supportNumber: `\u200b${ZURAW.supportNumber}` }, '/', NOW);
  expect(JSON.parse(entry.body)).toMatchObject({
    supportNumber: ZURAW.supportNumber,
    contact: { email: 'anna@sklep.example', phone: '600 100 200' },
  });
  expect(entry.draft).toEqual(draft);
  const without = toTicketEntry({ ...draft, phone: '\u200b' }, ZURAW, '/', NOW);
  expect(JSON.parse(without.body).contact).toEqual({ email: 'anna@sklep.example' });
});

describe('what is sent', () => {
  test.each(TOPICS)('is as the service wants it: %s', (topic) => {
    const { ticketToken, ...request } = requestOf({ topic });
    const { subject, description, email } = aDraft();
    expect(request).toEqual({ ...ZURAW, topic, subject, description, contact: { email } });
    expect(ticketToken).toHaveLength(43);
  });

  test('names the notice it is about, with the version the page showed', () => {
    const about = { notice: '12', shopVersion: '10.4.2' };
    expect(requestOf({ about })).toMatchObject(about);
    expect(requestOf({ about: undefined })).not.toHaveProperty('notice');
  });

  test('carries the token of its entry', () => {
    const entry = toTicketEntry(aDraft(), ZURAW, '/panel/', NOW);
    expect(JSON.parse(entry.body).ticketToken).toBe(entry.token);
    expect(entry).toMatchObject({ draft: aDraft(), directory: '/panel/', createdAt: NOW });
  });

  test('has a key and a token of its own each time', () => {
    const entries = Array.from({ length: 100 }, () => toTicketEntry(aDraft(), ZURAW, '/panel/', NOW));
    expect(new Set(entries.flatMap(({ key, token }) => [key, token])).size).toBe(200);
    expect(entries.filter(({ key }) => key.length !== 22 || !IDEMPOTENCY_KEY.test(key))).toEqual([]);
  });

  test('loses white space around the address only', () => {
    const request = requestOf({ email: ' biuro@a.pl\t', subject: ' Temat ', description: '\n\tOpis\n ' });
    expect(request).toMatchObject({ contact: { email: 'biuro@a.pl' }, subject: ' Temat ', description: '\n\tOpis\n ' });
  });
});

describe('an earlier ticket of this browser', () => {
  const voucher = { number: '1000015', token: 'A'.repeat(43) };
  const frozen = (draft: Draft, by?: typeof voucher) => toTicketEntry(draft, ZURAW, '/panel/', NOW, false, by);

  test('goes with its token into the body, as the service wants it, and into nothing else', () => {
    const entry = frozen(aDraft(), voucher);
    expect(OpenTicketRequest.parse(JSON.parse(entry.body)).vouchedBy).toEqual(voucher);
    expect(JSON.stringify({ ...entry, body: '' })).not.toContain(voucher.token);
  });

  test('is not named where there is none', () => {
    expect(requestOf({})).not.toHaveProperty('vouchedBy');
  });

  test('stays the same in a ticket that was taken back, whatever came since: the same text is the same ticket', () => {
    const first = frozen(aDraft(), voucher);
    expect(frozen(toDraft(first), { number: '1000023', token: 'B'.repeat(43) }).body).toBe(first.body);
    const without = frozen(aDraft());
    expect(frozen(toDraft(without), voucher).body).toBe(without.body);
  });
});

describe('facts and phone', () => {
  const typed = { facts: ['shop-down' as const], phone: '600 100 200' };

  test.each(['outage', 'security'])('are sent with %s', (topic) => {
    const request = requestOf({ topic, ...typed });
    expect([request.outage, request.contact.phone]).toEqual([{ facts: ['shop-down'] }, '600 100 200']);
  });

  test.each(TOPICS.filter((topic) => topic !== 'outage' && topic !== 'security'))(
    'of a topic chosen before stay here with %s',
    (topic) => {
      const request = requestOf({ topic, ...typed });
      expect([request.outage, request.contact.phone]).toEqual([undefined, undefined]);
    },
  );

  test('need each other: without facts there is no phone', () => {
    const request = requestOf({ topic: 'outage', phone: '600 100 200' });
    expect([request.outage, request.contact.phone]).toEqual([undefined, undefined]);
  });

  test('without a phone are facts alone', () => {
    expect(requestOf({ topic: 'outage', facts: ['panel-down'] }).contact).toEqual({ email: aDraft().email });
  });
});

describe('what no keyboard types', () => {
  test.each([
    ['NUL', 'Te\u0000mat', 'Temat'],
    ['an escape sequence', 'Te\u001b[31mmat', 'Te[31mmat'],
    ['a carriage return', 'Te\rmat', 'Temat'],
    ['DEL', 'Te\u007fmat', 'Temat'],
    ['half a character', 'Te\ud83dmat', 'Te\ufffdmat'],
    ['the other half', 'Te\ude00mat', 'Te\ufffdmat'],
  ])('%s does not reach the service', (_what, typed, sent) => {
    expect(requestOf({ subject: typed, description: typed })).toMatchObject({ subject: sent, description: sent });
  });

  test('whole characters do', () => {
    expect(requestOf({ subject: 'Żółć 😀\u200d' }).subject).toBe('Żółć 😀\u200d');
  });

  test('any text of the right length is taken by the service', () => {
    const text = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(text, (typed) => {
        requestOf({ subject: `Temat ${typed.replace(/[\n\t]/g, '').slice(0, 190)}`, description: `Opis ${typed}` });
      }),
    );
  });

  // Nothing is taken out of the phone: pasted from a spreadsheet it may bring what the service refuses.
  test.each(['600\u0007100', '600\ud83d100', '   '])('in the phone does not reach the service: %j', (phone) => {
    requestOf({ topic: 'outage', facts: ['shop-down'], phone });
  });
});

describe('an outage, which asks before it goes: a ticket', () => {
  const frozen = (otherwise: Partial<Draft> = {}) => toTicketEntry(aDraft(otherwise), ZURAW, '/panel/', NOW);

  test.each([
    ['with what is down is one', { topic: 'outage', facts: ['shop-down' as const] }, true],
    ['with a break-in is one', { topic: 'security', facts: ['break-in' as const] }, true],
    ['of that topic without facts is none', { topic: 'outage' }, false],
    ['of another topic with facts left over is none', { facts: ['shop-down' as const] }, false],
  ])('%s', (_what, otherwise, asks) => {
    expect(isOutage(frozen(otherwise))).toBe(asks);
  });
});

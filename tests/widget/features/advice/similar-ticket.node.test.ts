import { expect, test } from 'vitest';
import { similarTicket } from '../../../../widget/features/advice/similar-ticket.ts';
import { aFollowedTicket, aReceipt, NOW } from '../../../support/widget-nouns.ts';

const DAY = 86_400_000;

const ticket = aFollowedTicket({ subject: 'Etykiety InPost – błąd punktu odbioru' });

test.each(['Etykiety InPost: znowu nie ten punkt', 'nie dziala inpost, zly punkt odbioru na etykietach'])(
  'is found by the words of its subject, whatever their endings: %s',
  (text) => {
    expect(similarTicket(text, [ticket], NOW)).toBe(ticket);
  },
);

test.each(['InPost', 'Darmowa dostawa od 200 zł', 'Sklep: problem z panelem, proszę o pomoc', ''])(
  'is not found by little: %s',
  (text) => {
    const common = aFollowedTicket({ subject: 'Problem ze sklepem, proszę o pomoc' });
    expect(similarTicket(text, [ticket, common], NOW)).toBeUndefined();
  },
);

test('counts for seven days, and only while it is not over', () => {
  const text = ticket.subject;
  expect(similarTicket(text, [ticket], NOW + 7 * DAY - 1)).toBe(ticket);
  expect(similarTicket(text, [ticket], NOW + 7 * DAY)).toBeUndefined();
  expect(similarTicket(text, [{ ...ticket, isOver: true }], NOW)).toBeUndefined();
});

test('of several the newest is meant', () => {
  const newer = { ...ticket, receipt: aReceipt({ number: '1000023', receivedAt: '2026-11-22T10:00:00Z' }) };
  expect(similarTicket(ticket.subject, [ticket, newer], NOW)).toBe(newer);
});

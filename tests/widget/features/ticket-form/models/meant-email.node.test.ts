import { expect, test } from 'vitest';
import { meantEmail } from '../../../../../widget/features/ticket-form/models/meant-email.ts';

test.each([
  ['anna@gmial.com', 'anna@gmail.com'],
  ['anna@gmail.con', 'anna@gmail.com'],
  ['anna@wp.lp', 'anna@wp.pl'],
  ['biuro@sklep.con', 'biuro@sklep.com'],
  ['anna@gmail.com', 'anna@gmail.com'],
  ['anna@gmial.pl', 'anna@gmial.pl'],
  ['biuro@ksiegarnia-zuraw.pl', 'biuro@ksiegarnia-zuraw.pl'],
  ['', ''],
])('%j is asked about as %j', (typed, meant) => {
  expect(meantEmail(typed)).toBe(meant);
});

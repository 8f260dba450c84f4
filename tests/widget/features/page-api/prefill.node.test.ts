import { expect, test } from 'vitest';
import { LIMITS } from '../../../../src/contract/limits.ts';
import { fillIn, LONGEST } from '../../../../widget/features/page-api/prefill.ts';
import type { Draft } from '../../../../widget/outbox/draft.ts';
import { EMPTY_DRAFT } from '../../../../widget/outbox/draft.ts';

function filled(typed: Partial<Draft>, prefill: SGPomocPrefill): Partial<Draft> | null {
  let change: Partial<Draft> | null = null;
  const draft = { peek: () => ({ ...EMPTY_DRAFT, ...typed }) } as Parameters<typeof fillIn>[0]['draft'];
  fillIn({ draft, edit: (given) => (change = given) }, prefill);
  return change;
}

test('a page fills what is empty, and never what a person typed', () => {
  expect(filled({ subject: 'Mój temat' }, { subject: 'Inny', email: 'a@b.pl', name: 'Anna\nŻuraw' })).toEqual({
    email: 'a@b.pl',
    name: 'Anna Żuraw',
  });
});

test('a page cannot fill in what the form could not send', () => {
  expect(LONGEST).toEqual({ email: LIMITS.email, name: LIMITS.name });
  expect(() => filled({}, { name: 'x'.repeat(LIMITS.name + 1) })).toThrow(/at most 100/);
  expect(filled({}, { name: 'x'.repeat(LIMITS.name) })).not.toBeNull();
});

import { plainLine } from '../../../src/contract/plain-line.ts';
import { EMAIL } from '../../../src/contract/shapes.ts';
import type { CallDraft } from '../../models/desk-kept.ts';

/** Fields of a call that are checked, in the order of the form. */
export const CHECKED = ['shop', 'subject', 'description', 'email'] as const;

export type CheckedField = (typeof CHECKED)[number];

/** The shortest subject that the API takes, in characters. */
const SHORTEST_SUBJECT = 3;

/** The fields that are missing or invalid: the API would refuse them too. */
export function callErrors({ shop, subject, description, email }: CallDraft): CheckedField[] {
  const isFine: Record<CheckedField, boolean> = {
    shop: shop !== null,
    subject: subject.trim().length >= SHORTEST_SUBJECT,
    description: description.trim() !== '',
    email: EMAIL.test(plainLine(email)),
  };
  return CHECKED.filter((field) => !isFine[field]);
}

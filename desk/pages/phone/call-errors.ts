import { EMAIL } from '../../../src/contract/shapes.ts';
import type { PhoneDraft } from './phone-draft.ts';

/** Fields of a call that can be wrong, in the order in which they stand. */
export const CHECKED = ['shop', 'subject', 'description', 'email'] as const;

export type CheckedField = (typeof CHECKED)[number];

/** The shortest subject that the API takes, in characters. */
const SHORTEST_SUBJECT = 3;

/** What is missing before a call can be sent: the API would refuse it for the same. */
export function callErrors({ shop, subject, description, email }: PhoneDraft): CheckedField[] {
  const isFine: Record<CheckedField, boolean> = {
    shop: shop !== null,
    subject: subject.trim().length >= SHORTEST_SUBJECT,
    description: description.trim() !== '',
    email: EMAIL.test(email.trim()),
  };
  return CHECKED.filter((field) => !isFine[field]);
}

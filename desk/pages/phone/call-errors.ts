import { LIMITS } from '../../../src/contract/limits.ts';
import { plainLine } from '../../../src/contract/plain-line.ts';
import { EMAIL } from '../../../src/contract/shapes.ts';
import type { CallDraft } from '../../models/desk-kept.ts';
import { overLength } from '../../models/over-length.ts';

/** Fields of a call that are checked, in the order of the form. */
export const CHECKED = ['shop', 'name', 'phone', 'subject', 'description', 'email'] as const;

export type CheckedField = (typeof CHECKED)[number];

/** The shortest subject that the API takes, in characters. */
const SHORTEST_SUBJECT = 3;

/** The fields that are typed, with the longest text of each, in UTF-16 code units. */
export const LONGEST = {
  name: LIMITS.name,
  phone: LIMITS.phone,
  subject: LIMITS.subject,
  description: LIMITS.description,
  email: LIMITS.email,
};

/** The fields that are missing, too long or invalid: the API would refuse them too. */
export function callErrors(draft: CallDraft): CheckedField[] {
  const { shop, subject, description, email } = draft;
  const isFine: Record<CheckedField, boolean> = {
    shop: shop !== null,
    name: true,
    phone: true,
    subject: subject.trim().length >= SHORTEST_SUBJECT,
    description: description.trim() !== '',
    // Without one the caller opens the ticket by number and code.
    email: email.trim() === '' || EMAIL.test(plainLine(email)),
  };
  const isTooLong = (field: CheckedField) => field !== 'shop' && overLength(draft[field], LONGEST[field]) > 0;
  return CHECKED.filter((field) => !isFine[field] || isTooLong(field));
}

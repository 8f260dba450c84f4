import { missingWords as words } from '#words/sending.ts';
import { EMAIL } from '../../../../src/contract/shapes.ts';
import type { Draft } from '../../../outbox/draft.ts';

/** Error messages by field. */
export type DraftErrors = Partial<Record<string, string>>;

/**
 * The error messages of a draft, by field.
 * @param open topics the shop may choose; empty while that is unknown
 */
export function draftErrors({ topic, subject, description, email }: Draft, open: string[]): DraftErrors {
  const errors: DraftErrors = {};
  if (!topic || (open.length > 0 && !open.includes(topic))) errors.topic = words.topicMissing;
  if (subject.trim().length < 3) errors.subject = words.subjectMissing;
  if (!description.trim()) errors.description = words.descriptionMissing;
  if (!EMAIL.test(email.trim())) errors.email = words.emailMissing;
  return errors;
}

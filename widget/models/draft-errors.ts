import { EMAIL } from '../../src/contract/shapes.ts';
import type { Draft } from '../outbox/draft.ts';
import { missingWords as words } from '../words/pl/sending.ts';

/** Words beside a field, by its name. */
export type DraftErrors = Partial<Record<string, string>>;

/**
 * What is missing before a draft can be sent, in words, by field.
 * @param open topics the shop may write about; none as long as that is not known, or the shop is not
 */
export function draftErrors({ topic, subject, description, email }: Draft, open: string[]): DraftErrors {
  const errors: DraftErrors = {};
  if (!topic || (open.length > 0 && !open.includes(topic))) errors.topic = words.topicMissing;
  if (subject.trim().length < 3) errors.subject = words.subjectMissing;
  if (!description.trim()) errors.description = words.descriptionMissing;
  if (!EMAIL.test(email.trim())) errors.email = words.emailMissing;
  return errors;
}

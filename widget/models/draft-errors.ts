import { EMAIL } from '../../src/contract/limits.ts';
import type { Draft } from '../outbox/draft.ts';
import { words } from '../words/pl.ts';

export type DraftErrors = Partial<Record<string, string>>;

/**
 * What is missing before a draft can be sent, in words, by field.
 * @param openTopics what the shop may write about; null as long as that is not known
 */
export function draftErrors({ topic, subject, description, email }: Draft, openTopics: string[] | null): DraftErrors {
  const errors: DraftErrors = {};
  if (!topic || (openTopics && !openTopics.includes(topic))) errors.topic = words.topicMissing;
  if (subject.trim().length < 3) errors.subject = words.subjectMissing;
  if (!description.trim()) errors.description = words.descriptionMissing;
  if (!EMAIL.test(email.trim())) errors.email = words.emailMissing;
  return errors;
}

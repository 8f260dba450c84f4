import { tooLongInWords, missingWords as words } from '#words/sending.ts';
import { LIMITS } from '../../../../src/contract/limits.ts';
import { plainLine } from '../../../../src/contract/plain-line.ts';
import { EMAIL } from '../../../../src/contract/shapes.ts';
import { asksForFacts, type Draft } from '../../../outbox/draft.ts';

/** Error messages by field. */
export type DraftErrors = Partial<Record<string, string>>;

/** Fields of text with a limit. */
const LIMITED = ['subject', 'description', 'email', 'phone'] as const;

/** The errors of texts that are longer than the service takes. Fields take all: the end of a paste is not lost. */
function lengthErrors(texts: Partial<Draft>): DraftErrors {
  const errors: DraftErrors = {};
  for (const field of LIMITED) {
    const over = (texts[field] ?? '').length - LIMITS[field];
    if (over > 0) errors[field] = tooLongInWords(LIMITS[field], over);
  }
  return errors;
}

/** The errors after a change: fields that were changed have only that of their length. */
export function errorsAfter(change: Partial<Draft>, errors: DraftErrors): DraftErrors {
  const kept = Object.entries(errors).filter(([field]) => !(field in change));
  return { ...Object.fromEntries(kept), ...lengthErrors(change) };
}

/**
 * The error messages of a draft, by field.
 * @param open topics the shop may choose; none while that is unknown
 */
export function draftErrors(draft: Draft, open: { id: string }[] = []): DraftErrors {
  const { topic, subject, description, email, phone, facts, declined } = draft;
  const isPhoneSent = asksForFacts(topic) && facts.length > 0;
  const errors = lengthErrors({ subject, description, email, ...(isPhoneSent && { phone }) });
  if (!topic || (open[0] && !open.some(({ id }) => id === topic))) errors.topic = words.topicMissing;
  // Asked once: without a fact it waits in the ordinary queue, which nobody in trouble expects.
  if (topic === 'outage' && !facts[0] && !declined?.includes('facts')) errors.facts = topic; // its words stand where the facts are
  if (subject.trim().length < 3) errors.subject = words.subjectMissing;
  if (!description.trim()) errors.description = words.descriptionMissing;
  if (!EMAIL.test(plainLine(email))) errors.email ??= email.trim() ? words.emailUnfit : words.emailMissing;
  return errors;
}

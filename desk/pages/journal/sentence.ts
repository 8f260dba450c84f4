import { label } from '../../../browser/lists.ts';
import type { AuditList } from '../../../src/contract/desk/audit.ts';
import { EVENT_ACTIONS, type EventAction, type Language } from '../../../src/contract/lists.ts';
import { dayInWords, momentInFull } from '../../words/moments.ts';
import { language, words } from '../../words/words.ts';
import type { Facts, Sentences } from './sentences.ts';
import { sentences as en } from './sentences-en.ts';
import { sentences as pl } from './sentences-pl.ts';

const SENTENCES: Record<Language, Sentences> = { pl, en };

const of = (action: string) =>
  EVENT_ACTIONS.some((one) => one === action) ? SENTENCES[language.value][action as EventAction] : null;

/** The short name of a kind of event. */
export function nameOf(action: EventAction): string {
  return SENTENCES[language.value][action][0];
}

/** What happened, in a sentence. @param names of agents by their ids */
export function sentenceOf(
  { action, details }: AuditList['entries'][number],
  names: Readonly<Record<string, string>>,
): string {
  const found = of(action);
  if (!found) return words.value.journal.unknown;
  const [, sentence] = found;
  return typeof sentence === 'string' ? sentence : sentence(factsOf(details, names));
}

function factsOf(details: Record<string, unknown>, names: Readonly<Record<string, string>>): Facts {
  const w = words.value;
  const has = (name: string) => details[name] !== undefined && details[name] !== null && details[name] !== false;
  const text = (name: string) => (has(name) ? String(details[name]) : '');
  return {
    has,
    text,
    count: (name) => Number(details[name] ?? 0),
    agent: (name) => label(names, text(name), w.journal.someAgent),
    status: (name) => label(w.statuses, text(name)),
    day: (name) => dayInWords(text(name), w.locale),
    moment: (name) => momentInFull(text(name)),
    channel: () => label(w.channels, text('channel')),
    topic: (name = 'topic') => label(w.topics, text(name)),
  };
}

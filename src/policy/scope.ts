import {
  COVERED_TOPICS,
  type CoveredTopic,
  type Language,
  type LicenceState,
  TOPICS,
  type Topic,
  type UncoveredTopic,
} from '../contract/lists.ts';
import { TOPIC_LABELS } from '../contract/topic-labels.ts';
import type { Support } from './entitlement.ts';
import { NOT_COVERED, tidy } from './scope-words.ts';

/** The terms of a licence that decide which topics are covered. */
export interface LicenceTerms {
  /** as sold: `STANDARD`, `PREMIUM`, … */
  edition: string;
  licenceState: LicenceState;
}

/** Whether a topic is covered, by which rule, and what to say kindly when it is not. */
export interface TopicScope {
  id: Topic;
  label: string;
  covered: boolean;
  rule: string | null;
  note: string | null;
}

/**
 * Topics that are open to every shop in the registry, even without support: security holes (A2) and buying more
 * support.
 */
export const ALWAYS_OPEN: readonly Topic[] = ['security', 'renewal'];

/** The rule by which each topic is covered or always open; `other` has none. */
const RULE_OF: Record<CoveredTopic, string | null> = {
  installation: 'C1',
  configuration: 'C2',
  running: 'C4',
  updates: 'C3',
  outage: 'R10',
  security: 'A2',
  renewal: 'R4',
  other: null,
};

/**
 * Whether a topic is covered for a licence (C1–C4, N1–N10). Not covered never means refused: the ticket is marked, and
 * the note says the rule and what we offer instead.
 */
export function scopeOf(topic: Topic, terms: LicenceTerms, language: Language = 'pl'): TopicScope {
  const covered = isCovered(topic, terms);
  const note = NOT_COVERED[topic]?.[language];
  return {
    id: topic,
    label: tidy(TOPIC_LABELS[language][topic]),
    covered,
    rule: isRuledOut(topic) ? topic : RULE_OF[topic],
    note: covered || !note ? null : tidy(note),
  };
}

/** The topics that a shop may choose, with their scope: all of them with support, only the always open ones without. */
export function topicsFor(support: Support, terms: LicenceTerms, language: Language): TopicScope[] {
  return TOPICS.filter((topic) => isOpen(topic, support)).map((topic) => scopeOf(topic, terms, language));
}

/** The topics that are still open to a shop without support; null when all are. */
export function onlyTopics(support: Support): Topic[] | null {
  return support.state === 'active' ? null : TOPICS.filter((topic) => isOpen(topic, support));
}

/** Whether a shop in this state may open a ticket on a topic (R1, R3, A2). */
export function isOpen(topic: Topic, support: Support): boolean {
  if (support.state === 'unrecognised') return false;
  return support.state === 'active' || ALWAYS_OPEN.includes(topic);
}

function isCovered(topic: Topic, terms: LicenceTerms): boolean {
  if (topic === 'installation') return terms.edition.toUpperCase() !== 'STANDARD';
  if (topic === 'updates') return terms.licenceState !== 'breached';
  return !isRuledOut(topic);
}

function isRuledOut(topic: Topic): topic is UncoveredTopic {
  return !COVERED_TOPICS.some((covered) => covered === topic);
}

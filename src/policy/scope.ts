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
import { INDIVIDUAL_TERMS, INSTALLED_ALREADY, NOT_COVERED, type Notes, tidy } from './scope-words.ts';

/** The terms of a licence that decide which topics are covered. */
export interface LicenceTerms {
  /** as sold: `STANDARD`, `PREMIUM`, … */
  edition: string;
  licenceState: LicenceState;
  /** whether the one installation was done that support covers (C1) */
  isInstalled: boolean;
  /** whether individual terms were agreed before the purchase (N5) */
  hasIndividualTerms: boolean;
}

/** Whether a topic is covered, by which rule, and what to say kindly when it is not, or is by terms of its own. */
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
  const note = noteOf(topic, terms, covered)?.[language];
  return {
    id: topic,
    label: tidy(TOPIC_LABELS[language][topic]),
    covered,
    rule: ruleOf(topic, terms),
    note: note ? tidy(note) : null,
  };
}

/** A second installation is none of the covered one: N6 rules it out. STANDARD has none at all (C1). */
function ruleOf(topic: Topic, terms: LicenceTerms): string | null {
  if (topic === 'installation' && !isStandard(terms) && terms.isInstalled) return 'N6';
  return isRuledOut(topic) ? topic : RULE_OF[topic];
}

function noteOf(topic: Topic, terms: LicenceTerms, covered: boolean): Notes | undefined {
  if (covered) return topic === 'N5' ? INDIVIDUAL_TERMS : undefined;
  return topic === 'installation' && !isStandard(terms) ? INSTALLED_ALREADY : NOT_COVERED[topic];
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
  if (topic === 'installation') return !isStandard(terms) && !terms.isInstalled;
  if (topic === 'N5') return terms.hasIndividualTerms;
  if (topic === 'updates') return terms.licenceState !== 'breached';
  return !isRuledOut(topic);
}

function isRuledOut(topic: Topic): topic is UncoveredTopic {
  return !COVERED_TOPICS.some((covered) => covered === topic);
}

function isStandard({ edition }: LicenceTerms): boolean {
  return edition.toUpperCase() === 'STANDARD';
}

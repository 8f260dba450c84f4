import {
  type Channel,
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
import { openingOf } from './support.ts';
import { exampleOf } from './topic-examples.ts';
import { signsOf } from './topic-signs.ts';

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

/** What a ticket is about, and by whose word. */
export interface TicketTopic {
  topic: Topic;
  channel: Channel;
  /** whether an agent has decided the topic */
  isDecided: boolean;
  /** what an agent says of its coverage; null while the rules decide */
  coveredSet: boolean | null;
}

/**
 * Whether a ticket is covered, and by which rule. An agent's word stands above the rules. What a letter is about nobody has
 * chosen: null, undecided, until an agent says so.
 */
export function coverageOfTicket(
  { topic, channel, isDecided, coveredSet }: TicketTopic,
  terms: LicenceTerms,
): { covered: boolean | null; rule: string | null } {
  const { covered, rule } = scopeOf(topic, terms);
  const isUndecided = channel === 'email' && !isDecided;
  return { covered: coveredSet ?? (isUndecided ? null : covered), rule };
}

/** A topic that a shop may choose. */
export interface OfferedTopic extends TopicScope {
  /** whether a reply to a ticket on it is promised (A4) */
  promised: boolean;
  /** words that point to it, see `signsOf` */
  signs: string | undefined;
  /** what it is about for instance */
  example: string | undefined;
}

/** The topics that a shop may choose, with their scope and promise: all with support, and without it what stays open. */
export function topicsFor({ state }: Support, terms: LicenceTerms, language: Language): OfferedTopic[] {
  return TOPICS.filter((topic) => openingOf(topic, state) !== 'closed').map((topic) => ({
    ...scopeOf(topic, terms, language),
    promised: openingOf(topic, state) === 'promised',
    signs: signsOf(topic, language),
    example: exampleOf(topic, language),
  }));
}

/** The topics that are still open to a shop without support; null when all are. */
export function onlyTopics({ state }: Support): Topic[] | null {
  return state === 'active' ? null : TOPICS.filter((topic) => openingOf(topic, state) !== 'closed');
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

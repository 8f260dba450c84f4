/** What the rules cover or always allow (C1–C4, A2), in the order the form shows them. */
export const COVERED_TOPICS = [
  'configuration',
  'running',
  'outage',
  'installation',
  'updates',
  'security',
  'renewal',
  'other',
] as const;

/** What the rules do not cover (N1–N10). Such a ticket is never refused for its topic; it is marked. */
export const UNCOVERED_TOPICS = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N10'] as const;

export const TOPICS = [...COVERED_TOPICS, ...UNCOVERED_TOPICS] as const;

/** What a ticket is about, in the words of the vendor's rules. */
export type Topic = (typeof TOPICS)[number];

/** Facts that make a ticket an outage (R10). One is enough. */
export const OUTAGE_FACTS = ['shop-down', 'orders-blocked', 'panel-down', 'break-in'] as const;

export type OutageFact = (typeof OUTAGE_FACTS)[number];

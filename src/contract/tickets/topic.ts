/** Topics that the rules cover (C1–C4, R10) or always allow (A2), in the order of the form. */
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

/** Topics that the rules do not cover (N1–N10). Such a ticket is never refused for its topic; it is marked. */
export const UNCOVERED_TOPICS = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N10'] as const;

export const TOPICS = [...COVERED_TOPICS, ...UNCOVERED_TOPICS] as const;

/** The topic of a ticket, by the vendor's rules. */
export type Topic = (typeof TOPICS)[number];

/** Facts that make a ticket an outage (R10). One is enough. */
export const OUTAGE_FACTS = ['shop-down', 'orders-blocked', 'panel-down', 'break-in'] as const;

export type OutageFact = (typeof OUTAGE_FACTS)[number];

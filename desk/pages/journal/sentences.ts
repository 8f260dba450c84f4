import type { EventAction } from '../../../src/contract/lists.ts';

/** The details of an entry, as its sentence names them. */
export interface Facts {
  /** a detail as it is; empty where it is missing */
  text: (name: string) => string;
  count: (name: string) => number;
  has: (name: string) => boolean;
  /** the name of an agent whose id a detail is */
  agent: (name: string) => string;
  status: (name: string) => string;
  day: (name: string) => string;
  moment: (name: string) => string;
  channel: () => string;
  /** the topic that a detail is, `topic` unless it is named */
  topic: (name?: string) => string;
}

/** A sentence, or how it is made of the details. */
export type Sentence = string | ((facts: Facts) => string);

/** A sentence for each kind of event and its short name for the filter. */
export type Sentences = Record<EventAction, readonly [name: string, sentence: Sentence]>;

import type { OutageFact } from '../../contract/lists.ts';

/** What letters say, in one language. */
export interface LetterWords {
  hello: string;
  /** in the place of the ticket's subject, where the recipient never wrote to us */
  neutralSubject: string;
  received: (number: string) => string;
  promised: (day: string) => string;
  /** R8 */
  noPromiseEmail: string;
  noPromiseEnded: (lastDay: string) => string;
  noPromiseSeller: string;
  /** how the reply comes */
  replyComes: string;
  writeOnByMail: string;
  writeOnByLink: string;
  writeOnInPanel: string;
  link: string;
  linkKept: string;
  notYou: string;
  agent: string;
  waitsForYou: string;
  solved: string;
  solutionOf: (title: string) => string;
  question: string;
  questionWhere: string;
  questionHow: string;
  questionPanel: string;
  questionSubject: string;
  late: (number: string, day: string) => string;
  lateSorry: string;
  linkAsked: (number: string) => string;
  linkNotYou: string;
  emergency: string;
  unsubscribe: (number: string) => string;
  reason: string;
  alertSubject: (number: string, shop: string) => string;
  alert: (number: string, shop: string, at: string) => string;
  alertFacts: string;
  alertPhone: (phone: string) => string;
  alertDesk: string;
  advisoryPanel: string;
  facts: Record<OutageFact, string>;
  /** a day and time, such as “we wtorek 1 grudnia o 10:23” */
  when: (at: Temporal.Instant) => string;
  day: (day: Temporal.PlainDate) => string;
}

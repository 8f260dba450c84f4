import type { Language, OutageFact } from '../../contract/lists.ts';

/** A sentence for each road by which a customer may write on. */
interface ByRoad {
  /** answers to our letters are read */
  byMail: string;
  /** they are not, and the letter has the ticket's link */
  byLink: string;
}

/** What letters say, in one language. */
export interface LetterWords {
  language: Language;
  hello: string;
  /** subjects where the recipient never wrote to us, in the place of the ticket's own */
  receiptSubject: string;
  lateSubject: string;
  linkSubject: string;
  received: (number: string) => string;
  outageFirst: string;
  outageCall: (phone: string, hours: string) => string;
  promised: (day: string) => string;
  /** R8 */
  noPromiseEmail: string;
  noPromiseEnded: (lastDay: string) => string;
  noPromiseBefore: (firstDay: string) => string;
  renewal: string;
  /** of the page where updates are */
  updates: string;
  /** @param seller null where nobody knows it */
  noPromiseSeller: (seller: string | null) => string;
  /** how the reply comes */
  replyComes: string;
  replyInPanelToo: string;
  writeOn: ByRoad;
  /** without a link, where answers are not read */
  writeOnInPanel: string;
  writeOnLater: string;
  link: string;
  linkKept: string;
  notYou: string;
  agent: string;
  replies: (author: string, number: string) => string;
  /** names of the files of a reply, above the link to them */
  files: (names: string) => string;
  waitsForYou: ByRoad;
  solved: ByRoad;
  goesOn: string;
  /** by when we write again */
  writesAgain: (day: string) => string;
  solutionOf: (title: string, number: string) => string;
  copyOf: (author: string, number: string) => string;
  /** the same without a link */
  copiedFiles: (names: string) => string;
  /** why somebody gets a copy */
  copyReason: string;
  question: string;
  questionWhere: string;
  questionHow: string;
  questionPanel: string;
  questionSubject: string;
  /** true also when it is read after that day */
  late: (number: string, day: string) => string;
  lateSorry: string;
  linkAsked: (number: string) => string;
  linkNotYou: string;
  emergency: string;
  unsubscribe: (number: string) => string;
  reason: (number: string) => string;
  alertSubject: (number: string, shop: string) => string;
  alert: (number: string, shop: string, at: string) => string;
  alertFacts: string;
  alertPhone: (phone: string) => string;
  alertDesk: string;
  advisoryPanel: string;
  advisoryReason: string;
  facts: Record<OutageFact, string>;
  /** a day and time, such as “we wtorek 1 grudnia o 10:23” */
  when: (at: Temporal.Instant) => string;
  day: (day: Temporal.PlainDate) => string;
}

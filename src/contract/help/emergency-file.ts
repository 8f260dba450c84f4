import type { OutageFact } from '../lists.ts';
import type { OutageField } from './outage-form.ts';

/** What the emergency page on another host gives its script, as JSON in the page. In braces: what the script fills in. */
export interface EmergencyFileData {
  /** the origin of the service */
  service: string;
  /** where a letter goes when the service does not answer */
  email: string;
  words: {
    open: string;
    closed: string;
    /** tickets are taken */
    taking: string;
    /** the service answered before and does not now */
    lost: string;
    /** `{time}` */
    checked: string;
    /** `{title}`, `{since}` */
    ongoing: string;
    sending: string;
    errorsTitle: string;
    kept: string;
    missing: Record<OutageField, string>;
    unfit: Record<OutageField, string>;
    tooLong: string;
    unknownShop: string;
    /** by problem code */
    refusals: Partial<Record<string, string>>;
    refused: string;
    /** nobody knows whether it arrived */
    unansweredTitle: string;
    unanswered: string;
    byMail: string;
    /** the text is too long for a link */
    mailCut: string;
    /** `{number}` */
    done: string;
    doneNumber: string;
    /** `{when}` */
    promised: string;
    notPromised: string;
    /** `{email}` */
    answerByMail: string;
    answerOtherwise: string;
    /** `{facts}` */
    subject: string;
    mailSubject: string;
    /** before what was typed, in a letter of the customer's */
    letterLabels: Record<OutageField, string>;
    facts: Record<OutageFact, string>;
  };
}

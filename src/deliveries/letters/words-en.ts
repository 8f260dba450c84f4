import { WARSAW } from '../../contract/warsaw.ts';
import type { LetterWords } from './letter-words.ts';

export const ENGLISH: LetterWords = {
  hello: 'Hello,',
  neutralSubject: 'shopGold support: ticket received',
  received: (number) => `ticket no. ${number} is with us.`,
  promised: (day) => `You will have our answer ${day} at the latest.`,
  noPromiseEmail:
    'We answer e-mails after tickets from the shop’s panel, and without a guaranteed time. “Pomoc online” in the panel is quicker: those tickets are read first, and the shop’s number and address fill themselves in.',
  noPromiseEnded: (lastDay) =>
    `Technical support of this shop ended on ${lastDay}, so we cannot promise a time. We will read your letter.`,
  noPromiseSeller:
    'This shop was not bought from us directly, so its seller supports it and we cannot promise a time. We will read your letter.',
  replyComes: 'The answer will come to this address.',
  writeOnByMail: 'Something to add, or a file to attach? Reply to this letter.',
  writeOnByLink: 'Something to add, or a file to attach? Open the ticket:',
  writeOnInPanel: 'Something to add? Open “Pomoc online” in your shop’s panel, then “My tickets”.',
  link: 'The ticket and the whole conversation',
  linkKept: 'This link opens this ticket only. Do not pass it to anybody you do not trust.',
  notYou: 'Not your ticket? Do nothing: we will send no more such letters today.',
  agent: 'shopGold support',
  waitsForYou: 'We are waiting for your answer.',
  solved: 'We take this as solved. If it did not help, just write back.',
  solutionOf: (title) => `The problem “${title}” that your ticket is about is solved.`,
  question:
    'thank you for your letter. To work on it we need the support number and the address of the shop; we did not find them in it, or they do not belong together.',
  questionWhere:
    'The number stands on the home page of the shop’s panel, under “Informacje o sklepie”. It usually has 8 characters, and capitals matter.',
  questionHow: 'Reply to this letter with number and address. No need to describe everything again: we have it.',
  questionPanel: '“Pomoc online” in the shop’s panel is quicker: number and address fill themselves in there.',
  questionSubject: 'shopGold support: we need the number and address of your shop',
  late: (number, day) => `we promised to answer ticket no. ${number} ${day} at the latest. We may not make it.`,
  lateSorry: 'We are sorry. Nothing is lost and there is nothing you need to do: we will answer as soon as we can.',
  linkAsked: (number) => `here is the link to ticket no. ${number} that somebody, most likely you, asked for.`,
  linkNotYou: 'Not you? Do nothing: only this address has the link.',
  emergency: 'Shop or panel down? The emergency page with our telephone',
  unsubscribe: (number) => `Stop letters about ticket ${number}`,
  reason: 'You get this letter because a ticket names this e-mail address.',
  alertSubject: (number, shop) => `Outage outside office hours: ${shop} (${number})`,
  alert: (number, shop, at) => `Ticket no. ${number} of the shop ${shop} came ${at} as an outage.`,
  alertFacts: 'Ticked',
  alertPhone: (phone) => `Telephone: ${phone}`,
  alertDesk: 'The ticket at the desk',
  advisoryPanel: 'Questions? Write through “Pomoc online” in your shop’s panel.',
  facts: {
    'shop-down': 'the shop does not open',
    'orders-blocked': 'customers cannot order',
    'panel-down': 'the panel is down',
    'break-in': 'a break-in is suspected',
  },
  when: (at) => {
    const here = at.toZonedDateTimeISO(WARSAW);
    const day = here.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
    return `on ${day} at ${here.hour}:${String(here.minute).padStart(2, '0')} (Warsaw time)`;
  },
  day: (day) => day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }),
};

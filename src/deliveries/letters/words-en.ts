import { WARSAW } from '../../contract/warsaw.ts';
import type { LetterWords } from './letter-words.ts';

export const ENGLISH: LetterWords = {
  language: 'en',
  hello: 'Hello,',
  receiptSubject: 'shopGold support: ticket received',
  lateSubject: 'shopGold support: our answer may be late',
  linkSubject: 'shopGold support: link to your ticket',
  received: (number) => `We have your ticket no. ${number}.`,
  outageFirst: 'Outages go before all other tickets.',
  outageCall: (phone, hours) => `You can also call us: ${phone} (${hours}).`,
  promised: (day) => `You will have our answer ${day} at the latest.`,
  noPromiseEmail:
    'We answer e-mails after tickets from the shop’s panel, and without a guaranteed time. “Pomoc online” in the panel is quicker: those tickets are read first, and the shop’s number and address fill themselves in.',
  noPromiseEnded: (lastDay) =>
    `Technical support of this shop ended on ${lastDay}, so we cannot promise a time. We will read your ticket.`,
  noPromiseBefore: (firstDay) =>
    `Technical support of this shop begins on ${firstDay}, so we cannot promise a time. We will read your ticket.`,
  renewal: 'How to renew support',
  updates: 'Updates, in your shopGold account',
  noPromiseSeller: (seller) =>
    `This shop was not bought from us directly, so its seller${seller ? ` (${seller})` : ''} supports it and we cannot promise a time. We will read your ticket.`,
  replyComes: 'The answer will come to this address.',
  replyInPanelToo:
    'You will see the answer in your shop’s panel, in “Pomoc online”. We will also send it to this address, unless you read it there at once.',
  writeOn: {
    byMail: 'Something to add, or a file to attach? Reply to this message.',
    byLink: 'Something to add, or a file to attach? Use this link: a reply to this message will not reach the ticket.',
  },
  writeOnInPanel:
    'Something to add? Open “Pomoc online” in your shop’s panel, then “My tickets”. A reply to this message will not reach the ticket.',
  writeOnLater:
    'Something to add? The link to the ticket will come with our answer. A reply to this message will not reach the ticket.',
  link: 'The ticket and the whole conversation',
  linkKept: 'This link opens this ticket only. Do not pass it to anybody you do not trust.',
  notYou: 'Not your ticket? There is nothing you need to do: we will send no more such messages today.',
  agent: 'shopGold support',
  replies: (author, number) => `${author} answers ticket no. ${number}:`,
  files: (names) => `Files with this reply: ${names}. You can download them by the link below.`,
  waitsForYou: {
    byMail: 'We are waiting for your answer. Reply to this message; you may attach files.',
    byLink: 'We are waiting for your answer. Write it at this link: a reply to this message will not reach the ticket.',
  },
  solved: {
    byMail: 'We take this as solved. If it did not help, reply to this message.',
    byLink:
      'We take this as solved. If it did not help, write at this link: a reply to this message will not reach the ticket.',
  },
  goesOn: 'We go on working on it.',
  writesAgain: (day) => `We go on working on it, and write again ${day} at the latest.`,
  solutionOf: (title, number) => `The problem “${title}” that ticket no. ${number} is about is solved.`,
  copyOf: (author, number) => `A copy: ${author} replies to ticket no. ${number}:`,
  copiedFiles: (names) => `Files with this reply: ${names}. Whoever opened the ticket has them, this copy does not.`,
  copyReason: 'You get this copy because this address was in the message that we reply to.',
  question:
    'Thank you for your message. To work on it we need the support number and the address of your shop. We did not find them in it, or they do not belong together.',
  questionWhere:
    'The number stands on the home page of the shop’s panel, under “Informacje o sklepie”. It usually has 8 characters.',
  questionHow: 'Reply to this message with number and address. No need to describe everything again: we have it.',
  questionPanel: '“Pomoc online” in the shop’s panel is quicker: number and address fill themselves in there.',
  questionSubject: 'shopGold support: we need the number and address of your shop',
  late: (number, day) =>
    `We promised to answer ticket no. ${number} ${day} at the latest. Our answer may come later; we are sorry.`,
  lateSorry: 'Nothing is lost and there is nothing you need to do: we will answer as soon as we can.',
  linkAsked: (number) => `Here is the link to ticket no. ${number} that somebody, most likely you, asked for.`,
  linkNotYou: 'Not you? There is nothing you need to do: only this address has the link.',
  emergency: 'Shop or panel down? The emergency page',
  unsubscribe: (number) => `No more messages about ticket ${number}`,
  reason: (number) => `You get this message because this address is the contact of ticket ${number}.`,
  alertSubject: (number, shop) => `Outage outside office hours: ${shop} (${number})`,
  alert: (number, shop, at) => `Ticket no. ${number} of the shop ${shop} came ${at} as an outage.`,
  alertFacts: 'Ticked',
  alertPhone: (phone) => `Telephone: ${phone}`,
  alertDesk: 'The ticket at the desk',
  advisoryPanel: 'Questions? Write through “Pomoc online” in your shop’s panel.',
  advisoryReason: 'You get this message because this address is the contact of a shop in a version that this is about.',
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

import type { pl } from './pl.ts';

/** In English: the page of new tickets. */
export const en: typeof pl = {
  lead: 'A call, or a matter that you open on behalf of a shop. The ticket is yours at once. What is typed stays in this browser until it is sent.',
  takenMeanwhile: 'The last ticket was taken. Its number:',
  findShop: 'Shop: name, support number, address or e-mail',
  foundShops: 'Shops found',
  looking: 'Looking…',
  noShop:
    'There is no such shop in the registry. Ask for the support number: it stands on the panel’s home page, tab “Informacje o\u00a0sklepie”.',
  notLooked: 'Could not search. Check the connection and type again.',
  shop: 'Shop',
  otherShop: 'Another shop',
  narrowed: {
    expired:
      'Support is not active today, so only a security hole or critical bug, a matter of updates and a request for more support can be taken. For anything else offer a package and choose the topic “Extending support”.',
    'not-bought-directly':
      'This licence was not bought from us, so the shop’s seller helps. Only a security hole or critical bug can be taken; send the rest to the seller.',
  },
  facts: 'What is down?',
  factsHint:
    'Tick everything the shop confirms: an outage goes to the top of the queue. With nothing ticked it is an ordinary ticket.',
  factNames: {
    'shop-down': 'The shop is down',
    'orders-blocked': 'Orders cannot be placed',
    'panel-down': 'The panel is down',
    'break-in': 'A break-in',
  },
  otherOutage: 'Another outage',
  name: 'Who reports it',
  phone: 'Phone to call back',
  subject: 'Subject in a few words',
  description: 'What is happening (in the words of the shop, which will see it)',
  topic: 'Kind of matter',
  soldBy: (seller) => `Seller: ${seller}.`,
  open: 'Open without support',
  covered: 'Covered by support',
  uncovered: 'Not covered by support',
  email: 'E-mail of the customer',
  emailHint: 'From the registry; can be corrected. Without one the caller opens the ticket by number and code.',
  errors: {
    shop: 'Choose a shop from the list.',
    subject: 'Enter a subject of at least 3 characters.',
    description: 'Enter what is happening.',
    email: 'This is no e-mail address. Correct it or leave it empty.',
  },
  send: 'Take the ticket',
  sending: 'Sending…',
  sendAgain: 'Send again',
  waiting: 'No connection. Everything is kept; sending again makes no second ticket.',
  refusals: {
    'support-expired':
      'Not taken: this shop’s support is not active today. Choose a security hole or critical bug, updates, or extending support.',
    'not-bought-directly':
      'Not taken: this licence was not bought from us. Send the caller to the seller, or choose a security hole or critical bug.',
    'not-found': 'Not taken: this shop is not in the registry any more. Choose the shop again.',
  },
  refused: 'The service did not take the ticket. Everything is still in the fields.',
  discard: 'Clear',
};

import type { pl } from './pl.ts';

const months = (count: number): string => (count === 1 ? '1\u00a0month' : `${count}\u00a0months`);

/** In English: the pages of shops. */
export const en: typeof pl = {
  search: 'Search shops: name, support number, address or e-mail',
  shopNotLoaded: 'The shop could not be loaded.',
  notLoaded: 'The shops could not be loaded.',
  nothing: 'There are no shops in the registry yet. The command “pomoc shops import” reads them in.',
  nothingFound: 'No shop fits.',
  behind: (yours, current) => `version ${yours}, current is ${current}`,
  upToDate: (yours) => `version ${yours}, current`,
  unknownVersion: 'version not known',

  allShops: 'All shops',
  gone: 'There is no such shop.',
  itsTickets: 'This shop’s tickets',
  licence: 'Licence',
  boughtOn: 'Bought on',
  boughtDirectly: 'Seller',
  directly: 'we',
  notDirectly: 'somebody else – they help, not we (R3)',
  supportMonths: 'Support included',
  months,
  packageOnlyAdmins: 'Only an admin can add a package.',
  onlyAdmins: 'Only an admin can do this.',

  breach: 'Breach of licence',
  breachHint:
    'Closes access to updates only (C3); support goes on. The next import of the registry writes what stands in its file.',
  setBreached: 'Mark a breach',
  setValid: 'Take the mark off',

  history: 'How the last day of support comes about',
  noHistory: 'The shop’s seller gives support, so there is no period to count (R3).',
  base: 'Licence',
  extension: 'Package',
  bought: (day) => `bought on ${day}`,
  covers: (from, to) => `from ${from} to ${to}`,
  countedAlone: (start, count) => `counted from ${start}: ${months(count)} (R2)`,
  countedJoined: (start, count) =>
    `begins on the day after the period before; counted together from ${start}: ${months(count)} (R4)`,
  countedAfterGap: (start, count) => `after a gap, from the purchase on ${start}: ${months(count)} (R4)`,
  lastDay: 'Last day of support',

  addPackage: 'Add a package',
  addAnother: 'Add another package',
  monthsAsked: 'For how many months',
  otherMonths: 'Another number (1–36)',
  monthsNumber: 'Number of months',
  purchasedOn: 'Day of purchase',
  preview: (to, before) => `New last day: ${to} (so far ${before}).`,
  previewCovers: (from, to) => `This package will cover the days from ${from} to ${to}.`,
  added: (to) => `Added. Support runs until ${to}.`,
  packageRefusals: {
    'invalid-request':
      'The day of purchase may neither lie ahead nor before the licence was bought, and months must be from 1 to 36.',
    'not-bought-directly': 'Our support does not cover this shop (R3), so a package would give it nothing.',
  },
  failures: {
    unanswered: 'No connection. Try again: the same is not stored twice.',
    'secret-unanswered':
      'No connection. The secret may have been made: if it is in the list, revoke it and make a new one.',
    'not-proven': 'Nothing has changed: it was not confirmed that it is you.',
    refused: 'The service refused. Reload the page and try again.',
  },

  facts: 'Facts and terms',
  factNames: {
    shopName: 'Name of the shop',
    contactEmail: 'E-mail of the shop',
    edition: 'Edition',
    purchasedOn: 'Day on which the licence was bought',
    supportMonths: 'Months of support with the licence (R2)',
    boughtDirectly: 'Who sold it (R3)',
    installedOn: 'Installation done (C1)',
    individualTerms: 'Individual terms (N5)',
    purchaseAccount: 'Account that bought it (C3)',
    seller: 'Seller, if not us (R3)',
    note: 'Note for the team',
  },
  noFact: {
    installedOn: 'not recorded: the first installation is covered',
    individualTerms: 'none: template changes are outside support',
    purchaseAccount: 'unknown',
    seller: 'not given',
    note: 'none',
  },
  factHints: {
    shopName: 'Tickets and lists call it by this name.',
    contactEmail: 'From the registry. Replies go to the address that stands in the ticket.',
    edition: 'Such as STANDARD or PREMIUM. STANDARD comes without an installation by us (C1).',
    purchasedOn: 'Support is counted from this day. A day to come: support has not begun.',
    supportMonths: 'Usually 3 or 6. The last day of support changes at once, in the panel of the shop, too.',
    boughtDirectly: 'A shop that was bought elsewhere is helped by its seller.',
    installedOn:
      'The next installation will be outside support (N6). It is also set once a ticket about the installation is solved.',
    individualTerms: 'They lift rule N5. The shop only sees that there are some; agents read them.',
    purchaseAccount: 'Updates are in this account. Tell it to nobody who has not proven that it is their shop.',
    seller: 'A shop that was bought elsewhere hears this name.',
    note: 'Only agents see it.',
  },
  factFaults: {
    missing: 'This field cannot be empty.',
    months: 'Type a number from 1 to 120.',
    email: 'This is no e-mail address.',
  },
  changeFacts: 'Change facts',
  changeAllFacts: 'Change data and facts',
  saveFacts: 'Save facts',
  leaveFacts: 'Leave as it is',
  factsOfAdmins: 'Licence, terms, account and seller are changed by an admin.',
  factOutcomes: {
    saved: 'Saved. The change stands in the history.',
    conflict:
      'Somebody changed this shop meanwhile, and nothing of yours was saved. Your text is still here; the changes are in the history. Save again if yours is to stand.',
    unanswered: 'No connection. Your text is still here; try again.',
    refused: 'The service refused. Your text is still here; reload the page and try again.',
  },
  shopEnded: (moment) => `This shop was ended in the registry on ${moment}: we recognise it no more. Its tickets stay.`,
  tickets: 'Last tickets',
  noTickets: 'This shop has no tickets yet.',
  changes: 'History of changes',
  noChanges: 'No change has been recorded yet.',
  changeNames: {
    installUrl: 'address of the shop',
    edition: 'edition',
    purchasedOn: 'day of purchase',
    supportMonths: 'months of support',
    boughtDirectly: 'where it was bought',
    licenceState: 'licence',
    shopName: 'name',
    contactEmail: 'e-mail address',
    shopVersion: 'installed version',
    installedOn: 'installation done',
    individualTerms: 'individual terms',
    purchaseAccount: 'purchase account',
    seller: 'seller',
    note: 'note',
    added: 'added to the registry',
    ended: 'ended in the registry',
    package: 'package added',
    panelUrl: 'address of the panel, or a former one',
    signature: 'signature of the panel',
  },
  changeValues: {
    'boughtDirectly:true': 'from us',
    'boughtDirectly:false': 'from another seller',
    'licenceState:valid': 'valid',
    'licenceState:breached': 'breached',
    'signature:required': 'required',
    'signature:optional': 'not required',
  },
  cameBack: 'back in the registry',
  emptied: 'removed',
  byImport: 'an import or the operator',
  byTicket: (number) => `ticket ${number}, solved`,
  addresses: 'Addresses',
  addressesLead:
    'A shop has one address (C5). Its panel may be at another one, and the shop’s former address is recognised for twelve months.',
  addressKinds: { shop: 'shop', panel: 'panel', former: 'former' },
  addressSince: (day) => `since ${day}`,
  addressUntil: (day) => `until ${day}`,
  countsNot: 'no longer recognised',
  newAddress: 'A new address',
  addAddress: 'Add a panel’s address',
  changeAddress: 'Change the shop’s address',
  addressUse: 'What is at this address',
  addressUses: { panel: 'the panel of this shop', shop: 'the shop: the present address becomes a former one' },
  endAddress: 'End',
  endAddressSure: 'Tickets from this address stop being tickets from the panel at once.',
  endAddressYes: 'Yes, end it',
  addressFailure(failure) {
    switch (failure.kind) {
      case 'taken':
        return `The shop ${failure.shop} has this address. A panel’s address belongs to one shop.`;
      case 'no-address':
        return 'Type the address of a page, such as panel.ksiegarnia-zuraw.pl.';
      case 'private':
        return 'Only one computer or network knows such an address.';
      case 'unanswered':
        return 'No connection. Try again: the same is not stored twice.';
      default:
        return 'The service refused. Reload the page and try again.';
    }
  },

  secrets: 'Secrets of the panel’s signature',
  secretsLead:
    'With a secret the shop’s panel signs who it is. Tickets are verified then, and the shop sees all of its own on any computer.',
  noSecrets: 'This shop has no secret: nobody vouches for its tickets.',
  makeSecret: 'Make a secret',
  signatureOptional: 'Tickets without a signature are accepted.',
  signatureOptionalMore: 'Anybody who knows the support number and the address may send them.',
  signatureRequired: 'Tickets from pages are accepted only with the panel’s signature.',
  signatureRequiredMore: 'Without one the page leads to the phone and e-mail.',
  setSignatureRequired: 'Require the signature',
  setSignatureOptional: 'Do not require the signature',
  madeOnce: 'A new secret – it is shown only now',
  madeHow:
    'Hand both to whoever runs the panel, not by a ticket or e-mail. They go where pomoc-token.php signs (docs/embedding.md, “Signed identity”): the kid as it is, the secret as the variable POMOC_SECRET, never into a page.',
  secret: 'secret',
  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected – press Ctrl+C',
  putAway: 'Stored, hide it',
  madeAt: (moment) => `made ${moment}`,
  isValid: 'valid',
  revokedAt: (moment) => `revoked ${moment}`,
  revoke: 'Revoke',
  revokeSure: 'Sessions of the panel that it opened end at once, and there is no way back.',
  revokeYes: 'Yes, revoke',
  revokeNo: 'No',
  endSessions: 'End all sessions of this shop',
  endSessionsSure:
    'Open help sessions of this shop end at once. Who is signed in to the panel gets a new one when the panel signs them again; the others see only the tickets of their browser. Secrets and drafts stay.',
  endSessionsYes: 'Yes, end the sessions',
  sessionsEnded: (count: number) =>
    count === 0
      ? 'This shop had no open sessions.'
      : `${count === 1 ? 'One session' : `${count}\u00a0sessions`} ended. Who works in the panel gets a new one when the panel signs them again. Drafts were kept.`,
};

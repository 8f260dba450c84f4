import type { Facts, Sentences } from './sentences.ts';

const files = (count: number): string => (count === 1 ? 'one file' : `${count}\u00a0files`);
const range = ({ text }: Facts): string => `from ${text('from')} to ${text('to')}`;

const WAYS: Record<string, string> = {
  passkey: 'a passkey',
  totp: 'a code of the app',
  recovery: 'a recovery code',
  password: 'the password',
};

const way = ({ text }: Facts): string => WAYS[text('way')] ?? text('way');

const ALARMS: Record<string, string> = {
  'shop-tickets': 'many tickets of one shop within an hour',
  'shop-uploads': 'many unsent files of one shop',
  'shop-storage': 'files of one shop fill nearly all of its space',
  'total-storage': 'files of all shops fill nearly all of the space',
  'unknown-pairs': 'many unknown pairs of number and address within an hour',
  'failed-sign-ins': 'many failed sign-ins within an hour',
};

const REASONS: Record<string, string> = {
  abuse: 'abuse',
  duplicate: 'duplicate',
  'solved-elsewhere': 'solved elsewhere',
};

const SCANS: Record<string, string> = {
  none: 'There is no scanner to check the ticket’s file.',
  waiting: 'The ticket’s file waits to be checked.',
  clean: 'The ticket’s file was checked: nothing dangerous.',
  refused: 'The scanner found something dangerous in the ticket’s file.',
  failed: 'The ticket’s file could not be checked.',
};

const SCOPES: Record<string, string> = {
  true: 'covered by support',
  false: 'outside support',
  '': 'undecided',
};

/** In English: each kind of event, as a name and as a sentence without its doer, who stands beside it. */
export const sentences: Sentences = {
  'ticket.opened': ['ticket opened', (f) => `Ticket opened. ${f.channel()}, topic: ${f.topic()}.`],
  'ticket.message': [
    'message of the customer',
    (f) => (f.count('files') ? `The customer wrote, with ${files(f.count('files'))}.` : 'The customer wrote.'),
  ],
  'ticket.answered': [
    'answer',
    (f) =>
      `Answer sent. Status: ${f.status('to')}.${f.has('followUpAt') ? ` We write again by ${f.moment('followUpAt')}.` : ''}`,
  ],
  'ticket.note': ['note', 'Internal note added.'],
  'ticket.moved': [
    'change of status',
    (f) =>
      `Status changed from “${f.status('from')}” to “${f.status('to')}”.${f.has('reason') ? ` Reason: ${REASONS[f.text('reason')] ?? f.text('reason')}.` : ''}${f.has('promiseEnded') ? ' The promised time of the answer counts no more.' : ''}`,
  ],
  'ticket.helped': [
    'whether it helped',
    (f) =>
      f.text('helped') === 'yes'
        ? 'The customer says that the solution helped.'
        : 'The customer says that the solution did not help.',
  ],
  'ticket.seen': ['messages read', 'Messages of the ticket read.'],
  'ticket.assigned': [
    'assignment',
    (f) => (f.has('to') ? `Ticket assigned to ${f.agent('to')}.` : 'Ticket assigned to nobody.'),
  ],
  'ticket.address-added': [
    'address of a ticket',
    (f) => `The address that the ticket came from was added to the shop: ${f.text('host')}.`,
  ],
  'ticket.vouched': ['vouching', 'Vouched that this shop writes.'],
  'ticket.vouch-ended': ['vouching taken back', 'Took back that this shop writes.'],
  'ticket.linked': ['link to a problem', 'Ticket linked to a known problem.'],
  'ticket.unlinked': ['link removed', 'Ticket unlinked from the known problem.'],
  'ticket.lifted': ['lifted to outages', 'Ticket moved to the outages.'],
  'ticket.lowered': ['lowered from outages', 'Ticket taken out of the outages.'],
  'ticket.merged': ['merge', (f) => `Ticket ${f.text('from')} merged into ${f.text('into')}.`],
  'ticket.merge-undone': ['merge undone', (f) => `Tickets ${f.text('from')} and ${f.text('into')} taken apart.`],
  'ticket.same-person': [
    'same person',
    (f) => `Tickets ${f.text('from')} and ${f.text('into')} said to be of the same person.`,
  ],
  'ticket.tagged': ['tag added', (f) => `Tag “${f.text('tag')}” added.`],
  'ticket.untagged': ['tag removed', (f) => `Tag “${f.text('tag')}” removed.`],
  'ticket.snoozed': [
    'snoozing',
    (f) => (f.has('until') ? `Ticket snoozed until ${f.moment('until')}.` : 'Snoozing ended.'),
  ],
  'ticket.returned': ['back from snoozing', 'The ticket is back from being snoozed.'],
  'ticket.follow-up-set': [
    'change of the time',
    (f) => (f.has('at') ? `Set: we write again by ${f.moment('at')}.` : 'Time by which we write again removed.'),
  ],
  'ticket.follow-up-due': [
    'time is over',
    (f) => `The time by which we were to write again is over: ${f.moment('at')}.`,
  ],
  'ticket.token-revoked': ['access revoked', 'Access of the browser that sent the ticket revoked.'],
  'ticket.files-withheld': [
    'files taken away',
    (f) => `Took ${files(f.count('files'))} away, to be deleted after 30\u00a0minutes.`,
  ],
  'ticket.files-returned': ['files given back', (f) => `Gave ${files(f.count('files'))} back.`],
  'ticket.files-freed': ['files deleted', (f) => `Deleted ${files(f.count('files'))} for good.`],
  'ticket.closing-undone': ['closing undone', (f) => `Closing undone. Status: ${f.status('to')}.`],
  'ticket.file-scanned': ['file checked', (f) => SCANS[f.text('scan')] ?? 'A file of the ticket was checked.'],
  'ticket.closed-after-quiet': [
    'closed after quiet',
    (f) => `Ticket closed: nothing happened for ${f.count('days')}\u00a0days.`,
  ],
  'ticket.late-warned': ['warning of delay', 'The customer was warned that the answer will be late.'],
  'ticket.link-asked': ['link asked for', 'The link to the ticket was asked for.'],
  'ticket.links-revoked': ['links revoked', 'Links to the ticket that were sent are revoked.'],
  'ticket.code-made': ['code by telephone', 'Code to be read out by telephone made.'],
  'ticket.mail-ended': ['letters ended', 'The recipient ended the letters about the ticket.'],
  'ticket.contact-changed': [
    'contact’s address changed',
    'The address for letters about the ticket was changed, or letters began again.',
  ],
  'ticket.corrected': [
    'ticket corrected',
    (f) =>
      [
        f.text('from') === f.text('to') ? '' : `Topic changed from “${f.topic('from')}” to “${f.topic('to')}”.`,
        f.text('coveredFrom') === f.text('coveredTo') ? '' : `Scope: ${SCOPES[f.text('coveredTo')] ?? ''}.`,
        f.has('subject') ? 'Subject changed.' : '',
        f.has('contact') ? 'Name or telephone changed.' : '',
      ]
        .filter(Boolean)
        .join(' ') || 'Topic and scope of the ticket confirmed.',
  ],
  'ticket.mail-failed': ['letter not delivered', 'A letter could not be delivered.'],
  'ticket.mail-resent': ['letter sent again', 'Letter sent again.'],

  'notice.added': ['new notice', 'Notice of a known problem added.'],
  'notice.ended': ['notice ended', 'Notice ended.'],
  'notice.solved': ['problem solved', 'Known problem solved, and its tickets answered.'],

  'settings.changed': ['setting changed', (f) => `Setting “${f.text('name')}” changed.`],
  'version.announced': ['new version', (f) => `Version ${f.text('version')} announced.`],
  'macro.added': ['new text', 'Ready text added.'],
  'macro.changed': ['text changed', 'Ready text changed.'],
  'macro.archived': ['text archived', 'Ready text archived.'],
  'macro.restored': ['text restored', 'Ready text restored.'],
  'macro.ordered': ['order of texts', 'Order of the ready texts changed.'],

  'read.ticket': ['ticket opened by an agent', 'Opened the ticket.'],
  'read.file': ['file taken', 'Took a file of the ticket.'],
  'read.mail': ['letter read', 'Read or downloaded a letter that came by mail.'],
  'read.report': ['report read', (f) => `Opened the report ${range(f)}.`],
  'read.export': ['report taken', (f) => `Took a file of the report ${range(f)}.`],

  'mail.asked': ['question for the shop', 'The sender of a letter was asked which shop they are of.'],
  'mail.set-aside': ['letter set aside', 'Letter set aside.'],
  'mail.taken': [
    'letter taken',
    (f) =>
      f.has('ticket')
        ? 'Letter taken as a ticket.'
        : 'Letter said to be a ticket; it waits for a shop’s number and address.',
  ],
  'mail.stopped': ['mail stopped', (f) => `Sending letters stopped: the mail server refuses (${f.text('reason')}).`],
  'mail.resumed': ['mail resumed', 'Sending letters resumed.'],

  'agent.added': ['new agent', (f) => `Account added: ${f.agent('agent')} (${f.text('role')}).`],
  'agent.disabled': ['account disabled', (f) => `Account disabled: ${f.agent('agent')}.`],
  'agent.enabled': ['account enabled', (f) => `Account enabled again: ${f.agent('agent')}.`],
  'agent.role-changed': [
    'role changed',
    (f) => `Role changed: ${f.agent('agent')}, ${f.text('from')} → ${f.text('to')}.`,
  ],
  'agent.code-given': [
    'one-time code',
    (f) => `One-time code given: ${f.agent('agent')}. Password, keys and sessions of the account ended.`,
  ],
  'agent.code-used': ['password by code', 'Password set by a one-time code.'],
  'agent.signed-in': ['sign-in', 'Signed in to the desk.'],
  'agent.sign-in-failed': ['failed sign-in', 'Sign-in failed: wrong password or address.'],
  'agent.signed-out': ['sign-out', 'Signed out.'],
  'agent.signed-out-everywhere': ['sign-out everywhere', 'Signed out on all devices.'],
  'agent.session-ended': ['session ended', 'Ended a session of their own on another device.'],
  'agent.password-changed': ['password changed', (f) => `Password changed: ${f.agent('agent')}.`],
  'agent.password-refused': ['wrong password', 'A wrong present password was given.'],
  'agent.proven': ['proof of identity', (f) => `Proved who they are by ${way(f)}.`],
  'agent.proof-refused': ['proof refused', (f) => `Could not prove who they are by ${way(f)}.`],
  'agent.passkey-added': ['new passkey', 'Passkey added.'],
  'agent.passkey-renamed': ['passkey renamed', 'Passkey renamed.'],
  'agent.passkey-removed': ['passkey removed', 'Passkey removed.'],
  'agent.totp-set-up': ['authenticator app', 'Authenticator app set up.'],
  'agent.totp-removed': ['app removed', 'Authenticator app removed.'],
  'agent.recovery-codes-made': ['recovery codes', 'New recovery codes made.'],
  'agent.recovery-code-used': ['recovery code used', (f) => `Recovery code used. Left: ${f.count('left')}.`],
  'agent.factors-reset': ['factors reset', (f) => `Passkeys, app and codes removed: ${f.agent('agent')}.`],

  'shops.imported': ['registry imported', (f) => `Registry of shops imported: ${f.count('shops')}.`],
  'shop.licence-set': [
    'state of a licence',
    (f) =>
      f.text('to') === 'breached'
        ? 'Breach of the shop’s licence marked.'
        : 'Mark of a breach of the shop’s licence taken back.',
  ],
  'shop.address-changed': [
    'shop moved',
    (f) => `Address of the shop changed from ${f.text('from')} to ${f.text('to')}.`,
  ],
  'shop.address-added': ['address added', (f) => `Address of the shop added: ${f.text('host')}.`],
  'shop.address-ended': ['address ended', (f) => `Address of the shop ended: ${f.text('host')}.`],
  'shop.signature-set': [
    'signature required',
    (f) =>
      f.text('to') === 'required'
        ? 'The panel’s signature is required from now on.'
        : 'The panel’s signature is required no more.',
  ],
  'shop.sessions-ended': ['shop’s sessions ended', (f) => `All sessions of the shop ended: ${f.count('sessions')}.`],
  'shop-secret.made': ['secret made', (f) => `Secret of the signature made: ${f.text('kid')}.`],
  'shop-secret.revoked': ['secret revoked', (f) => `Secret of the signature revoked: ${f.text('kid')}.`],
  'package.added': [
    'package added',
    (f) => `Support package of ${f.count('months')}\u00a0months added, bought on ${f.day('purchasedOn')}.`,
  ],
  'shop.added': ['shop added', 'Shop added to the registry.'],
  'shop.changed': [
    'facts of a shop',
    (f) =>
      f.has('ticket')
        ? `Ticket ${f.text('ticket')} solved: the installation is done.`
        : 'Facts of the shop changed in the registry.',
  ],
  'shop.ended': ['shop ended', 'Shop ended in the registry.'],
  'api-key.made': ['key of a system made', (f) => `Key of a system made: ${f.text('key')}.`],
  'api-key.revoked': ['key of a system revoked', (f) => `Key of a system revoked: ${f.text('key')}.`],

  'block.added': [
    'block',
    (f) =>
      f.has('range')
        ? `Addresses ${f.text('range')} blocked until ${f.moment('until')}.`
        : `Unproven tickets of the shop blocked until ${f.moment('until')}.`,
  ],
  'block.lifted': ['block lifted', 'Block lifted.'],
  'alarm.raised': ['alarm', (f) => `Alarm: ${ALARMS[f.text('kind')] ?? f.text('kind')}.`],
  'alarm.acknowledged': ['alarm acknowledged', 'Alarm acknowledged.'],
};

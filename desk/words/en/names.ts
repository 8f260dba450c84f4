import { SHORT_TOPIC_LABELS } from '../../../src/contract/topic-labels.ts';
import type { names as Words } from '../pl/names.ts';

/** In English: names for the codes of the contract. */
export const names: typeof Words = {
  statuses: {
    new: 'New',
    'in-progress': 'In progress',
    'waiting-for-customer': 'Waiting for customer',
    solved: 'Solved',
    closed: 'Closed',
  },
  channels: { panel: 'Panel', form: 'Form', phone: 'Phone', email: 'E-mail' },
  topics: SHORT_TOPIC_LABELS.en,
  facts: {
    'shop-down': 'the shop is down',
    'orders-blocked': 'orders cannot be placed',
    'panel-down': 'the panel is down',
    'break-in': 'break-in',
  },
  auditActions: {
    'ticket.opened': 'ticket opened',
    'ticket.message': 'message of the customer',
    'ticket.answered': 'answer',
    'ticket.note': 'note',
    'ticket.moved': 'change of status',
    'ticket.seen': 'read',
    'ticket.assigned': 'assigned',
    'ticket.address-added': 'address added to the shop',
    'ticket.vouched': 'vouched for as this shop',
    'ticket.vouch-ended': 'no longer vouched for',
    'ticket.linked': 'linked to a problem',
    'ticket.unlinked': 'unlinked from the problem',
    'ticket.lifted': 'lifted to outages',
    'ticket.lowered': 'lowered from outages',
    'ticket.merged': 'merged',
    'ticket.merge-undone': 'merge undone',
    'ticket.same-person': 'same person',
    'ticket.snoozed': 'snoozed',
    'ticket.token-revoked': 'access revoked',
    'ticket.files-freed': 'files deleted',
    'ticket.closed-after-quiet': 'closed after quiet',
  },
  actors: { customer: 'Customer', operator: 'Operator', system: 'System' },
};

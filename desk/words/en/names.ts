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
  factsShort: {
    'shop-down': 'shop is down',
    'orders-blocked': 'no orders possible',
    'panel-down': 'panel is down',
    'break-in': 'break-in!',
  },
  actors: { customer: 'Customer', operator: 'Operator', clock: 'System', unknown: 'Somebody not signed in' },
};

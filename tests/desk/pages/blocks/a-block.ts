import type { DeskBlock } from '../../../../src/contract/desk/blocks.ts';

/** A block of a shop that an agent set for a day, with what the test wants otherwise. */
export function aBlock(id: number, otherwise: Partial<DeskBlock> = {}): DeskBlock {
  return {
    id,
    kind: 'shop',
    shop: { id: 7, name: 'Księgarnia Żuraw', supportNumber: '7KcWt9Ru' },
    range: null,
    reason: 'zalew zgłoszeń',
    addedBy: { id: 'a1', name: 'Ola Nowak' },
    since: '2026-11-22T08:00:00Z',
    until: '2026-11-23T08:00:00Z',
    liftedAt: null,
    liftedBy: null,
    isActive: true,
    ...otherwise,
  };
}

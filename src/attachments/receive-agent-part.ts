import { findTicket } from '../store/tickets.ts';
import { ownerOfAgent } from './claim-uploads.ts';
import { type FilePart, type PartReceived, type ReceiveDeps, storePart } from './receive-part.ts';

/**
 * Stores one part of a file that an agent will name in a reply or a note of a ticket: kinds, sizes and the scanner are those
 * of customers' files, and what waits for a message counts to a quota of the agent's own.
 */
export async function receiveAgentPart(
  deps: Pick<ReceiveDeps, 'store' | 'now' | 'scanner'>,
  part: FilePart,
  { agent, number }: { agent: string; number: string },
): Promise<PartReceived> {
  return storePart(deps, part, {
    owner: ownerOfAgent(agent),
    async shopOf() {
      const ticket = await findTicket(deps.store, number);
      return ticket ? { outcome: 'known', shopId: ticket.shop_id } : { outcome: 'refused', code: 'not-found' };
    },
    whoSends: async () => ({ outcome: 'known', standing: 'proven', addressHash: null }),
  });
}

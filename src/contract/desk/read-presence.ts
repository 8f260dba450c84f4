import * as z from 'zod/mini';
import { AgentName } from './queue-row.ts';

/** `GET /api/desk/presence`: which other agents have which ticket open, and who of them writes. */
export const readPresence = {
  method: 'GET',
  path: '/api/desk/presence',
  answer: z.object({ here: z.array(z.object({ number: z.string(), agent: AgentName, isWriting: z.boolean() })) }),
};

/** An agent at a ticket. */
export type AgentHere = z.infer<typeof readPresence.answer>['here'][number];

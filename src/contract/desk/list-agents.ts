import * as z from 'zod/mini';
import { AgentName } from './queue-row.ts';

/** `GET /api/desk/agents`: who a ticket can be given to, by name. */
export const listDeskAgents = {
  method: 'GET',
  path: '/api/desk/agents',
  answer: z.object({ agents: z.array(AgentName) }),
};

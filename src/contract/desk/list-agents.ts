import * as z from 'zod/mini';
import { AgentName } from './queue-row.ts';

/** `GET /api/desk/agents`: the agents that a ticket can be assigned to, by name. */
export const listDeskAgents = {
  method: 'GET',
  path: '/api/desk/agents',
  answer: z.object({ agents: z.array(AgentName) }),
};

import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { AGENT_ROLES } from '../lists.ts';
import { EMAIL } from '../shapes.ts';
import { line, personName, plain } from '../text.ts';
import { AgentName } from './queue-row.ts';

/** The fields of a new agent. */
export const agentFields = {
  email: plain(1, LIMITS.email).check(z.regex(EMAIL)),
  name: personName(LIMITS.name),
  role: z.enum(AGENT_ROLES),
  /** one line; only the length counts, as in NIST SP 800-63B: rules of composition make worse passwords */
  password: line(12, 200),
};

/** `GET /api/desk/agents`: the agents that a ticket can be assigned to, by name. */
export const listDeskAgents = {
  method: 'GET',
  path: '/api/desk/agents',
  answer: z.object({ agents: z.array(AgentName) }),
};

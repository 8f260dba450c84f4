import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { EMAIL } from '../shapes.ts';
import { line } from '../text.ts';

/** What the vendor's people may be: an admin also sees to shops and agents. */
export const AGENT_ROLES = ['agent', 'admin'] as const;

export type AgentRole = (typeof AGENT_ROLES)[number];

/** What is asked of an agent who is added. */
export const agentFields = {
  email: line(1, LIMITS.email).check(z.regex(EMAIL)),
  name: line(1, LIMITS.name),
  role: z.enum(AGENT_ROLES),
  /** one line; length is all that is asked, as NIST SP 800-63B has it: rules of composition make worse passwords */
  password: line(12, 200),
};

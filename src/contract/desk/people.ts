import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { AGENT_ROLES, type AgentRole } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { line } from '../text.ts';
import { agentFields } from './agent.ts';
import { FactorStanding } from './second-factor.ts';

const Person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: openEnum<AgentRole>(),
  /** how many passkeys and apps they have */
  factors: z.number(),
  secondFactor: FactorStanding,
  /** when one of their sessions was last used, as far as one is kept; may lag by a minute */
  lastUsedAt: z.nullable(z.string()),
  /** open tickets that they hold */
  held: z.number(),
  /** until when the one-time code counts that they were given and have not used */
  codeUntil: z.nullable(z.string()),
  /** since when they are disabled */
  disabledAt: z.nullable(z.string()),
});

export type DeskPerson = z.infer<typeof Person>;
export type DeskPeople = DeskPerson[];

const GivenCode = z.object({ code: z.string(), until: z.string() });

/** A one-time code and until when it counts: it is told once. */
export type GivenCode = z.infer<typeof GivenCode>;

/** `GET /api/desk/people`: all agents, disabled ones last. For admins, as all of these. */
export const listDeskPeople = {
  method: 'GET',
  path: '/api/desk/people',
  answer: z.object({ people: z.array(Person) }),
};

/** `POST /api/desk/people`: adds an agent, with a code to set a password by. 201; 409 `conflict` when the address is taken. */
export const addDeskPerson = {
  method: 'POST',
  path: listDeskPeople.path,
  answer: z.extend(GivenCode, { id: z.string() }),
};

/** Its body. */
export const AddPersonRequest = z.strictObject({
  email: agentFields.email,
  name: agentFields.name,
  role: agentFields.role,
});

export type AddPersonRequest = z.infer<typeof AddPersonRequest>;

/**
 * `POST /api/desk/people/:agent/code`: a one-time code in the place of password, second factors and sessions; who was
 * disabled works again by it. 404; 409 `conflict` for oneself.
 */
export const renewDeskPerson = { method: 'POST', path: '/api/desk/people/:agent/code', answer: GivenCode };

/** `POST /api/desk/people/:agent/role`: 204; 404; 409 `conflict` for oneself. */
export const changeDeskRole = { method: 'POST', path: '/api/desk/people/:agent/role' };

/** Its body. */
export const ChangeRoleRequest = z.strictObject({ role: z.enum(AGENT_ROLES) });

/** `POST /api/desk/people/:agent/disabled`: takes the access away at once. 204; 404; 409 `conflict` for oneself, or when it was so. */
export const disableDeskPerson = { method: 'POST', path: '/api/desk/people/:agent/disabled' };

/** The body of `POST /api/desk/session/code`. Wider than a code is: a wrong guess is no malformed request. */
export const SetPasswordByCodeRequest = z.strictObject({
  email: line(1, LIMITS.email),
  code: line(1, 60),
  password: agentFields.password,
});

export type SetPasswordByCodeRequest = z.infer<typeof SetPasswordByCodeRequest>;

import type { Access } from '../../src/api/http/access.ts';
import type { Route } from '../../src/api/http/route.ts';
import { CALLERS, type CallerName } from './world.ts';

const OWNERS: readonly CallerName[] = ["the ticket's token", 'the form that opened the ticket', "the shop's session"];
const LINKS: readonly CallerName[] = ["the ticket's link", "another ticket's link"];
const KEYS: readonly CallerName[] = ["a system's key that reads", "a system's key that writes"];
const SESSIONS: readonly CallerName[] = ["the shop's session", "another shop's session"];
const ADMINS: readonly CallerName[] = ['an admin', 'an admin whose proof is old', 'an admin whose grace is over'];
const OTHER_AGENTS: readonly CallerName[] = [
  'an agent',
  'an agent whose proof is old',
  'an agent with a password only, in the grace',
  'an agent who came in by a recovery code',
];
const OLD_PROOFS: readonly CallerName[] = ['an agent whose proof is old', 'an admin whose proof is old'];
/**
 * Whatever has the shape of a ticket token may begin an upload, unless it is a ticket's of another shop than the one named;
 * only the ticket that this token opens can claim it.
 */
const TOKENS: readonly CallerName[] = [
  "the ticket's token",
  "another ticket's token",
  'the form that opened the ticket',
  'a token 31 days after closing',
  'a revoked token',
];

/** Who is let in by each word of `Access`, and what the others are told. */
const RULES: Record<
  Access,
  { allowed: readonly CallerName[]; others: number; but?: Partial<Record<CallerName, number>> }
> = {
  anyone: { allowed: CALLERS, others: 0 },
  ticket: { allowed: [...OWNERS, "the ticket's link"], others: 404 },
  owner: { allowed: OWNERS, others: 404 },
  shop: { allowed: SESSIONS, others: 401 },
  uploader: {
    allowed: [...TOKENS, ...LINKS, "the shop's session"],
    others: 401,
    but: { "another shop's token": 403, "another shop's session": 403 },
  },
  agent: { allowed: [...OTHER_AGENTS, ...ADMINS], others: 401 },
  admin: { allowed: ADMINS, others: 401, but: Object.fromEntries(OTHER_AGENTS.map((name) => [name, 403])) },
  'registry-reader': { allowed: KEYS, others: 401 },
  'registry-writer': {
    allowed: ["a system's key that writes"],
    others: 401,
    but: { "a system's key that reads": 403 },
  },
  // Nobody here holds a passkey that answers.
  passkey: { allowed: [], others: 401 },
  'half-signed-in': { allowed: ['a sign-in before its second step'], others: 401 },
};

/** What a caller is told: let in, or refused by a status, or 403 with one of these codes. */
export type Expected = 'let in' | number | 'proof-needed' | 'second-factor-needed';

/** What a route says that this caller is told, when the request is a good one about what is theirs. */
export function expectedOf({ access, needs, isForSetUp }: Route, name: CallerName): Expected {
  const { allowed, others, but } = RULES[access];
  const isOfAgents = access === 'agent' || access === 'admin';
  if (isOfAgents && !isForSetUp && name === 'an admin whose grace is over') return 'second-factor-needed';
  if (!allowed.includes(name)) return but?.[name] ?? others;
  return needs === 'fresh-proof' && OLD_PROOFS.includes(name) ? 'proof-needed' : 'let in';
}

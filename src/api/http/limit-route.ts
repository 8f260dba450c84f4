import type { BlockList } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import type { ProofWay } from '../../contract/lists.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { type AlarmDeps, tellOfUnknownPairs } from '../../guard/alarms.ts';
import { lookByAddress, ofWidth, spendByAddress, usedUp } from './address-limit.ts';
import { addressWidths, clientAddress } from './client-address.ts';
import { type ProblemDetails, problem } from './problem.ts';
import {
  ALL_TRIES,
  type RateLimit,
  type RouteLimit,
  TRIES,
  WRONG_CODES,
  WRONG_TICKET_CODES,
} from './rate-limit-table.ts';
import type { Count, RateLimits } from './rate-limits.ts';
import type { AppEnv } from './request-log.ts';

/** The dependencies of rate limits: the counters (null where limits are off), and the trusted proxies. */
export interface LimitDeps {
  rateLimits: RateLimits | null;
  trustedProxies: BlockList;
}

const REFUSED = [401, 403, 404];

/** Refusals that tell something of shops: of a pair, or of a host. */
const SHOP_TRIES: readonly string[] = ['shop-unrecognised', 'shop-mismatch'] satisfies ProblemCode[];

/** Refusals of keys of systems; a shop that is not there is none. */
const KEY_TRIES: readonly string[] = ['unauthorised', 'scope-missing'] satisfies ProblemCode[];

/**
 * Counts a request to one endpoint by its client address (IPv6 at three widths), and answers 429 when there are too many, or too many tries
 * (see `TRIES`), from there. Runs before the body is read.
 *
 * Tries are counted after their response. Concurrent requests may therefore pass the quota together, up to the
 * endpoint's own; the other way, an office with many open threads would be cut off whenever responses are slow.
 * @param moreOf what a refusal tells besides its code
 */
export function limitRoute(
  { rateLimits, trustedProxies, store, now }: LimitDeps & AlarmDeps,
  limit: RouteLimit,
  moreOf?: (context: Context) => Promise<ProblemDetails>,
): MiddlewareHandler<AppEnv> {
  return async function limitRequests(context, next) {
    if (!rateLimits) return next();
    const widths = addressWidths(clientAddress(context, trustedProxies));
    const tries = limit.tries && TRIES[limit.tries];
    const { isOver, counts } = await spendByAddress(rateLimits, limit, widths);
    const tried = tries ? usedUp(await lookByAddress(rateLimits, tries, widths)) : [];
    counts.push(...tried);
    context.set('rateCounts', counts);
    if (isOver || tried.length > 0) {
      writeHeaders(context, counts);
      return refuse(context, counts, await moreOf?.(context));
    }
    await next();
    if (tries && isTry(limit, context)) {
      counts.push(...(await spendByAddress(rateLimits, tries, widths)).counts);
      if (limit.tries === 'shops') await watchTries({ rateLimits, store, now });
    }
    writeHeaders(context, counts);
    return undefined;
  };
}

/** Raises an alarm when addresses together have tried as many pairs as nobody does by mistake. */
async function watchTries({ rateLimits, store, now }: { rateLimits: RateLimits } & AlarmDeps): Promise<void> {
  const { used, limit } = await rateLimits.spend(ALL_TRIES, 'all');
  if (used === limit.quota) await tellOfUnknownPairs({ store, now });
}

/**
 * Counts a second factor before it is checked: six digits can be guessed, by who knows the password. A passkey cannot,
 * and is not counted, so that nobody who guesses locks its owner out.
 * @returns the 429 response if that was one too many, and a function that takes the count of a right one back
 */
export async function limitProofs(
  context: Context,
  { rateLimits }: Pick<LimitDeps, 'rateLimits'>,
  agentId: string,
  way: ProofWay,
): Promise<{ refusal: Response | null; giveBack: () => Promise<void> }> {
  if (!rateLimits || way === 'passkey' || way === 'password') return { refusal: null, giveBack: async () => {} };
  const count = await rateLimits.spend(WRONG_CODES, agentId);
  return {
    refusal: count.used > WRONG_CODES.quota ? refuse(context, [count]) : null,
    giveBack: () => rateLimits.giveBack(WRONG_CODES, agentId),
  };
}

/**
 * Counts a code of a ticket before it is checked, by the address that it comes from, as `limitProofs` does.
 * @returns the 429 response if that was one too many, and a function that takes the count of a right one back
 */
export async function limitTicketCodes(
  context: Context,
  { rateLimits, trustedProxies }: LimitDeps,
): Promise<{ refusal: Response | null; giveBack: () => Promise<void> }> {
  if (!rateLimits) return { refusal: null, giveBack: async () => {} };
  const widths = addressWidths(clientAddress(context, trustedProxies));
  const { isOver, counts } = await spendByAddress(rateLimits, WRONG_TICKET_CODES, widths);
  return {
    refusal: isOver ? refuse(context, counts) : null,
    giveBack: async () => {
      for (const width of widths) await rateLimits.giveBack(ofWidth(WRONG_TICKET_CODES, width), width.key);
    },
  };
}

function refuse(context: Context, counts: readonly Count[], details: ProblemDetails = {}): Response {
  const full = counts.filter(({ remaining }) => remaining === 0);
  context.header('Retry-After', String(Math.max(...full.map(({ secondsLeft }) => secondsLeft))));
  return problem(context, 'rate-limited', details);
}

/**
 * Tries at shops are known by the handler's result, since `shop-status` answers 200 to everybody; the others by status.
 */
function isTry({ tries }: RouteLimit, context: Context<AppEnv>): boolean {
  if (tries === 'shops') return SHOP_TRIES.includes(context.get('refusal') ?? '');
  if (tries === 'keys') return KEY_TRIES.includes(context.get('refusal') ?? '');
  return REFUSED.includes(context.res.status);
}

/** Writes the tightest limit of this request, as in draft-ietf-httpapi-ratelimit-headers. */
function writeHeaders(context: Context, counts: readonly Count[]): void {
  const [tightest] = counts.toSorted((a, b) => a.remaining - b.remaining || b.secondsLeft - a.secondsLeft);
  if (!tightest) return;
  const { limit, remaining, secondsLeft } = tightest;
  context.header('RateLimit-Policy', policy(limit));
  context.header('RateLimit', `"${limit.name}";r=${remaining};t=${secondsLeft}`);
}

function policy({ name, quota, windowSeconds }: RateLimit): string {
  return `"${name}";q=${quota};w=${windowSeconds}`;
}

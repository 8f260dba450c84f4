import PQueue from 'p-queue';

/** Password hashes at work at a time: 64 MiB and a core each. */
const AT_WORK = 2;

/** Password hashes that may wait for their turn: at a quarter of a second each, the last waits for three seconds. */
const WAITING = 20;

/** The places among them that are kept for callers who are known: strangers cannot fill these. */
const KEPT = 4;

/** Who asks for a hash: an agent who is signed in, or signs in from a browser of theirs; or anybody else. */
export type HashCaller = 'known' | 'stranger';

/** Too many password hashes wait in this process. For the caller it is the same as a store that is not there: not now. */
export class HashingOverloaded extends Error {
  constructor() {
    super('Too many password hashes wait');
  }
}

/**
 * Hashes take turns, over the whole process: a limit of each caller alone is none of all callers together. Those who
 * are known go first.
 * @returns a function that does the work when its turn has come; it rejects with `HashingOverloaded` at once when no
 * place is left
 */
export function createHashTurns(): <Result>(caller: HashCaller, work: () => Promise<Result>) => Promise<Result> {
  const queue = new PQueue({ concurrency: AT_WORK });
  return async function takeTurn(caller, work) {
    const isKnown = caller === 'known';
    if (queue.pending >= AT_WORK && queue.size >= (isKnown ? WAITING : WAITING - KEPT)) throw new HashingOverloaded();
    return queue.add(work, { priority: isKnown ? 1 : 0 });
  };
}

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { createHashTurns, type HashCaller } from './hash-turns.ts';

/** The cost of one guess for a thief of the hashes. */
export interface PasswordCost {
  memoryKib: number;
  passes: number;
}

/**
 * The second choice of RFC 9106, 64 MiB in three passes, in one lane: more than three times OWASP's minimum of memory
 * (19 MiB, two passes), and a sign-in still takes a fraction of a second. Two are hashed at a time, so a flood of
 * sign-ins takes 128 MiB and no more.
 */
const COST: PasswordCost = { memoryKib: 65_536, passes: 3 };
const LANES = 1;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** The PHC string of argon2id, version 1.3, as other programs write it. */
const PHC = /^\$argon2id\$v=19\$m=(\d{1,10}),t=(\d{1,10}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Hashes and checks passwords, new ones at one cost; both take turns, and reject with `HashingOverloaded` when too many wait. */
export interface Passwords {
  /** Hashes a password with argon2id and a new salt, as a PHC string that carries its parameters. Only the known choose one. */
  hash: (password: string) => Promise<string>;
  /** Whether a password matches a hash; takes the same time for a wrong one. */
  verify: (password: string, stored: string, caller?: HashCaller) => Promise<boolean>;
  /** Whether a hash was made with a lower cost than new ones. */
  isTooCheap: (stored: string) => boolean;
  /** A hash that no password matches and that takes as long to check as a new one: for unknown addresses. */
  decoy: string;
}

/** Passwords at a cost: today's, unless a test needs many. */
export function createPasswords(cost: PasswordCost = COST): Passwords {
  const takeTurn = createHashTurns();
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      return phc(cost, salt, await takeTurn('known', () => derive(password, salt, cost, LANES, TAG_BYTES)));
    },
    async verify(password, stored, caller = 'stranger') {
      const { cost: itsCost, lanes, salt, tag } = parse(stored);
      const derived = await takeTurn(caller, () => derive(password, salt, itsCost, lanes, tag.length));
      return timingSafeEqual(derived, tag);
    },
    isTooCheap(stored) {
      const { memoryKib, passes } = parse(stored).cost;
      return memoryKib < cost.memoryKib || passes < cost.passes;
    },
    decoy: phc(cost, Buffer.alloc(SALT_BYTES), Buffer.alloc(TAG_BYTES)),
  };
}

/** Keyboards write `ż` as one character or as two. Both are the same password. */
function derive(password: string, salt: Buffer, cost: PasswordCost, lanes: number, bytes: number): Promise<Buffer> {
  const parameters = {
    message: password.normalize('NFC'),
    nonce: salt,
    parallelism: lanes,
    tagLength: bytes,
    memory: cost.memoryKib,
    passes: cost.passes,
  };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}

function phc({ memoryKib, passes }: PasswordCost, salt: Buffer, tag: Buffer): string {
  const encode = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${LANES}$${encode(salt)}$${encode(tag)}`;
}

function parse(stored: string): { cost: PasswordCost; lanes: number; salt: Buffer; tag: Buffer } {
  const [, memory, passes, lanes, salt = '', tag = ''] = PHC.exec(stored) ?? [];
  if (!memory) throw new Error('A stored password hash is no argon2id PHC string');
  return {
    cost: { memoryKib: Number(memory), passes: Number(passes) },
    lanes: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

import { computed, createModel, signal } from '@preact/signals';
import type { BlockKind } from '../../../src/contract/lists.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import type { BlocksClient } from './blocks-client.ts';

const HOUR_MS = 3_600_000;

/** For how long a block is set, in hours: an hour, a day, a week. */
export const BLOCK_HOURS = [1, 24, 168] as const;
export type BlockHours = (typeof BLOCK_HOURS)[number];

/** The bounds of a reason, in characters: those of `BlockShopRequest`. */
export const REASON = { least: 3, most: 200 } as const;

/** A field of the form. */
export type BlockField = 'number' | 'range' | 'reason';

/** What was blocked, and until when. */
export interface Blocked {
  what: string;
  until: string;
}

/** Why nothing more was blocked. */
export type BlockFailure = 'unanswered' | 'refused';

export interface BlockFormDeps {
  client: Pick<BlocksClient, 'findShops' | 'blockShop' | 'blockRange'>;
  /** the shops that are to be blocked; none where the agent names one by its number */
  shops: readonly { id: number; name: string }[];
  /** the service's time, in milliseconds */
  now: () => number;
  /** something is blocked that was not */
  onBlocked: () => void;
}

/** The form that blocks shops or a range of addresses. What is typed stays until it is done. */
export const BlockFormModel = createModel(({ client, shops, now, onBlocked }: BlockFormDeps) => {
  const kind = signal<BlockKind>('shop');
  const typed = signal({ number: '', range: '', reason: '' });
  const hours = signal<BlockHours>(24);
  /** the shops that are still to be blocked: after a failure those that are left */
  const left = signal(shops);
  const isTried = signal(false);
  const isBusy = signal(false);
  /** the field that the service refused, as it was typed */
  const refusedText = signal<{ field: 'number' | 'range'; text: string } | null>(null);
  const failure = signal<BlockFailure | null>(null);
  const blocked = signal<Blocked[]>([]);

  const errors = computed<BlockField[]>(() => {
    const { number, range, reason } = typed.value;
    const refused = refusedText.value;
    const isWrong = (field: 'number' | 'range', text: string) =>
      (isTried.value && text.trim() === '') || (refused?.field === field && refused.text === text);
    const length = reason.trim().length;
    return [
      ...(kind.value === 'shop' && shops.length === 0 && isWrong('number', number) ? (['number'] as const) : []),
      ...(kind.value === 'range' && isWrong('range', range) ? (['range'] as const) : []),
      ...(isTried.value && (length < REASON.least || length > REASON.most) ? (['reason'] as const) : []),
    ];
  });

  /** @returns whether it is blocked now */
  function take(answer: DeskAnswer<unknown>, what: string, until: string): boolean {
    if (answer.outcome === 'ok') {
      blocked.value = [...blocked.peek(), { what, until }];
      return true;
    }
    failure.value = answer.outcome === 'refused' ? 'refused' : 'unanswered';
    return false;
  }

  /** The shop whose support number was typed, letter for letter: a number that begins alike blocks nobody. */
  async function namedShop(): Promise<typeof shops> {
    const { number } = typed.peek();
    const answer = await client.findShops(number.trim());
    if (answer.outcome !== 'ok') {
      failure.value = answer.outcome === 'refused' ? 'refused' : 'unanswered';
      return [];
    }
    const shop = answer.value.find(({ supportNumber }) => supportNumber === number.trim());
    if (!shop) refusedText.value = { field: 'number', text: number };
    return shop ? [shop] : [];
  }

  async function blockShops(end: { reason: string; until: string }): Promise<boolean> {
    const wanted = shops.length > 0 ? left.peek() : await namedShop();
    for (const [index, { id, name }] of wanted.entries()) {
      if (!take(await client.blockShop(id, end), name, end.until)) {
        left.value = wanted.slice(index);
        return false;
      }
    }
    return wanted.length > 0;
  }

  async function blockTyped(end: { reason: string; until: string }): Promise<boolean> {
    const { range } = typed.peek();
    const answer = await client.blockRange(range.trim(), end);
    if (answer.outcome === 'refused' && answer.code === 'invalid-request') {
      refusedText.value = { field: 'range', text: range };
      return false;
    }
    return take(answer, range.trim(), end.until);
  }

  return {
    kind,
    typed,
    hours,
    left,
    errors,
    isBusy,
    failure,
    blocked,
    type(field: BlockField, text: string) {
      typed.value = { ...typed.peek(), [field]: text };
      failure.value = null;
    },
    /** @returns the field to correct, or null when there is none */
    async send(): Promise<BlockField | null> {
      if (isBusy.peek()) return null;
      isTried.value = true;
      const [wrong] = errors.peek();
      if (wrong) return wrong;
      isBusy.value = true;
      failure.value = null;
      blocked.value = [];
      const until = new Date(now() + hours.peek() * HOUR_MS).toISOString();
      const end = { reason: typed.peek().reason.trim(), until };
      const isDone = await (kind.peek() === 'shop' ? blockShops(end) : blockTyped(end));
      isBusy.value = false;
      if (blocked.peek().length > 0) onBlocked();
      if (!isDone) return errors.peek()[0] ?? null;
      isTried.value = false;
      typed.value = { number: '', range: '', reason: '' };
      return null;
    },
  };
});

export type BlockFormModel = InstanceType<typeof BlockFormModel>;

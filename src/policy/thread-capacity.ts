/**
 * The size to which customers may let a thread grow. Every reader fetches the whole thread every few seconds, so a
 * thread of megabytes would keep the service busy. Agents may always reply.
 */
const CAPACITY = { messages: 1000, characters: 1_000_000 } as const;

/** Whether a thread with this many messages and characters in all is within the limit. */
export function fitsThread({ messages, characters }: Record<keyof typeof CAPACITY, number>): boolean {
  return messages <= CAPACITY.messages && characters <= CAPACITY.characters;
}

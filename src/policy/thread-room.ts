/**
 * How long a thread may grow by the customer's hand. It is read as a whole, every few seconds by everybody who looks at
 * it: one of megabytes would be a way to keep the service busy. We ourselves may always answer.
 */
const ROOM = { messages: 1000, characters: 1_000_000 } as const;

/** Whether a thread of so many messages, with so many characters in all, is not too long. */
export function fitsThread({ messages, characters }: Record<keyof typeof ROOM, number>): boolean {
  return messages <= ROOM.messages && characters <= ROOM.characters;
}

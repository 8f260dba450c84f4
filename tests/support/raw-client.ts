import { connect, type Socket } from 'node:net';

/** A connection that says just what the test wants it to, byte by byte. */
export interface RawClient {
  send: (text: string) => void;
  hangUp: () => void;
  /** everything that was answered until the server hung up */
  ended: Promise<string>;
  /** what was answered so far, as soon as the pattern is in it; fails when the server hangs up without */
  answered: (pattern: RegExp) => Promise<string>;
}

/** Connects to a port of this machine. */
export async function rawClient(port: number): Promise<RawClient> {
  const socket: Socket = connect({ port, host: '127.0.0.1' });
  let heard = '';
  const ended = Promise.withResolvers<string>();
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    heard += text;
  });
  socket.on('error', () => {}); // whoever is cut off while sending gets one of these; `close` follows
  socket.on('close', () => ended.resolve(heard));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return {
    send: (text) => {
      socket.write(text);
    },
    hangUp: () => {
      socket.destroy();
    },
    ended: ended.promise,
    answered: async (pattern) => {
      while (!pattern.test(heard)) {
        const more = new Promise((resolve) => socket.once('data', resolve));
        const isOver = await Promise.race([more.then(() => false), ended.promise.then(() => true)]);
        if (isOver && !pattern.test(heard)) throw new Error(`Hung up after: ${heard}`);
      }
      return heard;
    },
  };
}

/** Sends the letters of a text one by one for as long as the server listens. */
export function trickle({ send, ended }: RawClient, text: string, everyMs: number): void {
  let at = 0;
  const timer = setInterval(() => send(text[at++ % text.length] ?? ''), everyMs);
  ended.then(() => clearInterval(timer));
}

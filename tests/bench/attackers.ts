import { connect, type Socket } from 'node:net';

export type Kind = 'slow headers' | 'slow body';

/** One byte each so often. */
const BYTE_EVERY_MS = 10_000;

const BEGINNING: Record<Kind, string> = {
  'slow headers': 'POST /api/v1/shop-status HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
  'slow body':
    'POST /api/v1/shop-status HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
};

/** How long a connection lived until the server cut it. */
export interface Life {
  kind: Kind;
  ms: number;
}

export interface Attackers {
  /** from now on a connection that is cut stays cut */
  replaceNoMore: () => void;
  /** hangs up whatever is left; tells what was cut, and how many connections were not */
  end: () => { lives: Life[]; open: number };
}

/** Opens so many slow connections of each kind, and another one whenever one is cut. Resolves when all are connected. */
export async function startAttackers(port: number, ofEachKind: number): Promise<Attackers> {
  const lives: Life[] = [];
  const open = new Set<Socket>();
  let replaces = true;

  function attack(kind: Kind): Promise<void> {
    const socket = connect({ port, host: '127.0.0.1' });
    const startedAt = performance.now();
    open.add(socket);
    const drip = setInterval(() => socket.write('a'), BYTE_EVERY_MS);
    const connected = new Promise<void>((resolve) => {
      socket.once('connect', () => {
        socket.write(BEGINNING[kind]);
        resolve();
      });
    });
    socket.resume();
    socket.on('error', () => {}); // cut while it wrote; `close` follows
    socket.on('close', () => {
      clearInterval(drip);
      if (!open.delete(socket)) return;
      lives.push({ kind, ms: performance.now() - startedAt });
      if (replaces) attack(kind);
    });
    return connected;
  }

  const kinds: Kind[] = ['slow headers', 'slow body'];
  await Promise.all(kinds.flatMap((kind) => Array.from({ length: ofEachKind }, () => attack(kind))));
  return {
    replaceNoMore: () => {
      replaces = false;
    },
    end: () => {
      const left = [...open];
      open.clear();
      for (const socket of left) socket.destroy();
      return { lives, open: left.length };
    },
  };
}

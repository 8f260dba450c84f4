import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** How much of what nobody will read is taken from a client before its connection is closed. Bytes. */
const MOST = 1_000_000;

/** For how long it may send nothing, and for how long in all; whole requests have a limit of their own. */
const SILENCE_MS = 2000;
const PATIENCE_MS = 10_000;

/**
 * Takes the rest of requests that were answered before they had arrived, such as bodies that are too large. Closing a
 * connection with bytes unread resets it, and the client, still sending, loses the answer. Beyond `MOST` it is closed
 * all the same.
 */
export function throwRestAway(server: Server): void {
  server.on('request', (request, response) => {
    response.once('finish', () => {
      if (!request.readableEnded) throwAway(request, request.socket);
    });
  });
}

/** The same for a connection whose request could not be parsed: it is answered, closed on our side, and read from. */
export function answerAndThrowAway(socket: Socket, answer: string): void {
  throwAway(socket, socket);
  socket.end(answer);
  const impatience = setTimeout(() => socket.destroy(), PATIENCE_MS);
  socket.once('close', () => clearTimeout(impatience));
}

function throwAway(incoming: Readable, socket: Socket): void {
  let left = MOST;
  const silence = setTimeout(() => socket.destroy(), SILENCE_MS);
  const stop = () => {
    clearTimeout(silence);
    socket.off('close', stop); // a connection that is kept has many requests
  };
  socket.once('close', stop);
  incoming.once('end', stop);
  incoming.removeAllListeners('data'); // who read it so far would stop it
  incoming.on('data', (chunk: Buffer) => {
    silence.refresh();
    left -= chunk.length;
    if (left < 0) socket.destroy();
  });
  incoming.resume();
}

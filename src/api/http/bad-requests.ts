import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import { problemJson } from './problem.ts';

/** What went wrong before there was a request, by the code of Node's parser. */
const CODES: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** A refusal for which nothing of a request is known. */
export function bareRefusal(code: ProblemCode): { status: number; headers: Record<string, string>; body: string } {
  return {
    status: PROBLEMS[code].status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    body: problemJson(code),
  };
}

/**
 * Answers what came in place of a request, or too slowly to become one, and hangs up. A client that is being answered
 * already is only hung up on: a second answer would run into the first.
 */
export function refuseBadRequests(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => answers.set(socket, response));
  server.on('clientError', (error: Error & { code?: string }, duplex) => {
    const socket = duplex as Socket;
    const answer = answers.get(socket);
    const isBeingAnswered = answer?.headersSent && !answer.writableFinished;
    if (socket.writable && !isBeingAnswered) socket.write(asText(CODES[error.code ?? ''] ?? 'malformed-request'));
    socket.destroySoon();
  });
}

function asText(code: ProblemCode): string {
  const { status, headers, body } = bareRefusal(code);
  const all = { ...headers, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`;
}

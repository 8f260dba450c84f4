import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of one answer to `POST /tickets`, after the service has given it. */
export type Mishap =
  /** a page in its place, as proxies and captive portals write */
  | { kind: 'page'; status: 200 | 502 }
  /** so many bytes of it, status line and headers included, then the connection is gone */
  | { kind: 'cut'; bytes: number }
  /** nothing at all, and no end */
  | { kind: 'silence' };

export interface BadProxy {
  port: number;
  /** the next answers to `POST /tickets` come to grief in this order; those after them pass */
  mishaps: Mishap[];
  /** how many bytes the last answer to `POST /tickets` had */
  answerBytes: () => number;
  /** told when such a request is on its way to the service, and when its answer has left for the browser */
  onRequest: () => void;
  onAnswer: () => void;
  close: () => Promise<void>;
}

const OF_THE_CONNECTION = /^(?:connection|keep-alive|transfer-encoding|content-length)$/;

/** Stands between the browser and the service, and spoils answers. */
export async function startBadProxy(servicePort: number): Promise<BadProxy> {
  const agent = new Agent({ keepAlive: true });
  let answerBytes = 0;
  const server = createServer(async (question, response) => {
    try {
      await answer(question, response);
    } catch {
      response.destroy();
    }
  });

  async function answer(question: IncomingMessage, response: ServerResponse): Promise<void> {
    const isTicket = question.method === 'POST' && question.url === '/api/v1/tickets';
    const body = await bytesOf(question);
    if (isTicket) proxy.onRequest();
    const { method, url: path, headers } = question;
    const asking = request({ host: '127.0.0.1', port: servicePort, agent, method, path, headers });
    asking.end(body);
    const [answered] = (await once(asking, 'response')) as [IncomingMessage];
    const content = await bytesOf(answered);
    const kept = Object.entries(answered.headers).filter(([name]) => !OF_THE_CONNECTION.test(name));
    const lines = kept.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const head = `HTTP/1.1 ${answered.statusCode} ${answered.statusMessage}\r\n${lines}connection: close\r\ncontent-length: ${content.length}\r\n\r\n`;
    const whole = Buffer.concat([Buffer.from(head), content]);
    if (isTicket) answerBytes = whole.length;
    const mishap = isTicket ? proxy.mishaps.shift() : undefined;
    if (mishap?.kind === 'silence') return;
    if (mishap?.kind === 'cut') {
      response.socket?.end(whole.subarray(0, mishap.bytes));
      return;
    }
    if (mishap?.kind === 'page') {
      response.writeHead(mishap.status, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' });
      response.end('<!doctype html><title>Serwis chwilowo niedostępny</title>');
      return;
    }
    response.socket?.end(whole);
    if (isTicket) proxy.onAnswer();
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: BadProxy = {
    port: (server.address() as AddressInfo).port,
    mishaps: [],
    answerBytes: () => answerBytes,
    onRequest: () => {},
    onAnswer: () => {},
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface AnswerEater {
  port: number;
  /** the first whole answer that the service gave, and that no client got to see */
  eaten: Promise<{ head: string; body: string }>;
  close: () => Promise<void>;
}

/** Stands between a client and the service: lets requests through, and keeps every byte of the answers for itself. */
export async function startAnswerEater(servicePort: number): Promise<AnswerEater> {
  const eaten = Promise.withResolvers<{ head: string; body: string }>();
  const sockets: Socket[] = [];
  const server = createServer((client) => {
    const service = connect(servicePort, '127.0.0.1');
    sockets.push(client, service);
    let answer = '';
    service.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
      const whole = wholeAnswer(answer);
      if (whole) eaten.resolve(whole);
    });
    client.pipe(service);
    client.on('error', () => service.destroy());
    service.on('error', () => client.destroy());
    service.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    eaten: eaten.promise,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function wholeAnswer(text: string): { head: string; body: string } | null {
  const end = text.indexOf('\r\n\r\n');
  const head = text.slice(0, Math.max(0, end));
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  const body = text.slice(end + 4);
  return length !== undefined && Buffer.byteLength(body) >= Number(length) ? { head, body } : null;
}

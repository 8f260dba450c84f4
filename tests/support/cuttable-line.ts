import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a service that can be cut like a cable. */
export interface CuttableLine {
  port: number;
  /** what came in, as text: requests with their headers */
  sent: () => string;
  /** Every connection ends at once, and no new one lives. */
  cut: () => void;
  mend: () => void;
  close: () => Promise<void>;
}

/** Stands between a browser and the service, and carries bytes both ways for as long as it is not cut. */
export async function startCuttableLine(servicePort: number): Promise<CuttableLine> {
  const sockets = new Set<Socket>();
  let isCut = false;
  let text = '';
  const server = createServer((client) => {
    if (isCut) return void client.destroy();
    const service = connect(servicePort, '127.0.0.1');
    for (const [one, other] of [
      [client, service],
      [service, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    client.on('data', (bytes) => {
      text += bytes.toString('latin1');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    sent: () => text,
    cut,
    mend: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

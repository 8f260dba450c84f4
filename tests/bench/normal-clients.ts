import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ZURAW } from '../support/requests.ts';

/** Between two questions of one client. Clients that ask without a pause would measure only how full the machine is. */
const PAUSE_MS = 50;

const BODY = JSON.stringify(ZURAW);

export interface NormalClients {
  /** lets each client finish, and tells how long each answer took, in milliseconds */
  finish: () => Promise<number[]>;
}

/** Clients who ask `shop-status` again and again over connections they keep, as panels do. Any other answer is a fault. */
export function startNormalClients(port: number, count: number): NormalClients {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const took: number[] = [];
  let over = false;

  async function client(): Promise<void> {
    while (!over) {
      const startedAt = performance.now();
      const status = await ask(port, agent);
      if (status !== 200) throw new Error(`A normal client was answered ${status}`);
      took.push(performance.now() - startedAt);
      await pause(PAUSE_MS * (0.5 + Math.random()));
    }
  }

  const running = Promise.all(Array.from({ length: count }, client));
  return {
    finish: async () => {
      over = true;
      await running;
      agent.destroy();
      return took;
    },
  };
}

/** The value that so many per cent of the values do not exceed; NaN of none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

function ask(port: number, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(BODY) };
    const asking = request({ host: '127.0.0.1', port, agent, method: 'POST', path: '/api/v1/shop-status', headers });
    asking.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    asking.on('error', reject);
    asking.end(BODY);
  });
}

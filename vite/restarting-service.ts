import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SERVICE = fileURLToPath(new URL('../demo-shop-panel/dev-service.ts', import.meta.url));

/** The demo's service in a process of its own, so that it can be restarted without the development server in front. */
export class RestartingService {
  readonly #publicPort: number;
  #child: ChildProcess | undefined;
  #port: Promise<number> = Promise.reject(new Error('The service is not started'));

  /** @param publicPort the port in the addresses that it writes */
  constructor(publicPort: number) {
    this.#publicPort = publicPort;
    this.#port.catch(() => {});
  }

  /** Resolves with its port once it listens; rejects if it ended before, as with an error in its code. */
  get port(): Promise<number> {
    return this.#port;
  }

  /** Starts or restarts it: the previous process finishes its requests. Resolves when the new one listens. */
  async start(): Promise<void> {
    this.#child?.kill('SIGTERM');
    // What did not change is not compiled anew.
    const env = { ...process.env, DEV_PORT: String(this.#publicPort), NODE_COMPILE_CACHE: 'var/dev/compiled' };
    const child = fork(SERVICE, { env });
    this.#child = child;
    const listening = Promise.withResolvers<number>();
    listening.promise.catch(() => {});
    child.once('message', (port) => listening.resolve(Number(port)));
    child.once('exit', () => listening.reject(new Error('The service has ended: the terminal says why')));
    this.#port = listening.promise;
    await listening.promise;
  }

  stop(): void {
    this.#child?.kill('SIGTERM');
  }
}

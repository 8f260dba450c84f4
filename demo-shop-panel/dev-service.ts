import { pino } from 'pino';
import { demoSettings } from './demo-settings.ts';
import { serveWholeDemo } from './serve.ts';

/** The demo's service as a child of `vite/dev.ts`, which gives it the port of all addresses and is sent the one it took. */
async function start(): Promise<void> {
  const settings = { ...demoSettings(), port: 0 };
  const demo = await serveWholeDemo(settings, pino({ level: settings.logLevel }), {
    port: Number(process.env.DEV_PORT),
  });
  process.send?.(demo.port);
  const stop = () => void demo.close().then(() => process.exit());
  process.once('SIGTERM', stop);
  process.once('disconnect', stop); // the one that stands before it is gone
}

await start();

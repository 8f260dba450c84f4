import { pino } from 'pino';
import { demoSettings, welcome } from './demo-settings.ts';
import { serveWholeDemo } from './serve.ts';

/** `npm start`: everything on one port, ready to try. */
async function start(): Promise<void> {
  const settings = demoSettings();
  const demo = await serveWholeDemo(settings, pino({ level: settings.logLevel }));
  process.stdout.write(welcome(demo.port));
  const stop = () => void demo.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

start().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

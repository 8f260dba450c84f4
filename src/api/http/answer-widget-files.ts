import type { Context } from 'hono';
import type { HowToReachUsDeps } from '../../tickets/how-to-reach-us.ts';
import { readLoaderSettings, toLoaderSettings } from '../../vendor-settings/read-loader-settings.ts';
import { answerServedFile } from './served-file.ts';
import { LOADER, type WidgetFiles } from './widget-files.ts';

/** Hosts that may stand in a script as they are. */
const PLAIN_HOST = /^[\w.:[\]-]+$/;

/**
 * Serves a file of the widget, or null when the path names none. The loader contains the current ways to
 * us, or the last known ones while the store does not answer: they are the way out when nothing else works. Concurrent requests
 * share one read of the store: every page of every panel asks, without a rate limit, and no ticket should wait behind
 * them.
 *
 * It also contains the host where it finds panel and API: that of `PUBLIC_URL` or, where that is not set, the one that
 * the request names, which a browser takes from the address of the script and no page can change.
 */
export function answerWidgetFiles(
  { store, now, firstSettings, publicHost }: HowToReachUsDeps & { publicHost: string | null },
  files: () => WidgetFiles,
): (context: Context) => Promise<Response | null> {
  let settings = toLoaderSettings(firstSettings);
  let reading: Promise<void> | null = null;
  const read = async () => {
    try {
      settings = await readLoaderSettings(store, firstSettings, now());
    } catch {
      // Keep the last known ones.
    } finally {
      reading = null;
    }
  };
  return async (context) => {
    if (context.req.path === LOADER) {
      reading ??= read();
      await reading;
    }
    const { host } = new URL(context.req.url);
    const named = PLAIN_HOST.test(host) ? host : '';
    return answerServedFile(context, files()({ settings, host: publicHost ?? named }));
  };
}

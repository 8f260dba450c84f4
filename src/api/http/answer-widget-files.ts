import type { Context } from 'hono';
import type { HowToReachUsDeps } from '../../tickets/how-to-reach-us.ts';
import { readVendorSettings } from '../../vendor-settings/vendor-settings.ts';
import { answerServedFile } from './served-file.ts';
import { LOADER, type WidgetFiles } from './widget-files.ts';

/** Hosts that may stand in a script as they are. */
const PLAIN_HOST = /^[\w.:[\]-]+$/;

/**
 * Serves a file of the widget, or null when the path names none. The loader contains the current support address, or
 * the last known one while the store does not answer: it is the way out when nothing else works. Concurrent requests
 * share one read of the store: every page of every panel asks, without a rate limit, and no ticket should wait behind
 * them.
 *
 * It also contains the host where it finds panel and API: that of `PUBLIC_URL` or, where that is not set, the one that
 * the request names, which a browser takes from the address of the script and no page can change.
 */
export function answerWidgetFiles(
  {
    store,
    firstSettings,
    publicHost,
  }: Pick<HowToReachUsDeps, 'store' | 'firstSettings'> & { publicHost: string | null },
  files: () => WidgetFiles,
): (context: Context) => Promise<Response | null> {
  let email = firstSettings.contacts.email;
  let reading: Promise<void> | null = null;
  const readEmail = async () => {
    try {
      email = (await readVendorSettings(store, firstSettings)).contacts.email;
    } catch {
      // Keep the last known address.
    } finally {
      reading = null;
    }
  };
  return async (context) => {
    if (context.req.path === LOADER) {
      reading ??= readEmail();
      await reading;
    }
    const { host } = new URL(context.req.url);
    const named = PLAIN_HOST.test(host) ? host : '';
    return answerServedFile(context, files()({ supportEmail: email, host: publicHost ?? named }));
  };
}

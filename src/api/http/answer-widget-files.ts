import type { Context } from 'hono';
import type { ShopStatusDeps } from '../../tickets/read-shop-status.ts';
import { readVendorSettings } from '../../vendor-settings/vendor-settings.ts';
import { answerServedFile } from './served-file.ts';
import { LOADER, type WidgetFiles } from './widget-files.ts';

/**
 * Serves a file of the widget, or null when the path names none. The loader contains the current support address, or
 * the last known one while the store does not answer: it is the way out when nothing else works. Concurrent requests
 * share one read of the store: every page of every panel asks, without a rate limit, and no ticket should wait behind
 * them.
 */
export function answerWidgetFiles(
  { store, firstSettings }: Pick<ShopStatusDeps, 'store' | 'firstSettings'>,
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
    return answerServedFile(context, files()(email));
  };
}

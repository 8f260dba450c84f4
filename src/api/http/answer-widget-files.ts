import type { Context } from 'hono';
import type { ShopStatusDeps } from '../../tickets/read-shop-status.ts';
import { readVendorSettings } from '../../vendor/vendor-settings.ts';
import { answerServedFile } from './served-file.ts';
import { LOADER, type WidgetFiles } from './widget-files.ts';

/**
 * Answers with a file of the widget, or null when the path names none. The loader has the support address of this moment;
 * while the store does not answer, the last one known: it is the way out when nothing else works. However many ask for it at
 * once, the store is asked once: every page of every panel asks, nobody is counted, and no ticket should wait behind them.
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
      // The last one known goes on.
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

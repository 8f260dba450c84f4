import type { Context } from 'hono';
import { readVendorSettings } from '../registry/vendor-settings.ts';
import type { ShopStatusDeps } from '../tickets/read-shop-status.ts';
import { answerServedFile } from './served-file.ts';
import { LOADER, type WidgetFiles } from './widget-files.ts';

/**
 * Answers with a file of the widget, or null when the path names none. The loader has the support address of this moment;
 * while the store does not answer, the last one known: it is the way out when nothing else works.
 */
export function answerWidgetFiles(
  { store, firstSettings }: Pick<ShopStatusDeps, 'store' | 'firstSettings'>,
  files: () => WidgetFiles,
): (context: Context) => Promise<Response | null> {
  let email = firstSettings.contacts.email;
  return async (context) => {
    if (context.req.path === LOADER) {
      email = await readVendorSettings(store, firstSettings).then(
        ({ contacts }) => contacts.email,
        () => email,
      );
    }
    return answerServedFile(context, files()(email));
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoaderSettings } from '../../contract/loader-settings.ts';
import { type ServedFile, type ServedFiles, toServedFile } from './served-file.ts';

/** Five minutes for `pomoc.js`, whose name never changes; for ever for files named by their content. */
const CACHE = { loader: 'public, max-age=300', hashed: 'public, max-age=31536000, immutable' };

/** The placeholder in the build for the settings: an expression. */
const SETTINGS_PLACEHOLDER = '__SETTINGS__';

/** The types of the page's global, for projects that embed the widget. They change with the loader. */
const TYPES = '/pomoc.d.ts';

/** The placeholder in the build for the host that panel and API are on. */
const HOST_PLACEHOLDER = '__HOST__';

/** How many loaders are kept ready. A request chooses the host where `PUBLIC_URL` is not set, so there is an end to them. */
const LOADERS_KEPT = 16;

/** The path of the loader. */
export const LOADER = '/pomoc.js';

/** What the service writes into the loader. */
export interface LoaderValues {
  settings: LoaderSettings;
  /** the host, with its port, where code comes from and data goes: nothing on a page may choose it */
  host: string;
}

/** The built widget with values written into its loader. */
export type WidgetFiles = (values: LoaderValues) => ServedFiles;

/**
 * Reads the built widget from a folder, once: a later build is served after the next start. Any page of any origin may
 * load it.
 */
export function readWidgetFiles(folder: string): WidgetFiles {
  const loader = readFileSync(join(folder, 'pomoc.js'), 'utf8');
  const panel = readdirSync(join(folder, 'panel')).map(
    (name) => [`/panel/${name}`, toScript(readFileSync(join(folder, 'panel', name)), CACHE.hashed)] as const,
  );
  const types = toServedFile(readFileSync(join(folder, 'pomoc.d.ts')), {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': CACHE.loader,
    'Access-Control-Allow-Origin': '*',
  });
  const kept = new Map<string, ServedFiles>();
  return ({ settings, host }) => {
    const written = inScript(settings);
    const name = `${written} ${host}`;
    const files = kept.get(name) ?? write(written, host);
    if (kept.size === LOADERS_KEPT && !kept.has(name)) kept.clear();
    kept.set(name, files);
    return files;
  };

  function write(settings: string, host: string): ServedFiles {
    const written = loader.replaceAll(SETTINGS_PLACEHOLDER, () => settings).replaceAll(HOST_PLACEHOLDER, host);
    return new Map([[LOADER, toScript(Buffer.from(written), CACHE.loader)], [TYPES, types], ...panel]);
  }
}

/** Settings as an expression: of what a person typed only letters, digits and a few signs stand in a script as they are. */
export function inScript({ email, phone, hours, advisory, vendor }: LoaderSettings): string {
  const quoted = (text: string) =>
    `"${text.replace(/[^\w .,:;@+()/-]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
  const advised = advisory && `[${advisory.map(quoted)}]`;
  const whose = vendor ? `,vendor:{name:${quoted(vendor.name)},mark:${quoted(vendor.mark)}}` : '';
  return `{email:${quoted(email)},phone:${quoted(phone)},hours:${quoted(hours)},advisory:${advised}${whose}}`;
}

function toScript(content: Buffer, cache: string): ServedFile {
  return toServedFile(content, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': cache,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}

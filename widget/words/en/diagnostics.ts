import type * as pl from '../pl/diagnostics.ts';

/** Texts of the diagnostics, loaded with them. */
export const diagnosticsWords: typeof pl.diagnosticsWords = {
  attach: 'Attach technical information',
  attachHint:
    'Page, browser, screen, script errors and failed downloads – since the help was opened. No field contents, cookies or buyers’ data.',
  chosen: 'Only the ticked lines are sent:',
  copy: 'Copy the information',
};

const labels: Record<string, string> = {
  shopVersion: 'Shop version',
  page: 'Page',
  browser: 'Browser',
  screen: 'Window and screen',
  scriptError: 'Script error',
  failedRequest: 'Failed download',
};

/** The label of a line: “Script error 2”. */
export function lineLabel(key: string): string {
  const [, kind = key, number = ''] = /^(\D+)(\d*)$/.exec(key) ?? [];
  return `${labels[kind] ?? kind} ${number}`.trim();
}

import type * as pl from '../pl/diagnostics.ts';

/** Texts of the diagnostics, loaded with them. */
export const diagnosticsWords: typeof pl.diagnosticsWords = {
  attach: 'Attach technical information',
  attachHint:
    'Page address, browser, screen and errors of the page. They help to find the cause sooner. No field contents, cookies or buyers’ data.',
  chosen: 'We send only what is ticked:',
  copy: 'Copy the information',
};

const labels: Record<string, string> = {
  shopVersion: 'Shop version',
  page: 'Page',
  browser: 'Browser',
  screen: 'Window and screen',
  scriptError: 'Script error',
  failedRequest: 'Failed request',
};

/** The label of a line: “Script error 2”. */
export function lineLabel(key: string): string {
  const [, kind = key, number = ''] = /^(\D+)(\d*)$/.exec(key) ?? [];
  return `${labels[kind] ?? kind} ${number}`.trim();
}

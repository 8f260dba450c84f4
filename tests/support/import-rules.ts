import { posix } from 'node:path';
import { type ImportFact, type SourceFacts, sourceFacts } from './source-facts.ts';

/** Who may import what. Paths are prefixes from the repository's root; libraries include what lies under them. */
interface Rule {
  files: RegExp;
  modules: readonly string[];
  libraries: readonly string[];
  /** libraries whose types only may be imported */
  typesOf?: readonly string[];
}

/** What everything on the server may know: the contract, the rules and the tables. */
const BASE = ['src/contract/', 'src/policy/', 'src/store/'];

const RULES: readonly Rule[] = [
  { files: /^src\/contract\//, modules: ['src/contract/'], libraries: ['zod/mini'] },
  { files: /^src\/policy\//, modules: ['src/contract/', 'src/policy/'], libraries: ['date-holidays'] },
  // Migrations are frozen: what they read and write must not change with code, types and lists of today.
  { files: /^src\/store\/migrations\//, modules: ['src/store/migrations/'], libraries: ['kysely'] },
  {
    files: /^src\/store\//,
    modules: ['src/contract/lists.ts', 'src/contract/fold.ts', 'src/contract/searched-words.ts', 'src/store/'],
    libraries: ['kysely', 'better-sqlite3', 'pg', 'node:'],
  },
  { files: /^src\/vendor-settings\//, modules: [...BASE, 'src/events/', 'src/vendor-settings/'], libraries: [] },
  { files: /^src\/events\//, modules: [...BASE, 'src/events/'], libraries: [] },
  { files: /^src\/guard\//, modules: [...BASE, 'src/events/', 'src/guard/'], libraries: ['node:'] },
  { files: /^src\/macros\//, modules: [...BASE, 'src/events/', 'src/identity/', 'src/macros/'], libraries: [] },
  { files: /^src\/reports\//, modules: [...BASE, 'src/reports/'], libraries: [] },
  { files: /^src\/shops\//, modules: [...BASE, 'src/events/', 'src/shops/'], libraries: ['csv-parse'] },
  {
    files: /^src\/identity\//,
    modules: [...BASE, 'src/events/', 'src/guard/', 'src/vendor-settings/', 'src/shops/', 'src/identity/'],
    libraries: ['jose', '@simplewebauthn/server', 'otpauth', 'p-queue', 'node:crypto'],
  },
  {
    files: /^src\/attachments\//,
    modules: [...BASE, 'src/events/', 'src/guard/', 'src/shops/', 'src/identity/', 'src/attachments/'],
    libraries: ['file-type', 'node:'],
  },
  {
    // A ticket may be linked to an incident when it is opened, and an incident answers the tickets that are linked to it.
    files: /^src\/(tickets|incidents)\//,
    modules: [
      ...BASE,
      'src/events/',
      'src/vendor-settings/',
      'src/shops/',
      'src/identity/',
      'src/attachments/',
      'src/tickets/',
      'src/incidents/',
    ],
    libraries: [],
  },
  {
    // The ways in: they know how a ticket came, and `tickets` does not.
    files: /^src\/channels\//,
    modules: [
      ...BASE,
      'src/events/',
      'src/guard/',
      'src/shops/',
      'src/identity/',
      'src/attachments/',
      'src/tickets/',
      'src/channels/',
    ],
    libraries: ['node:crypto'],
  },
  {
    // The ways out: they send what an event owes, and know no way in.
    files: /^src\/deliveries\//,
    modules: [
      ...BASE,
      'src/mail-settings.ts',
      'src/events/',
      'src/guard/',
      'src/vendor-settings/',
      'src/shops/',
      'src/identity/',
      'src/attachments/',
      'src/tickets/',
      'src/incidents/',
      'src/deliveries/',
    ],
    libraries: ['nodemailer', 'node:'],
    typesOf: ['pino'],
  },
  {
    // Mailboxes: letters are stored before anybody understands them.
    files: /^src\/mailbox\//,
    modules: [
      ...BASE,
      'src/mail-settings.ts',
      'src/events/',
      'src/guard/',
      'src/vendor-settings/',
      'src/shops/',
      'src/identity/',
      'src/attachments/',
      'src/tickets/',
      'src/channels/',
      'src/mailbox/',
    ],
    libraries: ['imapflow', 'mailparser', 'html-to-text', 'mailauth', 'node:'],
    typesOf: ['pino'],
  },
  {
    files: /^src\/api\//,
    modules: [
      'src/contract/',
      'src/channels/',
      'src/events/',
      'src/guard/',
      'src/macros/',
      'src/vendor-settings/',
      'src/reports/',
      'src/shops/',
      'src/identity/',
      'src/attachments/',
      'src/tickets/',
      'src/incidents/',
      'src/deliveries/',
      'src/mailbox/',
      'src/mail-settings.ts',
      'src/api/',
    ],
    libraries: ['hono', '@hono', 'zod/mini', 'rate-limiter-flexible', 'node:'],
    typesOf: ['pino'],
  },
  {
    files: /^src\/commands\//,
    modules: [
      ...BASE,
      'src/guard/',
      'src/attachments/',
      'src/vendor-settings/',
      'src/shops/',
      'src/identity/',
      'src/channels/',
      'src/tickets/',
      'src/incidents/',
      'src/deliveries/',
      'src/mailbox/',
      'src/mail-settings.ts',
      'src/commands/',
    ],
    libraries: ['node:'],
  },
  { files: /^src\/cli\//, modules: ['src/'], libraries: ['commander', 'node:'] },
  { files: /^src\/[^/]+$/, modules: ['src/'], libraries: ['hono', '@hono', 'pino', 'p-queue', 'commander', 'node:'] },
  { files: /^browser\//, modules: ['src/contract/', 'browser/'], libraries: ['ky', 'idb-keyval'] },
  {
    files: /^widget\//,
    modules: ['src/contract/', 'browser/', 'widget/'],
    libraries: ['preact', '@preact/signals', 'ky'],
  },
  {
    files: /^desk\//,
    modules: ['src/contract/', 'browser/', 'desk/'],
    libraries: ['preact', '@preact/signals', 'ky', '@simplewebauthn/browser', 'uqr'],
  },
  {
    files: /^demo-shop-panel\//,
    modules: ['demo-shop-panel/', 'src/'],
    libraries: ['node:', 'pino', 'smtp-server', 'hoodiecrow-imap', 'mailparser', 'nodemailer'],
    typesOf: ['@hono'],
  },
];

const LOADER = 'widget/loader.ts';
/** What imports the panel for it: the address is known in the page only. */
const IMPORTER = 'widget/host-page/import-file.ts';
/** Programs: they start something as soon as they are imported. */
const PROGRAMS = ['src/main.ts', 'src/pomoc.ts'];
/** Decisions and what is stored must not depend on when or how luckily they run: `now` is an argument. */
const WITHOUT_CLOCK =
  /^src\/(policy|guard|deliveries|mailbox|channels|tickets|incidents|macros|attachments|identity|shops|vendor-settings|events|reports|store)\//;

/** Everything in one source that breaks a rule, each with file and line. */
export function violations(path: string, source: string): string[] {
  const facts = sourceFacts(path, source);
  return [
    ...(path.split(/[/.]/).includes('utils') ? [`${path}:1 is named utils: name it after the one thing inside`] : []),
    ...facts.imports.flatMap((fact) => {
      const reason = whyNotImport(path, fact);
      return reason ? [`${path}:${fact.line} ${reason}`] : [];
    }),
    ...clockViolations(path, facts),
    ...sqlViolations(path, facts),
  ];
}

function whyNotImport(path: string, { specifier, typeOnly }: ImportFact): string | null {
  const rule = RULES.find(({ files }) => files.test(path));
  if (!rule) return 'stands in a folder that no rule knows';
  if (specifier === null) return [LOADER, IMPORTER].includes(path) ? null : 'imports what is only known at run time';
  const module = moduleOf(path, specifier);
  if (module === null) {
    const libraries = typeOnly ? [...rule.libraries, ...(rule.typesOf ?? [])] : rule.libraries;
    return libraries.some((library) => isWithin(library, specifier)) ? null : `may not import ${specifier}`;
  }
  if (PROGRAMS.includes(module)) return `imports the program ${module}`;
  if (path === LOADER && !typeOnly && !module.startsWith('widget/host-page')) return `may not import ${module}`;
  return rule.modules.some((prefix) => module.startsWith(prefix)) ? null : `may not import ${module}`;
}

/** The file that a relative import, or one of the widget's words, means, from the repository's root; null for a library. */
export function moduleOf(path: string, specifier: string): string | null {
  if (specifier.startsWith('#words/')) return specifier.replace('#words', 'widget/words/pl');
  if (!/^\.{0,2}\//.test(specifier)) return null;
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
}

function isWithin(library: string, specifier: string): boolean {
  return library.endsWith(':')
    ? specifier.startsWith(library)
    : specifier === library || specifier.startsWith(`${library}/`);
}

function clockViolations(path: string, { ambient }: SourceFacts): string[] {
  if (!WITHOUT_CLOCK.test(path)) return [];
  return ambient.map(({ text, line }) => `${path}:${line} asks ${text}`);
}

function sqlViolations(path: string, { sql }: SourceFacts): string[] {
  if (path.startsWith('src/store/')) return [];
  return sql.map(({ text, line }) => `${path}:${line} has SQL outside src/store: ${text.split('\n')[0]}`);
}

/**
 * Libraries that the loader would carry into every page of every panel, through whatever it imports.
 * @param sources the widget's sources by path
 */
export function loaderViolations(sources: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const seen = new Set([LOADER]);
  for (const path of seen) {
    const source = sources.get(path);
    if (source === undefined) {
      found.push(`${path}:1 is imported on the loader's way and cannot be found`);
      continue;
    }
    for (const { specifier, line, typeOnly } of sourceFacts(path, source).imports) {
      if (specifier === null || typeOnly) continue;
      const module = moduleOf(path, specifier);
      if (module === null) found.push(`${path}:${line} brings ${specifier} into the loader`);
      else seen.add(module);
    }
  }
  return found;
}

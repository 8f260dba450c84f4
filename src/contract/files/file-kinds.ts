/**
 * The kinds of files that may be sent, each with the endings that a name of it may have: the only list, for the picker of
 * the panel, for the service's door and for the way out. Endings that a system runs or obeys are not among them, whatever
 * stands in the file.
 */
export const FILE_KINDS = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif', 'pjpeg', 'pjp'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'application/zip': ['zip'],
  'application/xml': ['xml'],
  'text/csv': ['csv'],
  'text/plain': ['txt', 'log'],
} as const satisfies Record<string, readonly string[]>;

export type FileType = keyof typeof FILE_KINDS;

/** Media types of files, pictures first. */
export const FILE_TYPES = Object.keys(FILE_KINDS) as FileType[];

/** What follows the last dot of a name, in lower case; empty where there is no dot. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The media type that a name's ending stands for; null for an ending that is not in the list, or none. */
export function kindOfName(name: string): FileType | null {
  const ending = endingOf(name);
  return FILE_TYPES.find((type) => (FILE_KINDS[type] as readonly string[]).includes(ending)) ?? null;
}

/** Whether a file of this kind is plain characters. */
export function isTextType(type: string | null): boolean {
  return type === 'text/plain' || type === 'text/csv' || type === 'application/xml';
}

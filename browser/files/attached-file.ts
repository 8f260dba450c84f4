/** A file of a draft; its bytes are in the store `files`. */
export interface AttachedFile {
  /** the key of its bytes in this browser; its upload id is made when it is sent */
  id: string;
  name: string;
  /** media type, from the browser or our re-encoding */
  type: string;
  bytes: number;
  /** how many places were hidden in a picture; nothing where none was */
  hidden?: number;
}

/** The bytes of a file, stored until its ticket is sent, it is removed, or its draft ends. */
export interface KeptFile {
  id: string;
  blob: Blob;
  /** milliseconds since 1970 */
  keptAt: number;
}

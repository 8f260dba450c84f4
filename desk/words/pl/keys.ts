/** In Polish: the keys. */
export const keys = {
  keys: 'Klawisze',
  close: 'Zamknij',
};

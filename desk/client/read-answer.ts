/** Reads an answer by its contract: fields it does not know are left aside. */
export function readAnswer<T>({
  answer,
}: {
  answer: { parse: (value: unknown) => T };
}): (response: Response) => Promise<T> {
  return async (response) => answer.parse(await response.json());
}

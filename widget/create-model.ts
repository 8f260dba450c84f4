/**
 * A constructor of models. That of `@preact/signals` also batches every method and can end every effect: models of the
 * widget live as long as their page, and their methods read by `peek`.
 * @param make makes the model
 */
export function createModel<Model extends object, Args extends unknown[]>(
  make: (...args: Args) => Model,
): new (
  ...args: Args
) => Model {
  // A class, as no minifier makes a function of it that nothing can construct.
  return class {
    constructor(...args: Args) {
      // biome-ignore lint/correctness/noConstructorReturn: the model is what is constructed
      return make(...args);
    }
  } as never;
}

/**
 * The built-ins of a page that are not as in a realm that no script has touched: replaced, or something was added to
 * them or their prototypes, or those are frozen. Libraries do, and so does `var URL` at the top level of a script.
 * @param clean the window of that realm, whose own built-ins do the looking
 */
export function replacedNatives(page: Window, clean: Window): string[] {
  const { Object: Own, Function: OwnFunction } = clean as typeof window;
  const sourceOf = (value: unknown) =>
    typeof value === 'function' ? OwnFunction.prototype.toString.call(value) : typeof value;
  const membersOf = (owner: unknown) => {
    const members = Own.getOwnPropertyDescriptors(Own(owner));
    let told = `${Own.isFrozen(owner)}`;
    for (const name in members) told += name + sourceOf(members[name]?.value);
    return told;
  };
  return Own.getOwnPropertyNames(clean).filter((name) => {
    const native = Own.getOwnPropertyDescriptor(clean, name)?.value;
    if (!native) return false;
    const value = (page as unknown as Record<string, { prototype: unknown }>)[name];
    // The language and requests have short names; methods of the thousand others are not worth the time.
    return (
      sourceOf(value) !== sourceOf(native) ||
      (!name[8] && membersOf(value) + membersOf(value?.prototype) !== membersOf(native) + membersOf(native.prototype))
    );
  });
}

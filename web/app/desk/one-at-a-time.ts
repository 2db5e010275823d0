/**
 * Does one thing after the other, in all tabs of this browser. A page that came without TLS cannot tell of its other tabs;
 * there the keys of the answers make all that is done twice harmless.
 */
export function oneAtATime(name: string): <T>(act: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve();
  return <T>(act: () => Promise<T>) => {
    const next = turn.then(() =>
      navigator.locks === undefined ? act() : (navigator.locks.request(name, act) as Promise<T>),
    );
    turn = next.catch(() => undefined);
    return next;
  };
}

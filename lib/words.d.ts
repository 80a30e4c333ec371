/**
 * The type of `i18n.t` for the words in `locales`. What the package gives takes the checker half a minute: it lays its key against all
 * keys anew at each call. Here the keys are sorted once, by what has to be filled in.
 */
declare module 'countersign:words' {
  type Filled = string | number;
  interface Shape {
    plural: boolean;
    substitutions: number;
    namedSubstitutions?: readonly string[];
  }
  type Named = { namedSubstitutions: readonly string[] };

  /** The keys of `S` whose words are of the kind `Kind`; those with names to fill in only where it says so. */
  type Keys<S, Kind> = {
    [K in keyof S]: S[K] extends Kind ? (S[K] extends Named ? (Kind extends Named ? K : never) : K) : never;
  }[keyof S];
  type Names<One> = One extends Named ? { [Name in One['namedSubstitutions'][number]]: Filled } : never;

  type Once<Count extends number> = { plural: false; substitutions: Count };
  type Counted<Count extends number> = { plural: true; substitutions: Count };

  export interface Words<S extends Record<keyof S, Shape>> {
    t(key: Keys<S, Once<0>>): string;
    t(key: Keys<S, Once<1>>, filled: [Filled]): string;
    t(key: Keys<S, Once<2>>, filled: [Filled, Filled]): string;
    t(key: Keys<S, Once<3>>, filled: [Filled, Filled, Filled]): string;
    t<K extends Keys<S, Once<0> & Named>>(key: K, filled: Names<S[K]>): string;
    /** `count` chooses between one and many; `$1` stands for it too, unless it is given as it shall be written. */
    t(key: Keys<S, Counted<0 | 1>>, count: number, filled?: [Filled]): string;
    t(key: Keys<S, Counted<2>>, count: number, filled: [Filled, Filled]): string;
    t<K extends Keys<S, Counted<0 | 1> & Named>>(key: K, count: number, filled: Names<S[K]>): string;
  }
}

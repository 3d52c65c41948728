/** Counts the fields that an index has to map: `index.mapping.total_fields.limit`, in which every object counts as well. */
export type Mappers = {
  /** Reserves room for fields, unless there is none for all of them. */
  readonly claim: (paths: readonly string[]) => boolean;
  readonly count: () => number;
};

/** The fields of a path: itself and the objects that it is in. Names below `flat` have dots and no objects. */
function* levelsOf(path: string, flat: string | undefined): Generator<string> {
  if (flat !== undefined && path.startsWith(`${flat}.`)) yield flat;
  else for (let at = path.indexOf('.'); at !== -1; at = path.indexOf('.', at + 1)) yield path.slice(0, at);
  yield path;
}

export function createMappers(limit: number, flat: string | undefined): Mappers {
  const known = new Set<string>();
  const claim = (paths: readonly string[]): boolean => {
    const added = new Set<string>();
    for (const path of paths) for (const level of levelsOf(path, flat)) if (!known.has(level)) added.add(level);
    if (known.size + added.size > limit) return false;
    for (const level of added) known.add(level);
    return true;
  };
  return { claim, count: () => known.size };
}

/**
 * Finds what a path clashes with: a field cannot be an object as well. Ask before a path is added.
 */
export type Clashes = { readonly add: (path: string) => boolean };

export function createClashes(): Clashes {
  const leaves = new Set<string>();
  const objects = new Set<string>();
  const add = (path: string): boolean => {
    const levels = [...levelsOf(path, undefined)].slice(0, -1);
    if (objects.has(path) || levels.some((level) => leaves.has(level))) return false;
    leaves.add(path);
    for (const level of levels) objects.add(level);
    return true;
  };
  return { add };
}

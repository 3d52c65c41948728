/** Names of labels as Prometheus has them: one table for whoever writes series and whoever asks for them. */
import { type EscapingScheme, escapeName, labelNames, losslessName, type Naming } from './names.js';

/** The name of a label that an attribute cannot have as it is: taken, or reserved by a leading underscore. */
const exportedName = (name: string): string => `exported${name.startsWith('_') ? '' : '_'}${name}`;

/** How attributes are named, where some names are taken: by the tenant's label, or by one that a kind of metric needs. */
export function labelNaming(scheme: EscapingScheme, taken: readonly (string | undefined)[]): Naming {
  // What a name becomes may be taken, too: a state set can have any name, and has a label of that name.
  const free = (name: string): string => {
    let found = name;
    while (found === '' || found.startsWith('_') || taken.includes(found)) found = exportedName(found);
    return found;
  };
  return {
    translate: (raw) => free(escapeName(raw, scheme, labelNames)),
    lossless: (raw) => free(losslessName(raw, labelNames)),
  };
}

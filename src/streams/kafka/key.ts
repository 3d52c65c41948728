/** What a record is about, and whose it is: records with one key stay in order. */

/** Only the separator and the escape are encoded, so that keys stay readable and no two pairs have one key. */
const encode = (part: string): string => part.replace(/[%/]/g, (char) => (char === '%' ? '%25' : '%2F'));

/** Returns the key of an entity of a tenant: `label_42/track-7`. */
export const keyOf = (tenantId: string, entity: string): Buffer => Buffer.from(`${encode(tenantId)}/${encode(entity)}`);

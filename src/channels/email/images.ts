/** Pictures that travel in the mail: their type by their first bytes, their names, their parts. */
import type { EmailAttachment } from './payload.js';

/** Bytes of a picture. */
export type InlineImage = Uint8Array;

type ImageType = { readonly type: string; readonly extension: string; readonly magic: RegExp };

/** Formats that mail clients show, by how their files begin (read as Latin-1). */
const imageTypes: readonly ImageType[] = [
  { type: 'image/png', extension: 'png', magic: /^\x89PNG\r\n\x1a\n/ },
  { type: 'image/jpeg', extension: 'jpg', magic: /^\xff\xd8\xff/ },
  { type: 'image/gif', extension: 'gif', magic: /^GIF8[79]a/ },
  { type: 'image/webp', extension: 'webp', magic: /^RIFF[\s\S]{4}WEBP/ },
];

const name = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Tells whether a text can name a picture: it becomes a header and a file name. */
export function isImageName(text: string): boolean {
  return name.test(text);
}

const typeOf = (image: InlineImage): ImageType | undefined => {
  const start = String.fromCharCode(...image.subarray(0, 12));
  return imageTypes.find(({ magic }) => magic.test(start));
};

/** Tells whether bytes are a picture that mail clients show. SVG is none: they refuse it, as it can run scripts. */
export function isImage(value: unknown): value is InlineImage {
  return value instanceof Uint8Array && typeOf(value) !== undefined;
}

const scheme = 'cid:';

/** The name in a `cid:` URL; `undefined` for other URLs. */
export function imageNameIn(url: string): string | undefined {
  return url.slice(0, scheme.length).toLowerCase() === scheme ? url.slice(scheme.length) : undefined;
}

/** The id of a picture's part. RFC 2392 wants it to look like an address, and some clients do too. */
export const partId = (image: string, domain: string): string => `${image}@${domain}`;

/** The part of a picture. The bytes are not copied. */
export function imagePart(image: string, bytes: InlineImage, domain: string): EmailAttachment {
  const { type, extension } = typeOf(bytes) ?? { type: 'application/octet-stream', extension: 'bin' };
  return {
    filename: image.toLowerCase().endsWith(`.${extension}`) ? image : `${image}.${extension}`,
    // The only bytes that mail libraries take; on the caller's own memory.
    content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    contentType: type,
    contentDisposition: 'inline',
    cid: partId(image, domain),
  };
}

/** ISWC: the identifier of a musical work (ISO 15707). */

const pattern = /^T-?(\d{3})\.?(\d{3})\.?(\d{3})-?(\d)$/;

/** Tells whether a text can be an ISWC: its check digit makes 1 plus the sum of digits times places a multiple of ten. */
export function isIswc(text: string): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  const digits = `${match[1]}${match[2]}${match[3]}`;
  let sum = 1;
  for (let index = 0; index < digits.length; index += 1) sum += (index + 1) * (digits.charCodeAt(index) - 0x30);
  return (10 - (sum % 10)) % 10 === Number(match[4]);
}

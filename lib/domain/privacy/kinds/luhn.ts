/** The check digit of ISO/IEC 7812: from the right every second digit counts twice, its own digits added. */
export function passesLuhn(code: string): boolean {
  let sum = 0;
  for (let place = 0; place < code.length; place++) {
    const digit = code.charCodeAt(code.length - 1 - place) - 0x30;
    const value = place % 2 === 0 ? digit : digit * 2;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

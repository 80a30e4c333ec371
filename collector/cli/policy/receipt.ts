/** Checking a receipt with nothing but files. */
import { checkReceipt } from '../../../lib/domain/decision/receipt.ts';
import { jwksSchema, type SigningJwk } from '../../../lib/domain/policy/signed/signed.ts';
import { readTextFile } from '../files.ts';
import { CommandRefusal } from '../refusal.ts';

/** `text`: file of the text that is said to be approved. */
export interface VerifyReceipt {
  name: 'receipt.verify';
  file: string;
  keys: string;
  text?: string;
}

const WHY = {
  no_receipt: 'is no receipt',
  unknown_key: 'is signed with a key that is not in the file of keys',
  not_signed: 'is not what was signed',
};

/** Checks a receipt and says what it says. Rejects with a `Refusal` where it does not hold, or is of another text. */
export async function verifyReceipt({ file, keys, text }: VerifyReceipt, out: (said: string) => void): Promise<void> {
  const given = text === undefined ? undefined : readTextFile(text);
  const checked = await checkReceipt(readTextFile(file).trim(), keysIn(keys), given);
  if (!checked.holds) throw new CommandRefusal(`${file} ${WHY[checked.why]}.`);
  const { receipt, isOfText } = checked;
  out(
    Object.entries(receipt)
      .map(([name, said]) => `${name}\t${Array.isArray(said) ? said.join(', ') : said}\n`)
      .join(''),
  );
  if (isOfText === false) throw new CommandRefusal(`The receipt holds, and is of another text than ${text}.`);
  out(isOfText === undefined ? 'The receipt holds.\n' : 'The receipt holds, and is of this text.\n');
}

function keysIn(path: string): readonly SigningJwk[] {
  const text = readTextFile(path);
  try {
    const keys = jwksSchema.safeParse(JSON.parse(text));
    if (keys.success) return keys.data.keys;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CommandRefusal(`${path} holds no keys, as /.well-known/jwks.json gives them.`);
}

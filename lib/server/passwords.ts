import { hash, verify } from "@node-rs/argon2";
import { commonPasswords } from "./common-passwords";
import { once } from "./once";

/** Argon2id, 64 MiB, 3 passes, 1 lane (trust 5; OWASP ASVS 5.0, 11.4.2). `algorithm` 2 is argon2id. */
const cost = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** A hash of nothing anybody knows: verifying against it costs an unknown user the same time as a known one. */
const nobody = "$argon2id$v=19$m=65536,t=3,p=1$LwHL54V2bKpEjNayW0jHtA$lmqXkGTt9VOCNhTsLxGNQ9SgV81NS4ZRr/733NhHn+Q";

export type PasswordFault = "too-short" | "too-long" | "too-common" | "is-email";

/** What is wrong with a new password; `null` when it may be used. At least 8 characters, none of the commonest. */
export function judgePassword(password: string, email: string): PasswordFault | null {
  if ([...password].length < 8) return "too-short";
  if (password.length > 512) return "too-long";
  const plain = password.toLowerCase();
  if (commonPasswords().has(plain)) return "too-common";
  if (plain === email.toLowerCase() || plain === email.toLowerCase().split("@")[0]) return "is-email";
  return null;
}

export function hashPassword(password: string): Promise<string> {
  return atMostTwo(() => hash(password.normalize("NFC"), cost));
}

/** True only for the right password; an account without one costs the same time and is never right. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const right = await atMostTwo(() => verify(stored ?? nobody, password.slice(0, 512).normalize("NFC")).catch(() => false));
  return stored !== null && right;
}

interface Turnstile {
  running: number;
  waiting: (() => void)[];
}

/** Two hashes at once: four filled the thread pool and made everything else wait. */
async function atMostTwo<T>(work: () => Promise<T>): Promise<T> {
  const turnstile = once<Turnstile>("passwords.turnstile", () => ({ running: 0, waiting: [] }));
  if (turnstile.running >= 2) await new Promise<void>((resolve) => turnstile.waiting.push(resolve));
  else turnstile.running += 1;
  try {
    return await work();
  } finally {
    const next = turnstile.waiting.shift();
    if (next) next();
    else turnstile.running -= 1;
  }
}

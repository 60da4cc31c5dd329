import type { Refusal } from "@/lib/domain/refusal";
import { sentenceOf } from "../sentences";

/** Exit codes, everywhere the same (contracts.md): 2 wrong usage, 3 not found or refused, 4 gate closed, 1 anything else. */
export type ExitCode = 1 | 2 | 3 | 4;

/** A failure with its one sentence and its exit code. */
export class Failure extends Error {
  constructor(readonly code: ExitCode, sentence: string) {
    super(sentence);
  }
}

export function usage(sentence: string): Failure {
  return new Failure(2, sentence);
}

/** The outcome of a command, or the failure that says why not. */
export function orFail<T extends { allowed: true }>(outcome: T | Refusal): T {
  if (outcome.allowed) return outcome;
  throw new Failure(3, sentenceOf(outcome));
}

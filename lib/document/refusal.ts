export const refusals = [
  "empty", "binary", "encoding", "too-many-bytes", "too-many-items", "too-many-sections", "line-too-long",
  "nested-too-deep", "quoted-too-deep", "too-many-brackets",
] as const;
export type WhyRefused = (typeof refusals)[number];

export interface Refused { ok: false; why: WhyRefused; sentence: string }

export function refuse(why: WhyRefused, sentence: string): Refused {
  return { ok: false, why, sentence };
}

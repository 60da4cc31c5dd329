import type { Band } from "@/lib/domain/judgement";

/** The texture of a band in bars and legends (globals.css). */
export const bandClass: Record<Band, string> = {
  verified: "band-verified", claimed: "band-claimed", waived: "band-waived", undecided: "band-undecided",
  "in-progress": "band-in-progress", blocked: "band-blocked", todo: "band-todo",
};

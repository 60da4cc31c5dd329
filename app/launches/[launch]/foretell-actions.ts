"use server";

import type { z } from "zod";
import type { Foretold } from "@/lib/domain/foretell";
import type { Outcome } from "@/lib/domain/refusal";
import type { Refused } from "@/lib/server/answer";
import * as input from "@/lib/server/input/decision";
import * as structure from "@/lib/server/input/structure";
import { foretellFor, judgeRetire, judgeRules, judgeSection, type Looking } from "@/lib/server/queries/foretell";
import { look } from "./look";

type In<S extends z.ZodType> = z.input<S>;
type Told = Promise<{ allowed: true; foretold: Foretold } | Refused>;

/** What another rule for proof and waivers would change. Nothing is written. */
export async function foretellRules(wanted: In<typeof input.setRules>): Told {
  return tell(input.setRules, wanted, judgeRules);
}
/** What another rule for a section's proof would change. Nothing is written. */
export async function foretellSectionProof(wanted: In<typeof input.setSectionProof>): Told {
  return tell(input.setSectionProof, wanted, judgeSection);
}

/** What retiring a part of the checklist would change. Nothing is written. */
export async function foretellRetire(wanted: In<typeof structure.retirePart>): Told {
  return tell(structure.retirePart, wanted, judgeRetire);
}

async function tell<S extends z.ZodType<{ launch: string }>>(shape: S, came: unknown, judging: (looking: Looking, wanted: z.infer<S>) => Outcome): Told {
  const told = await look(shape, came, (found, wanted) => foretellFor(found, (looking) => judging(looking, wanted)));
  return told.allowed ? { allowed: true, foretold: told.found } : told;
}

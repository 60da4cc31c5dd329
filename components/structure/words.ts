import type common from "@/lib/texts/en/common.json";
import type settings from "@/lib/texts/en/settings.json";
import type structure from "@/lib/texts/en/structure.json";

export type StructureWords = typeof structure;
export interface EditorWords { structure: StructureWords; foretold: (typeof settings)["foretold"]; common: typeof common }

import common from "./en/common.json";
import refusals from "./en/refusals.json";

/** The English catalogue: one file per part, ICU messages. */
export const en = { common, refusals };

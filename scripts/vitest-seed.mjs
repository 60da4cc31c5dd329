import fc from "fast-check";

// The gate tries the same examples every time, so that a red run can be looked into. New ones are sought by npm run fuzz,
// which prints the seed of what it finds; FUZZ_SEED tries it again.
const wanted = process.env.FUZZ_SEED ?? (process.env.FUZZ_RUNS ? undefined : "4317");
if (wanted !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });

import fc from "fast-check";

// The gate tries the same examples every time, so that a red run can be looked into. New ones are sought by npm run fuzz,
// which prints the seed of what it finds; FUZZ_SEED tries it again. FUZZ_SECONDS ends a property that has found nothing by then.
const { FUZZ_SEED, FUZZ_RUNS, FUZZ_SECONDS } = process.env;
const wanted = FUZZ_SEED ?? (FUZZ_RUNS ? undefined : "4317");
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  ...(wanted === undefined ? {} : { seed: Number(wanted) }),
  ...(FUZZ_SECONDS ? { interruptAfterTimeLimit: 1000 * Number(FUZZ_SECONDS) } : {}),
});

/**
 * Properties try the same inputs in every run, so that a failure is the change's and not the day's. `PROPERTY_SEED=7` tries
 * others; `PROPERTY_RUNS` tries more.
 */
import fc from 'fast-check';

const seed = Number(process.env['PROPERTY_SEED'] ?? 20_261_120);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number.isFinite(seed) ? seed : 20_261_120 });

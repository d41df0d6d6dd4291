/** What was drawn once is drawn again with the same number. */
export const faultSeed = (): number => Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 1e9));

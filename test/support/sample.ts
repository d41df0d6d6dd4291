import path from 'node:path';

/** A small schema for the tests of the database kit itself. */
export const sampleSchema = { schema: 'sample', folder: path.join(__dirname, 'sample-migrations') };

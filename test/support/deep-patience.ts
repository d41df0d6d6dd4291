/** Starting and killing real servers takes its time. */
jest.setTimeout(180_000);

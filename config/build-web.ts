import { buildWeb } from '../bff/start/web-build';
import { root } from './steps';

/** Builds the web client when it is missing or out of date, exactly as the server's start does. */
buildWeb({ root, tell: (line) => console.log(line) }).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});

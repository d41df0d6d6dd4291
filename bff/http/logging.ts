import pino, { type DestinationStream, type Logger } from 'pino';
import { redact } from './redaction';

export interface LoggerOptions {
  name: string;
  level?: string;
  /** Lines go out in batches; the process flushes on exit. */
  production?: boolean;
  /** Tests collect lines here. */
  destination?: DestinationStream;
}

interface LoggedError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: LoggedError;
}

/** Database libraries append the parameters of a failed query to the message; those are people's data. */
function withoutParameters(text: string): string {
  return text.replace(/\n?params:[\s\S]*?(?=\n {4}at |$)/, '').slice(0, 2000);
}

/** Only these five members of an error are ever written, never the request or response hanging on it. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'a value that is not an error was thrown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    type: error.name,
    message: withoutParameters(error.message),
    ...(code ? { code } : {}),
    ...(error.stack ? { stack: withoutParameters(error.stack) } : {}),
    ...(error.cause !== undefined && depth < 3 ? { cause: loggedError(error.cause, depth + 1) } : {}),
  };
}

export function createLogger(options: LoggerOptions): Logger {
  const destination =
    options.destination ??
    pino.destination(options.production ? { fd: 1, sync: false, minLength: 4096 } : { fd: 1, sync: true });
  return pino(
    {
      name: options.name,
      level: options.level ?? 'info',
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => loggedError(error) },
      hooks: { streamWrite: redact },
    },
    destination,
  );
}

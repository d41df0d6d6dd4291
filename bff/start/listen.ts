import type { RequestListener } from 'node:http';
import { listenHttp, type HttpServer } from '../http/server';
import { StartProblem } from '../start-problem';

interface Place {
  port: number;
  host: string;
}

function explain(error: NodeJS.ErrnoException, { port, host }: Place): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartProblem(
        `Port ${port} on ${host} is in use. Stop what runs there, or choose another with PORT.`,
      );
    case 'EACCES':
      return new StartProblem(`This user may not open port ${port}. Choose one above 1023 with PORT.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartProblem(`This machine has no address "${host}". Set HOST to one of its own.`);
    default:
      return error;
  }
}

/** @throws StartProblem when the place is taken or does not exist */
export async function listen(handler: RequestListener, place: Place): Promise<HttpServer> {
  try {
    return await listenHttp(handler, place);
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, place);
  }
}

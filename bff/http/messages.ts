import { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Express } from 'express';

/**
 * Express gives each request and each answer another prototype after Node has made them. To the engine every one of them is then a thing of a kind it has
 * never seen, and it looks up each member anew, in Node's own code as well. Made with that prototype from the start, they are all of one kind, and what
 * Express does changes nothing.
 */
export class KitRequest extends IncomingMessage {}
export class KitResponse extends ServerResponse {}
Object.setPrototypeOf(KitRequest.prototype, express.request);
Object.setPrototypeOf(KitResponse.prototype, express.response);

/** The apps of a process share the prototypes, so each message is told its app when it comes in (see `http-app`). */
export function useKitMessages(app: Express): void {
  app.request = KitRequest.prototype as unknown as Express['request'];
  app.response = KitResponse.prototype as unknown as Express['response'];
}

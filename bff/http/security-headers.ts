import type { RequestHandler } from 'express';
import helmet from 'helmet';

export interface SecurityHeaderOptions {
  /** `'sha256-…'` of inline scripts that a page of ours cannot do without. */
  scriptHashes?: string[];
  /** Only where TLS ends in front of this server. */
  strictTransport?: boolean;
}

const STRICT_TRANSPORT_SECONDS = 31_536_000;

/** An answer of an interface is never shown as a page, so it may load nothing at all; five short headers instead of sixteen. */
export function interfaceHeaders({ strictTransport }: SecurityHeaderOptions = {}): [
  name: string,
  value: string,
][] {
  const always: [string, string][] = [
    ['Content-Security-Policy', "default-src 'none';frame-ancestors 'none'"],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
  ];
  return strictTransport
    ? [...always, ['Strict-Transport-Security', `max-age=${String(STRICT_TRANSPORT_SECONDS)}`]]
    : always;
}

/**
 * Nothing is loaded from elsewhere. Styles may be inline because the mini-program's web runtime sets them; pictures
 * may be blobs (a photo before it is sent) and data; nobody may put our pages into a frame.
 */
export function securityHeaders(options: SecurityHeaderOptions = {}): RequestHandler {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        // The web build reads a chosen photo from its blob: address before it uploads it.
        connectSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'", ...(options.scriptHashes ?? [])],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: options.strictTransport
      ? { maxAge: STRICT_TRANSPORT_SECONDS, includeSubDomains: false }
      : false,
    xPoweredBy: true,
  });
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(), payment=()');
    protect(request, response, next);
  };
}

import { TextDecoder, TextEncoder } from 'node:util';

/** jsdom lacks these; the template compiler needs them, the bundle never sees them. */
Object.assign(globalThis, { TextDecoder, TextEncoder });

import { get } from '@/api/client';
import { home, type Home } from '../../../bff/features/home/contract';

/** The whole first screen in one request; a part whose system is away says so by itself. */
export const readHome = (signal: AbortSignal): Promise<Home> => get('/home', home, { signal });

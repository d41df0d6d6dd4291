import type { Method } from './route';

interface Mounted {
  method: Method;
  segments: string[];
}

const segmentsOf = (path: string) => path.split('/').filter(Boolean);
const isParam = (segment: string) => segment.startsWith(':');

function matches(pattern: string[], path: string[]): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((segment, index) => isParam(segment) || segment === path[index])
  );
}

/** Knows every mounted route, to refuse two that would fight for one address and to answer 405 truthfully. */
export class RouteRegistry {
  private readonly mounted: Mounted[] = [];

  /** @throws Error naming the route when it repeats, or can never be reached behind, an earlier one */
  add(method: Method, path: string): void {
    const segments = segmentsOf(path);
    const rival = this.mounted.find((other) => other.method === method && matches(other.segments, segments));
    if (rival) {
      const known = `/${rival.segments.join('/')}`;
      throw new Error(`Route ${method.toUpperCase()} ${path} is a duplicate of, or hidden behind, ${known}`);
    }
    this.mounted.push({ method, segments });
  }

  methodsFor(path: string): Method[] {
    const segments = segmentsOf(path);
    return [
      ...new Set(
        this.mounted.filter((route) => matches(route.segments, segments)).map((route) => route.method),
      ),
    ];
  }
}

/** Literal segments before parameters, so that `/vouchers/summary` is not taken for an id. */
export function bySpecificity(a: { path: string }, b: { path: string }): number {
  const rank = (path: string) =>
    segmentsOf(path)
      .map((segment) => (isParam(segment) ? '1' : '0'))
      .join('');
  return rank(a.path).localeCompare(rank(b.path));
}

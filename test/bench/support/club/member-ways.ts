import { randomUUID } from 'node:crypto';
import type { Arena } from './arena';
import type { Job } from './drive';
import { accessToken, clubToken } from './members';
import { throughHttp } from './through-http';
import type { Way } from './way';

interface MemberRequest {
  path: string;
  body?: unknown;
}

function jobOf(token: string, prefix: string, { path, body }: MemberRequest): Job {
  return {
    method: 'POST',
    path: prefix + path,
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** One write a member, asked of the club and of the server in front of it; each member comes with a token of its own. */
export function throughBothDoors(
  { keys, club, bff }: Arena,
  requests: { club(number: number): MemberRequest; server(number: number): MemberRequest },
): Way[] {
  const jobs = (first: number, count: number, make: (number: number) => Job) =>
    Array.from({ length: count }, (_, at) => make(first + at));
  const tokenOf = accessToken(keys);
  return [
    {
      name: 'the club over HTTP',
      work: (first, count) =>
        throughHttp(
          club.url,
          jobs(first, count, (number) => jobOf(clubToken(keys, number), '/v1', requests.club(number))),
          [club],
        ),
    },
    {
      name: 'BFF and club over HTTP',
      work: (first, count) =>
        throughHttp(
          bff.url,
          jobs(first, count, (number) => jobOf(tokenOf(number), '/api/v1', requests.server(number))),
          [club, bff],
        ),
    },
  ];
}

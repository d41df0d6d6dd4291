import { useState } from 'react';
import { type Failure, failureOf } from './failures';
import type { KeptSchema } from './kept-reads';
import { type Read, useRead } from './use-read';

/** One page as every list of the server answers. */
export interface Listed<Item> {
  items: Item[];
  nextCursor: string | null;
}

interface PagesOptions<Item, Page extends Listed<Item>> {
  key: readonly unknown[];
  read: (cursor: string | undefined, signal: AbortSignal | undefined) => Promise<Page>;
  kept?: KeptSchema<Page>;
  enabled?: boolean;
}

interface Further<Item> extends Listed<Item> {
  /** What they follow: another end of the first page means that they no longer fit to it. */
  after: string;
}

export interface Pages<Item, Page extends Listed<Item>> {
  /** The first page, with every further one that was asked for behind it. */
  read: Read<Page>;
  hasMore: boolean;
  readMore: () => Promise<void>;
  moreFailure: Failure | undefined;
}

/** A list that goes on: the first page like any other read, the next ones by a tap. Nothing is dropped silently at a limit. */
export function usePages<Item, Page extends Listed<Item>>({
  key,
  read,
  kept,
  enabled,
}: PagesOptions<Item, Page>): Pages<Item, Page> {
  const first = useRead({ key, read: ({ signal }) => read(undefined, signal), kept, enabled });
  const [further, setFurther] = useState<Further<Item>>();
  const [moreFailure, setMoreFailure] = useState<Failure>();
  const after = first.data?.nextCursor ?? undefined;
  const fitting = further && further.after === after ? further : undefined;
  const next = fitting ? (fitting.nextCursor ?? undefined) : after;

  const readMore = async (): Promise<void> => {
    if (after === undefined || next === undefined) return;
    setMoreFailure(undefined);
    try {
      const page = await read(next, undefined);
      setFurther({ after, items: [...(fitting?.items ?? []), ...page.items], nextCursor: page.nextCursor });
    } catch (error) {
      setMoreFailure(failureOf(error));
    }
  };

  const data =
    first.data && fitting ? { ...first.data, items: [...first.data.items, ...fitting.items] } : first.data;
  return { read: { ...first, data }, hasMore: next !== undefined, readMore, moreFailure };
}

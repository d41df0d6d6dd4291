import axios from 'axios';

export interface InboxItem {
  channel: string;
  text: string;
  at: string;
  code?: string;
}

/** The demo inbox of a phone, as a person would read it. */
export async function readInbox(baseUrl: string, phone: string): Promise<InboxItem[]> {
  const { data } = await axios.get<{ items: InboxItem[] }>(`${baseUrl}/demo/inbox`, {
    params: { phone },
    headers: { Accept: 'application/json' },
  });
  return data.items;
}

/** What the measuring process is told, and what it writes down; both travel as JSON. */
export interface Order {
  dist: string;
  baseUrl: string;
  wechat: string;
  visits: { name: string; address: string; who: 'visitor' | 'member' | 'clerk' | 'owner' }[];
  people: { member: string; clerk: string; owner: string };
  writeTo: string;
}

export interface Measured {
  name: string;
  firstSetDataBytes: number;
  largestSetDataBytes: number;
  setDataCalls: number;
  nodes: number;
  depth: number;
  mostChildren: number;
  /** Processor time from the opening to the quiet: the bundle's script and the framework's drawing. */
  scriptMs: number;
}

/** What a test decides about the phone, and what the client did to it. */
interface Phone {
  /** The address parameters of the page under test. */
  params: Record<string, string>;
  /** What the camera gives; undefined when the person cancels. */
  photo: { path: string; bytes: number } | undefined;
  networkType: string;
  pageStack: number;
  readonly navigation: {
    how: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack';
    url?: string;
  }[];
  readonly calls: string[];
  readonly vibrations: string[];
  readonly clipboard: string[];
}

const fresh = (): Phone => ({
  params: {},
  photo: undefined,
  networkType: 'wifi',
  pageStack: 2,
  navigation: [],
  calls: [],
  vibrations: [],
  clipboard: [],
});

export const phone: Phone = fresh();

export function resetPhone(): void {
  Object.assign(phone, fresh());
}

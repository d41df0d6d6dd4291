import type { OpenPhoto } from './photo-vault-types';

/** Photos that outlive the page: the browser's own database, because its temporary addresses end with the page. */
const DATABASE = 'club-photos';
const STORE = 'photos';
const PREFIX = 'kept:';

const shown = new Map<string, string>();
let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = window.indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** Settles when it lies on the disk, not when it was handed over: a full disk says so only then. */
async function within<T>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = run(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    transaction.onerror = () => reject(transaction.error ?? new Error('not kept'));
  });
}

/** The name under which it is kept; undefined where the phone has no room or forbids it. */
export async function keepPhoto(path: string, id: string): Promise<string | undefined> {
  try {
    const photo = await (await fetch(path)).blob();
    await within('readwrite', (store) => store.put(photo, PREFIX + id));
    shown.set(PREFIX + id, path);
    return PREFIX + id;
  } catch {
    return undefined;
  }
}

const isKept = (ref: string): boolean => ref.startsWith(PREFIX);

/** An address that can be shown and sent while this page lives; undefined when the photo is gone. */
export async function photoPath(ref: string): Promise<string | undefined> {
  if (!isKept(ref)) return ref;
  const known = shown.get(ref);
  if (known) return known;
  try {
    const photo: unknown = await within('readonly', (store) => store.get(ref) as IDBRequest<unknown>);
    if (!(photo instanceof Blob)) return undefined;
    const path = URL.createObjectURL(photo);
    shown.set(ref, path);
    return path;
  } catch {
    return undefined;
  }
}

/** Undefined where it cannot be read, as in a browser without its own database. */
export async function openPhoto(ref: string): Promise<OpenPhoto | undefined> {
  try {
    const path = await photoPath(ref);
    if (path === undefined) return undefined;
    const photo = await (await fetch(path)).blob();
    return {
      bytes: photo.size,
      mediaType: photo.type || 'image/jpeg',
      read: (from, length) => photo.slice(from, from + length).arrayBuffer(),
    };
  } catch {
    return undefined;
  }
}

export const outlivesTheApp = (ref: string): boolean => !ref.startsWith('blob:');

export async function dropPhoto(ref: string): Promise<void> {
  const path = isKept(ref) ? shown.get(ref) : ref;
  if (path?.startsWith('blob:')) URL.revokeObjectURL(path);
  shown.delete(ref);
  if (!isKept(ref)) return;
  try {
    await within('readwrite', (store) => store.delete(ref));
  } catch {
    // It goes with the next tidying.
  }
}

/**
 * What belongs to no report any more: the account was logged out, or the app died between two steps. Files are listed before the references are read,
 * so that one which comes in between stays.
 */
export async function dropPhotosBut(
  refsToKeep: () => ReadonlySet<string>,
  _options: { youngToo?: boolean } = {},
): Promise<void> {
  try {
    const keys = await within('readonly', (store) => store.getAllKeys());
    const refs = refsToKeep();
    await Promise.all(
      keys
        .map(String)
        .filter((key) => !refs.has(key))
        .map(dropPhoto),
    );
  } catch {
    // Nothing is kept where nothing can be opened.
  }
}

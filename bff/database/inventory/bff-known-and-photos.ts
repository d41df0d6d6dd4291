import type { SchemaInventory } from './data-class';

export const knownAndPhotosInventory: SchemaInventory = {
  last_known: {
    subject: 'key',
    what: 'key',
    answer_sealed: 'payload-encrypted',
    as_of: 'internal',
    saved_at: 'internal',
  },
  claim_photos: {
    id: 'key',
    claim_id: 'key',
    owner_id: 'key',
    slot: 'internal',
    shot: 'internal',
    state: 'internal',
    sha256: 'internal',
    bytes: 'internal',
    width: 'internal',
    height: 'internal',
    content_key_sealed: 'secret-encrypted',
    created_at: 'internal',
    removed_at: 'internal',
    files_gone_at: 'internal',
    announced_at: 'internal',
    withdrawal_announced_at: 'internal',
    attempts: 'internal',
    due_at: 'internal',
  },
};

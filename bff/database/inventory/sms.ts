import type { SchemaInventory } from './data-class';

export const smsInventory: SchemaInventory = {
  messages: {
    id: 'key',
    request_key: 'key',
    input_hash: 'secret-hash',
    template: 'internal',
    phone_index: 'personal-blind-index',
    content_sealed: 'payload-encrypted',
    accepted_at: 'internal',
  },
};

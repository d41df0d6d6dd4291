import type { SchemaInventory } from './data-class';

export const identityInventory: SchemaInventory = {
  persons: {
    id: 'key',
    name_sealed: 'personal-encrypted',
    name_index: 'personal-blind-index',
    id_number_sealed: 'personal-encrypted',
    id_number_index: 'personal-blind-index',
  },
  person_phones: { person_id: 'key', phone_index: 'personal-blind-index' },
  organisations: { id: 'key', name: 'public', name_index: 'personal-blind-index', credit_code: 'public' },
  organisation_agents: { organisation_id: 'key', phone_index: 'personal-blind-index' },
};

import { bffInventory } from './bff';
import { clubInventory } from './club';
import { coreInventory } from './core';
import type { SchemaInventory } from './data-class';
import { identityInventory } from './identity';
import { smsInventory } from './sms';
import { violationsInventory } from './violations';
import { wechatInventory } from './wechat';

/** Tables that the database kit itself keeps in every schema. */
const kitTables: SchemaInventory = {
  key_check: {
    key_id: 'internal',
    check_sealed: 'secret-encrypted',
    check_index: 'secret-hash',
    created_at: 'internal',
  },
  seed_marker: { what: 'internal', state: 'internal', at: 'internal' },
};

/** Every schema's columns with their data classes; a test compares it with the database after all migrations. */
export const inventory: Record<string, SchemaInventory> = {
  bff: { ...bffInventory, ...kitTables },
  core: { ...coreInventory, ...kitTables },
  club: { ...clubInventory, ...kitTables },
  violations: { ...violationsInventory, ...kitTables },
  identity: { ...identityInventory, ...kitTables },
  wechat: { ...wechatInventory, ...kitTables },
  sms: { ...smsInventory, ...kitTables },
};

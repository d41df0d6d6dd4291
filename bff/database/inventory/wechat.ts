import type { SchemaInventory } from './data-class';

export const wechatInventory: SchemaInventory = {
  login_codes: {
    code_hash: 'secret-hash',
    openid: 'personal-pseudonym',
    unionid: 'personal-pseudonym',
    planned_errcode: 'internal',
    created_at: 'internal',
    expires_at: 'internal',
    used_at: 'internal',
  },
  phone_codes: {
    id: 'key',
    code_hash: 'secret-hash',
    phone_sealed: 'personal-encrypted',
    planned_errcode: 'internal',
    created_at: 'internal',
    expires_at: 'internal',
    used_at: 'internal',
  },
  acceptances: { openid: 'personal-pseudonym', template_id: 'internal', left_count: 'internal' },
  devices: { openid: 'personal-pseudonym', phone_index: 'personal-blind-index' },
  messages: {
    id: 'key',
    openid: 'personal-pseudonym',
    content_sealed: 'payload-encrypted',
    sent_at: 'internal',
  },
  access_tokens: { token_hash: 'secret-hash', expires_at: 'internal' },
};

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { createFieldCipher, EnvelopeBroken } from '../../../bff/crypto/field-cipher';
import { createKeyring } from '../../../bff/crypto/keyring';

const oldKey = Buffer.alloc(32, 1);
const newKey = Buffer.alloc(32, 2);
const cell = { column: 'club.members.phone_sealed', rowId: 'mem_1' };
const cipherWith = (...secrets: Buffer[]) => createFieldCipher(createKeyring(secrets));
const cipher = cipherWith(oldKey);

describe('a sealed field', () => {
  it('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, rowId) => {
        const where = { ...cell, rowId };
        expect(cipher.open(cipher.seal(plain, where), where)).toBe(plain);
      }),
    );
  });

  it('never looks the same twice', () => {
    expect(cipher.seal('13800000001', cell)).not.toEqual(cipher.seal('13800000001', cell));
  });

  it('does not hold the plain text', () => {
    expect(cipher.seal('13800000001', cell).includes('13800000001')).toBe(false);
  });

  it.each([
    ['another row', { ...cell, rowId: 'mem_2' }],
    ['another column', { ...cell, column: 'club.members.name_sealed' }],
    ['another table', { ...cell, column: 'core.members.phone_sealed' }],
    ['a row id that moves into the column', { column: 'club.members.phone_sealed:mem', rowId: '_1' }],
  ])('does not open in %s', (_where, other) => {
    expect(() => cipher.open(cipher.seal('张建国', cell), other)).toThrow(EnvelopeBroken);
  });

  it('does not open once any one bit was changed', () => {
    const envelope = cipher.seal('张建国', cell);
    for (let bit = 0; bit < envelope.length * 8; bit += 1) {
      const changed = Buffer.from(envelope);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => cipher.open(changed, cell)).toThrow(EnvelopeBroken);
    }
  });

  it.each([0, 1, 5, 32])('does not open when cut to %d bytes', (length) => {
    expect(() => cipher.open(cipher.seal('张建国', cell).subarray(0, length), cell)).toThrow(EnvelopeBroken);
  });

  it('does not open with another key', () => {
    expect(() => cipherWith(newKey).open(cipher.seal('张建国', cell), cell)).toThrow(/unknown key/);
  });

  it('says nothing of its content when it does not open', () => {
    const envelope = cipher.seal('张建国', cell);
    expect(() => cipher.open(envelope, { ...cell, rowId: 'mem_2' })).toThrow(
      'club.members.phone_sealed: changed, or sealed for another cell',
    );
  });
});

describe('key rotation', () => {
  const rotated = cipherWith(newKey, oldKey);

  it('opens what the old key sealed and seals with the new one', () => {
    expect(rotated.open(cipher.seal('张建国', cell), cell)).toBe('张建国');
    expect(() => cipher.open(rotated.seal('张建国', cell), cell)).toThrow(/unknown key/);
  });

  it('keeps blind indexes, so that rows are still found and stay unique', () => {
    expect(rotated.blindIndex('club.members.phone_index', '13800000001')).toEqual(
      cipher.blindIndex('club.members.phone_index', '13800000001'),
    );
  });
});

describe('a blind index', () => {
  it('is the same for the same value and another for every other value, column and key', () => {
    const index = cipher.blindIndex('club.members.phone_index', '13800000001');
    expect(index).toHaveLength(32);
    expect(cipher.blindIndex('club.members.phone_index', '13800000001')).toEqual(index);
    expect(cipher.blindIndex('club.members.phone_index', '13800000002')).not.toEqual(index);
    expect(cipher.blindIndex('core.customers.phone_index', '13800000001')).not.toEqual(index);
    expect(cipherWith(newKey).blindIndex('club.members.phone_index', '13800000001')).not.toEqual(index);
  });
});

describe('a keyring', () => {
  it.each([0, 16, 31, 33])('refuses a key of %d bytes', (length) => {
    expect(() => createKeyring([randomBytes(length)])).toThrow(/32 bytes/);
  });

  it('refuses to be empty', () => {
    expect(() => createKeyring([])).toThrow(/at least one/);
  });
});

import fc from 'fast-check';
import {
  displayVoucherCode,
  isVoucherCode,
  newVoucherCode,
  normaliseVoucherCode,
} from '../../../../bff/systems/club/benefits/voucher-code';
import { isInvitationCode, newInvitationCode } from '../../../../bff/systems/club/referral/invitation-code';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = fc.array(fc.nat(31), { minLength: 13, maxLength: 13 }).map((digits) => {
  let next = 0;
  return newVoucherCode(() => digits[next++] ?? 0);
});

describe('a 兑换码', () => {
  it('is fourteen characters and passes its own check, however it is written', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toHaveLength(14);
        expect(isVoucherCode(made)).toBe(true);
        const typed = displayVoucherCode(made).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        expect(normaliseVoucherCode(` ${typed} `)).toBe(made);
      }),
    );
  });

  it('fails with any one character wrong', () => {
    fc.assert(
      fc.property(code, fc.nat(13), fc.integer({ min: 1, max: 31 }), (made, place, shift) => {
        const wrong = ALPHABET.charAt((ALPHABET.indexOf(made.charAt(place)) + shift) % 32);
        expect(isVoucherCode(made.slice(0, place) + wrong + made.slice(place + 1))).toBe(false);
      }),
    );
  });

  it('fails with any two different characters that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(13), fc.nat(13), (made, a, b) => {
        const letters = [...made];
        [letters[a], letters[b]] = [letters[b] ?? '', letters[a] ?? ''];
        const swapped = letters.join('');
        expect(isVoucherCode(swapped)).toBe(swapped === made);
      }),
    );
  });
});

describe('an 邀请码', () => {
  it('is twelve characters, passes its own check with none of them changed, and is no 兑换码', () => {
    fc.assert(
      fc.property(fc.nat(11), fc.integer({ min: 1, max: 31 }), (place, shift) => {
        const made = newInvitationCode();
        expect([made.length, isInvitationCode(made), isVoucherCode(made)]).toEqual([12, true, false]);
        const wrong = ALPHABET.charAt((ALPHABET.indexOf(made.charAt(place)) + shift) % 32);
        expect(isInvitationCode(made.slice(0, place) + wrong + made.slice(place + 1))).toBe(false);
      }),
    );
  });
});

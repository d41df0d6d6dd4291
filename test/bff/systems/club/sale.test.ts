import fc from 'fast-check';
import { quoteOf } from '../../../../bff/systems/club/counter/sale';
import { clubQuote } from '../../../../bff/upstream/club/contract';
import { actors } from './actors';
import { counterSteps } from './counter-steps';
import { codeOf, parse, startClub, type ClubUnderTest } from './start-club';

describe('what comes off a sale', () => {
  it.each([
    [{ saleAmountFen: 20_000, percent: 10, capFen: 3000, leftFen: 10_000 }, [2000, 18_000, 'percent']],
    [{ saleAmountFen: 50_000, percent: 10, capFen: 3000, leftFen: 10_000 }, [3000, 47_000, 'cap']],
    [{ saleAmountFen: 50_000, percent: 10, capFen: 3000, leftFen: 1200 }, [1200, 48_800, 'amountLeft']],
    [{ saleAmountFen: 99, percent: 10, capFen: 3000, leftFen: 1200 }, [9, 90, 'percent']],
    [{ saleAmountFen: 9, percent: 10, capFen: 3000, leftFen: 1200 }, [0, 9, 'percent']],
    [{ saleAmountFen: 1_000_000_000_00, percent: 100, capFen: 5, leftFen: 7 }, [5, 99_999_999_995, 'cap']],
  ])('%j', (terms, [discountFen, customerPaysFen, limitedBy]) => {
    expect(quoteOf(terms)).toMatchObject({ discountFen, customerPaysFen, limitedBy });
  });

  it('is never more than the sale, the cap or what is left, and nothing is lost in between', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000_00 });
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 1, max: 100 }),
        amount,
        amount,
        (saleAmountFen, percent, capFen, leftFen) => {
          const quote = quoteOf({ saleAmountFen, percent, capFen, leftFen });
          return (
            quote.discountFen >= 0 &&
            quote.discountFen <= Math.min(saleAmountFen, capFen, leftFen) &&
            quote.discountFen + quote.customerPaysFen === saleAmountFen &&
            quote.discountFen + quote.amountLeftAfterFen === leftFen
          );
        },
      ),
    );
  });
});

describe('at the counter', () => {
  let club: ClubUnderTest;
  beforeAll(async () => {
    club = await startClub();
  }, 60_000);
  afterAll(() => club.stop());
  const { issue, scan, redeemed, looked, present } = counterSteps(() => club);

  it('what is quoted is what the confirmation takes, sale after sale, until the amount is gone', async () => {
    const id = await issue('svc_fuel', 4);
    for (const [index, saleAmountFen] of [26_847, 31_009, 99_999, 26_800].entries()) {
      const scanToken = await scan(id);
      const body = { scanToken, saleAmountFen };
      const quoted = await club.send('POST', '/merchant/quotes', { as: actors.clerk, body });
      const quote = parse(quoted, clubQuote);
      const use = await redeemed({ ...body, expectedUsesLeft: 4 - index });
      expect([use.discountFen, use.customerPaysFen]).toEqual([quote.discountFen, quote.customerPaysFen]);
    }
  });

  it('the look-up says what the discount is reckoned from', async () => {
    const { voucher } = await looked((await present(await issue('svc_fuel', 2))).qr);
    expect(voucher).toMatchObject({ discountPercent: 10, amountCapFen: 3000, amountLeftFen: 6000 });
  });

  it('a quote needs the clerk’s own scan of a voucher by amount', async () => {
    const quote = (scanToken: string, as = actors.clerk) =>
      club.send('POST', '/merchant/quotes', { as, body: { scanToken, saleAmountFen: 10_000 } });
    expect(codeOf(await quote(await scan(await issue('svc_wash'))))).toBe('INVALID_INPUT');
    expect(codeOf(await quote('not.signed'))).toBe('VOUCHER_NOT_FOUND');
    const token = await scan(await issue('svc_fuel', 2));
    const asOwner = await club.send('POST', '/merchant/quotes', {
      as: actors.owner,
      body: { scanToken: token, saleAmountFen: 10_000 },
    });
    expect(codeOf(asOwner)).toBe('VOUCHER_NOT_FOUND');
  });
});
